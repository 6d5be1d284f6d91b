import type { VolunteerRecord } from '#domains/network/index.ts'
import {
  distanceKm, explain, type Choice, type Found, type Lack as EngineLack, type Need, type Relaxation, type Chosen,
  type RunnerUp as EngineRunnerUp,
} from '#engines/matching/index.ts'
import type { Cost, Lack, RunnerUp } from './contract.ts'
import type { Why } from './store.ts'

const detailOf = (lack: EngineLack): string | null => {
  switch (lack.requirement) {
    case 'travel':
      return lack.km.toFixed(1)
    case 'vetting':
      return lack.until
    case 'language':
      return lack.language
    case 'skill':
    case 'level':
      return lack.code
    default:
      return null
  }
}

const lackOf = (lack: EngineLack): Lack => ({ requirement: lack.requirement, detail: detailOf(lack) })

/** Two purposes of one vetting are one thing to say. */
const lacksOf = (lacks: readonly EngineLack[]): Lack[] => {
  const said = new Map(lacks.map(lackOf).map((lack) => [`${lack.requirement} ${lack.detail}`, lack]))
  return [...said.values()]
}

/** One volunteer of a proposal, and what they cost. */
export interface Proposed {
  readonly volunteer: VolunteerRecord
  readonly cost: Cost
}

export interface Explained {
  readonly first: Proposed | null
  readonly second: Proposed | null
  readonly why: Why
  readonly runnersUp: readonly RunnerUp[]
}

const fullName = ({ given_name, family_name }: VolunteerRecord): string => `${given_name} ${family_name}`

/** The volunteers of a run, by id. */
export type Records = ReadonlyMap<string, VolunteerRecord>

const speaker = (need: Need, records: Records) => {
  const recordOf = (id: string): VolunteerRecord => {
    const record = records.get(id)
    if (record === undefined) throw new Error('a run chose somebody who was not in it')
    return record
  }
  const proposed = ({ volunteer: id, terms, load, total }: Choice): Proposed => {
    const volunteer = recordOf(id)
    const km = Math.round(distanceKm(need.point, volunteer) * 10) / 10
    return { volunteer, cost: { ...terms, load, total, km, carried: volunteer.load, offered: volunteer.capacity } }
  }
  const runnerUp = ({ volunteer, total, difference, lacks }: EngineRunnerUp): RunnerUp => ({
    name: fullName(recordOf(volunteer)),
    total,
    difference,
    lacks: lacksOf(lacks),
  })
  const met = [
    ...(need.sameSex === 'required' ? ['same-sex'] : []),
    ...(need.vetting.length > 0 ? ['vetting'] : []),
    ...(need.skills.length > 0 ? ['skill'] : []),
    ...(need.languages.length > 0 ? ['language'] : []),
    'availability',
    'travel',
  ]
  return { proposed, runnerUp, met }
}

const nobody = (relax: Relaxation | null, short: boolean): Explained => ({
  first: null,
  second: null,
  why: { name: null, companion: null, met: [], relax: relax === null ? null : { ...relax }, short },
  runnersUp: [],
})

/** What a run says of one need that takes one volunteer, as it is kept and shown. An exclusion never appears. */
export const explainedAlone = (run: Chosen, at: number, records: Records): Explained => {
  const explanation = explain(run, at)
  if (explanation.chosen === null) return nobody(explanation.relax, false)
  const need = run.needs[at]
  if (need === undefined) throw new RangeError(`no need ${at} in this run`)
  const { proposed, runnerUp, met } = speaker(need, records)
  const first = proposed(explanation.chosen)
  return {
    first,
    second: null,
    why: { name: fullName(first.volunteer), companion: null, met, relax: null, short: false },
    runnersUp: explanation.runnersUp.map(runnerUp),
  }
}

/** The same of a need that takes two; that two are related is said of nobody. */
export const explainedPair = (found: Found, need: Need, records: Records): Explained => {
  if (found.first === null) return nobody(found.relax, found.short)
  const { proposed, runnerUp, met } = speaker(need, records)
  const first = proposed(found.first)
  const second = found.second === null ? null : proposed(found.second)
  return {
    first,
    second,
    why: {
      name: fullName(first.volunteer),
      companion: second === null ? null : fullName(second.volunteer),
      met: [...met, second === null ? 'known' : 'unrelated'],
      relax: null,
      short: false,
    },
    runnersUp: found.runnersUp.map(runnerUp),
  }
}
