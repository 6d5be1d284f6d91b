import { system } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import { draftRelease, type DraftAsked } from './draft.ts'
import { findPlan } from './plans.ts'
import * as store from './store.ts'
import { makeRelease } from './work.ts'

const BUILD = 'observatory.build-release'
const actor = { ...system(BUILD), counts: WHOLE_NATION }

const nameOf = ({ plan, number }: Pick<store.ReleaseRecord, 'plan' | 'number'>): string => `${plan}-r${number}`

export type Built =
  | { readonly name: string; readonly release: string; readonly state: string; readonly hash: string | null; readonly failure: store.Failure | null }
  | { readonly refused: string }

const stateOf = (house: House, release: string) =>
  inDeed(house, actor, BUILD, { wait: false }, async (scope) => {
    scope.audit(release)
    return await store.findRelease(scope.tx, release)
  })

/** Drafts a release and makes it here and now. Somebody signs it at the statistics desk: never whoever runs this. */
export const buildRelease = async (house: House, plan: string, unscheduled: DraftAsked['unscheduled']): Promise<Built> => {
  const found = findPlan(plan)
  if (found === undefined) return { refused: 'plan-unknown' }
  const drafted = await inDeed(house, actor, BUILD, { wait: true }, async (scope) => {
    const answer = await draftRelease(scope, { plan: found, unscheduled })
    if ('refused' in answer) scope.audit(null, { refused: answer.refused })
    return answer
  })
  if ('refused' in drafted) return { refused: drafted.refused }
  await makeRelease(house, drafted.release)
  const record = await stateOf(house, drafted.release)
  if (record === undefined) throw new Error('the release that was drafted is gone')
  return { name: nameOf(record), release: record.id, state: record.state, hash: record.hash, failure: record.failure }
}

/** A release by what it is called, `needs-r1`, the newest of that name that was not withdrawn. */
export const findByName = async (house: House, name: string): Promise<string | undefined> =>
  await inDeed(house, actor, BUILD, { wait: false }, async (scope) => {
    scope.audit(null, { name })
    return (await store.allReleases(scope.tx)).find((record) => nameOf(record) === name && record.state !== 'withdrawn')?.id
  })
