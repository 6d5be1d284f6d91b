import type { CountryPack } from '#countries/index.ts'
import { addressDigest } from '#domains/places/index.ts'
import { addDays, today } from '#engines/calendar/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { foldForSearch } from '#platform/words/index.ts'
import type { Chance } from './chance.ts'
import { copying } from './copy.ts'
import type { Filling } from './filling.ts'
import { demoId } from './ids.ts'
import type { Group } from './organisations.ts'
import { phoneOf } from './phones.ts'

/** A volunteer with the time they promised so far: what the year is lived with. */
export interface Helper {
  readonly number: number
  readonly id: string
  readonly group: Group
  readonly given: string
  readonly family: string
  readonly sex: 'female' | 'male'
  readonly lat: number
  readonly lon: number
  readonly skills: readonly { readonly code: string; readonly level: number }[]
  readonly languages: readonly string[]
  readonly kinds: readonly string[]
  /** Half-open minutes of the week from Monday. */
  readonly windows: readonly (readonly number[])[]
  readonly weeklyMinutes: number
  readonly capacity: number
  readonly travelKm: number
  /** Instant in ms; undefined where there never was a vetting. */
  readonly vettedUntil: number | undefined
  /** Joined a few days ago, and nothing was asked of them yet. */
  readonly fresh: boolean
  /** Takes what is asked; the others are asked when nobody else can. */
  readonly keen: boolean
  readonly promised: { from: number; to: number; since: number; until: number }[]
}

const DAY = 1_440
const DAY_MS = 86_400_000
const WEEK = [[0, 7 * DAY]]
const AT_FIRST = 60
const OF_SHOWN = 7
/** After the first: two who joined together, and go together where two are needed. */
const FRESH = [1, 2]
const NEXT_DOOR = 0.001

/** Mornings, afternoons or evenings of a few days. */
const windowsOf = (chance: Chance): number[][] => {
  if (chance.is(0.15)) return WEEK
  const [from, to] = chance.pick([[8, 13], [14, 20], [16, 21], [8, 20]] as const)
  return [0, 1, 2, 3, 4, 5, 6].filter(() => chance.is(0.6)).map((day) => [day * DAY + from * 60, day * DAY + to * 60])
}

export interface VolunteerOptions {
  readonly pack: CountryPack
  readonly groups: readonly Group[]
  readonly count: number
  readonly now: Date
  /** The group whose first volunteers have accounts, and live in the middle of its town. */
  readonly shown: Group
}

const kindsFor = (pack: CountryPack, profession: string | null, chance: Chance): string[] =>
  pack.needKinds.filter(({ skills }) => chance.is(profession !== null && skills.includes(profession) ? 0.9 : 0.42)).map(({ code }) => code)

/** As many volunteers as asked for, over all groups; the shown county's come first, so that a small country has some there. */
export const makeVolunteers = ({ pack, groups, count, now, shown }: VolunteerOptions, chance: Chance): Helper[] => {
  const county = Math.floor(shown.home / 100)
  const near = groups.filter(({ home }) => Math.floor(home / 100) === county)
  const allKinds = pack.needKinds.map(({ code }) => code)
  const kindsOfTwo = pack.needKinds.filter(({ pair }) => pair !== 'never').map(({ code }) => code)
  return Array.from({ length: count }, (_, index): Helper => {
    const number = index + 1
    const first = index === 0
    const fresh = FRESH.includes(index)
    // Some of the shown group, then the county's groups in turn, then everybody's.
    const group = (index < OF_SHOWN ? shown : index < AT_FIRST ? near[index % near.length] : groups[index % groups.length]) ?? shown
    const sex = group.membership === 'women' ? 'female' : group.membership === 'men' ? 'male' : chance.is(0.55) ? 'female' : 'male'
    const { lat, lon } = group.town
    const vetted = first || chance.is(0.75)
    const made: Helper = {
      number,
      id: demoId('volunteer', number),
      group,
      given: chance.pick(sex === 'female' ? pack.names.women : pack.names.men),
      family: chance.pick(pack.names.families),
      sex,
      lat: first ? lat : lat + (chance.next() - 0.5) * 0.08,
      lon: first ? lon : lon + (chance.next() - 0.5) * 0.08,
      skills: group.profession === null ? [] : [{ code: group.profession, level: chance.between(2, 4) }],
      languages: [pack.spokenLanguages[0]?.code ?? 'en', ...(chance.is(0.3) ? [chance.pick(pack.spokenLanguages.slice(1)).code] : [])],
      kinds: first ? allKinds : kindsFor(pack, group.profession, chance),
      windows: first ? WEEK : windowsOf(chance),
      weeklyMinutes: chance.between(1, 8) * 60,
      capacity: first ? 6 : chance.pick([1, 2, 2, 3, 3, 3, 4, 5]),
      travelKm: chance.between(5, 25),
      vettedUntil: vetted ? now.getTime() + chance.between(first ? 600 : -30, 700) * DAY_MS : undefined,
      fresh,
      keen: chance.is(0.45),
      promised: [],
    }
    if (!fresh) return made
    const vettedUntil = now.getTime() + 700 * DAY_MS
    return { ...made, lat: lat + index * NEXT_DOOR, lon, kinds: kindsOfTwo, windows: WEEK, capacity: 6, travelKm: 25, vettedUntil }
  })
}

export const loadVolunteers = async (
  filling: Filling,
  { pack, keys, now, helpers, carried, homes }: {
    readonly pack: CountryPack
    readonly keys: Keyring
    readonly now: Date
    readonly helpers: readonly Helper[]
    /** Approved visits that are not over, by volunteer. */
    readonly carried: ReadonlyMap<Helper, number>
    /** Where each lives. */
    readonly homes: ReadonlyMap<Helper, string>
  },
  onRow: () => void,
): Promise<void> => {
  const table = await copying(filling, 'network.volunteer', [
    'home', 'id', 'recorded_at', 'recorded_by', 'unit', 'given_name', 'family_name', 'sex', 'place', 'lat', 'lon', 'skills',
    'languages', 'kinds', 'windows', 'weekly_minutes', 'capacity', 'load', 'travel_km', 'vetted_until', 'vetted_for',
    'confirmed_at', 'contact', 'phone_digest', 'address_digest', 'family_token', 'synthetic',
  ])
  const on = today(now, pack.timeZone)
  const families = new Map(pack.names.families.map((name) => [name, keys.token('name', foldForSearch(name))]))
  for (const helper of helpers) {
    const { group, number, vettedUntil } = helper
    const phone = phoneOf(pack, 'volunteer', number)
    const joined = new Date(now.getTime() - (helper.fresh ? 6 : 390 + (number % 1_100)) * DAY_MS)
    const address = homes.get(helper) ?? null
    onRow()
    await table.row([
      group.home, helper.id, joined, 'demonstration', group.id, helper.given, helper.family, helper.sex, group.town.code, helper.lat, helper.lon,
      JSON.stringify(helper.skills), helper.languages, helper.kinds, JSON.stringify(helper.windows), helper.weeklyMinutes, helper.capacity,
      carried.get(helper) ?? 0, helper.travelKm,
      vettedUntil === undefined ? null : addDays(on, Math.round((vettedUntil - now.getTime()) / DAY_MS)), vettedUntil === undefined ? [] : ['home', 'children'],
      joined, keys.seal(group.home, JSON.stringify({ phone, address })), keys.digest('phone', phone),
      addressDigest(keys, pack.code, group.town.code, address), families.get(helper.family) ?? null, true,
    ])
  }
  await table.end()
}
