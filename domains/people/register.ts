import { randomBytes } from 'node:crypto'
import { addressDigest, requirePlace } from '#domains/places/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { foldForSearch } from '#platform/words/index.ts'
import { sealContact, type Contact } from './contact.ts'
import type { PersonId } from './contract.ts'
import * as store from './store.ts'

/** Somebody the person does not want to meet, in the person's own words; at least one of the two. */
export interface Unwanted {
  readonly name: string | null
  /** E.164 */
  readonly phone: string | null
}

export interface NewPerson {
  readonly home: number
  readonly worker: string
  readonly team: string
  readonly givenName: string
  readonly familyName: string
  readonly sex: 'female' | 'male' | null
  readonly birthYear: number | null
  readonly contact: Contact
  readonly address: string | null
  readonly place: string
  readonly quarter: string | null
  readonly secretHash: string | null
  readonly unwanted: readonly Unwanted[]
  readonly synthetic: boolean
}

const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name

const writeExclusions = (scope: WriteScope, home: number, person: string, unwanted: readonly Unwanted[]): void => {
  const { tx, keys, now, actor } = scope
  for (const { name, phone } of unwanted) {
    const shared = { home, person, at: now, by: actor.id, reference: null, label: keys.seal(home, JSON.stringify({ name, phone })) }
    if (phone !== null)
      store.insertExclusion(tx, { ...shared, id: scope.newId(), kind: 'phone', digest: keys.digest('phone', phone), token: null })
    // A family name excludes relatives too: what the person asked for, and silently.
    if (name !== null)
      store.insertExclusion(tx, {
        ...shared,
        id: scope.newId(),
        kind: 'family',
        digest: null,
        token: keys.token('name', foldForSearch(lastWord(name))),
      })
  }
}

/** Opens a person's record with the worker who is responsible for it. Whoever registers does not keep sight of it. */
export const registerPerson = async (scope: WriteScope, person: NewPerson): Promise<{ id: PersonId }> => {
  const { tx, keys, now, actor, admit, audit } = scope
  const id = scope.newId<PersonId>()
  const place = await requirePlace(tx, person.place)
  admit(`person:${id}`, `exclusions:${id}`)
  store.insertPerson(tx, {
    home: person.home,
    id,
    at: now,
    by: actor.id,
    worker: person.worker,
    team: person.team,
    given_name: person.givenName,
    family_name: person.familyName,
    sex: person.sex,
    birth_year: person.birthYear,
    contact: sealContact(keys, person.home, { ...person.contact, address: person.address }),
    place: person.place,
    quarter: person.quarter,
    lat: place.lat,
    lon: place.lon,
    secret_hash: person.secretHash,
    secret: randomBytes(32),
    synthetic: person.synthetic,
  })
  const names = [person.givenName, person.familyName].map(foldForSearch).filter((name) => name !== '')
  store.insertTokens(tx, person.home, id, names.map((name) => keys.token('name', name)))
  // Somebody who shares the person's own telephone may not be sent to their door either (design 8.1).
  const own = person.contact.phone === null ? [] : [{ name: null, phone: person.contact.phone }]
  writeExclusions(scope, person.home, id, [...person.unwanted, ...own])
  const home = addressDigest(keys, scope.country, person.place, person.address)
  if (home !== null)
    store.insertExclusion(tx, { home: person.home, id: scope.newId(), person: id, at: now, by: actor.id, kind: 'address', digest: home, token: null, reference: null, label: null })
  audit(id, { home: person.home, person: id, registered: true })
  return { id }
}
