import type { Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { byVersion } from './lifecycle.ts'
import * as store from './store.ts'

/** All definitions by indicator, each from the newest to the oldest. */
export const publishedIndicators = async (tx: Tx): Promise<ReadonlyMap<string, readonly store.StoredVersion[]>> => {
  const found = new Map<string, store.StoredVersion[]>()
  for (const version of await store.allVersions(tx)) found.set(version.id, [...(found.get(version.id) ?? []), version])
  for (const versions of found.values()) versions.sort(byVersion)
  return found
}

/** The definitions of one indicator, from the newest to the oldest; refuses an unknown one. */
export const requireIndicator = async (tx: Tx, id: string): Promise<readonly store.StoredVersion[]> => {
  const versions = await store.versionsOfOne(tx, id)
  if (versions.length === 0) throw new Problem('observatory.indicator-unknown', {}, [{ field: 'indicator', code: 'not-in-list' }])
  return versions.sort(byVersion)
}
