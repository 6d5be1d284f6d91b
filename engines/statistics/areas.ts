import type { PlainDate } from '#engines/calendar/index.ts'

/** A place of the present hierarchy. */
export interface PlaceNode {
  readonly code: string
  readonly kind: string
  readonly parent: string | null
  /** First day of it; always there where nothing is said. */
  readonly validFrom?: PlainDate
  /** First day on which it is no more. */
  readonly validUntil?: PlainDate | null
}

/** Until the day before `on` the place lay in `fromParent`. */
export interface Move {
  readonly place: string
  readonly on: PlainDate
  readonly fromParent: string
}

/** From `on` there is `place`, which came from `origin`. */
export interface Origin {
  readonly place: string
  readonly origin: string
  readonly on: PlainDate
}

export const isThere = ({ validFrom, validUntil }: PlaceNode, day: PlainDate): boolean =>
  (validFrom === undefined || validFrom <= day) && (validUntil === undefined || validUntil === null || day < validUntil)

export interface Areas {
  /** The place itself and all it lies in, from small to large, on a day; nothing for an unknown code. */
  above(place: string, day: PlainDate): readonly PlaceNode[]
  /** The place of a kind in which a place lies on a day. */
  within(place: string, kind: string, day: PlainDate): string | undefined
  /** Places that lie directly in it on a day. */
  children(place: string, day: PlainDate): readonly PlaceNode[]
  /** Days on which some border changed, in order. */
  readonly changes: readonly PlainDate[]
  readonly nodes: ReadonlyMap<string, PlaceNode>
}

export const areasOf = (places: readonly PlaceNode[], moves: readonly Move[]): Areas => {
  const nodes = new Map(places.map((node) => [node.code, node]))
  const byPlace = new Map<string, Move[]>()
  for (const move of [...moves].sort((a, b) => (a.on < b.on ? -1 : 1)))
    byPlace.set(move.place, [...(byPlace.get(move.place) ?? []), move])
  // The earliest change that is still ahead of the day says where the place lay.
  const parentOn = ({ code, parent }: PlaceNode, day: PlainDate): string | null =>
    byPlace.get(code)?.find(({ on }) => day < on)?.fromParent ?? parent
  const above = (place: string, day: PlainDate): PlaceNode[] => {
    const found: PlaceNode[] = []
    for (let node = nodes.get(place); node !== undefined; ) {
      if (found.includes(node)) throw new RangeError(`the place ${node.code} lies in itself`)
      found.push(node)
      const parent = parentOn(node, day)
      node = parent === null ? undefined : nodes.get(parent)
    }
    return found
  }
  return {
    nodes,
    above,
    within: (place, kind, day) => above(place, day).find((node) => node.kind === kind)?.code,
    children: (place, day) => places.filter((node) => parentOn(node, day) === place),
    changes: [...new Set(moves.map(({ on }) => on))].sort(),
  }
}

/**
 * The smallest areas of a kind that are the same on every day from `from` to `to`: places that gave something to each
 * other, or came from each other, are one. Answers for each place of the kind the codes of its area, in order.
 */
export const comparableAreas = (
  areas: Areas,
  origins: readonly Origin[],
  kind: string,
  from: PlainDate,
  to: PlainDate,
): ReadonlyMap<string, readonly string[]> => {
  const leader = new Map<string, string>()
  const lead = (code: string): string => {
    const next = leader.get(code) ?? code
    return next === code ? code : lead(next)
  }
  const join = (one: string, other: string) => {
    const [a, b] = [lead(one), lead(other)].sort() as [string, string]
    if (a !== b) leader.set(b, a)
  }
  const days = [from, ...areas.changes.filter((day) => from < day && day <= to)]
  for (const { code } of areas.nodes.values()) {
    const [first, ...others] = new Set(days.map((day) => areas.within(code, kind, day)).filter((one) => one !== undefined))
    for (const other of others) join(first as string, other)
  }
  for (const { place, origin, on } of origins)
    if (from < on && on <= to && areas.nodes.get(place)?.kind === kind && areas.nodes.get(origin)?.kind === kind) join(place, origin)
  const members = new Map<string, string[]>()
  for (const node of areas.nodes.values())
    if (node.kind === kind) members.set(lead(node.code), [...(members.get(lead(node.code)) ?? []), node.code].sort())
  return new Map([...members.values()].flatMap((codes) => codes.map((code) => [code, codes] as const)))
}
