import { countryPack } from '#countries/index.ts'
import { addDays, instantOf, today, type PlainDate } from '#engines/calendar/index.ts'
import { colleagues } from '#platform/auth/attempts.ts'
import { command, type ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { setStandingRule, stopStandingRule, type RuleId } from './contract.ts'
import { holds, mayStand } from './lifecycle.ts'
import { mayRule } from './policy.ts'
import * as store from './store.ts'

const reread = {
  reread: async ({ audit }: ReadScope, record: string) => {
    audit(record)
    return { rule: record as RuleId }
  },
}

export const set = command(setStandingRule, reread, async (scope, { body }) => {
  const { tx, actor, now, audit, country } = scope
  const { needKinds, timeZone, matching } = countryPack(country)
  const allowed = needKinds.filter(mayStand).map(({ code }) => code)
  if (body.kinds.some((kind) => !allowed.includes(kind)))
    throw new Problem('matching.rule-kind', {}, [{ field: 'kinds', code: 'not-in-list' }])
  const on = today(now, timeZone)
  if (body.until < on || body.until > addDays(on, matching.standingDays))
    throw new Problem('matching.rule-day', { days: matching.standingDays }, [{ field: 'until', code: 'wrong' }])
  const before = await store.ofDesk(tx, actor.area)
  if (before !== undefined && holds({ until: before.until, stoppedAt: null }, now)) throw new Problem('matching.rule-open')
  const unit = actor.unit ?? ''
  const name = (await colleagues(scope, unit, 'liaison')).find(({ account }) => account === actor.id)?.name ?? ''
  const id = scope.newId<RuleId>()
  audit(id, { home: actor.area.from, ...body })
  // One that ended by itself makes room.
  if (before !== undefined) store.stopRule(tx, before, now, actor.id)
  const { from, to } = actor.area
  const made = await store.insertRule(tx, {
    home: from, id, recorded_at: now, recorded_by: actor.id, name, unit, area_from: from, area_to: to,
    kinds: [...new Set(body.kinds)], within_km: body.withinKm, until: instantOf(addDays(body.until as PlainDate, 1), 0, timeZone),
  })
  if (made === undefined) throw new Problem('matching.rule-open')
  return { rule: id }
})

export const stop = command(stopStandingRule, reread, async ({ tx, actor, now, audit }, { params, body }) => {
  const rule = await store.findRule(tx, params.rule)
  if (rule === undefined || !mayRule(actor, rule)) throw new Problem('record.not-found')
  if (rule.stopped_at !== null) throw new Problem('matching.rule-over')
  if (rule.revision !== body.revision) throw new Problem('request.stale')
  audit(rule.id, { home: rule.home })
  store.stopRule(tx, rule, now, actor.id)
  return { rule: rule.id as RuleId }
})
