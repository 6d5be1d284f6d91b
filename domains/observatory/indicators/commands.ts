import { countryPack } from '#countries/index.ts'
import { requirePlainDate } from '#engines/calendar/index.ts'
import { command, type ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { defineIndicator } from './contract.ts'
import { changeOf, faultOf, FIRST_VERSION, leastBridge, nextVersion, byVersion } from './lifecycle.ts'
import { mayDefine } from './policy.ts'
import { versionAnswer } from './queries.ts'
import * as store from './store.ts'

const answer = (id: string, versions: readonly store.StoredVersion[]) => ({ id, versions: [...versions].sort(byVersion).map(versionAnswer) })

const reread = async ({ tx }: ReadScope, id: string) => answer(id, await store.versionsOfOne(tx, id))

/** Two who define at once get one version: the key of the table refuses the second. */
const conflicts = { indicator_pkey: 'request.stale' }

export const define = command(defineIndicator, { reread, conflicts }, async (scope, { body }) => {
  const { actor, tx, audit, now, country } = scope
  if (!mayDefine(actor)) throw new Problem('observatory.nation-only')
  const { indicator: id, follows, definition, bridgeUntil, reason } = body
  const from = requirePlainDate(body.from)
  const [versions, kinds] = await Promise.all([store.versionsOfOne(tx, id), store.allKinds(tx)])
  const [newest] = versions.sort(byVersion)
  if (follows === null && newest !== undefined) throw new Problem('observatory.indicator-taken', {}, [{ field: 'indicator', code: 'wrong' }])
  if (follows !== null && newest === undefined) throw new Problem('observatory.indicator-unknown', {}, [{ field: 'indicator', code: 'not-in-list' }])
  if (follows !== null && newest?.version !== follows) throw new Problem('request.stale')
  const fault = faultOf(definition, kinds)
  if (fault !== undefined) throw new Problem('observatory.definition-invalid', { fault }, [{ field: 'definition', code: 'wrong' }])
  const change = newest === undefined ? undefined : changeOf(newest.definition, definition)
  if (newest !== undefined && change === undefined) throw new Problem('observatory.definition-same')
  // Definitions follow each other in time as they do in number.
  if (newest !== undefined && from < newest.from) throw new Problem('observatory.bridge-missing', {}, [{ field: 'from', code: 'before-last-version' }])
  const calendar = countryPack(country).calendar === 'persian' ? 'P' : 'G'
  const least = change === undefined ? undefined : leastBridge(change, definition, from, calendar)
  if (least !== undefined && (bridgeUntil === null || bridgeUntil < least))
    throw new Problem('observatory.bridge-missing', {}, [{ field: 'bridgeUntil', code: 'bridge-too-short', limit: least }])
  const version = newest === undefined || change === undefined ? FIRST_VERSION : nextVersion(newest.version, change)
  const next = { id, version, from, bridgeUntil: newest === undefined ? null : bridgeUntil, reason, definition }
  store.insertVersion(tx, next, actor.id, now)
  audit(id, { version, change })
  return answer(id, [...versions, next])
})
