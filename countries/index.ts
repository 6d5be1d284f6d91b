import { iran } from './iran/index.ts'
import { kenya } from './kenya/index.ts'
import type { CountryPack } from './pack.ts'

export type { CountryPack, Currency, DangerReceiver, GazetteerPlace, Holiday, Named, NeedKind, Notice, Pairing, VettingPurpose } from './pack.ts'

const packs: Readonly<Record<string, CountryPack>> = { iran, kenya }

/** The pack of a country, by its code. */
export const countryPack = (code: string): CountryPack => {
  const pack = packs[code]
  if (pack === undefined) throw new Error(`there is no country pack ${code}`)
  return pack
}
