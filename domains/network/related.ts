import type { VolunteerRecord } from './store.ts'

type Ties = Pick<VolunteerRecord, 'id' | 'address_digest' | 'phone_digest' | 'kin'>

// A digest that came from another thread is an array of bytes and no Buffer.
const same = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one !== null && other !== null && Buffer.compare(one, other) === 0

/** Two who share an address or a telephone, or of whom either was declared related to or living with the other: never a pair. */
export const areRelated = (one: Ties, other: Ties): boolean =>
  one.id === other.id ||
  same(one.address_digest, other.address_digest) ||
  same(one.phone_digest, other.phone_digest) ||
  one.kin.includes(other.id) ||
  other.kin.includes(one.id)

type Declared = Pick<VolunteerRecord, 'id' | 'kin'>

/** Who of the group is declared related to a volunteer, by either of the two. */
export const relatedIn = (group: readonly Declared[], volunteer: Declared): string[] =>
  group.filter(({ id, kin }) => id !== volunteer.id && (volunteer.kin.includes(id) || kin.includes(volunteer.id))).map(({ id }) => id)

/** What has to be written so that, within the group, a volunteer is related to these and to nobody else: the volunteer always. */
export const kinAfter = <V extends Declared>(group: readonly V[], volunteer: V, related: readonly string[]): [V, string[]][] => {
  const elsewhere = volunteer.kin.filter((id) => !group.some((one) => one.id === id))
  const others = group.flatMap((one): [V, string[]][] => {
    const [is, should] = [one.kin.includes(volunteer.id), related.includes(one.id)]
    if (one.id === volunteer.id || is === should) return []
    return [[one, should ? [...one.kin, volunteer.id] : one.kin.filter((id) => id !== volunteer.id)]]
  })
  return [[volunteer, [...elsewhere, ...related]], ...others]
}
