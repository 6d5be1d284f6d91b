import type { NeedRecord } from '#domains/casework/index.ts'
import { defaultWeights } from '#engines/matching/index.ts'
import { engineNeed, foundIn, proposalsOf, run } from '#domains/matching/index.ts'
import type { VolunteerRecord } from '#domains/network/index.ts'
import type { ReferralRecord } from '#domains/referrals/index.ts'
import { words } from '#domains/visits/words.ts'
import type pg from 'pg'
import { copying } from '#demonstration/copy.ts'
import { over } from '#demonstration/filling.ts'
import { demoId } from '#demonstration/ids.ts'
import { phoneOf } from '#demonstration/phones.ts'
import type { Story } from '#demonstration/story/index.ts'
import { today } from '#engines/calendar/index.ts'
import { countyRange } from '#platform/ids/index.ts'
import { formatter, say } from '#platform/words/index.ts'
import { BY, type Parts } from './parts.ts'
import { confirmationOf } from './visits.ts'

/** What is read from the filled tables, and written beside them. */
type Filled = Omit<Parts, 'filling'> & { readonly client: pg.Client }

/** The liaison desk's first board: what the county's waiting needs were proposed, by the matching itself. */
export const loadProposals = async ({ client, pack, now, onRow }: Filled, home: number): Promise<void> => {
  const { from, to } = countyRange(home)
  const inCounty = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql, [from, to])).rows
  const referrals = await inCounty<ReferralRecord>(
    `select * from referrals.referral where home between $1 and $2 and state = 'ready' order by recorded_at`,
  )
  const needs = await inCounty<NeedRecord>(
    `select n.* from casework.need n join referrals.referral r on r.home = n.home and r.need = n.id
     where n.home between $1 and $2 and r.state = 'ready'`,
  )
  const records = await inCounty<VolunteerRecord>(
    `select *, vetted_until::text as vetted_until, family_token::text as family_token from network.volunteer
     where home between $1 and $2 order by load, id`,
  )
  const met = await inCounty<{ person: string; volunteer: string }>(
    `select person, volunteer from visits.assignment where home between $1 and $2 and state = 'confirmed'`,
  )
  const homes = await inCounty<{ person: string; digest: Buffer }>(
    `select e.person, e.digest from people.exclusion e join referrals.referral r on r.home = e.home and r.person = e.person
     where e.home between $1 and $2 and r.state = 'ready' and e.kind = 'address'`,
  )
  const byId = new Map(needs.map((need) => [need.id, need]))
  const parts = referrals.flatMap((referral) => {
    const need = byId.get(referral.need)
    if (need === undefined) return []
    const known = new Set(met.filter(({ person }) => person === need.person).map(({ volunteer }) => volunteer))
    const addresses = homes.filter(({ person }) => person === need.person).map(({ digest }) => digest)
    const exclusions = { phones: [], addresses, families: [], volunteers: [], units: [] }
    const asked = engineNeed({ referral, need, exclusions, rejected: [], known, related: [] }, records, records, now, pack.timeZone)
    return [{ referral, need, asked, pair: need.pair === 'never' ? undefined : { known: need.pair === 'first-visit' ? known : new Set<string>() } }]
  })
  if (parts.length === 0) return
  let number = 0
  const newId = () => demoId('proposal', (number += 1))
  const gathered = { parts, records, minutesLeft: [], day: today(now, pack.timeZone) }
  const outcome = run(gathered, defaultWeights)
  const rows = proposalsOf(foundIn(gathered, outcome), {
    weightsVersion: outcome.weightsVersion, runId: newId(), newId, now, hours: pack.matching.proposalHours,
  })
  const table = await copying(over(client), 'matching.proposal', [
    'home', 'id', 'recorded_at', 'recorded_by', 'run', 'referral', 'need', 'volunteer', 'volunteer_home', 'unit', 'companion', 'companion_home', 'companion_unit',
    'companion_cost', 'state', 'weights_version', 'cost', 'why',
    'runners_up', 'expires_at', 'synthetic',
  ])
  for (const row of rows) {
    onRow()
    await table.row([
      row.home, row.id, now, BY, row.run, row.referral, row.need, row.volunteer, row.volunteer_home, row.unit, row.companion,
      row.companion_home, row.companion_unit, row.companion_cost === null ? null : JSON.stringify(row.companion_cost), 'proposed', row.weights_version,
      JSON.stringify(row.cost), JSON.stringify(row.why), JSON.stringify(row.runners_up), row.expires_at, true,
    ])
  }
  await table.end()
}

/** The message with the code that confirms a visit, where a visitor can read it: nobody sends anything here. */
export const loadConfirmation = async ({ client, pack, keys, now }: Filled, story: Story): Promise<void> => {
  const visit = story.needs[0]?.referrals.at(-1)?.visit
  if (visit?.done === undefined) throw new Error('there is no visit to confirm')
  const { home } = story.centre
  const [language] = pack.languages
  const text = say(words, language, formatter(language, { timeZone: pack.timeZone })).smsConfirm({ code: confirmationOf(visit) })
  const phone = phoneOf(pack, 'person', story.number)
  await client.query(
    `insert into messages.outbox (home, id, at, channel, purpose, recipient, body, state) values ($1, $2, $3, 'sms', 'confirmation-code', $4, $5, 'shown')`,
    [home, demoId('message', 1), now, keys.seal(home, phone), keys.seal(home, text)],
  )
}
