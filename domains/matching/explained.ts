import type { VolunteerRecord } from '#domains/network/index.ts'
import { distanceKm, explain, type Lack as EngineLack, type Run } from '#engines/matching/index.ts'
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

export interface Explained {
  readonly volunteer: VolunteerRecord | undefined
  readonly cost: Cost | null
  readonly why: Why
  readonly runnersUp: readonly RunnerUp[]
}

/** What a run says of one need, in the shapes that are kept and shown. An exclusion never appears. */
export const explainedAt = (run: Run, at: number, records: readonly VolunteerRecord[]): Explained => {
  const byId = new Map(records.map((record) => [record.id, record]))
  const nameOf = (id: string) => {
    const record = byId.get(id)
    return record === undefined ? '' : `${record.given_name} ${record.family_name}`
  }
  const need = run.needs[at]
  const explanation = explain(run, at)
  if (explanation.chosen === null || need === undefined) {
    const relax = explanation.chosen === null && explanation.relax !== null ? { ...explanation.relax } : null
    return { volunteer: undefined, cost: null, why: { name: null, met: [], relax }, runnersUp: [] }
  }
  const { chosen, runnersUp } = explanation
  const volunteer = byId.get(chosen.volunteer)
  const met = [
    ...(need.sameSex === 'required' ? ['same-sex'] : []),
    ...(need.vetting.length > 0 ? ['vetting'] : []),
    ...(need.skills.length > 0 ? ['skill'] : []),
    ...(need.languages.length > 0 ? ['language'] : []),
    'availability',
    'travel',
  ]
  return {
    volunteer,
    cost: {
      ...chosen.terms,
      load: chosen.load,
      total: chosen.total,
      km: volunteer === undefined ? 0 : Math.round(distanceKm(need.point, volunteer) * 10) / 10,
      carried: volunteer?.load ?? 0,
      offered: volunteer?.capacity ?? 0,
    },
    why: { name: nameOf(chosen.volunteer), met, relax: null },
    runnersUp: runnersUp.map((other) => ({
      name: nameOf(other.volunteer),
      total: other.total,
      difference: other.difference,
      lacks: other.lacks.map(lackOf),
    })),
  }
}
