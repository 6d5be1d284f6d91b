import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '#platform/actor/index.ts'
import type { House } from '#platform/command/index.ts'
import { listRootsAfter } from './store.ts'

/** One line of the exported file: enough to show that a seal was rewritten later. */
export interface ExportedRoot {
  readonly number: number
  readonly at: string
  readonly chains: number
  readonly root: string
  readonly hash: string
}

export const rootsFile = (dataFolder: string): string => join(dataFolder, 'audit-roots.jsonl')

/** A crash may leave half of a last line: it is left out here and written again by the next export. */
export const readRoots = (path: string): ExportedRoot[] => {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, at) => {
    if (line === '') return []
    try {
      return [JSON.parse(line) as ExportedRoot]
    } catch {
      if (at === lines.length - 1) return []
      throw new Error(`${path} is damaged in line ${at + 1}`)
    }
  })
}

const cutHalfLine = (path: string): void => {
  if (!existsSync(path)) return
  const text = readFileSync(path)
  const end = text.lastIndexOf('\n') + 1
  if (end < text.length) truncateSync(path, end)
}

/**
 * Appends the roots that the file does not have yet. A copy of this file in other hands (another machine, a
 * newspaper, a notary) is what makes a rewrite of the whole trail show.
 */
export const exportRoots = async (house: House, actor: Actor, dataFolder: string): Promise<void> => {
  const path = rootsFile(dataFolder)
  const known = readRoots(path).at(-1)?.number ?? 0
  const rows = await listRootsAfter(house, actor, known)
  if (rows.length === 0) return
  cutHalfLine(path)
  const lines = rows.map(({ number, at, chains, root, hash }) =>
    JSON.stringify({ number, at: at.toISOString(), chains, root: root.toString('hex'), hash: hash.toString('hex') }),
  )
  appendFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 })
}
