import type { VolunteerRecord } from './store.ts'

type Ties = Pick<VolunteerRecord, 'id' | 'household' | 'address_digest' | 'phone_digest' | 'kin'>

const same = (one: Buffer | null, other: Buffer | null): boolean => one !== null && other !== null && one.equals(other)

/** Two who share a household, an address or a telephone, or of whom either declared the other: never a pair. */
export const areRelated = (one: Ties, other: Ties): boolean =>
  one.id === other.id ||
  (one.household !== null && one.household === other.household) ||
  same(one.address_digest, other.address_digest) ||
  same(one.phone_digest, other.phone_digest) ||
  one.kin.includes(other.id) ||
  other.kin.includes(one.id)
