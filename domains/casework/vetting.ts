import type { VettingPurpose } from '#countries/index.ts'
import { isVettedFor } from '#domains/network/index.ts'
import { localTime } from '#engines/calendar/index.ts'
import type { Requires } from './contract.ts'
import type { NeedRecord } from './store/index.ts'

/** As it is kept: whether it is for a child is decided when the need is recorded. */
export interface KeptRequires extends Requires {
  readonly forChild?: boolean
}

/** What whoever helps is vetted for, all of it. Needs of earlier releases say by their age group whether they are for a child. */
export const vettingFor = ({ requires, pair, age_group }: Pick<NeedRecord, 'requires' | 'pair' | 'age_group'>): VettingPurpose[] => {
  const { vetting, forChild = age_group === '0-17' } = requires as KeptRequires
  if (forChild) return ['home', 'children']
  return vetting || pair !== 'never' ? ['home'] : []
}

/** Whether somebody's vetting holds for a need, through its last day. */
export const isVettedForNeed = (
  volunteer: Parameters<typeof isVettedFor>[0],
  need: Pick<NeedRecord, 'requires' | 'pair' | 'age_group' | 'window_to'>,
  timeZone: string,
): boolean => isVettedFor(volunteer, vettingFor(need), localTime(need.window_to, timeZone).date)
