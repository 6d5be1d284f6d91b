import type { Reason, Side, Summary, Trial, WideSummary, WideTrial } from './contract.ts'

export const K = 5

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0)

const merged = <Key extends string | number>(rows: readonly (readonly [Key, number])[]): [Key, number][] => {
  const sums = new Map<Key, number>()
  for (const [key, count] of rows) sums.set(key, (sums.get(key) ?? 0) + count)
  return [...sums].filter(([, count]) => count > 0)
}

const loads = (all: readonly Summary['before'][]): Summary['before'] =>
  merged(all.flatMap((one) => one.map(({ carried, volunteers }) => [carried, volunteers] as const)))
    .sort(([a], [b]) => a - b)
    .map(([carried, volunteers]) => ({ carried, volunteers }))

const byReason = (rows: readonly (readonly [Reason, number])[]): Summary['unmatched'] =>
  merged(rows)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([reason, needs]) => ({ reason, needs }))

const compared = (all: readonly Summary['ours'][]): Summary['ours'] => ({
  matched: sumOf(all, ({ matched }) => matched),
  waitingDays: sumOf(all, ({ waitingDays }) => waitingDays),
  travelKm: sumOf(all, ({ travelKm }) => travelKm),
})

/** Several regions as one; null of none. */
export const together = (all: readonly Summary[]): Summary | null =>
  all.length === 0
    ? null
    : {
        needs: sumOf(all, ({ needs }) => needs),
        matched: sumOf(all, ({ matched }) => matched),
        left: sumOf(all, ({ left }) => left),
        unmatched: byReason(all.flatMap(({ unmatched }) => unmatched.map(({ reason, needs }) => [reason, needs] as const))),
        primal: sumOf(all, ({ primal }) => primal),
        dual: sumOf(all, ({ dual }) => dual),
        before: loads(all.map(({ before }) => before)),
        after: loads(all.map(({ after }) => after)),
        ours: compared(all.map(({ ours }) => ours)),
        greedy: compared(all.map((one) => one.greedy)),
        newly: sumOf(all, ({ newly }) => newly),
        changed: sumOf(all, ({ changed }) => changed),
        dropped: sumOf(all, ({ dropped }) => dropped),
        same: sumOf(all, ({ same }) => same),
      }

const side = (all: readonly Side[]): Side => ({
  ...compared(all),
  unmatched: byReason(all.flatMap(({ unmatched }) => unmatched.map(({ reason, needs }) => [reason, needs] as const))),
  after: loads(all.map(({ after }) => after)),
})

/** Several regions of a trial as one; null of none. */
export const triedTogether = (all: readonly Trial[]): Trial | null =>
  all.length === 0
    ? null
    : {
        needs: sumOf(all, ({ needs }) => needs),
        now: side(all.map(({ now }) => now)),
        draft: side(all.map(({ draft }) => draft)),
        differ: sumOf(all, ({ differ }) => differ),
      }

/** A count may be told when it is none or k, and when no region that knows its own part can subtract down to fewer. */
const mayTell = (parts: readonly number[]): boolean => {
  const total = sumOf(parts, (part) => part)
  return [total, ...parts.map((part) => total - part)].every((count) => count === 0 || count >= K)
}

const told = (parts: readonly number[]): number | null => (mayTell(parts) ? sumOf(parts, (part) => part) : null)

/** Rare reasons go together under one name, the rarest first, until what stands under it may be told as well. */
const reasonsTold = (all: readonly Pick<Summary, 'unmatched'>[]): WideSummary['unmatched'] | null => {
  const partsOf = (reason: Reason) => all.map(({ unmatched }) => unmatched.find((row) => row.reason === reason)?.needs ?? 0)
  const names = byReason(all.flatMap(({ unmatched }) => unmatched.map(({ reason, needs }) => [reason, needs] as const)))
    .map(({ reason }) => reason)
  const rare = names.filter((reason) => !mayTell(partsOf(reason)))
  const common = names.filter((reason) => mayTell(partsOf(reason)))
  const rest = () => all.map((_, region) => sumOf(rare, (reason) => partsOf(reason)[region] ?? 0))
  while (!mayTell(rest())) {
    const next = common.pop()
    if (next === undefined) return null
    rare.push(next)
  }
  const total = (parts: readonly number[]) => sumOf(parts, (part) => part)
  return [
    ...common.map((reason) => ({ reason, needs: total(partsOf(reason)) })),
    ...(rare.length === 0 ? [] : [{ reason: 'other' as const, needs: total(rest()) }]),
  ]
}

/** What a desk may read of a run that goes beyond its own area; null where it is too little. */
export const protect = (all: readonly Summary[]): WideSummary | null => {
  const [needs, matched] = [told(all.map((one) => one.needs)), told(all.map((one) => one.matched))]
  const unmatched = reasonsTold(all)
  if (needs === null || matched === null || unmatched === null || !mayTell(all.map((one) => one.needs - one.matched))) return null
  return {
    needs,
    matched,
    unmatched,
    proven: all.every(({ primal, dual }) => primal === dual),
    newly: told(all.map(({ newly }) => newly)),
    changed: told(all.map(({ changed }) => changed)),
    dropped: told(all.map(({ dropped }) => dropped)),
  }
}

/** A trial as whoever decides about the draft may read it: of the whole, so nobody subtracts; null where it is too little. */
export const protectTrial = (all: readonly Trial[]): WideTrial | null => {
  const tried = triedTogether(all)
  if (tried === null || tried.needs < K) return null
  const whole = (one: Side) => {
    const { matched, waitingDays, travelKm, after } = one
    const idle = after.find(({ carried }) => carried === 0)?.volunteers ?? 0
    return { matched, waitingDays, travelKm, unmatched: reasonsTold([one]), idle: idle > 0 && idle < K ? null : idle }
  }
  const few = [tried.now, tried.draft].some(({ matched }) => [matched, tried.needs - matched].some((count) => count > 0 && count < K))
  if (few) return null
  return { needs: tried.needs, now: whole(tried.now), draft: whole(tried.draft), differ: tried.differ > 0 && tried.differ < K ? null : tried.differ }
}
