import type { Tx } from '#platform/db/index.ts'
import { db } from '#platform/db/query.ts'

export const findSetting = (tx: Tx, name: string) =>
  tx.first(db.selectFrom('platform.setting').select('value').where('name', '=', name))
