import type { Requirement } from '#engines/matching/requirements.ts'
import type { Need, Sex, Volunteer } from '#engines/matching/shapes.ts'
import { stretches, wantedStretches } from '#engines/matching/windows.ts'
import {
  FEMALE, MALE, NO_SEX, NOBODY, SOMEBODY_ELSE, UNKNOWN_SEX,
  type Columns, type Lists, type NeedColumns, type VolunteerColumns,
} from './columns.ts'
import { vocabularyOf, type Ask, type Vocabulary } from './vocabulary.ts'
import { openWeekBook, type WeekBook } from './weeks.ts'

/**
 * In which column each hard requirement stands, so that none is forgotten here: a new one does not compile. That both
 * forms say the same of every pair is held by tests.
 */
export const columnOf = {
  excluded: 'barred',
  paused: 'capacity',
  unwilling: 'bits',
  capacity: 'capacity',
  'same-sex': 'bits',
  skill: 'bits',
  level: 'bits',
  vetting: 'vettedUntil',
  language: 'bits',
  travel: 'travelKm',
  availability: 'week',
} satisfies Readonly<Record<Requirement, keyof NeedColumns | keyof VolunteerColumns>>

const sexAsked = ({ sameSex, sex }: Need): readonly Ask[] => {
  if (sameSex !== 'required') return []
  return sex === null ? ['impossible'] : [{ sex }]
}

const asksOf = (need: Need): readonly Ask[] => [
  { kind: need.kind },
  ...sexAsked(need),
  ...need.skills.map(({ code, level }) => ({ skill: code, level })),
  ...need.languages.map((language) => ({ language })),
]

/** What is asked most often comes first. */
const byFrequency = (needs: readonly Need[]): readonly Ask[] => {
  const counts = new Map<string, { readonly ask: Ask; count: number }>()
  for (const need of needs)
    for (const ask of asksOf(need)) {
      const key = JSON.stringify(ask)
      const known = counts.get(key)
      if (known === undefined) counts.set(key, { ask, count: 1 })
      else known.count += 1
    }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ ask }) => ask)
}

/** Plain dates compare as text; a date's number is how many of the dates that are asked for it reaches. */
const datesAsked = (needs: readonly Need[], day: string) => {
  const throughOf = ({ lastDay }: Need): string => (lastDay > day ? lastDay : day)
  const asked = [...new Set(needs.filter(({ vetting }) => vetting.length > 0).map(throughOf))].sort()
  const known = new Map<string, number>()
  const numberOf = (date: string): number => {
    const before = known.get(date)
    if (before !== undefined) return before
    const after = asked.findIndex((one) => one > date)
    const number = after === -1 ? asked.length : after
    known.set(date, number)
    return number
  }
  return { through: (need: Need) => numberOf(throughOf(need)), until: numberOf }
}

const listsOf = (rows: readonly (readonly number[])[]): Lists => {
  const start = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => (start[index + 1] = start[index]! + row.length))
  return { start, item: Int32Array.from(rows.flat()) }
}

const sexOf = (sex: Sex | null): number => (sex === null ? NO_SEX : sex === 'female' ? FEMALE : MALE)
const preferred = ({ sameSex, sex }: Need): number => {
  if (sameSex !== 'preferred') return NO_SEX
  return sex === null ? UNKNOWN_SEX : sexOf(sex)
}

/** Who may not come to a need: what its own side says, and what the volunteers' side does. */
const barredFrom = (needs: readonly Need[], volunteers: readonly Volunteer[], indexOf: ReadonlyMap<string, number>): Lists => {
  const needAt = new Map(needs.map(({ id }, index) => [id, index]))
  const rows = needs.map(({ excludedVolunteers }) => [...excludedVolunteers].flatMap((id) => indexOf.get(id) ?? []))
  volunteers.forEach(({ excludedNeeds }, index) => {
    for (const id of excludedNeeds) {
      const need = needAt.get(id)
      if (need !== undefined) rows[need]!.push(index)
    }
  })
  return listsOf(rows)
}

