import { countryPack } from '#countries/index.ts'
import { findUnit } from '#domains/network/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import type { DutyContact } from './contract.ts'
import * as store from './store.ts'

export type { DutyContact } from './contract.ts'

export const readContacts = ({ keys }: Pick<ReadScope, 'keys'>, row: store.DutyRow | undefined): DutyContact[] =>
  row === undefined ? [] : (JSON.parse(keys.open(row.home, row.contacts)) as DutyContact[])

/** The agency's line as a number that a message can be sent to; a short code cannot. */
export const agencyLine = ({ onCall, country }: Pick<ReadScope, 'onCall' | 'country'>): string | null =>
  onCall === undefined ? null : (countryPack(country).phone(onCall) ?? null)

/** Telephones of whoever is on duty for a centre, in the order in which they are told; E.164, none twice. */
export const dutyLine = async (scope: ReadScope, team: string): Promise<string[]> => {
  scope.admit(`duty:${team}`)
  const [row, unit] = await Promise.all([store.findList(scope.tx, team, 'read'), findUnit(scope.tx, team)])
  const phones = [...readContacts(scope, row).map(({ phone }) => phone), unit?.phone ?? null, agencyLine(scope)]
  return [...new Set(phones.filter((phone): phone is string => phone !== null))]
}
