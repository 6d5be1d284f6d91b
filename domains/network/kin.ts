import { command, type ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { declareRelated, type VolunteerId } from './contract.ts'
import { kinAfter, relatedIn } from './related.ts'
import * as store from './store.ts'

/** The volunteer among all of the coordinator's own group; another group's looks absent. */
const requireInGroup = async ({ actor, tx }: ReadScope, id: string) => {
  const group = await store.volunteersOfUnit(tx, actor.unit ?? '')
  const volunteer = group.find((one) => one.id === id)
  if (volunteer === undefined) throw new Problem('record.not-found')
  return { group, volunteer }
}

const reread = async (scope: ReadScope, id: string) => {
  const { group, volunteer } = await requireInGroup(scope, id)
  scope.audit(id, { home: volunteer.home })
  return { id: id as VolunteerId, revision: volunteer.revision, related: relatedIn(group, volunteer) as VolunteerId[] }
}

/**
 * Pairs must be two who owe each other nothing (design 8.9), and only their own group knows who is whose sister. It is
 * written on both, so that taking it back takes it back; what other groups declared stays.
 */
export const declare = command(declareRelated, { reread }, async (scope, { params, body }) => {
  const { tx, audit } = scope
  const { group, volunteer } = await requireInGroup(scope, params.volunteer)
  if (volunteer.revision !== body.revision) throw new Problem('request.stale')
  const related = [...new Set<string>(body.related)].filter((id) => id !== volunteer.id)
  if (!related.every((id) => group.some((one) => one.id === id))) throw new Problem('record.not-found')
  audit(volunteer.id, { home: volunteer.home, from: relatedIn(group, volunteer), to: related })
  for (const [member, kin] of kinAfter(group, volunteer, related)) store.saveKin(tx, member, kin)
  return { id: volunteer.id as VolunteerId, revision: volunteer.revision + 1, related: related as VolunteerId[] }
})
