import type pg from 'pg'
import type { CountryPack } from '#countries/index.ts'
import { addDays, today } from '#engines/calendar/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { foldForSearch } from '#platform/words/index.ts'
import type { Chance } from './chance.ts'
import { copying } from './copy.ts'
import type { Town } from './geography.ts'
import { demoId } from './ids.ts'
import type { Group } from './organisations.ts'

export interface DemoVolunteer {
  readonly id: string
  readonly group: Group
  readonly name: string
  readonly home: number
}

const DAY = 1_440
const WEEK = [[0, 7 * DAY]]

/** Half-open minutes of the week from Monday: mornings, afternoons or evenings of a few days. */
const windowsOf = (chance: Chance): number[][] => {
  if (chance.is(0.15)) return WEEK
  const [from, to] = chance.pick([[8, 13], [14, 19], [16, 21], [8, 20]] as const)
  return [0, 1, 2, 3, 4, 5, 6].filter(() => chance.is(0.55)).map((day) => [day * DAY + from * 60, day * DAY + to * 60])
}

// Most carry little, few carry much, and a third nothing: what a network looks like before anybody matches it.
const loadOf = (chance: Chance, capacity: number): number => (chance.is(0.35) ? 0 : Math.min(capacity, Math.floor(-Math.log(1 - chance.next()) * 1.4)))

export interface VolunteerOptions {
  readonly pack: CountryPack
  readonly keys: Keyring
  readonly groups: readonly Group[]
  readonly count: number
  readonly now: Date
  /** The group whose first volunteer has an account, and lives in the middle of its town. */
  readonly shown: Group
}

export const loadVolunteers = async (
  client: pg.Client,
  { pack, keys, groups, count, now, shown }: VolunteerOptions,
  chance: Chance,
  onRow: () => void,
): Promise<DemoVolunteer[]> => {
  const table = copying(client, 'network.volunteer', [
    'home', 'id', 'recorded_at', 'recorded_by', 'unit', 'given_name', 'family_name', 'sex', 'place', 'lat', 'lon', 'skills',
    'languages', 'kinds', 'windows', 'weekly_minutes', 'capacity', 'load', 'travel_km', 'vetted_until', 'vetted_for',
    'confirmed_at', 'contact', 'phone_digest', 'family_token', 'synthetic',
  ])
  const kinds = pack.needKinds.map(({ code }) => code)
  const on = today(now, pack.timeZone)
  const families = new Map(pack.names.families.map((name) => [name, keys.token('name', foldForSearch(name))]))
  const all: DemoVolunteer[] = []
  const order = [shown, ...groups]
  for (let number = 1; number <= count; number++) {
    const group = order[(number - 1) % order.length] ?? shown
    const first = number === 1
    const sex = group.membership === 'women' ? 'female' : group.membership === 'men' ? 'male' : chance.is(0.5) ? 'female' : 'male'
    const given = chance.pick(sex === 'female' ? pack.names.women : pack.names.men)
    const family = chance.pick(pack.names.families)
    const phone = `+98997${String(number).padStart(7, '0')}`
    const town: Town = group.town
    const capacity = first ? 5 : chance.between(1, 5)
    const vetted = first || chance.is(0.7)
    const id = demoId('volunteer', number)
    all.push({ id, group, name: `${given} ${family}`, home: group.home })
    onRow()
    await table.row([
      group.home,
      id,
      now,
      'demonstration',
      group.id,
      given,
      family,
      sex,
      town.code,
      first ? town.lat : town.lat + (chance.next() - 0.5) * 0.08,
      first ? town.lon : town.lon + (chance.next() - 0.5) * 0.08,
      JSON.stringify(group.profession === null ? [] : [{ code: group.profession, level: chance.between(2, 4) }]),
      ['fa', ...(chance.is(0.3) ? [chance.pick(pack.spokenLanguages).code] : [])],
      first ? kinds : kinds.filter(() => chance.is(0.4)),
      JSON.stringify(first ? WEEK : windowsOf(chance)),
      chance.between(1, 8) * 60,
      capacity,
      first ? 0 : loadOf(chance, capacity),
      chance.between(5, 25),
      vetted ? addDays(on, first ? 700 : chance.between(-30, 700)) : null,
      vetted ? ['home'] : [],
      now,
      keys.seal(group.home, JSON.stringify({ phone })),
      keys.digest('phone', phone),
      families.get(family) ?? null,
      true,
    ])
  }
  await table.end()
  return all
}
