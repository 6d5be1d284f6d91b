import type { Tx } from '#platform/db/index.ts'
import * as store from './store.ts'

/** Whether the demonstration country is loaded: then everything is synthetic and anybody may look around. */
export const isDemonstration = async (tx: Tx): Promise<boolean> =>
  (await store.findSetting(tx, 'demonstration'))?.value === true
