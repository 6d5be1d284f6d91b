import { addressDigest } from '#domains/places/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { openContact, sealContact } from './contact.ts'
import { saveHousehold, savePerson, type PersonId } from './contract.ts'
import { together } from './household.ts'
import { hashSecret } from './secret.ts'
import * as store from './store.ts'

const withAddress = (keys: Keyring, person: store.PersonRecord, address: string | null) => ({
  contact: sealContact(keys, person.home, { ...openContact(keys, person), address: address === '' ? null : address }),
  address: null,
})

/** The home whose other people are not sent to it (design 8.1). */
const writeHome = (scope: WriteScope, person: store.PersonRecord, address: string | null): void => {
  const { tx, keys, country, now, actor } = scope
  scope.admit(`exclusions:${person.id}`)
  store.dropAddress(tx, person.home, person.id)
  const digest = addressDigest(keys, country, person.place, address)
  if (digest === null) return
  const row = { home: person.home, id: scope.newId<string>(), person: person.id, at: now, by: actor.id }
  store.insertExclusion(tx, { ...row, kind: 'address', digest, token: null, reference: null, label: null })
}

const reread = async ({ tx, audit }: ReadScope, id: string) => {
  const person = await store.findPerson(tx, id)
  if (person === undefined) throw new Problem('record.not-found')
  audit(id, { home: person.home, person: id })
  return { id: person.id as PersonId, revision: person.revision }
}

const requireTheirs = async ({ actor, tx }: WriteScope, id: string, revision: number): Promise<store.PersonRecord> => {
  const person = await store.findPerson(tx, id, 'for update')
  const isTheirs = person?.worker === actor.id || (actor.role === 'supervisor' && person?.team === actor.unit)
  if (person === undefined || !isTheirs) throw new Problem('record.not-found')
  if (person.revision !== revision) throw new Problem('request.stale')
  return person
}

export const save = command(savePerson, { reread }, async (scope, { params, body }) => {
  const { tx, keys, audit } = scope
  const person = await requireTheirs(scope, params.person, body.revision)
  store.savePerson(tx, person, {
    ...(body.address === undefined ? {} : withAddress(keys, person, body.address)),
    ...(body.quarter === undefined ? {} : { quarter: body.quarter }),
    ...(body.secret === undefined ? {} : { secret_hash: await hashSecret(body.secret) }),
  })
  audit(person.id, { home: person.home, person: person.id, changed: Object.keys(body).filter((name) => name !== 'revision') })
  if (body.address !== undefined) writeHome(scope, person, body.address)
  return { id: person.id as PersonId, revision: person.revision + 1 }
})

export const household = command(saveHousehold, { reread }, async (scope, { params, body }) => {
  const person = await requireTheirs(scope, params.person, body.revision)
  store.savePerson(scope.tx, person, { household: JSON.stringify(together(body.household)) })
  scope.audit(person.id, { home: person.home, person: person.id, changed: ['household'] })
  return { id: person.id as PersonId, revision: person.revision + 1 }
})
