import { readFileSync } from 'node:fs'
import { changePlaces, PlaceChange } from '#domains/places/index.ts'
import { refusing } from './refused.ts'
import { withRole } from './with-role.ts'
import { wordsOf } from './words.ts'

/** `places change FILE [--dry]`: a border drawn anew. Exit code 1, and nothing written, when anything in it is wrong. */
export const change = refusing(async (print, rest) => {
  const words = wordsOf(rest, { dry: { type: 'boolean' } }, ['FILE'])
  const dry = words.given('dry')
  const asked = PlaceChange.parse(JSON.parse(readFileSync(words.at(0), 'utf8')))
  return await withRole('loader', async (client) => {
    const faults = await changePlaces(client, asked, { dry })
    for (const fault of faults) print(fault)
    const { new: made, moved, ended } = asked
    print(faults.length > 0 ? `${faults.length} faults; nothing was written.` : `${made.length} new, ${moved.length} moved, ${ended.length} ended on ${asked.on}${dry ? ' (tried only)' : ''}.`)
    return faults.length === 0 ? 0 : 1
  })
})