interface Terms {
  readonly vocabulary: Vocabulary
  readonly book: WeekBook
  readonly purposes: readonly string[]
  readonly dates: ReturnType<typeof datesAsked>
  readonly units: ReadonlyMap<string, number>
}

const needColumns = (needs: readonly Need[], volunteers: readonly Volunteer[], terms: Terms): NeedColumns => {
  const { vocabulary, book, purposes, dates, units } = terms
  const indexOf = new Map(volunteers.map(({ id }, index) => [id, index]))
  const bits = new Int32Array(needs.length * vocabulary.words)
  const vettedThrough = new Int32Array(needs.length * purposes.length)
  needs.forEach((need, index) => {
    vocabulary.ask(asksOf(need), bits, index * vocabulary.words)
    for (const purpose of need.vetting)
      vettedThrough[index * purposes.length + purposes.indexOf(purpose)] = dates.through(need)
  })
  return {
    lat: Float64Array.from(needs, ({ point }) => point.lat),
    lon: Float64Array.from(needs, ({ point }) => point.lon),
    bits,
    vettedThrough,
    week: Int32Array.from(needs, ({ windows }) => book.numberOf(wantedStretches(windows))),
    minutes: Float64Array.from(needs, ({ minutes }) => minutes),
    barred: barredFrom(needs, volunteers, indexOf),
    barredUnits: listsOf(needs.map(({ excludedUnits }) => [...excludedUnits].flatMap((unit) => units.get(unit) ?? []))),
    before: Int32Array.from(needs, ({ continuity }) =>
      continuity === null ? NOBODY : (indexOf.get(continuity) ?? SOMEBODY_ELSE),
    ),
    waitingDays: Float64Array.from(needs, ({ waitingDays }) => waitingDays),
    priority: Float64Array.from(needs, ({ priority }) => priority),
    prefers: Uint8Array.from(needs, preferred),
  }
}

const volunteerColumns = (volunteers: readonly Volunteer[], terms: Terms): VolunteerColumns => {
  const { vocabulary, book, purposes, dates, units } = terms
  const bits = new Int32Array(volunteers.length * vocabulary.words)
  const vettedUntil = new Int32Array(volunteers.length * purposes.length)
  volunteers.forEach((volunteer, index) => {
    vocabulary.give(volunteer, bits, index * vocabulary.words)
    for (const { for: purpose, until } of volunteer.vetting) {
      const place = purposes.indexOf(purpose)
      if (place === -1) continue
      const at = index * purposes.length + place
      vettedUntil[at] = Math.max(vettedUntil[at]!, dates.until(until))
    }
  })
  return {
    lat: Float64Array.from(volunteers, ({ point }) => point.lat),
    lon: Float64Array.from(volunteers, ({ point }) => point.lon),
    bits,
    vettedUntil,
    week: Int32Array.from(volunteers, ({ windows }) => book.numberOf(stretches(windows))),
    travelKm: Float64Array.from(volunteers, ({ travelKm }) => travelKm),
    unit: Int32Array.from(volunteers, ({ unit }) => units.get(unit)!),
    capacity: Int32Array.from(volunteers, ({ capacityLeft, paused }) => (paused ? 0 : Math.max(0, capacityLeft))),
    carried: Int32Array.from(volunteers, ({ load }) => load),
    sex: Uint8Array.from(volunteers, ({ sex }) => sexOf(sex)),
  }
}

/** Needs and volunteers as numbers, on `day`. */
export const columnsOf = (needs: readonly Need[], volunteers: readonly Volunteer[], day: string): Columns => {
  const vocabulary = vocabularyOf(byFrequency(needs))
  const purposes = [...new Set(needs.flatMap(({ vetting }) => vetting))]
  const units = new Map([...new Set(volunteers.map(({ unit }) => unit))].map((unit, index) => [unit, index]))
  const book = openWeekBook()
  const terms = { vocabulary, book, purposes, dates: datesAsked(needs, day), units }
  return {
    words: vocabulary.words,
    purposes: purposes.length,
    units: units.size,
    needs: needColumns(needs, volunteers, terms),
    volunteers: volunteerColumns(volunteers, terms),
    weeks: book.weeks(),
  }
}
