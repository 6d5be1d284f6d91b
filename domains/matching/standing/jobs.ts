import { needsById } from '#domains/casework/index.ts'
import { sendOne } from '#domains/matching/release.ts'
import { knownVolunteers, openSeats } from '#domains/referrals/index.ts'
import { system, type Actor } from '#platform/actor/index.ts'
import { colleagues } from '#platform/auth/attempts.ts'
import { inDeed, type House, type WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { holds, isCovered } from './lifecycle.ts'
import * as store from './store.ts'

const TASK = 'matching.release-by-rule'

/** A rule holds while nobody stopped it, until its day, and while whoever set it still answers at that desk. */
const inForce = async (scope: WriteScope, rule: store.RuleRecord): Promise<boolean> => {
  if (!holds({ until: rule.until, stoppedAt: rule.stopped_at }, scope.now)) return false
  return (await colleagues(scope, rule.unit, 'liaison')).some(({ account }) => account === rule.recorded_by)
}

/** Sends what a rule covers of what a run proposes in a county. Each by the rules of one, and by the name of whoever set it. */
const sendCovered = async (scope: WriteScope, run: string, rule: store.RuleRecord): Promise<void> => {
  const { tx, actor, audit } = scope
  const proposals = await store.proposedBy(tx, run, actor.area)
  const needs = new Map((await needsById(tx, proposals.map(({ need }) => need))).map((need) => [need.id, need]))
  const known = await knownVolunteers(tx, [...new Set([...needs.values()].map(({ person }) => person))])
  const seats = await openSeats(tx, [...needs.keys()], 'read')
  for (const { id, revision, need: of, volunteer, companion, km } of proposals) {
    const need = needs.get(of)
    if (need === undefined) continue
    const two = companion !== null || seats.filter((seat) => seat.need === of).length > 1
    const covered = isCovered(
      { kinds: rule.kinds, withinKm: rule.within_km },
      { need, two, km, known: known.get(need.person)?.has(volunteer) === true },
    )
    if (!covered) continue
    // Stopped at once means: also in the middle of this.
    const now = await store.findRule(tx, rule.id)
    if (now === undefined || now.stopped_at !== null) return
    try {
      await sendOne(scope, id, revision, { account: rule.recorded_by, rule: rule.id })
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      audit(id, { rule: rule.id, refused: reason.code })
    }
  }
}

const release = async (house: House, payload: Payload): Promise<void> => {
  const [run, from, to] = [String(payload['run']), Number(payload['home']), Number(payload['to'])]
  const actor: Actor = { ...system(TASK), area: { from, to }, counts: { from, to } }
  await inDeed(house, actor, TASK, { wait: true }, async (scope) => {
    scope.audit(run, { home: from })
    for (const rule of await store.covering(scope.tx, actor.area)) if (await inForce(scope, rule)) await sendCovered(scope, run, rule)
  })
}

export const jobs: readonly Job[] = [{ task: TASK, on: ['matching.county-matched'], work: release }]
