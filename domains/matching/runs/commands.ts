import { command } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { startRun, stopRun, type RunId } from './contract.ts'
import { runAfter } from './lifecycle.ts'
import { planRun } from './plan.ts'
import { maySeeRun, mayStopRun } from './policy.ts'
import * as store from './store.ts'

export const start = command(
  startRun,
  { reread: async ({ audit }, record) => {
    audit(record)
    return { run: record as RunId }
  } },
  async (scope, { body }) => {
    const run = scope.newId<RunId>()
    if (!(await planRun(scope, { id: run, area: scope.actor.area, how: 'hand', form: body.form, night: null })))
      throw new Problem('matching.run-under-way')
    return { run }
  },
)

export const stop = command(
  stopRun,
  { reread: async ({ audit }, record) => {
    audit(record)
    return { run: record as RunId }
  } },
  async ({ tx, actor, now, audit }, { params, body }) => {
    const seen = await store.findRun(tx, params.run)
    if (seen === undefined || !maySeeRun(actor, seen) || !mayStopRun(actor, seen)) throw new Problem('record.not-found')
    // One that is over is no longer this desk's to lock.
    const run = await store.lockRun(tx, params.run)
    const state = run === undefined ? undefined : runAfter('cancel', run.state)
    if (run === undefined || state === undefined) throw new Problem('matching.run-over')
    if (run.revision !== body.revision) throw new Problem('request.stale')
    audit(run.id, { home: run.home, from: run.state, to: state })
    store.moveRun(tx, run, { state, at: now, by: actor.id })
    return { run: run.id as RunId }
  },
)
