import type { CountryPack } from '#countries/index.ts'
import { homeOf, NATION, type Home } from '#platform/ids/index.ts'
import { persianDigits, type Pair } from '#platform/words/index.ts'
import type { Chance } from './chance.ts'
import { copying } from './copy.ts'
import type { Filling } from './filling.ts'
import type { Geography, Town } from './geography.ts'
import { demoId } from './ids.ts'
import { phoneOf } from './phones.ts'

export interface Group {
  readonly id: string
  readonly town: Town
  readonly home: Home
  readonly membership: 'women' | 'men' | 'mixed'
  readonly profession: string | null
  readonly nameFa: string
}

export interface AgencyCentre {
  readonly id: string
  /** 1 for the first of its town. */
  readonly number: number
  readonly home: Home
  readonly town: Town
  readonly nameFa: string
  readonly nameEn: string
}

export interface Organisations {
  readonly groups: readonly Group[]
  readonly centres: readonly AgencyCentre[]
  readonly agency: string
}

export const AGENCY: Pair = { fa: 'سازمان رفاه نمونه', en: 'Sample Welfare Agency' }
const NETWORK: Pair = { fa: 'شبکهٔ همیاری نمونه', en: 'Sample Volunteer Network' }
const NEIGHBOURHOODS = 40_000
const PROFESSIONALS = 20_000

const COLUMNS = [
  'id', 'organisation', 'parent', 'level', 'kind', 'membership', 'profession', 'name_fa', 'name_en', 'place', 'home', 'hosted_by',
  'lat', 'lon', 'hours', 'phone', 'opened_on', 'synthetic',
]

/** Spreads a number over towns by people, largest remainder: the sum is exact. */
export const spread = (total: number, towns: readonly Town[]): number[] => {
  const people = towns.reduce((sum, { weight }) => sum + weight, 0)
  const shares = towns.map(({ weight }) => (weight / people) * total)
  const counts = shares.map(Math.floor)
  const left = total - counts.reduce((sum, count) => sum + count, 0)
  const order = shares.map((share, at) => ({ at, rest: share - Math.floor(share) })).sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of order.slice(0, left)) counts[at] = (counts[at] ?? 0) + 1
  return counts
}

const words = { women: { fa: 'زنان ', en: 'Women of ' }, men: { fa: 'مردان ', en: 'Men of ' }, mixed: { fa: '', en: '' } } as const
const memberships = ['women', 'mixed', 'men'] as const

interface Spot {
  readonly code: string
  readonly lat: number
  readonly lon: number
}

const at = (template: Pair, fa: string, en: string): Pair => ({ fa: template.fa.replace('{place}', fa), en: template.en.replace('{place}', en) })

/** A street of its own, and a number where a town has more groups than streets: no two are called alike. Streets have no English name. */
const corner = (pack: CountryPack, number: number): Pair => {
  const { streets } = pack.names
  const street = streets[(number - 1) % streets.length] ?? ''
  const round = Math.floor((number - 1) / streets.length) + 1
  return { fa: round === 1 ? street : `${street} ${persianDigits(String(round))}`, en: String(number) }
}

interface Laying {
  readonly pack: CountryPack
  readonly geography: Geography
  readonly country: Spot
  put(row: readonly (string | number | boolean | null)[]): Promise<void>
}

/** Nation, provinces, counties, centres: one office for each, named as the country pack names them. */
const layAgency = async ({ pack, geography, country, put }: Laying) => {
  let number = 0
  const next = () => demoId('agency', (number += 1))
  const office = (id: string, parent: string | null, level: string, name: Pair, place: Spot, home: number, phone: string | null) =>
    put([id, 'agency', parent, level, null, null, null, name.fa, name.en, place.code, home, null, place.lat, place.lon, '07:30–14:30', phone, '2015-03-21', true])
  const agency = next()
  await office(agency, null, 'nation', AGENCY, country, NATION, null)
  const above = new Map<string, string>([[country.code, agency]])
  for (const place of geography.places) {
    if (place.kind !== 'province' && place.kind !== 'county') continue
    const id = next()
    above.set(place.code, id)
    const name = at(pack.offices[place.kind], place.nameFa, place.nameEn)
    await office(id, above.get(place.parent ?? '') ?? agency, place.kind, name, place, homeOf(place.province, place.county), null)
  }
  const homes = geography.centres.map(({ town }) => town.code)
  const centres: AgencyCentre[] = []
  for (const { home, town, number: own } of geography.centres) {
    const id = next()
    const alone = homes.indexOf(town.code) === homes.lastIndexOf(town.code)
    const name = alone
      ? at(pack.offices.centre, town.nameFa, town.nameEn)
      : at(pack.offices.centre, `${town.nameFa} ${persianDigits(String(own))}`, `${town.nameEn} ${own}`)
    centres.push({ id, number: own, home, town, nameFa: name.fa, nameEn: name.en })
    await office(id, above.get(town.parent ?? '') ?? agency, 'centre', name, town, home, phoneOf(pack, 'centre', home))
  }
  return { agency, centres }
}

