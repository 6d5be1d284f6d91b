import { countryPack } from '#countries/index.ts'
import { addDays, today } from '#engines/calendar/index.ts'
import { query } from '#platform/query/index.ts'
import { getStandingRule, type RuleId } from './contract.ts'
import { holds, mayStand } from './lifecycle.ts'
import * as store from './store.ts'

export const standing = query(getStandingRule, async ({ actor, tx, now, audit, country }) => {
  const { needKinds, timeZone, matching } = countryPack(country)
  const row = await store.ofDesk(tx, actor.area)
  audit(null)
  const rule = row !== undefined && holds({ until: row.until, stoppedAt: row.stopped_at }, now) ? row : undefined
  const sent = rule && (await store.sentBy(tx, rule.id))
  return {
    rule:
      rule === undefined
        ? null
        : {
            id: rule.id as RuleId,
            revision: rule.revision,
            name: rule.name,
            recordedAt: rule.recorded_at.toISOString(),
            kinds: [...rule.kinds],
            withinKm: rule.within_km,
            until: rule.until.toISOString(),
            sent: sent?.sent ?? 0,
            lastAt: sent?.last_at?.toISOString() ?? null,
          },
    kinds: needKinds.filter(mayStand).map(({ code }) => code),
    latest: addDays(today(now, timeZone), matching.standingDays),
  }
})
