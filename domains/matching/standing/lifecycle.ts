/** What is known of a kind of help: from the country pack. */
interface Kind {
  readonly code: string
  readonly pair: 'never' | 'first-visit' | 'every-visit'
  readonly personalCare: boolean
  readonly atHome: boolean
}

/** Kinds that a rule may send: never at somebody's home, never what takes two, never personal care. */
export const mayStand = ({ pair, personalCare, atHome }: Kind): boolean => pair === 'never' && !personalCare && !atHome

/** The kilometres that a rule may allow, one way. */
export const KM = { from: 1, to: 50 } as const

interface Rule {
  readonly kinds: readonly string[]
  readonly withinKm: number
  readonly until: Date
  readonly stoppedAt: Date | null
}

export const holds = ({ until, stoppedAt }: Pick<Rule, 'until' | 'stoppedAt'>, now: Date): boolean => stoppedAt === null && now < until

interface Proposed {
  readonly need: { readonly kind: string; readonly pair: string; readonly danger: boolean; readonly restricted: boolean }
  /** Two are proposed, or somebody has the other seat already. */
  readonly two: boolean
  /** The person confirmed that this very volunteer was with them. */
  readonly known: boolean
  readonly km: number
}

/** Whether a rule sends a proposal. Everything else waits for somebody's own look, as if there were no rule. */
export const isCovered = ({ kinds, withinKm }: Pick<Rule, 'kinds' | 'withinKm'>, { need, two, known, km }: Proposed): boolean =>
  known && kinds.includes(need.kind) && km <= withinKm && !two && need.pair === 'never' && !need.danger && !need.restricted
