import type { Actor } from '#platform/actor/index.ts'

interface Area {
  readonly area_from: number
  readonly area_to: number
}

/** Every desk whose area a run goes through sees how far it is. */
export const maySeeRun = ({ role, area }: Actor, run: Area): boolean =>
  role === 'liaison' && run.area_from <= area.to && run.area_to >= area.from

/** Only the desk that answers for all of it stops it. */
export const mayStopRun = ({ role, area }: Actor, run: Area): boolean =>
  role === 'liaison' && run.area_from >= area.from && run.area_to <= area.to
