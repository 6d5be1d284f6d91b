import type { Solver } from '#engines/disclosure/solver.ts'
import { openAttack, type Attack, type Interval } from './attack.ts'
import { exactly, type Published } from './published.ts'

/** A sum that must not be found out. */
export interface Target {
  readonly members: ArrayLike<number>
  readonly value: number
  /** How far above and below an attacker must still think it possible. */
  readonly required: number
}

export interface Verdict extends Interval {
  readonly exact: boolean
  /** How many whole numbers lie between; Infinity where there is no end. */
  readonly wholeNumbers: number
  readonly safe: boolean
}

// Simplex bounds carry an error of about 1e-9 of the numbers in them.
const NEAR = 1e-6

export const verdictOn = ({ value, required }: Pick<Target, 'value' | 'required'>, { low, high }: Interval, k: number): Verdict => {
  const wholeNumbers = high === Infinity ? Infinity : Math.floor(high + NEAR) - Math.ceil(low - NEAR) + 1
  const wide = high >= value + required - NEAR && low <= Math.max(0, value - required) + NEAR
  return { low, high, exact: high - low <= NEAR, wholeNumbers, safe: wide && wholeNumbers >= k }
}

export const audit = (attack: Attack, targets: readonly Target[], k: number): Verdict[] =>
  targets.map((target) => verdictOn(target, attack.bounds(target.members), k))

/** What one contributor knows beyond what is published: the sums that they alone stand behind. */
export interface Insider {
  readonly known: readonly { readonly members: ArrayLike<number>; readonly value: number }[]
  /** Targets that are the insider's own. */
  readonly own: ReadonlySet<number>
}

/** Every insider attacks once more, knowing their own numbers; answers the worst verdict on each target. */
export const auditInsiders = (published: Published, targets: readonly Target[], k: number, insiders: readonly Insider[], solver: Solver): Verdict[] => {
  const open = openAttack(published, solver)
  const worst = audit(open, targets, k)
  open.close()
  for (const { known, own } of insiders) {
    const inside = openAttack({ unknowns: published.unknowns, bands: [...published.bands, ...known.map(({ members, value }) => exactly(members, value))] }, solver)
    targets.forEach((target, index) => {
      if (own.has(index)) return
      const verdict = verdictOn(target, inside.bounds(target.members), k)
      if (verdict.high - verdict.low < worst[index]!.high - worst[index]!.low) worst[index] = verdict
    })
    inside.close()
  }
  return worst
}
