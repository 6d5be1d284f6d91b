import type { ReadScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import * as store from './store.ts'

export type { Bearer, VolunteerRecord } from './store.ts'

/** A unit of either organisation, from the public directory. */
export const findUnit = (tx: Tx, id: string) => store.findUnit(tx, id)

/** The unit itself and every office above it, up to the nation. */
export const officesAbove = async (tx: Tx, unit: string): Promise<string[]> =>
  (await store.officesAbove(tx, unit)).map(({ id }) => id)

/** Units of either organisation by a part of their name; at most 12. */
export const searchUnits = (tx: Tx, text: string) => store.searchUnits(tx, text)

/** Volunteers with whom needs of an area may be matched: confirmed, not paused; hard requirements come later. */
export const volunteersIn = store.volunteersIn
export const bearersIn = store.bearersIn

/** Everybody of a unit, by its coordinator's key or the liaison desk's area. */
export const volunteersOf = (tx: Tx, unit: string) => store.volunteersOfUnit(tx, unit)

/** Several volunteers at once, for the liaison desk of their area. */
export const volunteersById = store.volunteersById

export { areRelated } from './related.ts'
export { isVettedFor } from './vetting/lifecycle.ts'

/** A volunteer by their own key: the caller is the volunteer, or was admitted. */
export const findVolunteer = (tx: Tx, id: string) => store.findVolunteer(tx, id)

/** A task was taken or ended. The caller holds the volunteer's key. */
export const changeLoad = (tx: Tx, id: string, by: 1 | -1): void => store.changeLoad(tx, id, by)

/** A volunteer's telephone, for a message or a call that cannot wait; E.164. */
export const phoneOfVolunteer = async ({ tx, keys, admit }: Pick<ReadScope, 'tx' | 'keys' | 'admit'>, id: string): Promise<string | null> => {
  admit(`volunteer:${id}`)
  const volunteer = await store.findVolunteer(tx, id)
  if (volunteer === undefined || volunteer.contact === null) return null
  return (JSON.parse(keys.open(volunteer.home, volunteer.contact)) as { phone?: string }).phone ?? null
}
