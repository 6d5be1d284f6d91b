import type { PlainDate } from '#engines/calendar/index.ts'
import type { Definition } from '#domains/observatory/index.ts'
import type { StreamedFact } from './stream.ts'

/** Where a place lies, and lay: rows as the tables have them. */
export interface PlaceRow {
  readonly code: string
  readonly kind: string
  readonly parent: string | null
}
export interface MoveRow {
  readonly place: string
  readonly moved_on: string
  readonly from_parent: string
}

/** Numbers of one indicator in one period, by place: counted one fact at a time. */
export interface Tally {
  readonly numerator: Map<string, number>
  readonly denominator: Map<string, number>
  /** Ids and leaves of the facts behind each number. */
  readonly leaves: Map<string, { readonly id: string; readonly leaf: Buffer }[]>
}

export interface Question {
  readonly definition: Definition
  readonly start: PlainDate
  readonly end: PlainDate
  /** Smallest kind of place that is wanted. */
  readonly level: string
}

const ORDER = ['town', 'county', 'province', 'country']

/** Climbs from a fact's place to the nation by the rows of that day. */
export const climber = (places: readonly PlaceRow[], moves: readonly MoveRow[]) => {
  const rows = new Map(places.map((row) => [row.code, row]))
  const nation = places.find(({ kind }) => kind === 'country')
  const parentAt = (row: PlaceRow, day: string): string | null => {
    const ahead = moves.filter((move) => move.place === row.code && move.moved_on > day).map((move) => [move.moved_on, move.from_parent] as const)
    ahead.sort(([one], [other]) => one.localeCompare(other))
    return ahead[0]?.[1] ?? row.parent
  }
  return (place: string, day: string, level: string): string[] => {
    const codes: string[] = []
    let smallest: string | undefined
    let row = rows.get(place) ?? nation
    while (row !== undefined) {
      if (ORDER.indexOf(row.kind) >= ORDER.indexOf(level)) {
        if (smallest === undefined && row.kind !== level) codes.push(`${row.code}*`)
        smallest ??= row.code
        codes.push(row.code)
      }
      const parent: string | null = parentAt(row, day)
      row = parent === null ? undefined : rows.get(parent)
    }
    return codes
  }
}

/** Counts one question from facts that are handed over one at a time. */
export const tallying = ({ definition, start, end, level }: Question, climbFrom: ReturnType<typeof climber>, leafOf: (fact: StreamedFact) => Buffer) => {
  const tally: Tally = { numerator: new Map(), denominator: new Map(), leaves: new Map() }
  const seen = { numerator: new Map<string, Map<string, number>>(), denominator: new Map<string, Map<string, number>>() }
  const sides = (['numerator', 'denominator'] as const).flatMap((side) => {
    const measure = definition[side]
    return measure === null ? [] : [{ side, measure }]
  })
  const weightIn = (fact: StreamedFact, measure: (typeof sides)[number]['measure']): number => {
    if (fact.on > end || (measure.time === 'flow' && fact.on < start)) return 0
    let weight = 0
    for (const { kind, version, where, sign } of measure.terms) {
      if (kind !== fact.kind || version !== fact.version) continue
      if (Object.entries(where).some(([name, values]) => !values.some((value) => value === fact.dimensions[name]))) continue
      weight += sign
    }
    return weight
  }
  return {
    take: (fact: StreamedFact): void => {
      const direction = fact.reverses === null ? 1 : -1
      let leaf: Buffer | undefined
      for (const { side, measure } of sides) {
        const weight = weightIn(fact, measure)
        if (weight === 0) continue
        for (const place of climbFrom(fact.place, measure.time === 'stock' ? end : fact.on, level)) {
          if (measure.of === 'quantity') tally[side].set(place, (tally[side].get(place) ?? 0) + weight * direction * fact.quantity)
          else if (fact.subject !== null) {
            const people = seen[side].get(place) ?? new Map<string, number>()
            seen[side].set(place, people.set(fact.subject, (people.get(fact.subject) ?? 0) + direction))
          }
          const behind = tally.leaves.get(place) ?? []
          tally.leaves.set(place, behind)
          leaf ??= leafOf(fact)
          if (behind.at(-1)?.id !== fact.id) behind.push({ id: fact.id, leaf })
        }
      }
    },
    done: (): Tally => {
      for (const side of ['numerator', 'denominator'] as const)
        for (const [place, people] of seen[side]) tally[side].set(place, [...people.values()].filter((times) => times > 0).length)
      return tally
    },
  }
}
