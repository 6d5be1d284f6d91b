import { waitingByCounty } from '#domains/referrals/index.ts'
import { weightsInForce } from '#domains/matching/weights/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import * as store from './store.ts'

export const COUNTY = 100

export interface Plan {
  readonly id: string
  readonly area: store.Range
  readonly how: store.NewRun['how']
  readonly form?: store.NewRun['form']
  /** The day of a night's run. */
  readonly night: string | null
  /** What a trial tries beside the weights in force. */
  readonly draft?: store.NewRun['draft']
}

/** The counties of the area in which something waits; false where another run is under way or this night has had its own. */
export const planRun = async (scope: WriteScope, { id, area, how, night, form = 'tasks', draft = null }: Plan): Promise<boolean> => {
  const { tx, actor, now, audit, emit } = scope
  const [counties, weights] = [await waitingByCounty(tx, area), await weightsInForce(tx)]
  const regions = counties.map(({ county, waiting }): store.Region => ({
    home: Math.max(area.from, county * COUNTY),
    area_to: Math.min(area.to, county * COUNTY + COUNTY - 1),
    waiting,
  }))
  const waiting = regions.reduce((sum, region) => sum + region.waiting, 0)
  const planned = await store.insertRun(tx, {
    id, area, how, form, night, weights, draft, regions: regions.length, waiting, at: now, by: actor.id,
  })
  if (planned === undefined) return false
  for (const region of regions) store.insertRegion(tx, id, region)
  audit(id, { home: area.from, regions: regions.length, how, form, weights: weights.version })
  emit({ name: 'matching.run-planned', payload: { home: area.from, run: id } })
  return true
}
