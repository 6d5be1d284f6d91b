import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '#demonstration/chance.ts'
import { enterDemonstration, listDemonstration } from '#domains/accounts/contract.ts'
import { addNeed, getCase } from '#domains/casework/contract.ts'
import { recordConsent } from '#domains/consents/contract.ts'
import { ask } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { getBoard, propose, releaseProposal } from '#domains/matching/contract.ts'
import { savePerson } from '#domains/people/contract.ts'
import { acceptReferral, listOffers, prepareReferral } from '#domains/referrals/contract.ts'
import { createCaller, GoneHome, type Caller, type Ledger, type Where } from './caller.ts'

export const FAMILY = 'پایدار'
const DAY = 86_400_000

interface Desks {
  readonly clerk: Caller
  readonly worker: Caller
  readonly workerAccount: string
}

export interface Load {
  readonly where: Where
  readonly ledger: Ledger
  readonly chance: Chance
  /** Where the clerk's centre takes the requests. */
  readonly place: string
  /** No new chain is begun after it says so. */
  readonly enough: () => boolean
}

const requireFound = <T>(found: T | null | undefined, what: string): T => {
  if (found === null || found === undefined) throw new Error(`there is no ${what}`)
  return found
}

/** Somebody with an account of the demonstration, signed in. */
const enterAs = async ({ where, ledger, chance }: Load, role: string) => {
  const caller = createCaller(where, ledger, chance)
  const { accounts } = await caller.read(listDemonstration, {})
  const { account } = requireFound(accounts.find((one) => one.role === role), role)
  await caller.read(enterDemonstration, { params: { account } })
  return { caller, account }
}

const askOnce = async ({ where, ledger, chance, place }: Load, familyName: string, onBehalf: boolean): Promise<void> => {
  const stranger = createCaller(where, ledger, chance)
  await stranger.write(ask, {
    body: {
      channel: 'web',
      kinds: ['clinic'],
      words: 'کسی را ندارم که همراهم تا درمانگاه بیاید.',
      givenName: 'مریم',
      familyName,
      birthYear: 1959,
      sex: 'female',
      phone: `0912${String(chance.between(1_000_000, 9_999_999))}`,
      place,
      onBehalf,
      // Every other one makes a job that tells somebody at once.
      urgency: chance.is(0.5) ? 'danger' : 'ordinary',
    },
  })
}

/** From a stranger's words to a need that is handed over. */
const chain = async (load: Load, { clerk, worker, workerAccount }: Desks, familyName: string): Promise<void> => {
  // Asked for somebody else, it waits for their word: a message, and a job in two weeks.
  if (load.chance.is(0.3)) await askOnce(load, `${familyName} دیگری`, true)
  await askOnce(load, familyName, false)
  const { rows } = await clerk.read(getInbox, {})
  const row = requireFound(rows.find((one) => one.familyName === familyName), familyName)
  const decision = { decision: 'open-case', worker: workerAccount } as const
  const opened = await clerk.write(triage, { params: { request: row.id }, body: { revision: row.revision, decision } })
  const params = { case: requireFound(opened.case, 'case') }
  const soon = Date.now() + DAY * load.chance.between(2, 9)
  const need = await worker.write(addNeed, {
    params,
    body: {
      kind: 'clinic',
      requires: { skills: [], vetting: true, sameSex: 'none', languages: [] },
      minutes: 60,
      from: new Date(soon).toISOString(),
      to: new Date(soon + DAY / 4).toISOString(),
      priority: 1,
    },
  })
  const { person } = await worker.read(getCase, { params })
  await worker.write(savePerson, { params: { person: person.id as never }, body: { revision: person.revision, address: 'کوچهٔ نارون، پلاک ۱۲' } })
  const categories = ['kind', 'time', 'area', 'givenName', 'phone', 'address']
  const until = new Date(Date.now() + 90 * DAY).toISOString()
  const consent = await worker.write(recordConsent, {
    params: { need: need.id },
    body: { answer: 'given', notice: 'volunteer-visit', categories, how: 'signed', until },
  })
  await worker.write(prepareReferral, { params: { need: need.id }, body: { consent: consent.id, revision: need.revision } })
}

const atHome = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof GoneHome)) throw error
  }
}

/** One after another, until it is enough. `name` keeps the writers' people apart. */
export const writeChains = (load: Load, name: string): Promise<void> =>
  atHome(async () => {
    const [{ caller: clerk }, { caller: worker, account }] = await Promise.all([enterAs(load, 'clerk'), enterAs(load, 'case-worker')])
    for (let number = 0; !load.enough(); number++)
      await chain(load, { clerk, worker, workerAccount: account }, `${FAMILY} ${name} ${number}`)
  })

/** Matches, offers one need after the other and accepts it for the group: its volunteer is then asked by a job. */
export const handOver = (load: Load): Promise<void> =>
  atHome(async () => {
    const [{ caller: liaison }, { caller: coordinator }] = await Promise.all([enterAs(load, 'liaison'), enterAs(load, 'coordinator')])
    while (!load.enough()) {
      await liaison.write(propose, { body: {} })
      const { needs } = await liaison.read(getBoard, {})
      for (const { proposal } of needs.filter((one) => one.referralState === 'ready').slice(0, 4))
        if (proposal?.volunteer !== undefined && proposal.volunteer !== null)
          await liaison.write(releaseProposal, { params: { proposal: proposal.id }, body: { revision: proposal.revision } })
      const { offers } = await coordinator.read(listOffers, {})
      for (const { id, revision } of offers.filter(({ state }) => state === 'offered'))
        await coordinator.write(acceptReferral, { params: { referral: id }, body: { revision } })
      await pause(50)
    }
  })
