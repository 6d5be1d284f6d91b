import { countryPack } from '#countries/index.ts'
import { hashSecret, type Contact, type Unwanted } from '#domains/people/index.ts'
import { requirePlace } from '#domains/places/index.ts'
import { today } from '#engines/calendar/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem, type FieldProblem } from '#platform/problem/index.ts'
import { foldForSearch } from '#platform/words/index.ts'
import { dueAt } from './clock.ts'
import { ask, type Ask, type RequestId } from './contract.ts'
import { requestReceived } from './facts.ts'
import { askThemselves } from './on-behalf/own-word.ts'
import * as store from './store.ts'
import { codeDigest, grouped, trackingCode } from './tracking-code.ts'

/** The centre that answers for a place; a county without one is served by the first of its province. */
const requireCentre = async ({ tx }: ReadScope, home: number): Promise<store.Centre> => {
  const centre = (await store.centreFor(tx, home)) ?? (await store.centreOfProvince(tx, home))
  if (centre === undefined) throw new Problem('places.unknown', {}, [{ field: 'place', code: 'not-in-list' }])
  return centre
}

/** Everything that the contract's shapes cannot check, all at once and by field. */
const requireSense = (body: Ask, country: string): { phone: string; unwanted: Unwanted[] } => {
  const pack = countryPack(country)
  const wrong: FieldProblem[] = []
  const phone = pack.phone(body.phone)
  if (phone === undefined) wrong.push({ field: 'phone', code: 'not-phone' })
  if (!body.kinds.every((kind) => pack.needKinds.some(({ code }) => code === kind)))
    wrong.push({ field: 'kinds', code: 'not-in-list' })
  const unwanted = body.unwanted.map(({ name, phone: typed }, at) => {
    const number = typed === null || typed === '' ? null : pack.phone(typed)
    if (number === undefined) wrong.push({ field: `unwanted.${at}.phone`, code: 'not-phone' })
    return { name: name === '' ? null : name, phone: number ?? null }
  })
  if (wrong.length > 0 || phone === undefined) throw new Problem('request.invalid', {}, wrong)
  return { phone, unwanted: unwanted.filter(({ name, phone: number }) => name !== null || number !== null) }
}

const answerOf = (code: string, centre: Pick<store.Centre, 'name_fa' | 'name_en' | 'phone'>, due: Date, body: Pick<Ask, 'urgency' | 'onBehalf'>) => ({
  code: grouped(code),
  officeFa: centre.name_fa,
  officeEn: centre.name_en,
  officePhone: centre.phone,
  dueAt: due.toISOString(),
  danger: body.urgency === 'danger',
  onBehalf: body.onBehalf,
})

/** The answer that got lost on the way, once more: the code follows from the request and its office. */
const reread = async (scope: ReadScope, id: string) => {
  scope.admit(`request:${id}`)
  const request = await store.findRequest(scope.tx, `request:${id}`, id, 'read')
  if (request === undefined) throw new Problem('record.not-found')
  scope.audit(id, { home: request.home })
  const centre = { name_fa: request.office_fa, name_en: request.office_en, phone: request.office_phone }
  return answerOf(trackingCode(scope.keys, request.home, id), centre, request.due_at, {
    urgency: request.urgency as Ask['urgency'],
    onBehalf: request.on_behalf,
  })
}

export const receive = async (scope: WriteScope, body: Ask, channel: string, by: string) => {
  const { tx, keys, now, audit, admit, fact, emit, country } = scope
  const { phone, unwanted } = requireSense(body, country)
  const pack = countryPack(country)
  const place = await requirePlace(tx, body.place)
  const centre = await requireCentre(scope, place.home)
  const id = scope.newId<RequestId>()
  const { home } = centre
  const code = trackingCode(keys, home, id)
  const due = dueAt(body.urgency, now, pack)
  const contact: Contact = {
    phone,
    safeFrom: body.safeFrom,
    safeTo: body.safeTo,
    callName: body.callName === '' ? null : body.callName,
    onlyThemselves: body.onlyThemselves,
  }
  audit(id, { home, team: centre.id, channel, urgency: body.urgency })
  admit(`request:${id}`)
  store.insertRequest(tx, {
    home,
    id,
    recorded_at: now,
    recorded_by: by,
    team: centre.id,
    code_digest: codeDigest(keys, code),
    channel,
    kinds: body.kinds,
    words: keys.seal(home, body.words),
    given_name: body.givenName,
    family_name: body.familyName,
    birth_year: body.birthYear,
    sex: body.sex,
    contact: keys.seal(home, JSON.stringify(contact)),
    place: place.code,
    quarter: body.quarter === '' ? null : body.quarter,
    // The second secret is the person's own: whoever asks for somebody else cannot choose one and open the file by it.
    secret_hash: body.secret === null || body.onBehalf ? null : await hashSecret(body.secret),
    unwanted: unwanted.length === 0 ? null : keys.seal(home, JSON.stringify(unwanted)),
    on_behalf: body.onBehalf,
    urgency: body.urgency,
    due_at: due,
    phone_digest: keys.digest('phone', phone),
    name_token: keys.token('name', foldForSearch(`${body.givenName} ${body.familyName}`)),
  })
  fact({
    kind: requestReceived,
    home,
    on: today(now, pack.timeZone),
    unit: centre.id,
    place: place.code,
    quantity: 1,
    dimensions: { channel, urgency: body.urgency },
    source: id,
  })
  if (body.urgency === 'danger') emit({ name: 'desk.danger', payload: { home, request: id } })
  if (body.onBehalf) askThemselves(scope, { home, id, phone })
  return answerOf(code, centre, due, body)
}

export const askForHelp = command(ask, { reread: (scope, id) => reread(scope, id) }, (scope, { body }) =>
  receive(scope, body, body.channel, 'anyone'),
)
