import { command } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { openContact, sealContact } from './contact.ts'
import { savePerson, type PersonId } from './contract.ts'
import { hashSecret } from './secret.ts'
import * as store from './store.ts'

const withAddress = (keys: Keyring, person: store.PersonRecord, address: string | null) => ({
  contact: sealContact(keys, person.home, { ...openContact(keys, person), address: address === '' ? null : address }),
  address: null,
})

export const save = command(
  savePerson,
  {
    reread: async ({ tx, audit }, id) => {
      const person = await store.findPerson(tx, id)
      if (person === undefined) throw new Problem('record.not-found')
      audit(id, { home: person.home, person: id })
      return { id: person.id as PersonId, revision: person.revision }
    },
  },
  async ({ actor, tx, keys, audit }, { params, body }) => {
    const person = await store.findPerson(tx, params.person, 'for update')
    const isTheirs = person?.worker === actor.id || (actor.role === 'supervisor' && person?.team === actor.unit)
    if (person === undefined || !isTheirs) throw new Problem('record.not-found')
    if (person.revision !== body.revision) throw new Problem('request.stale')
    store.savePerson(tx, person, {
      ...(body.address === undefined ? {} : withAddress(keys, person, body.address)),
      ...(body.quarter === undefined ? {} : { quarter: body.quarter }),
      ...(body.secret === undefined ? {} : { secret_hash: await hashSecret(body.secret) }),
    })
    audit(person.id, { home: person.home, person: person.id, changed: Object.keys(body).filter((name) => name !== 'revision') })
    return { id: person.id as PersonId, revision: person.revision + 1 }
  },
)
