import { countryPack } from '#countries/index.ts'
import { doersOf, findNeed } from '#domains/casework/index.ts'
import { officesAbove } from '#domains/network/index.ts'
import { handsOf } from '#domains/visits/hands.ts'
import { isPair } from '#domains/visits/pair.ts'
import { findVisit, ofNeed, type VisitRecord } from '#domains/visits/store.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Payload } from '#platform/jobs/index.ts'
import { isDrawn } from './drawn.ts'
import * as store from './store.ts'

const DAY_MS = 86_400_000

/** One telephone that confirms for more people than is usual raises a line for the supervisor and the safeguarding leads. */
const countPhone = async (scope: WriteScope, visit: VisitRecord, digest: Buffer): Promise<boolean> => {
  const { tx, now, country, admit, audit } = scope
  const { people: most, days } = countryPack(country).confirmations.sharedPhone
  admit(store.phoneKey(digest))
  const earlier = await store.confirmationsOf(tx, digest, new Date(now.getTime() - days * DAY_MS))
  store.insertConfirmation(tx, {
    home: visit.home,
    id: scope.newId(),
    assignment: visit.id,
    case_id: visit.case_id,
    person: visit.person,
    team: visit.team,
    phone_digest: digest,
    confirmed_at: visit.confirmed_at ?? now,
  })
  const own = { person: visit.person, case_id: visit.case_id, team: visit.team, home: visit.home, confirmed_at: visit.confirmed_at ?? now }
  const all = [...earlier, own]
  const people = new Set(all.map(({ person }) => person)).size
  if (people <= most) return false
  for (const team of new Set(all.map((one) => one.team))) {
    const ofTeam = all.filter((one) => one.team === team)
    const leads = (await officesAbove(tx, team)).map((office) => `safeguarding:${office}`)
    const id = scope.newId<string>()
    store.saveSharedPhone(tx, {
      home: ofTeam[0]?.home ?? visit.home,
      id,
      team,
      leads,
      phone_digest: digest,
      people,
      cases: [...new Set(ofTeam.map(({ case_id }) => case_id))],
      first_at: all[0]?.confirmed_at ?? now,
      last_at: own.confirmed_at,
    })
    audit(id, { home: visit.home, people, team })
  }
  return true
}

/** Everybody who had a part: to them the call-back is not there. */
const partsIn = async (scope: WriteScope, seats: readonly VisitRecord[]): Promise<string[]> => {
  const doers: (string | null)[] = []
  for (const seat of seats) {
    const { offered, accepted } = await handsOf(scope, seat)
    doers.push(seat.worker, seat.accepted_by, seat.approved_by, offered, accepted)
  }
  const [first] = seats
  scope.admit(`need:${first?.need ?? ''}`)
  const need = first === undefined ? undefined : await findNeed(scope.tx, first.need, 'read')
  if (need !== undefined) doers.push(...(await doersOf(scope, need)))
  return [...new Set(doers.flatMap((doer) => (doer === null ? [] : [`actor:${doer}`])))].filter((key) => !key.startsWith('actor:system'))
}

/** After each confirmation: the telephone is counted, and some visits are asked about once more. */
export const checkConfirmation = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, now, keys, country, admit, audit } = scope
  const visit = await findVisit(tx, String(payload['visit']), 'for update')
  if (visit === undefined || visit.state !== 'confirmed') return
  const { callBack } = countryPack(country).confirmations
  const isShared = visit.code_phone_digest !== null && (await countPhone(scope, visit, visit.code_phone_digest))
  admit(`need:${visit.need}`)
  const seats = (await ofNeed(tx, visit.need)).filter(({ state, id }) => state === 'confirmed' || id === visit.id)
  const alone = isPair(visit) && seats.length < 2
  const drawn = isDrawn(keys.digest('call-back', visit.id), callBack.percent)
  if (!alone && !isShared && !drawn) return
  const id = scope.newId<string>()
  admit(`call-back:${id}`)
  store.insertCallBack(tx, {
    home: visit.home,
    id,
    recorded_at: now,
    assignment: visit.id,
    case_id: visit.case_id,
    need: visit.need,
    person: visit.person,
    team: visit.team,
    kind: visit.kind,
    visit_from: visit.visit_from,
    visit_to: visit.visit_to,
    reason: alone ? 'alone' : isShared ? 'shared-phone' : 'drawn',
    due_at: new Date(now.getTime() + callBack.days * DAY_MS),
    barred: await partsIn(scope, seats),
  })
  audit(id, { home: visit.home, person: visit.person, visit: visit.id })
}
