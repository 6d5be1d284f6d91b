import type pg from 'pg'
import type { CountryPack } from '#countries/index.ts'
import { homeOf, NATION, type Home } from '#platform/ids/index.ts'
import type { Chance } from './chance.ts'
import { copying } from './copy.ts'
import type { Geography, Town } from './geography.ts'
import { demoId } from './ids.ts'

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

export const loadOrganisations = async (
  client: pg.Client,
  pack: CountryPack,
  geography: Geography,
  chance: Chance,
  scale: number,
  onRow: () => void,
): Promise<Organisations> => {
  const table = copying(client, 'network.unit', COLUMNS)
  let agencyNumber = 0
  const agencyId = () => demoId('agency', (agencyNumber += 1))
  const put = async (row: Parameters<typeof table.row>[0]) => {
    onRow()
    await table.row(row)
  }
  const nation = agencyId()
  const country = geography.places.find(({ kind }) => kind === 'country')
  if (country === undefined) throw new Error('the pack has no country')
  const office = (id: string, parent: string | null, level: string, fa: string, en: string, place: { code: string; lat: number; lon: number }, home: number) =>
    put([id, 'agency', parent, level, null, null, null, fa, en, place.code, home, null, place.lat, place.lon, '07:30–14:30', null, '2015-03-21', true])
  await office(nation, null, 'nation', 'سازمان رفاه نمونه', 'Sample Welfare Agency', country, NATION)
  const above = new Map<string, string>([[country.code, nation]])
  for (const place of geography.places.filter(({ kind }) => kind === 'province' || kind === 'county')) {
    const id = agencyId()
    above.set(place.code, id)
    const fa = place.kind === 'province' ? `ادارهٔ کل استان ${place.nameFa}` : `ادارهٔ شهرستان ${place.nameFa}`
    await office(id, above.get(place.parent ?? '') ?? nation, place.kind, fa, `${place.nameEn} Office`, place, homeOf(place.province, place.county))
  }
  const centres: AgencyCentre[] = []
  for (const { home, town, number } of geography.centres) {
    const id = agencyId()
    const nameFa = `مرکز ${['', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه', 'ده'][number] ?? number} ${town.nameFa}`
    centres.push({ id, number, home, town, nameFa, nameEn: `${town.nameEn} Centre ${number}` })
    const phone = `+98999${String(home).padStart(7, '0')}`
    await put([id, 'agency', above.get(town.parent ?? '') ?? nation, 'centre', null, null, null, nameFa, `${town.nameEn} Centre ${number}`, town.code, home, null, town.lat, town.lon, '07:30–14:30', phone, '2015-03-21', true])
  }
  const network = demoId('group', 0)
  await put([network, 'network', null, 'nation', null, null, null, 'شبکهٔ همیاری نمونه', 'Sample Volunteer Network', country.code, NATION, null, country.lat, country.lon, null, null, '2010-03-21', true])
  for (const [at, centre] of centres.entries())
    await put([demoId('liaison', at + 1), 'network', network, 'local', 'liaison', 'mixed', null, `دفتر رابط ${centre.nameFa}`, `Liaison, ${centre.nameEn}`, centre.town.code, centre.home, centre.id, centre.town.lat, centre.town.lon, '08:00–14:00', null, '2018-03-21', true])

  const groups: Group[] = []
  const neighbourhoods = spread(Math.round(40_000 * scale), geography.towns)
  const professionals = spread(Math.round(20_000 * scale), geography.towns)
  for (const [at, town] of geography.towns.entries()) {
    for (let number = 1; number <= (neighbourhoods[at] ?? 0); number++) {
      const membership = number % 3 === 1 ? 'women' : number % 3 === 2 ? 'mixed' : 'men'
      const street = pack.names.streets[number % pack.names.streets.length] ?? ''
      const nameFa = `گروه محلی ${words[membership].fa}${town.nameFa}، ${street}`
      const group = { id: demoId('group', groups.length + 1), town, home: town.home, membership, profession: null, nameFa } as const
      groups.push(group)
      await put([group.id, 'network', network, 'local', 'neighbourhood', membership, null, nameFa, `${words[membership].en}${town.nameEn}, ${number}`, town.code, town.home, null, town.lat + (chance.next() - 0.5) * 0.06, town.lon + (chance.next() - 0.5) * 0.06, null, `+98998${String(groups.length).padStart(7, '0')}`, '2012-03-21', true])
    }
    for (let number = 1; number <= (professionals[at] ?? 0); number++) {
      const profession = pack.professions[(at + number) % pack.professions.length]
      if (profession === undefined) continue
      const nameFa = `کانون تخصصی ${profession.name.fa} ${town.nameFa}`
      const group = { id: demoId('professional', groups.length + 1), town, home: town.home, membership: 'mixed', profession: profession.code, nameFa } as const
      groups.push(group)
      await put([group.id, 'network', network, 'local', 'professional', 'mixed', profession.code, nameFa, `${profession.name.en} of ${town.nameEn}`, town.code, town.home, null, town.lat + (chance.next() - 0.5) * 0.04, town.lon + (chance.next() - 0.5) * 0.04, null, null, '2014-03-21', true])
    }
  }
  await table.end()
  return { groups, centres, agency: nation }
}
