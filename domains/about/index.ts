import type { Tx } from '#platform/db/index.ts'
import * as store from './store.ts'

/** Whom to call in danger: the country's own number, else the agency's line. */
export const dangerLine = (pack: { readonly dangerNumber: string | null }, onCall: string | undefined): string | null =>
  pack.dangerNumber ?? onCall ?? null

/** Whether the demonstration country is loaded: then everything is synthetic and anybody may look around. */
export const isDemonstration = async (tx: Tx): Promise<boolean> =>
  (await store.findSetting(tx, 'demonstration'))?.value === true

export interface DemonstrationPerson {
  readonly step: 'approval' | 'confirm'
  readonly code: string
  readonly secret: string
}

/** Synthetic people whose code and second secret are for anybody who looks around; none elsewhere. */
export const demonstrationPeople = async (tx: Tx): Promise<DemonstrationPerson[]> =>
  ((await store.findSetting(tx, 'demonstration-people'))?.value ?? []) as unknown as DemonstrationPerson[]
