import { readFileSync } from 'node:fs'
import { changePlaces, PlaceChange } from '#domains/places/index.ts'
import { withRole } from './with-loader.ts'

/** `places change FILE [--dry]`: a border drawn anew. Exit code 1, and nothing written, when anything in it is wrong. */
export const change = async (print: (line: string) => void, [file, flag]: readonly string[]): Promise<number> => {
  if (file === undefined || (flag !== undefined && flag !== '--dry')) throw new Error('say which file, and --dry to try it only')
  const asked = PlaceChange.parse(JSON.parse(readFileSync(file, 'utf8')))
  return await withRole('loader', async (client) => {
    const faults = await changePlaces(client, asked, { dry: flag === '--dry' })
    for (const fault of faults) print(fault)
    const { new: made, moved, ended } = asked
    print(faults.length > 0 ? `${faults.length} faults; nothing was written.` : `${made.length} new, ${moved.length} moved, ${ended.length} ended on ${asked.on}${flag === '--dry' ? ' (tried only)' : ''}.`)
    return faults.length === 0 ? 0 : 1
  })
}
