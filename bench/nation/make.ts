import { countryPack, type CountryPack } from '#countries/index.ts'
import { FEMALE, MALE, NOBODY, NO_SEX, type Columns, type Lists } from '#engines/matching/nation/columns.ts'
import { vocabularyOf, type Ask, type Vocabulary } from '#engines/matching/nation/vocabulary.ts'
import { openWeekBook, type WeekBook } from '#engines/matching/nation/weeks.ts'
import { stretches, wantedStretches } from '#engines/matching/windows.ts'
import { chance, type Chance } from '#bench/matching/chance.ts'
import { degreesOf, scattered, townsOf, type Scattered } from '#bench/matching/national.ts'

const DAY = 1440
const TODAY = 1
const LEVELS = 4

/** Professions as common as they are in most countries: each rarer than the one before, down to one volunteer in thousands. */
const rarity = (place: number): number => 0.12 / (place + 1) ** 1.6

const skillOf = (pack: CountryPack, from: Chance): string | undefined => {
  const drawn = from.next()
  let upTo = 0
  for (const [place, { code }] of pack.professions.entries()) {
    upTo += rarity(place)
    if (drawn < upTo) return code
  }
  return undefined
}

/** Mornings, afternoons or evenings of a few days; some at any time. */
const daysOf = (from: Chance): readonly { readonly from: number; readonly to: number }[] => {
  if (from.next() < 0.15) return [{ from: 0, to: 7 * DAY }]
  const [begin, end] = [[8, 13], [14, 20], [16, 21], [8, 20]][from.below(4)] ?? [8, 20]
  return [0, 1, 2, 3, 4, 5, 6].filter(() => from.next() < 0.6).map((day) => ({ from: day * DAY + (begin ?? 0) * 60, to: day * DAY + (end ?? 0) * 60 }))
}

/** An afternoon or so, or several days of the coming weeks. */
const wantedOf = (from: Chance): readonly { readonly from: number; readonly to: number }[] => {
  const begin = from.below(7) * DAY + (8 + from.below(10)) * 60
  return [{ from: begin, to: begin + (from.next() < 0.3 ? (1 + from.below(3)) * DAY : (3 + from.below(5)) * 60) }]
}

/** Weeks that are the same are one list: there are few of them. */
const sameWeeks = (make: (from: Chance) => readonly { readonly from: number; readonly to: number }[], join: typeof stretches, book: WeekBook) => {
  const known = new Map<string, number>()
  return (from: Chance): number => {
    const windows = make(from)
    const key = JSON.stringify(windows)
    const number = known.get(key) ?? book.numberOf(join(windows))
    known.set(key, number)
    return number
  }
}

interface Country {
  readonly pack: CountryPack
  readonly vocabulary: Vocabulary
  readonly book: WeekBook
}

const asksIn = (pack: CountryPack): readonly Ask[] => [
  ...pack.needKinds.map(({ code }) => ({ kind: code })),
  { sex: 'female' },
  { sex: 'male' },
  ...pack.spokenLanguages.map(({ code }) => ({ language: code })),
  ...pack.professions.flatMap(({ code }) => Array.from({ length: LEVELS }, (_, level) => ({ skill: code, level: level + 1 }))),
]

const volunteersOf = ({ pack, vocabulary, book }: Country, homes: Scattered, from: Chance): Columns['volunteers'] => {
  const count = homes.x.length
  const { words } = vocabulary
  const weekOf = sameWeeks(daysOf, stretches, book)
  const volunteers = {
    lat: new Float64Array(count),
    lon: new Float64Array(count),
    bits: new Int32Array(count * words),
    vettedUntil: new Int32Array(count),
    week: new Int32Array(count),
    travelKm: new Float64Array(count),
    unit: new Int32Array(count),
    capacity: new Int32Array(count),
    carried: new Int32Array(count),
    sex: new Uint8Array(count),
  }
  for (let index = 0; index < count; index++) {
    const { lat, lon } = degreesOf(homes.x[index] ?? 0, homes.y[index] ?? 0)
    const woman = from.next() < 0.55
    const skill = skillOf(pack, from)
    const spoken = pack.spokenLanguages
    const other = from.next() < 0.3 ? spoken[1 + from.below(spoken.length - 1)] : undefined
    const limit = from.below(5)
    volunteers.lat[index] = lat
    volunteers.lon[index] = lon
    vocabulary.give(
      {
        kinds: pack.needKinds.filter(({ skills }) => from.next() < (skill !== undefined && skills.includes(skill) ? 0.9 : 0.42)).map(({ code }) => code),
        languages: [spoken[0], other].flatMap((language) => language?.code ?? []),
        sex: woman ? 'female' : 'male',
        skills: skill === undefined ? [] : [{ code: skill, level: 1 + from.below(LEVELS) }],
      },
      volunteers.bits,
      index * words,
    )
    volunteers.vettedUntil[index] = from.next() < 0.75 ? TODAY + from.below(730) : 0
    volunteers.week[index] = weekOf(from)
    volunteers.travelKm[index] = 5 + from.below(21)
    volunteers.unit[index] = homes.town[index] ?? 0
    volunteers.carried[index] = from.below(3)
    volunteers.capacity[index] = from.next() < 0.05 ? 0 : Math.max(0, limit - (volunteers.carried[index] ?? 0))
    volunteers.sex[index] = woman ? FEMALE : MALE
  }
  return volunteers
}

