import type { Tx } from '#platform/db/index.ts'
import * as store from './store.ts'

/** Whom to call in danger: the country's own number, else the agency's line. */
export const dangerLine = (pack: { readonly dangerNumber: string | null }, onCall: string | undefined): string | null =>
  pack.dangerNumber ?? onCall ?? null

/** Whether the demonstration country is loaded: then everything is synthetic and anybody may look around. */
export const isDemonstration = async (tx: Tx): Promise<boolean> =>
  (await store.findSetting(tx, 'demonstration'))?.value === true
