import type { Definition, Term } from '#domains/observatory/indicators/contract.ts'

/** A count that is released, or was: a definition in one of its versions. */
export interface Counted {
  readonly id: string
  readonly terms: readonly Term[]
}

/** Counts of which one is part of another, cut into parts that share no fact. */
export interface Family {
  readonly atoms: readonly Counted[]
  readonly measures: readonly {
    readonly id: string
    /** The atoms that it is the sum of. */
    readonly atoms: readonly number[]
    /** What it has beyond the counts within it: nobody publishes it, and anybody can subtract. */
    readonly rest: number | undefined
  }[]
}

/** The terms of a count that can be cut: facts of the period, added up, none taken away. */
export const termsOf = ({ numerator, denominator }: Definition, id: string): readonly Term[] => {
  const plain = denominator === null && numerator.of === 'quantity' && numerator.time === 'flow' && numerator.terms.every(({ sign }) => sign === 1)
  if (!plain) throw new RangeError(`${id} does not add up over places, groups and periods: it is not released as an exact table`)
  return numerator.terms
}

const sameKind = (one: Term, other: Term): boolean => one.kind === other.kind && one.version === other.version

const isWithin = (one: Term, other: Term): boolean =>
  sameKind(one, other) && Object.entries(other.where).every(([name, allowed]) => one.where[name]?.every((value) => allowed.includes(value)) ?? false)

const areApart = (one: Term, other: Term): boolean =>
  !sameKind(one, other) || Object.entries(one.where).some(([name, allowed]) => other.where[name] !== undefined && !other.where[name].some((value) => allowed.includes(value)))

type Relation = 'apart' | 'within' | 'holds' | 'same'

const relationOf = (one: Counted, other: Counted): Relation => {
  if (one.terms.every((term) => other.terms.every((with_) => areApart(term, with_)))) return 'apart'
  const within = one.terms.every((term) => other.terms.some((wider) => isWithin(term, wider)))
  const holds = other.terms.every((term) => one.terms.some((wider) => isWithin(term, wider)))
  if (within && holds) return 'same'
  if (within) return 'within'
  if (holds) return 'holds'
  throw new RangeError(`${one.id} and ${other.id} have some facts in common and neither holds the other: they cannot be released side by side`)
}

const negative = (term: Term): Term => ({ ...term, sign: -1 })

/** Cuts counts into atoms, and puts those together that share facts. */
export const familiesOf = (counts: readonly Counted[]): Family[] => {
  const leading = counts.filter((count, index) => counts.findIndex((other) => relationOf(count, other) === 'same') === index)
  const within = (count: Counted): Counted[] => leading.filter((other) => relationOf(other, count) === 'within')
  const partsOf = (count: Counted): Counted[] => {
    const all = within(count)
    const largest = all.filter((one) => !all.some((other) => relationOf(one, other) === 'within'))
    return largest
  }
  const tops = leading.filter((count) => !leading.some((other) => relationOf(count, other) === 'within'))
  return tops.map((top) => {
    const members = [top, ...within(top)].sort((one, other) => leading.indexOf(one) - leading.indexOf(other))
    const atoms = members.map((count): Counted => ({ id: count.id, terms: [...count.terms, ...partsOf(count).flatMap(({ terms }) => terms.map(negative))] }))
    const atomsOf = (count: Counted): number[] => [members.indexOf(count), ...within(count).map((one) => members.indexOf(one))].sort((a, b) => a - b)
    return {
      atoms,
      measures: counts.flatMap((count) => {
        const lead = members.find((member) => relationOf(member, count) === 'same')
        return lead === undefined ? [] : [{ id: count.id, atoms: atomsOf(lead), rest: partsOf(lead).length > 0 ? members.indexOf(lead) : undefined }]
      }),
    }
  })
}
