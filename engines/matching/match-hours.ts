import { candidatesOf, openLook } from './candidates.ts'
import type { Weights } from './cost.ts'
import { certifyHours, type HoursCertificate } from './hours/certify.ts'
import { hoursByEdge, type HoursInstance } from './hours/instance.ts'
import { solveHours } from './hours/solve.ts'
import { instanceOf } from './instance.ts'
import type { Chosen } from './match.ts'
import type { Need, Volunteer } from './shapes.ts'

/** A quarter of an hour: nobody plans finer. */
const UNIT = 15

export interface HoursOptions {
  readonly day: string
  readonly weights: Weights
  /** By volunteer: minutes of the week that are left. */
  readonly minutesLeft: readonly number[]
  /** Of the time given, how much is spent: from 1 on the best so far is handed back. */
  readonly spent: () => number
  readonly perNeed?: number
}

export interface HoursRun extends Chosen {
  readonly certificate: HoursCertificate
}

/**
 * Needs of different length within everybody's minutes of the week and tasks, with a bound on what a better plan could
 * save. A volunteer's later tasks cost no more than the first here: the minutes that they offered are the fairness.
 */
export const matchHours = (
  needs: readonly Need[],
  volunteers: readonly Volunteer[],
  { day, weights: given, minutesLeft, spent, perNeed = 30 }: HoursOptions,
): HoursRun => {
  const weights = { ...given, loadStep: 0 }
  const look = openLook(needs, volunteers, day)
  const candidates = candidatesOf(needs.map((_, need) => look(need, perNeed)))
  const tasks = instanceOf(needs, volunteers, candidates, weights)
  const instance: HoursInstance = {
    row: candidates.row,
    col: candidates.col,
    cost: tasks.cost,
    hours: hoursByEdge(candidates.row, Int32Array.from(needs, ({ minutes }) => Math.ceil(minutes / UNIT)), candidates.col.length),
    penalty: Float64Array.from(tasks.penalty),
    capacityHours: Int32Array.from(minutesLeft, (minutes) => Math.max(0, Math.floor(minutes / UNIT))),
    capacity: tasks.capacity,
  }
  const answer = needs.length === 0 ? undefined : solveHours(instance, { spent })
  const certificate = answer === undefined ? { primal: 0, dual: 0, gap: 0, faults: [] } : certifyHours(instance, answer)
  const edge = answer?.edge ?? new Int32Array(0)
  const chosen = edge.map((one) => (one === -1 ? -1 : candidates.col[one]!))
  const counts = new Int32Array(volunteers.length)
  for (const volunteer of chosen) if (volunteer !== -1) counts[volunteer] = counts[volunteer]! + 1
  return { needs, volunteers, day, weights, candidates, chosen, given: counts, certificate }
}
