import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { handClock } from '#platform/clock/index.ts'
import { createServer, type ServerParts } from '#platform/http/index.ts'
import { addDocuments } from '#platform/http/documents.ts'
import { problemSentences } from '#platform/http/say-problem.ts'
import { createLog } from '#platform/log/index.ts'
import { needsMet, needsMetParts } from './dataset.fixture.ts'
import type { StoredFile } from './file-door.ts'
import { adxOf, answerFile, catalogueOf, dataValueSetOf, datasetOf, releaseFilesOf, type Observation } from './index.ts'
import { readParquet } from './read-back.fixture.ts'

const BASE = 'https://example.org/api/files/'
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const stored = new Map<string, StoredFile>()
const lookedFor: string[] = []
const findFile = async (name: string) => {
  lookedFor.push(name)
  return stored.get(name)
}

let server: FastifyInstance
beforeAll(async () => {
  for (const { name, mediaType, write } of releaseFilesOf(needsMet(), BASE)) {
    const bytes = await write()
    stored.set(name, { mediaType, bytes, sha256: sha256(bytes), releasedAt: needsMet().release.releasedAt })
  }
  const parts: ServerParts = {
    house: {} as ServerParts['house'],
    routes: [],
    actorOf: async () => { throw new Error('a public document asked who is there') },
    problemWords: problemSentences([]),
    log: createLog('silent'),
    secure: true,
    development: false,
    behindProxy: false,
  }
  server = await createServer(parts)
  addDocuments(server, handClock('2026-11-26T00:00:00Z'), [{ path: '/api/files', limit: { calls: 1000, minutes: 1 }, answer: (request) => answerFile({ findFile }, request) }])
})

/** All that a file says, opened as far as it opens. */
const saidIn = async (name: string, bytes: Uint8Array): Promise<string> => {
  const plain = Buffer.from(bytes).toString('latin1')
  if (name.endsWith('.parquet')) return plain + JSON.stringify(await readParquet(bytes), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  if (!name.endsWith('.xlsx')) return plain
  return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('latin1')).join('\n')
}

describe('a number that was hidden', () => {
  // What the observatory counted, before protection: numbers that stand nowhere else.
  const counted = fc.array(fc.record({ count: fc.integer({ min: 0, max: 4999 }), hide: fc.boolean() }), { minLength: 18, maxLength: 18 })

  it('is in no file, neither in digits nor in the bytes of a double', async () => {
    await fc.assert(
      fc.asyncProperty(counted, async (cells) => {
        const numbers = cells.map(({ count }, index) => 987_000_000 + index * 10_000 + count)
        const dataset = datasetOf({
          ...needsMetParts(),
          observations: cells.map(({ hide }, index): Observation => {
            const at = [0, Math.floor(index / 6), Math.floor(index / 3) % 2, index % 3]
            return hide ? { at, state: 'hidden' } : { at, state: 'value', value: numbers[index] ?? 0, noise: false }
          }),
        })
        const mapping = { dataSet: 'S', dataElements: { NEEDS_MET: 'E' }, orgUnits: { '00': 'A', '03': 'B', '0301': 'C' }, categoryOptionCombos: { F: 'F', M: 'M' } }
        const files = await Promise.all(releaseFilesOf(dataset, BASE).map(async ({ name, write }) => await saidIn(name, await write())))
        const all = [...files, adxOf(dataset, mapping).document, ...(['iso8601', 'persian'] as const).map((calendar) => JSON.stringify(dataValueSetOf(dataset, mapping, calendar)))]
        for (const [index, { hide }] of cells.entries()) {
          const number = numbers[index] ?? 0
          const double = Buffer.from(new Float64Array([number]).buffer).toString('latin1')
          const found = all.filter((text) => text.includes(String(number)) || text.includes(double)).length
          if (hide) expect([index, found]).toEqual([index, 0])
          // Every file says those that are shown, beside the two that explain tables and, of DHIS2 and ADX, the other calendar.
          else expect([index, found >= files.length - 3]).toEqual([index, true])
        }
      }),
      { numRuns: 6, seed: 1403 },
    )
  })
})

describe('the files of a release', () => {
  it('have names that no other release has', () => {
    expect([...stored.keys()].map((name) => name.replace('NEEDS_MET-1.0.0-r2-abababababab.', ''))).toEqual([
      'fa.xlsx', 'fa.csv', 'fa.csv-metadata.json', 'fa.json-stat.json', 'en.xlsx', 'en.csv', 'en.csv-metadata.json', 'en.json-stat.json',
      'parquet', 'sdmx.json', 'sdmx-structure.json', 'sdmx.csv',
    ])
  })

  it('are the same to the byte when the release is built again', async () => {
    for (const { name, write } of releaseFilesOf(needsMet(), BASE)) expect([name, sha256(await write())]).toEqual([name, stored.get(name)?.sha256])
  })

  it('stand in the catalogue with their hashes', () => {
    const distributions = releaseFilesOf(needsMet(), BASE).map(({ name, title, mediaType, conformsTo }) => {
      const { bytes, sha256: hash } = stored.get(name)!
      return { title, url: `${BASE}${name}`, mediaType, bytes: bytes.length, sha256: hash, ...(conformsTo === undefined ? {} : { conformsTo }) }
    })
    const { name: title, description, agency: publisher } = needsMet()
    const text = JSON.stringify(catalogueOf({ base: 'https://example.org/', title, description, publisher, items: [{ dataset: needsMet(), distributions }] }))
    for (const { sha256: hash } of stored.values()) expect(text).toContain(hash)
  })

  it('come over HTTP as they were written, and may be kept for ever', async () => {
    for (const [name, { bytes, mediaType, sha256: hash }] of stored) {
      const { statusCode, headers, rawPayload } = await server.inject({ method: 'GET', url: `/api/files/${name}` })
      expect([statusCode, headers['content-type'], headers['etag'], headers['cache-control']]).toEqual([200, mediaType, `"${hash}"`, 'public, max-age=31536000, immutable'])
      expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`)
      expect(sha256(rawPayload)).toBe(sha256(bytes))
      expect((await server.inject({ method: 'GET', url: `/api/files/${name}`, headers: { 'if-none-match': `"${hash}"` } })).statusCode).toBe(304)
    }
  })

  it('are nothing else: names that no release has are not even looked for', async () => {
    lookedFor.length = 0
    const absent = 'NEEDS_MET-1.0.0-r2-abababababac.csv'
    for (const name of ['../package.json', '..%2Fpackage.json', 'NEEDS_MET.csv', 'NEEDS_MET-1.0.0-r2-abababababab', `a/${absent}`, absent, '%00'])
      expect([name, (await server.inject({ method: 'GET', url: `/api/files/${name}` })).statusCode]).toEqual([name, 404])
    expect(lookedFor).toEqual([absent])
  })
})
