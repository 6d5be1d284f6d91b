import { countryPack } from '#countries/index.ts'
import { isVettedForNeed, needsById, type NeedRecord } from '#domains/casework/index.ts'
import { volunteersById, type VolunteerRecord } from '#domains/network/index.ts'
import { system, type Actor } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { after, type ProposalState } from './lifecycle.ts'
import * as store from './store.ts'

interface Ground {
  readonly task: string
  readonly reason: store.Fell
  /** Whether what was proposed holds in spite of it. */
  readonly holds: (volunteer: VolunteerRecord, need: NeedRecord, row: store.ProposalRecord, timeZone: string) => boolean
}

/**
 * What names a volunteer and does not hold any more: what waits is put aside, of what was sent the desk reads why it came
 * back. A volunteer may be proposed in counties around their own, hence the area.
 */
const putAside = ({ task, reason, holds }: Ground) => async (house: House, payload: Payload): Promise<void> => {
  const id = String(payload['volunteer'])
  const actor: Actor = { ...system(task), area: WHOLE_NATION }
  await inDeed(house, actor, task, { wait: true }, async ({ tx, now, country, audit }) => {
    const [volunteer] = await volunteersById(tx, [id])
    const rows = await store.naming(tx, id)
    const needs = new Map((await needsById(tx, rows.map(({ need }) => need))).map((need) => [need.id, need]))
    audit(id, { home: Number(payload['home']), proposals: rows.length })
    for (const row of rows) {
      const need = needs.get(row.need)
      if (need === undefined || need.window_to <= now || row.reason !== null) continue
      if (volunteer !== undefined && holds(volunteer, need, row, countryPack(country).timeZone)) continue
      const state = row.state as ProposalState
      store.saveState(tx, row, after('supersede', state) ?? state, reason)
      audit(row.referral, { home: row.home, proposal: row.id, reason })
    }
  })
}

const vetting: Ground = {
  task: 'matching.vetting-lessened',
  reason: store.VETTING_ENDED,
  holds: (volunteer, need, _row, timeZone) => isVettedForNeed(volunteer, need, timeZone),
}

/** The unit under which somebody was proposed is no longer theirs. */
const group: Ground = {
  task: 'matching.group-ended',
  reason: store.GROUP_CLOSED,
  holds: ({ id, unit, without_group_since }, _need, row) =>
    without_group_since === null && unit === (row.volunteer === id ? row.unit : row.companion_unit),
}

export const jobs: readonly Job[] = [
  { task: vetting.task, on: ['network.vetting-lessened'], work: putAside(vetting) },
  { task: group.task, on: ['network.group-ended'], work: putAside(group) },
]
