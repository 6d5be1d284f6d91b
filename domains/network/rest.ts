import { countryPack } from '#countries/index.ts'
import { addDays, instantOf, today } from '#engines/calendar/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { beginRest, endRest, getRest, type Rest } from './contract.ts'
import * as store from './store.ts'

const requireOwn = async ({ actor, tx }: ReadScope) => {
  const volunteer = await store.findVolunteer(tx, actor.volunteer ?? '')
  if (volunteer === undefined) throw new Problem('record.not-found')
  return volunteer
}

const readRest = async (scope: ReadScope): Promise<Rest> => {
  const volunteer = await requireOwn(scope)
  const on = today(scope.now, countryPack(scope.country).timeZone)
  scope.audit(volunteer.id, { home: volunteer.home })
  return { until: volunteer.paused_until !== null && volunteer.paused_until >= on ? volunteer.paused_until : null }
}

export const mine = query(getRest, readRest)

const save = async (scope: WriteScope, until: string | null) => {
  const volunteer = await requireOwn(scope)
  store.saveRest(scope.tx, volunteer, until)
  scope.audit(volunteer.id, { home: volunteer.home, until })
  return volunteer
}

export const begin = command(beginRest, { reread: readRest }, async (scope, { body }) => {
  const { timeZone } = countryPack(scope.country)
  const until = addDays(today(scope.now, timeZone), body.weeks * 7)
  const volunteer = await save(scope, until)
  const payload = { home: volunteer.home, volunteer: volunteer.id, unit: volunteer.unit }
  // The first moment after the last day of the rest.
  scope.emit({ name: 'network.rest-begun', payload: { ...payload, until: instantOf(addDays(until, 1), 0, timeZone).toISOString() } })
  return { until }
})

export const end = command(endRest, { reread: readRest }, async (scope) => {
  await save(scope, null)
  return { until: null }
})