/** Local and professional groups by the people of each town. */
const layGroups = async ({ pack, geography, put }: Laying, network: string, chance: Chance, scale: number): Promise<Group[]> => {
  const groups: Group[] = []
  const around = ({ lat, lon }: Town, width: number) => [lat + (chance.next() - 0.5) * width, lon + (chance.next() - 0.5) * width] as const
  const neighbourhoods = spread(Math.round(NEIGHBOURHOODS * scale), geography.towns)
  const professionals = spread(Math.round(PROFESSIONALS * scale), geography.towns)
  let turn = 0
  for (const [index, town] of geography.towns.entries()) {
    const { home } = town
    for (let number = 1; number <= (neighbourhoods[index] ?? 0); number++) {
      const membership = memberships[(turn += 1) % memberships.length] ?? 'mixed'
      const street = corner(pack, number)
      const who = words[membership]
      const name = { fa: `گروه محلی ${who.fa}${town.nameFa}، ${street.fa}`, en: `${who.en}${town.nameEn}, ${street.en}` }
      const group = { id: demoId('group', groups.length + 1), town, home, membership, profession: null, nameFa: name.fa } as const
      groups.push(group)
      await put([group.id, 'network', network, 'local', 'neighbourhood', membership, null, name.fa, name.en, town.code, home, null, ...around(town, 0.06), null, phoneOf(pack, 'group', groups.length), '2012-03-21', true])
    }
    for (let number = 1; number <= (professionals[index] ?? 0); number++) {
      const profession = pack.professions[(turn += 1) % pack.professions.length]
      if (profession === undefined) continue
      const street = corner(pack, Math.ceil(number / pack.professions.length))
      const name = { fa: `کانون تخصصی ${profession.name.fa} ${town.nameFa}، ${street.fa}`, en: `${profession.name.en} of ${town.nameEn}, ${street.en}` }
      const group = { id: demoId('professional', groups.length + 1), town, home, membership: 'mixed', profession: profession.code, nameFa: name.fa } as const
      groups.push(group)
      await put([group.id, 'network', network, 'local', 'professional', 'mixed', profession.code, name.fa, name.en, town.code, home, null, ...around(town, 0.04), null, phoneOf(pack, 'group', groups.length), '2014-03-21', true])
    }
  }
  return groups
}

export interface OrganisationOptions {
  readonly pack: CountryPack
  readonly geography: Geography
  readonly scale: number
  readonly onRow: () => void
}

/** Both trees, and a liaison unit at each centre. */
export const loadOrganisations = async (filling: Filling, { pack, geography, scale, onRow }: OrganisationOptions, chance: Chance): Promise<Organisations> => {
  const table = await copying(filling, 'network.unit', COLUMNS)
  const country = geography.places.find(({ kind }) => kind === 'country')
  if (country === undefined) throw new Error('the pack has no country')
  const put: Laying['put'] = async (row) => {
    onRow()
    await table.row(row)
  }
  const laying = { pack, geography, country, put }
  const { agency, centres } = await layAgency(laying)
  const network = demoId('group', 0)
  await put([network, 'network', null, 'nation', null, null, null, NETWORK.fa, NETWORK.en, country.code, NATION, null, country.lat, country.lon, null, null, '2010-03-21', true])
  for (const [index, { id, nameFa, nameEn, town, home }] of centres.entries())
    await put([demoId('liaison', index + 1), 'network', network, 'local', 'liaison', 'mixed', null, `دفتر رابط ${nameFa}`, `Liaison, ${nameEn}`, town.code, home, id, town.lat, town.lon, '08:00–14:00', null, '2018-03-21', true])
  const groups = await layGroups(laying, network, chance, scale)
  await table.end()
  return { groups, centres, agency }
}
