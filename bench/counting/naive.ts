import type { MadeFact } from './made.ts'

/** What was counted one fact at a time, with nothing but maps and sets: quantities by name, and persons by name. */
export interface Naive {
  readonly quantities: ReadonlyMap<string, number>
  readonly persons: (name: string) => number
  /** Facts, each once. */
  readonly facts: number
}

/** `namesOf` says which numbers a fact belongs to, `peopleOf` in which its person is counted. */
export const countNaively = (
  sent: Iterable<MadeFact>,
  many: number,
  namesOf: (fact: MadeFact) => readonly string[],
  peopleOf: (fact: MadeFact) => readonly string[],
): Naive => {
  const seen = new Uint8Array(many)
  const quantities = new Map<string, number>()
  const people = new Map<string, Map<string, number>>()
  let facts = 0
  for (const fact of sent) {
    if (seen[fact.id] === 1) continue
    seen[fact.id] = 1
    facts += 1
    const sign = fact.reverses === undefined ? 1 : -1
    for (const name of namesOf(fact)) quantities.set(name, (quantities.get(name) ?? 0) + sign * fact.quantity)
    if (fact.subject === null) continue
    for (const name of peopleOf(fact)) {
      const known = people.get(name) ?? new Map<string, number>()
      people.set(name, known.set(fact.subject, (known.get(fact.subject) ?? 0) + sign))
    }
  }
  return { quantities, facts, persons: (name) => [...(people.get(name)?.values() ?? [])].filter((times) => times > 0).length }
}
