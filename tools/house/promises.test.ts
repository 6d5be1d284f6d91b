import { describe, expect, it } from 'vitest'
import { domainRoutes, problemWords } from '#apps/domains.ts'
import { readContracts } from '#tools/derive/contracts.ts'
import { root } from './planted.ts'

const promises = await readContracts(root)
/** Whatever a sentence asks for is there: a number. */
const anything: Readonly<Record<string, number>> = new Proxy({}, { get: () => 1 })

const isSaid = (code: string) =>
  (['fa', 'en'] as const).every((language) => problemWords.title(code, anything, language) !== code)

const operations = promises.map(({ operation }) => operation)

const byId = operations.map((operation) => [operation.id, operation] as const)

describe('every promise of a contract', () => {
  it('is looked at', () => {
    expect(isSaid('no.such-problem')).toBe(false)
    expect(operations.length).toBeGreaterThan(20)
  })

  it('is kept by exactly one route', () => {
    const served = domainRoutes.map(({ operation }) => operation.id).sort()
    expect(served).toEqual(operations.map(({ id }) => id).sort())
  })

  it.each(byId)('%s says each of its problems in both languages', (_, { problems }) => {
    expect(problems.filter((code) => !isSaid(code))).toEqual([])
  })

  it.each(byId)('%s parses all that its address names', (_, { path, params }) => {
    const named = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const parsed = params === undefined ? [] : Object.keys((params as unknown as { shape: object }).shape)
    expect(parsed.sort()).toEqual(named.sort())
  })
})
