import { refuse } from '#apps/commands/refused.ts'
import { isObject, type Json, type JsonObject } from './json.ts'

/** How a case came to its primaries, as far as it says how well they must be hidden. */
export interface Rule {
  /** Whole numbers of an interval count: people, or other things one can count. */
  readonly counts: boolean
  /** The least k that the case itself speaks of. */
  readonly k: number
  /** Share of the value by which an interval must reach beyond it on either side. */
  readonly share: number
}

/** Five, unless a release raises it or a written agreement lowers it. */
export const DEFAULT_K = 5
const DEFAULT_SHARE = 0.05

const numberIn = (rule: JsonObject, name: string): number => {
  const value = rule[name]
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : refuse(`rule.${name}`, `${JSON.stringify(value) ?? 'nothing'} is no number above 0`)
}

export const ruleOf = (rule: Json, hasDecimals: boolean): Rule => {
  const amounts = { counts: false, k: 0, share: DEFAULT_SHARE }
  const counts = { counts: true, k: DEFAULT_K, share: 0 }
  if (rule === undefined) return hasDecimals ? amounts : counts
  if (!isObject(rule)) return refuse('rule', 'no rule')
  switch (rule.type) {
    case 'freq':
      return { ...counts, k: Math.max(DEFAULT_K, numberIn(rule, 'maxN') + 1) }
    case 'dominance':
      // One contributor who is all of the cell may still not have more than k percent of what it could be.
      return { ...amounts, share: Math.max(0, 100 / numberIn(rule, 'k') - 1) }
    case 'pPercent':
      return { ...amounts, share: numberIn(rule, 'p') / 100 }
    case 'given':
      return hasDecimals ? amounts : { ...counts, share: DEFAULT_SHARE }
    default:
      return amounts
  }
}

/** In the unit of the table; never nothing. */
export const requiredOf = ({ share }: Rule, value: number): number => Math.max(1, Math.ceil(share * value - 1e-9))
