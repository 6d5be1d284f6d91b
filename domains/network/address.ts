import { addressDigest } from '#domains/places/index.ts'
import { command, type ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { getAddress, saveAddress, type Address } from './contract.ts'
import * as store from './store.ts'

interface Contact {
  readonly address?: string | null
}

const contactOf = ({ keys }: Pick<ReadScope, 'keys'>, { home, contact }: store.VolunteerRecord): Contact =>
  contact === null ? {} : (JSON.parse(keys.open(home, contact)) as Contact)

const requireOwn = async ({ actor, tx }: ReadScope): Promise<store.VolunteerRecord> => {
  const volunteer = await store.findVolunteer(tx, actor.volunteer ?? '')
  if (volunteer === undefined) throw new Problem('record.not-found')
  return volunteer
}

const read = async (scope: ReadScope): Promise<Address> => {
  const volunteer = await requireOwn(scope)
  scope.audit(volunteer.id, { home: volunteer.home })
  return { address: contactOf(scope, volunteer).address ?? null }
}

export const ownAddress = query(getAddress, read)

/** Sealed, and read by nobody else: what is compared is its digest (design 8.1). */
export const writeAddress = command(saveAddress, { reread: read }, async (scope, { body }) => {
  const { tx, keys, country } = scope
  const volunteer = await requireOwn(scope)
  const address = body.address === '' ? null : body.address
  const contact = keys.seal(volunteer.home, JSON.stringify({ ...contactOf(scope, volunteer), address }))
  store.saveAddress(tx, volunteer, contact, addressDigest(keys, country, volunteer.place, address))
  scope.audit(volunteer.id, { home: volunteer.home, changed: ['address'] })
  return { address }
})
