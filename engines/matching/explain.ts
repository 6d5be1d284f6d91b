import { cost, loadCost, sumOf, type CostTerms } from './cost.ts'
import { distanceKm } from './distance.ts'
import type { Chosen } from './match.ts'
import { hardRequirements, isNo, type Lack, type Requirement } from './requirements.ts'
import type { Need } from './shapes.ts'

/** What of a run an explanation reads: who there is, and what each was given. */
export type Ground = Pick<Chosen, 'volunteers' | 'given' | 'day'>

export interface Choice {
  /** Id of the volunteer. */
  readonly volunteer: string
  readonly terms: CostTerms
  /** What this task adds for being their k-th. */
  readonly load: number
  /** Terms and load together. */
  readonly total: number
}

export interface RunnerUp extends Choice {
  /** `total` less that of the chosen; never negative where nothing lacks. */
  readonly difference: number
  /** After the run: somebody whose tasks all went elsewhere lacks capacity. */
  readonly lacks: readonly Lack[]
}

export interface Relaxation {
  /**
   * The smallest set that has to give way; empty where somebody fits but costs more than leaving the need.
   */
  readonly requirements: readonly Requirement[]
  /** How many volunteers that would make eligible. */
  readonly candidates: number
}

export type Explanation =
  | { readonly need: string; readonly chosen: Choice; readonly runnersUp: readonly RunnerUp[] }
  /** `relax` is null where nobody at all could be asked. */
  | { readonly need: string; readonly chosen: null; readonly relax: Relaxation | null }

const RUNNERS_UP = 2

// Somebody a province away lacks "only travel", which helps nobody: past twice what they offered is out of
// reach.
const STRETCH = 2

// From what is easily asked of a person or a volunteer, to what protects them and is the last to touch.
const mildestFirst: readonly Requirement[] = [
  'availability', 'travel', 'level', 'skill', 'language', 'capacity', 'vetting', 'same-sex',
]
const SAFEGUARDS: readonly Requirement[] = ['vetting', 'same-sex']

export interface Within {
  readonly index: number
  readonly lacks: readonly Lack[]
}

/** Of these, in order, whoever could be spoken of, with what they lack after the run. */
const lackingOf = ({ volunteers, given, day }: Ground, need: Need, indices: readonly number[]): Within[] =>
  indices
    .map((index) => ({ index, lacks: hardRequirements(need, volunteers[index]!, day, given[index]!) }))
    .filter(({ lacks }) => !lacks.some(isNo))

/**
 * Who could be spoken of at all, with what they lack after the run. Excluded volunteers do not appear, nor do
 * those who said no themselves: nobody may find out about a no, or be pressed to take it back.
 */
export const within = (ground: Ground, need: Need): Within[] =>
  lackingOf(
    ground,
    need,
    [...ground.volunteers.keys()].filter((index) => {
      const { point, travelKm } = ground.volunteers[index]!
      return distanceKm(need.point, point) <= travelKm * STRETCH
    }),
  )

const choice = ({ volunteers, weights }: Chosen, need: Need, index: number, taskOfRun: number): Choice => {
  const volunteer = volunteers[index]!
  const terms = cost(need, volunteer, weights)
  const load = loadCost(volunteer.load + taskOfRun, weights)
  return { volunteer: volunteer.id, terms, load, total: sumOf(terms) + load }
}

/** Who could come instead: of those who were weighed, and of all others who lack something. */
const othersFor = (run: Chosen, at: number): readonly Within[] => {
  const need = run.needs[at]!
  const { row, col } = run.candidates
  const weighed = [...col.subarray(row[at]!, row[at + 1]!)].filter((index) => index !== run.chosen[at]).sort((a, b) => a - b)
  // Where enough of these lack nothing, nobody who lacks something is a runner-up: no need to look at a whole county.
  const ready = lackingOf(run, need, weighed).filter(({ lacks }) => lacks.length === 0)
  if (ready.length >= RUNNERS_UP) return ready
  const considered = new Set(weighed)
  return within(run, need).filter(({ index, lacks }) => index !== run.chosen[at] && (lacks.length > 0 || considered.has(index)))
}

const runnersUp = (run: Chosen, at: number, chosen: Choice): RunnerUp[] => {
  const need = run.needs[at]!
  const others = othersFor(run, at)
  const fewest = others.map(({ lacks }) => lacks.length).sort((a, b) => a - b)[RUNNERS_UP - 1] ?? Infinity
  return others
    .filter(({ lacks }) => lacks.length <= fewest)
    .map(({ index, lacks }) => {
      const other = choice(run, need, index, run.given[index]! + 1)
      return { ...other, difference: other.total - chosen.total, lacks }
    })
    .sort((a, b) => a.lacks.length - b.lacks.length || a.difference - b.difference)
    .slice(0, RUNNERS_UP)
}

/** The smallest set of requirements that keeps these from helping. */
export const relaxationOf = (all: readonly Within[]): Relaxation | null => {
  const sets = new Map<string, { requirements: Requirement[]; candidates: number }>()
  for (const { lacks } of all) {
    const names = new Set(lacks.map(({ requirement }) => requirement))
    const requirements = mildestFirst.filter((name) => names.has(name))
    const set = sets.get(requirements.join()) ?? { requirements, candidates: 0 }
    sets.set(requirements.join(), { ...set, candidates: set.candidates + 1 })
  }
  const guarded = (set: Relaxation) => set.requirements.filter((name) => SAFEGUARDS.includes(name)).length
  const mildness = (set: Relaxation) => set.requirements.map((name) => mildestFirst.indexOf(name)).join()
  const [smallest] = [...sets.values()].sort(
    (a, b) =>
      a.requirements.length - b.requirements.length ||
      guarded(a) - guarded(b) ||
      b.candidates - a.candidates ||
      (mildness(a) < mildness(b) ? -1 : 1),
  )
  return smallest ?? null
}

/**
 * Why this volunteer and not the next, or why nobody. `at`: index of the need in the run. Never names an
 * exclusion.
 */
export const explain = (run: Chosen, at: number): Explanation => {
  const need = run.needs[at]
  const index = run.chosen[at]
  if (need === undefined || index === undefined) throw new RangeError(`no need ${at} in this run`)
  if (index === -1) return { need: need.id, chosen: null, relax: relaxationOf(within(run, need)) }
  const chosen = choice(run, need, index, run.given[index]!)
  return { need: need.id, chosen, runnersUp: runnersUp(run, at, chosen) }
}
