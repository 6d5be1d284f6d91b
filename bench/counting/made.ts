import { chance as seeded } from '#bench/matching/chance.ts'
import { addDays, type PlainDate } from '#engines/calendar/index.ts'

export interface Town {
  readonly code: string
  readonly home: number
  readonly unit: string
  /** From the town to the nation. */
  readonly above: readonly string[]
}

export interface MadeFact {
  readonly id: number
  readonly kind: string
  readonly town: Town
  readonly on: PlainDate
  /** Day of recording. */
  readonly recorded: PlainDate
  readonly subject: string | null
  readonly quantity: number
  readonly dimensions: Readonly<Record<string, string>>
  readonly reverses: number | undefined
}

export const FIRST_DAY = '2025-03-21' as PlainDate
export const DAYS = 365
/** Persons beside facts, and so how often the same person comes again. */
const PERSONS_PER_FACT = 0.2

/** Of a thousand sent: 20 were sent before, 20 are recorded late, 10 take another back. */
const SENT_AGAIN = 20
const LATE = 40
const TAKES_BACK = 50

const HELP = Array.from({ length: 12 }, (_, at) => `help-${at + 1}`)
const AGES = ['0-17', '18-34', '35-59', '60+']

/**
 * A year of facts as phones and desks send them, in the order in which they are recorded: some twice, some late, some that
 * take an earlier one back. The same seed sends the same ones.
 */
export function* sentFacts(many: number, towns: readonly Town[]): Generator<MadeFact> {
  const { next: chance } = seeded(1405)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T
  const persons = Math.max(1, Math.floor(many * PERSONS_PER_FACT))
  const person = (domain: string) => `${domain}${String(Math.floor(chance() * persons)).padStart(31, '0')}`
  const days = Array.from({ length: DAYS + 61 }, (_, at) => addDays(FIRST_DAY, at - 61))
  const dayOf = (day: number) => days[day + 61] as PlainDate
  const who = () => ({ kind: pick(HELP), sex: pick(['female', 'male']), ageGroup: pick(AGES) })
  const what = (): Pick<MadeFact, 'kind' | 'subject' | 'quantity' | 'dimensions'> => {
    const share = chance()
    if (share < 0.25) return { kind: 'visits.minutes-given', subject: null, quantity: 30 + Math.floor(chance() * 151), dimensions: { kind: pick(HELP) } }
    if (share < 0.45) return { kind: 'casework.need-met', subject: person('c'), quantity: 1, dimensions: { ...who(), onTime: chance() < 0.8 ? 'yes' : 'no' } }
    if (share < 0.65) return { kind: 'casework.need-opened', subject: person('c'), quantity: 1, dimensions: who() }
    if (share < 0.8) return { kind: 'desk.request-received', subject: null, quantity: 1, dimensions: { channel: pick(['desk', 'phone', 'web']), urgency: pick(['usual', 'soon']) } }
    if (share < 0.95) return { kind: 'visits.visit-confirmed', subject: person('v'), quantity: 1, dimensions: who() }
    return { kind: 'casework.need-unmet', subject: person('c'), quantity: 1, dimensions: who() }
  }
  let last: MadeFact | undefined
  for (let id = 0; id < many; id++) {
    const turn = Math.floor(chance() * 1000)
    const recorded = Math.floor((id * DAYS) / many)
    if (turn < SENT_AGAIN && last !== undefined) {
      yield last
      continue
    }
    if (turn >= LATE && turn < TAKES_BACK && last !== undefined && last.reverses === undefined) {
      last = { ...last, id, recorded: dayOf(recorded), reverses: last.id }
      yield last
      continue
    }
    const late = turn >= SENT_AGAIN && turn < LATE ? 1 + Math.floor(chance() * 60) : 0
    last = { id, ...what(), town: pick(towns), on: dayOf(recorded - late), recorded: dayOf(recorded), reverses: undefined }
    yield last
  }
}
