import { countryPack } from '#countries/index.ts'
import { isVettedForNeed, needsById } from '#domains/casework/index.ts'
import { volunteersById } from '#domains/network/index.ts'
import { system, type Actor } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { after, type ProposalState } from './lifecycle.ts'
import * as store from './store.ts'

const TASK = 'matching.vetting-lessened'

/**
 * Whoever is no longer vetted for a need is not proposed for it: what waits is put aside, of what was sent the desk reads
 * why it came back. A volunteer may be proposed in counties around their own, hence the area.
 */
const putAside = async (house: House, payload: Payload): Promise<void> => {
  const id = String(payload['volunteer'])
  const actor: Actor = { ...system(TASK), area: WHOLE_NATION }
  await inDeed(house, actor, TASK, { wait: true }, async ({ tx, now, country, audit }) => {
    const [volunteer] = await volunteersById(tx, [id])
    const rows = await store.naming(tx, id)
    const needs = new Map((await needsById(tx, rows.map(({ need }) => need))).map((need) => [need.id, need]))
    audit(id, { home: Number(payload['home']), proposals: rows.length })
    for (const row of rows) {
      const need = needs.get(row.need)
      if (need === undefined || need.window_to <= now || row.reason === store.VETTING_ENDED) continue
      if (volunteer !== undefined && isVettedForNeed(volunteer, need, countryPack(country).timeZone)) continue
      const state = row.state as ProposalState
      store.saveState(tx, row, after('supersede', state) ?? state, store.VETTING_ENDED)
      audit(row.referral, { home: row.home, proposal: row.id, reason: store.VETTING_ENDED })
    }
  })
}

export const jobs: readonly Job[] = [{ task: TASK, on: ['network.vetting-lessened'], work: putAside }]
