import { requirePlainDate } from '#engines/calendar/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { endVetting, recordVetting } from './contract.ts'
import { missingEvidence, standingOf } from './lifecycle.ts'
import { mayVet } from './policy.ts'
import { belongsTo, openArea, rulesOf, vettedAnswer } from './queries.ts'
import * as store from './store.ts'

/** A volunteer of the actor's area; anybody else answers as not there. */
const requireInArea = async (scope: ReadScope, id: string): Promise<store.VettedRecord> => {
  const area = await openArea(scope)
  const volunteer = await store.findVolunteer(scope.tx, id, 'read')
  if (volunteer === undefined || !mayVet(scope.actor, area, volunteer)) throw new Problem('record.not-found')
  return volunteer
}

const requireToVet = async (scope: WriteScope, id: string, revision: number): Promise<store.VettedRecord> => {
  const { unit } = await requireInArea(scope, id)
  if (await belongsTo(scope, unit)) throw new Problem('network.vetting-own-group')
  scope.admit(`volunteer:${id}`)
  const volunteer = await store.findVolunteer(scope.tx, id, 'for update')
  if (volunteer === undefined) throw new Problem('record.not-found')
  if (volunteer.revision !== revision) throw new Problem('request.stale')
  return volunteer
}

const reread = async (scope: ReadScope, id: string) => {
  const volunteer = await requireInArea(scope, id)
  const ended = await store.lastEnded(scope.tx, [id])
  scope.audit(id, { home: volunteer.home })
  return vettedAnswer(scope, volunteer, ended.get(id) ?? null)
}

/** What was asked of the volunteer under the vetting before may not be theirs any more: each domain looks at its own. */
const tellChanged = ({ emit }: WriteScope, { home, id, unit }: store.VettedRecord): void =>
  emit({ name: 'network.vetting-lessened', payload: { home, volunteer: id, unit } })

export const record = command(recordVetting, { reread }, async (scope, { params, body }) => {
  const { actor, tx, audit, now } = scope
  const volunteer = await requireToVet(scope, params.volunteer, body.revision)
  const { asks, days } = rulesOf(scope)
  const until = requirePlainDate(body.until)
  if (until < days.from || until > days.to)
    throw new Problem('network.vetting-day', {}, [{ field: 'until', code: until < days.from ? 'past' : 'vetting-too-long' }])
  if (missingEvidence(asks, body.purposes, body.evidence).length > 0)
    throw new Problem('network.vetting-evidence', {}, [{ field: 'evidence', code: 'vetting-evidence' }])
  const purposes = [...new Set(body.purposes)]
  const ended = await store.lastEnded(tx, [volunteer.id])
  const standing = { vetted_for: purposes, vetted_until: until, vetted_by: actor.id }
  store.close(tx, volunteer, { at: now, by: actor.id, reason: null })
  store.insert(tx, volunteer, { id: scope.newId(), at: now, by: actor.id, purposes, evidence: [...new Set(body.evidence)], until })
  store.saveStanding(tx, volunteer, standing)
  audit(volunteer.id, { home: volunteer.home, purposes, evidence: body.evidence, until, from: volunteer.vetted_until })
  const lessened = until < (volunteer.vetted_until ?? '') || volunteer.vetted_for.some((purpose) => !purposes.includes(purpose as never))
  if (lessened) tellChanged(scope, volunteer)
  return vettedAnswer(scope, { ...volunteer, ...standing, revision: volunteer.revision + 1 }, ended.get(volunteer.id) ?? null)
})

export const end = command(endVetting, { reread }, async (scope, { params, body }) => {
  const { actor, tx, audit, now } = scope
  const volunteer = await requireToVet(scope, params.volunteer, body.revision)
  const { on, soonDays } = rulesOf(scope)
  if (['none', 'lapsed'].includes(standingOf(volunteer, on, soonDays))) throw new Problem('network.vetting-none')
  const standing = { vetted_for: [], vetted_until: null, vetted_by: null }
  store.close(tx, volunteer, { at: now, by: actor.id, reason: body.reason })
  store.saveStanding(tx, volunteer, standing)
  audit(volunteer.id, { home: volunteer.home, from: volunteer.vetted_for, until: volunteer.vetted_until, reason: body.reason })
  tellChanged(scope, volunteer)
  return vettedAnswer(scope, { ...volunteer, ...standing, revision: volunteer.revision + 1 }, { reason: body.reason, at: now.toISOString() })
})
