import { countryPack } from '#countries/index.ts'
import { needsById, type NeedRecord } from '#domains/casework/index.ts'
import { areRelated, bearersIn, volunteersById, volunteersIn, type VolunteerRecord } from '#domains/network/index.ts'
import { exclusionsOf } from '#domains/people/index.ts'
import { knownVolunteers, minutesAsked, openSeats, waitingReferrals, type ReferralRecord } from '#domains/referrals/index.ts'
import { today } from '#engines/calendar/index.ts'
import type { Need } from '#engines/matching/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { engineNeed } from './shapes.ts'
import * as store from './store.ts'

/** How much is read at once. */
export interface Limits {
  readonly needs: number
  readonly volunteers: number
}
// One page's worth of a county; a whole area is matched by a run of its own (`runs/`).
export const PAGE: Limits = { needs: 300, volunteers: 10_000 }
// Half a degree, about 50 km: further than anybody's travel limit.
const MARGIN = 0.5

/** What a need asks, and how it may be served. */
export interface Asked {
  readonly asked: Need
  /** Two are needed; whoever is `known` may come alone. Undefined where one is enough, or the other seat is taken. */
  readonly pair: { readonly known: ReadonlySet<string> } | undefined
}

/** One need that waits. */
export interface Part extends Asked {
  readonly referral: ReferralRecord
  readonly need: NeedRecord
}

/** All that a run reads. */
export interface County {
  readonly parts: readonly Asked[]
  readonly records: readonly VolunteerRecord[]
  /** By volunteer, in the order of the records: minutes of the week they gave that nobody asked for yet. */
  readonly minutesLeft: readonly number[]
  readonly day: string
}

export interface Gathered extends County {
  readonly parts: readonly Part[]
}

const boxAround = (points: readonly { lat: number; lon: number }[]) => ({
  latFrom: Math.min(...points.map(({ lat }) => lat)) - MARGIN,
  latTo: Math.max(...points.map(({ lat }) => lat)) + MARGIN,
  lonFrom: Math.min(...points.map(({ lon }) => lon)) - MARGIN,
  lonTo: Math.max(...points.map(({ lon }) => lon)) + MARGIN,
})

/** Everything a run of the area needs, read once; undefined where nothing waits. */
export const gather = async (scope: WriteScope, limits: Limits): Promise<Gathered | undefined> => {
  const { actor, tx, now, country } = scope
  const { timeZone } = countryPack(country)
  const waiting = (await waitingReferrals(tx, actor.area, limits.needs)).filter(({ state }) => state === 'ready')
  const [needs, rejected, seats] = await Promise.all([
    needsById(tx, waiting.map(({ need }) => need)),
    store.rejectedFor(tx, waiting.map(({ id }) => id)),
    openSeats(tx, waiting.map(({ need }) => need), 'read'),
  ])
  const open = waiting.flatMap((referral) => {
    const need = needs.find(({ id }) => id === referral.need)
    if (need === undefined) return []
    const beside = seats.find((seat) => seat.need === need.id && seat.id !== referral.id)?.volunteer ?? null
    return [{ referral, need, beside }]
  })
  if (open.length === 0) return undefined
  const day = today(now, timeZone)
  const persons = [...new Set(open.map(({ need }) => need.person))]
  const [records, partners, exclusions, known, asked] = await Promise.all([
    volunteersIn(tx, actor.area, boxAround(open.map(({ need }) => need)), day, limits.volunteers),
    volunteersById(tx, open.flatMap(({ beside }) => beside ?? [])),
    exclusionsOf(scope, persons),
    knownVolunteers(tx, persons),
    minutesAsked(tx, actor.area),
  ])
  const minutes = new Map(asked.map((row) => [row.volunteer, row.minutes]))
  const unwanted = [...exclusions.values()]
  const bearers = await bearersIn(tx, actor.area, {
    phones: unwanted.flatMap(({ phones }) => phones),
    addresses: unwanted.flatMap(({ addresses }) => addresses),
    families: unwanted.flatMap(({ families }) => families),
    volunteers: unwanted.flatMap(({ volunteers }) => volunteers),
  })
  const parts = open.map(({ referral, need, beside }): Part => {
    const partner = partners.find(({ id }) => id === beside)
    const parties = {
      referral,
      need,
      exclusions: exclusions.get(need.person),
      rejected: rejected.filter((row) => row.referral === referral.id).map((row) => row.volunteer),
      known: known.get(need.person) ?? new Set<string>(),
      // Beside somebody who said yes: never they themselves, and nobody related to them.
      related: partner === undefined ? [] : records.filter((record) => areRelated(record, partner)).map(({ id }) => id),
    }
    const familiar = need.pair === 'first-visit' ? known.get(need.person) : undefined
    return {
      referral,
      need,
      asked: engineNeed(parties, bearers, records, now, timeZone),
      pair: need.pair === 'never' || beside !== null ? undefined : { known: familiar ?? new Set() },
    }
  })
  const minutesLeft = records.map(({ id, weekly_minutes }) => Math.max(0, weekly_minutes - (minutes.get(id) ?? 0)))
  return { parts, records, minutesLeft, day }
}
