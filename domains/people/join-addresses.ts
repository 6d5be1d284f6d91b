import type { Keyring } from '#platform/keys/index.ts'
import type { Connection } from '#platform/keys/reseal.ts'
import { openContact, sealContact, type SealedContact } from './contact.ts'

const AT_ONCE = 1_000

interface ApartRow extends SealedContact {
  readonly place: string
}

/**
 * Seals contact and address as one value where a record of the first releases has them apart; answers how many records.
 * May be stopped and started again at any time.
 */
export const joinAddresses = async (loader: Connection, keys: Keyring): Promise<number> => {
  let joined = 0
  for (;;) {
    const { rows } = await loader.query<ApartRow>(
      `select ctid::text as place, home, contact, address from people.person where address is not null limit ${AT_ONCE}`,
    )
    if (rows.length === 0) return joined
    // Only where it is still what was read: a deed that changed it meanwhile joined them itself.
    const { rowCount } = await loader.query(
      `update people.person t set contact = v.fresh, address = null
       from unnest($1::tid[], $2::bytea[], $3::bytea[], $4::bytea[]) as v(place, contact, address, fresh)
       where t.ctid = v.place and t.contact is not distinct from v.contact and t.address = v.address`,
      [
        rows.map(({ place }) => place),
        rows.map(({ contact }) => contact),
        rows.map(({ address }) => address),
        rows.map((row) => sealContact(keys, row.home, openContact(keys, row))),
      ],
    )
    joined += rowCount ?? 0
  }
}
