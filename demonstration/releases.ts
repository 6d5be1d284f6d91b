import { draftRelease, readReleases, signRelease } from '#domains/observatory/index.ts'
import type { listReleases } from '#domains/observatory/releases/contract.ts'
import { system, type Actor } from '#platform/actor/index.ts'
import { handClock } from '#platform/clock/index.ts'
import { inDeed, type Call, type House } from '#platform/command/index.ts'
import type { AnswerOf } from '#platform/contract/index.ts'
import { NATION } from '#platform/ids/index.ts'
import type { Job } from '#platform/jobs/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { ReleaseDay } from './release-days.ts'

/** What the loader leaves for the job: who makes releases, who signs them, and when they did. */
export interface ReleasesToMake {
  readonly plan: string
  readonly makes: Signing
  readonly signs: Signing
  readonly days: readonly ReleaseDay[]
}

interface Signing {
  readonly account: string
  readonly appointment: string
}

export const SETTING = 'demonstration-releases'
const OPENED = 'demonstration.opened'

const toMake = async ({ pool }: House): Promise<ReleasesToMake | undefined> =>
  (await pool.query<{ value: ReleasesToMake }>('select value from platform.setting where name = $1', [SETTING])).rows[0]?.value

/** At every start: whatever is left to do of the demonstration's releases goes on in the background. */
export const goOnReleasing = async (house: House): Promise<void> => {
  if ((await toMake(house)) === undefined) return
  await inDeed(house, system(OPENED), OPENED, { wait: true }, async ({ emit, audit }) => {
    emit({ name: OPENED, payload: {}, key: 'releases' })
    audit(null)
  })
}

const DOOR: Call['door'] = { address: '', device: '', setSession: () => {}, clearSession: () => {} }
const calling = (params: unknown, body: unknown): Call => ({ params, query: {}, body, idempotencyKey: undefined, door: DOOR })

/** Signed in like anybody, for as long as the work takes. */
const signedIn = async <T>({ auth: { sessions } }: House, who: Signing, work: (actor: Actor) => Promise<T>): Promise<T> => {
  const { token } = await sessions.start({ kind: 'account', ...who, home: NATION, strength: 'code+second', device: 'demonstration', hours: 1 })
  const actor = await sessions.read(token)
  try {
    return await work(actor)
  } finally {
    if (actor.session !== undefined) await sessions.end(actor.session)
  }
}

/** The day on which it was done is the demonstration's own; everything else is the house that people work in. */
const on = (house: House, moment: string): House => ({ ...house, clock: handClock(moment) })

const draft = (house: House, { plan, makes }: ReleasesToMake, { drafted, out, reason }: ReleaseDay): Promise<unknown> =>
  signedIn(house, makes, (actor) =>
    draftRelease.run(on(house, drafted), actor, calling({}, { plan, ...(reason === null ? {} : { unscheduled: { reason, at: out } }) })),
  )

const sign = (house: House, { signs }: ReleasesToMake, { signed }: ReleaseDay, release: string, revision: number): Promise<unknown> =>
  signedIn(house, signs, (actor) => signRelease.run(on(house, signed), actor, calling({ release }, { revision })))

const ownReleases = (house: House, { plan, signs }: ReleasesToMake) =>
  signedIn(house, signs, async (actor) => {
    const answer = (await readReleases.run(house, actor, calling({}, undefined))) as AnswerOf<typeof listReleases>
    return answer.releases.filter((one) => one.plan === plan)
  })

/**
 * The next thing to do, and the one after it, until a release is being made: the job comes back when it is checked. It stops
 * where somebody else has begun with releases, and where one of its own was withdrawn or could not be made.
 */
const goOn = async (house: House, told: ReleasesToMake): Promise<void> => {
  for (const [at, day] of told.days.entries()) {
    const releases = await ownReleases(house, told)
    const own = releases.find(({ releasesAt }) => releasesAt === day.out)
    if (own === undefined) {
      if (releases.length === at) await draft(house, told, day)
      return
    }
    if (own.state === 'checked' && !own.failed) await sign(house, told, day, own.release, own.revision)
    else if (own.state !== 'released') return
  }
}

/** Somebody was there first: what they do is not undone. */
const FIRST = ['request.stale', 'observatory.release-in-work', 'observatory.release-not-checked']

const work = async (house: House): Promise<void> => {
  const told = await toMake(house)
  if (told === undefined) return
  try {
    await goOn(house, told)
  } catch (error) {
    if (!(error instanceof Problem && FIRST.includes(error.code))) throw error
  }
}

export const jobs: readonly Job[] = [{ task: 'demonstration.release', on: [OPENED, 'observatory.release-checked'], work }]
