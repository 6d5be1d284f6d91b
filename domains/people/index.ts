import type { ReadScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { pseudonym } from '#platform/keys/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { openContact } from './contact.ts'
import type { Housemates } from './contract.ts'
import * as store from './store.ts'

export { personBy } from './store.ts'
export { registerPerson, type NewPerson, type Unwanted } from './register.ts'
export { hashSecret, matchesSecret } from './secret.ts'
export { joinAddresses } from './join-addresses.ts'
export { noContact, readContact, sealContact, type Contact } from './contact.ts'
export type { PersonId } from './contract.ts'

/** A person's id, or the statements that find them from another record (`personBy`). */
type Whose = string | store.PersonFound

const foundBy = (whose: Whose): store.PersonFound => (typeof whose === 'string' ? store.personOf({ id: whose }) : whose)

const required = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Problem('record.not-found')
  return found
}

const requirePerson = async (tx: Tx, id: string): Promise<store.PersonRecord> => required(await store.findPerson(tx, id))

/** The person as their own case worker sees them. The caller decided that the actor may, and writes the trail. */
export const personForStaff = async (scope: ReadScope, whose: Whose) => {
  const person = required(await scope.tx.first(foundBy(whose).toShow))
  const { phone, safeFrom, safeTo, callName, onlyThemselves, address } = openContact(scope.keys, person)
  return {
    id: person.id,
    revision: person.revision,
    givenName: person.given_name,
    familyName: person.family_name,
    sex: person.sex as 'female' | 'male' | null,
    birthYear: person.birth_year,
    languages: person.languages,
    placeFa: person.place_fa,
    placeEn: person.place_en,
    quarter: person.quarter,
    phone,
    safeFrom,
    safeTo,
    callName,
    onlyThemselves,
    address,
    household: person.household as unknown as Housemates[],
    hasSecret: person.has_secret,
    synthetic: person.synthetic,
  }
}

/** Coarse place, and what a need's requirements and facts are made from in one domain: no name. */
export const personForNeed = async ({ tx, keys }: ReadScope, whose: Whose, domain: string) => {
  const person = required(await tx.first(foundBy(whose).toCount))
  return {
    subject: pseudonym(keys, person.secret, domain),
    place: person.place,
    placeFa: person.place_fa,
    placeEn: person.place_en,
    quarter: person.quarter,
    lat: person.lat ?? 0,
    lon: person.lon ?? 0,
    sex: person.sex,
    birthYear: person.birth_year,
  }
}

/** What a disclosure may freeze. The caller holds the person's key for this one deed. */
export const contactFor = async (scope: ReadScope, id: string) => {
  const person = await requirePerson(scope.tx, id)
  const { phone, callName, address } = openContact(scope.keys, person)
  return {
    givenName: person.given_name,
    familyName: person.family_name,
    phone,
    callName,
    address,
    quarter: person.quarter,
  }
}

/** Another worker answers for the person from now on. The caller holds the person's key and writes the trail. */
export const moveToWorker = (tx: Tx, id: string, from: string, to: string): void => store.moveToWorker(tx, id, from, to)

/** Whom to call, and when it is safe to. The caller holds the person's key for this one deed, and writes the trail. */
export const personToCall = async (scope: ReadScope, id: string) => {
  const person = await requirePerson(scope.tx, id)
  const { phone, safeFrom, safeTo, callName, onlyThemselves } = openContact(scope.keys, person)
  return { name: `${person.given_name} ${person.family_name}`, phone, safeFrom, safeTo, callName, onlyThemselves }
}

/** The kept hash of the second secret, for opening the person's own file; null where none was chosen. */
export const secretHashOf = async (tx: Tx, id: string): Promise<string | null> =>
  (await store.findPerson(tx, id))?.secret_hash ?? null

/** The pseudonym under which a domain's facts speak of the person. The caller holds the person's key. */
export const pseudonymOf = async ({ tx, keys }: ReadScope, id: string, domain: string): Promise<string> =>
  pseudonym(keys, (await requirePerson(tx, id)).secret, domain)

/** Whom a person does not want to meet, in forms that volunteers and units can be compared with. */
export interface PersonExclusions {
  readonly phones: readonly Buffer[]
  /** The person's own home. */
  readonly addresses: readonly Buffer[]
  /** Tokens of folded family names. */
  readonly families: readonly string[]
  readonly volunteers: readonly string[]
  readonly units: readonly string[]
}

/** For matching alone: opened for this deed, with a line in the trail, and never shown. */
export const exclusionsOf = async (scope: ReadScope, persons: readonly string[]): Promise<Map<string, PersonExclusions>> => {
  const unique = [...new Set(persons)]
  scope.admit(...unique.map((id) => `exclusions:${id}`))
  const rows = await store.exclusionsOf(scope.tx, unique)
  return new Map(
    unique.map((person) => {
      const own = rows.filter((row) => row.person === person)
      const digestsOf = (kind: string) => own.flatMap((row) => (row.kind === kind && row.digest !== null ? [row.digest] : []))
      const referencesOf = (kind: string) => own.filter((row) => row.kind === kind).flatMap(({ reference }) => (reference === null ? [] : [reference]))
      return [
        person,
        {
          phones: digestsOf('phone'),
          addresses: digestsOf('address'),
          families: own.flatMap(({ token }) => (token === null ? [] : [token])),
          volunteers: referencesOf('volunteer'),
          units: referencesOf('unit'),
        },
      ]
    }),
  )
}
