import { needsById } from '#domains/casework/index.ts'
import { volunteersById } from '#domains/network/index.ts'
import { openSeats, waitingReferrals, type Card, type ReferralRecord } from '#domains/referrals/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { query } from '#platform/query/index.ts'
import { getBoard, type Cost, type Proposal, type ProposalId, type RunnerUp, type Suggestion, type WaitingNeed } from './contract.ts'
import { openOf as openSuggestions, type SuggestionRecord } from './suggestions/store.ts'
import * as store from './store.ts'

const SHOWN = 300
const IDLE_SHOWN = 8
const DAY_MS = 86_400_000

const proposalAnswer = (row: store.ProposalRecord): Proposal => {
  const why = row.why as store.Why
  return {
    id: row.id as ProposalId,
    revision: row.revision,
    volunteer: row.volunteer === null ? null : { name: why.name ?? '', unitFa: row.unit_fa ?? '', unitEn: row.unit_en ?? '' },
    cost: row.cost as Cost | null,
    companion:
      row.companion === null
        ? null
        : {
            name: why.companion ?? '',
            unitFa: row.companion_unit_fa ?? '',
            unitEn: row.companion_unit_en ?? '',
            cost: row.companion_cost as unknown as Cost,
          },
    // One that was kept before pairs were formed does not say.
    short: why.short === true,
    met: [...why.met],
    runnersUp: row.runners_up as RunnerUp[],
    relax: why.relax === null ? null : { requirements: [...why.relax.requirements], candidates: why.relax.candidates },
    weightsVersion: row.weights_version,
    expiresAt: row.expires_at.toISOString(),
  }
}

const suggestionAnswer = (row: SuggestionRecord): Suggestion => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  cost: row.cost as Cost,
  instead: { name: row.instead_name, cost: row.instead_cost as Cost },
  recordedAt: row.recorded_at.toISOString(),
})

/** By referral: the volunteer of the other seat, by name and group. */
const besidesOf = async (tx: Tx, waiting: readonly ReferralRecord[]): Promise<Map<string, WaitingNeed['beside']>> => {
  const seats = await openSeats(tx, waiting.map(({ need }) => need), 'read')
  const beside = (referral: ReferralRecord) => seats.find((seat) => seat.need === referral.need && seat.id !== referral.id)
  const pairs = waiting.flatMap((referral) => {
    const seat = beside(referral)
    return seat === undefined || seat.volunteer === null ? [] : [{ referral, seat, volunteer: seat.volunteer }]
  })
  if (pairs.length === 0) return new Map()
  const volunteers = await volunteersById(tx, pairs.map(({ volunteer }) => volunteer))
  return new Map(
    pairs.map(({ referral, seat, volunteer: id }) => {
      const volunteer = volunteers.find((one) => one.id === id)
      const name = volunteer === undefined ? '' : `${volunteer.given_name} ${volunteer.family_name}`
      return [referral.id, { name, unitFa: seat.unit_fa ?? '', unitEn: seat.unit_en ?? '' }]
    }),
  )
}

export const board = query(getBoard, async ({ actor, tx, audit, now }) => {
  const { from, to } = actor.area
  const waiting = await waitingReferrals(tx, actor.area, SHOWN)
  const offered = waiting.filter(({ state }) => state === 'offered').map(({ id }) => id)
  const [needs, proposals, suggestions, fell, loads, idle, area] = await Promise.all([
    needsById(tx, waiting.map(({ need }) => need)),
    store.openOf(tx, waiting.map(({ id }) => id)),
    openSuggestions(tx, offered),
    store.fellWith(tx, waiting.filter(({ state }) => state === 'ready').map(({ need }) => need)),
    store.loadsIn(tx, from, to),
    store.idleIn(tx, from, to, IDLE_SHOWN),
    store.areaName(tx, from),
  ])
  const besides = await besidesOf(tx, waiting)
  const rules = new Map((await store.sentByRule(tx, offered)).map(({ referral, name }) => [referral, name]))
  audit(null, { referrals: waiting.map(({ id }) => id) })
  const needById = new Map(needs.map((need) => [need.id, need]))
  return {
    areaFa: area?.name_fa ?? '',
    areaEn: area?.name_en ?? '',
    needs: waiting.flatMap((referral): WaitingNeed[] => {
      const need = needById.get(referral.need)
      if (need === undefined) return []
      const proposal = proposals.find((row) => row.referral === referral.id)
      const suggestion = suggestions.find((row) => row.referral === referral.id)
      return [
        {
          referral: referral.id,
          referralState: referral.state as WaitingNeed['referralState'],
          attempt: referral.attempt,
          card: referral.card as Card,
          since: need.since.toISOString(),
          waitingDays: Math.floor((now.getTime() - need.since.getTime()) / DAY_MS),
          priority: need.priority,
          answerBy: referral.answer_by?.toISOString() ?? null,
          unitFa: referral.unit_fa,
          unitEn: referral.unit_en,
          beside: besides.get(referral.id) ?? null,
          proposal: proposal === undefined ? null : proposalAnswer(proposal),
          suggestion: suggestion === undefined ? null : suggestionAnswer(suggestion),
          vettingEnded: fell.get(referral.need) === store.VETTING_ENDED,
          groupClosed: fell.get(referral.need) === store.GROUP_CLOSED,
          byRule: rules.get(referral.id) ?? null,
        },
      ]
    }),
    capacity: {
      volunteers: loads.reduce((sum, row) => sum + row.volunteers, 0),
      idle: loads.find(({ carried }) => carried === 0)?.volunteers ?? 0,
      tasksFree: loads.reduce((sum, row) => sum + Math.max(0, row.offered - row.carried * row.volunteers), 0),
      loads: loads.map(({ carried, volunteers }) => ({ carried, volunteers })),
      idleFirst: idle.map((row) => ({ name: row.name, unitFa: row.unit_fa, unitEn: row.unit_en, offered: row.offered })),
    },
  }
})