const openLists = () => {
  const start = [0]
  const item: number[] = []
  return {
    add: (row: readonly number[]): void => {
      item.push(...row)
      start.push(item.length)
    },
    lists: (): Lists => ({ start: Int32Array.from(start), item: Int32Array.from(item) }),
  }
}

/** Somebody who lives in the same town, where there is anybody. */
const townsfolk = ({ town }: Scattered, towns: number) => {
  const of: number[][] = Array.from({ length: towns }, () => [])
  for (const [index, own] of town.entries()) of[own]?.push(index)
  return (own: number, from: Chance): readonly number[] => {
    const all = of[own] ?? []
    return all.length === 0 ? [] : [all[from.below(all.length)] ?? 0]
  }
}

const needsOf = ({ pack, vocabulary, book }: Country, where: Scattered, neighbour: (town: number, from: Chance) => readonly number[], from: Chance): Columns['needs'] => {
  const count = where.x.length
  const { words } = vocabulary
  const weekOf = sameWeeks(wantedOf, wantedStretches, book)
  const barred = openLists()
  const barredUnits = openLists()
  const needs = {
    lat: new Float64Array(count),
    lon: new Float64Array(count),
    bits: new Int32Array(count * words),
    vettedThrough: new Int32Array(count),
    week: new Int32Array(count),
    minutes: new Float64Array(count),
    before: new Int32Array(count).fill(NOBODY),
    waitingDays: new Float64Array(count),
    priority: new Float64Array(count),
    prefers: new Uint8Array(count).fill(NO_SEX),
  }
  for (let index = 0; index < count; index++) {
    const { lat, lon } = degreesOf(where.x[index] ?? 0, where.y[index] ?? 0)
    const kind = pack.needKinds[from.below(pack.needKinds.length)]
    if (kind === undefined) throw new Error('a country without kinds of help')
    const sex = from.next() < 0.6 ? 'female' : 'male'
    const wish = from.next()
    const required = wish < (kind.personalCare ? 0.8 : 0.15)
    const skill = kind.skills[from.below(Math.max(1, kind.skills.length))]
    const language = pack.spokenLanguages[from.next() < 0.6 ? 0 : from.below(pack.spokenLanguages.length)]
    const town = where.town[index] ?? 0
    needs.lat[index] = lat
    needs.lon[index] = lon
    vocabulary.ask(
      [
        { kind: kind.code },
        ...(required ? [{ sex } as const] : []),
        ...(skill === undefined ? [] : [{ skill, level: 1 + from.below(LEVELS - 1) }]),
        ...(language === undefined || from.next() < 0.7 ? [] : [{ language: language.code }]),
      ],
      needs.bits,
      index * words,
    )
    needs.vettedThrough[index] = kind.vetting ? TODAY + from.below(30) : 0
    needs.week[index] = weekOf(from)
    needs.minutes[index] = kind.minutes
    barred.add(from.next() < 0.05 ? [...neighbour(town, from), ...neighbour(town, from)] : [])
    barredUnits.add(from.next() < 0.01 ? [town] : [])
    if (from.next() < 0.1) needs.before[index] = neighbour(town, from)[0] ?? NOBODY
    needs.waitingDays[index] = from.below(91)
    needs.priority[index] = from.below(4)
    if (!required && wish < 0.35) needs.prefers[index] = sex === 'female' ? FEMALE : MALE
  }
  return { ...needs, barred: barred.lists(), barredUnits: barredUnits.lists() }
}

/**
 * A nation that waits: needs and volunteers live around the towns of the country pack, as many as people do. Kinds of
 * help, professions and languages are the pack's; some professions one volunteer in thousands has.
 */
export const makeNation = (needs: number, volunteers: number, seed = 7, country = 'iran'): Columns => {
  const from = chance(seed)
  const pack = countryPack(country)
  const towns = townsOf(country)
  const vocabulary = vocabularyOf(asksIn(pack))
  const book = openWeekBook()
  const homes = scattered(towns, volunteers, from)
  const own = { pack, vocabulary, book }
  const offered = volunteersOf(own, homes, from)
  const asked = needsOf(own, scattered(towns, needs, from), townsfolk(homes, towns.length), from)
  return { words: vocabulary.words, purposes: 1, units: towns.length, needs: asked, volunteers: offered, weeks: book.weeks() }
}
