import { codeDigest, grouped, trackingCode } from '#domains/desk/index.ts'
import { sealContact } from '#domains/people/index.ts'
import { addressDigest } from '#domains/places/index.ts'
import { copying } from '#demonstration/copy.ts'
import { demoId } from '#demonstration/ids.ts'
import { isOpened, type Story } from '#demonstration/story/index.ts'
import { addressIn, askedFor, replied } from '#demonstration/wording.ts'
import { foldForSearch } from '#platform/words/index.ts'
import { at, atOrNull, BY, contactOf, idOf, quarterOf, sealer, secretOf, workerOf, type Parts } from './parts.ts'

const DAY_MS = 86_400_000

const STATES = { 'open-case': 'case-opened', answer: 'answered', 'pass-on': 'passed-on', duplicate: 'duplicate', withdrawn: 'withdrawn' } as const

const codeOf = (keys: Parts['keys'], story: Story): string => trackingCode(keys, story.centre.home, idOf('request', story))

export const loadRequests = async ({ filling, pack, keys, onRow }: Parts, all: readonly Story[]): Promise<void> => {
  const seal = sealer(keys)
  const table = await copying(filling, 'desk.request', [
    'home', 'id', 'recorded_at', 'recorded_by', 'team', 'code_digest', 'channel', 'kinds', 'words', 'given_name', 'family_name',
    'birth_year', 'sex', 'contact', 'place', 'quarter', 'secret_hash', 'urgency', 'due_at', 'state', 'reason', 'answer', 'points_at', 'points_kind',
    'triaged_at', 'triaged_by', 'case_id', 'person', 'phone_digest', 'name_token', 'synthetic',
  ])
  for (const story of all) {
    const { centre, kind, number, decision, pointsAt } = story
    const { home } = centre
    const contact = contactOf(pack, story)
    const opened = isOpened(story)
    const waits = decision === undefined
    const against = pointsAt?.kind === 'complaint' || pointsAt?.kind === 'appeal'
    const reply = decision === 'answer' ? 'answered' : decision === 'pass-on' ? 'passedOn' : undefined
    onRow()
    await table.row([
      home, idOf('request', story), at(story.asked), BY, centre.id, codeDigest(keys, codeOf(keys, story)), story.channel, [kind.code],
      seal(home, against ? replied(pack, pointsAt.kind as 'complaint' | 'appeal') : askedFor(pack, kind.code, number)), story.given, story.family,
      story.birthYear, story.sex, keys.seal(home, JSON.stringify(contact)), story.town.code, quarterOf(pack, story), story.secretHash ?? null, story.urgency,
      at(story.due), waits ? 'received' : STATES[decision], decision === 'pass-on' ? replied(pack, 'passedTo') : null,
      reply === undefined ? null : seal(home, replied(pack, reply)), pointsAt === undefined ? null : demoId('request', pointsAt.request), pointsAt?.kind ?? null,
      atOrNull(story.decided), waits ? null : BY, opened ? idOf('case', story) : null, opened ? idOf('person', story) : null,
      waits ? keys.digest('phone', contact.phone) : null, waits ? keys.token('name', foldForSearch(`${story.given} ${story.family}`)) : null, true,
    ])
  }
  await table.end()
}

export const loadPeople = async ({ filling, pack, keys, workers, onRow }: Parts, opened: readonly Story[]): Promise<void> => {
  const people = await copying(filling, 'people.person', [
    'home', 'id', 'recorded_at', 'recorded_by', 'worker', 'team', 'given_name', 'family_name', 'sex', 'birth_year', 'languages',
    'contact', 'place', 'quarter', 'lat', 'lon', 'secret_hash', 'secret', 'synthetic',
  ])
  const [language] = pack.spokenLanguages
  for (const story of opened) {
    const { home, id: team } = story.centre
    onRow()
    await people.row([
      home, idOf('person', story), atOrNull(story.decided), BY, workerOf(story, workers), team, story.given, story.family, story.sex, story.birthYear,
      [language?.code ?? 'en'], sealContact(keys, home, { ...contactOf(pack, story), address: addressOf({ pack }, story) }), story.town.code,
      quarterOf(pack, story), story.lat, story.lon, story.secretHash ?? null, secretOf(story), true,
    ])
  }
  await people.end()
  const homes = await copying(filling, 'people.exclusion', ['home', 'id', 'person', 'kind', 'digest', 'recorded_at', 'recorded_by'])
  // Of a case that is closed nobody is proposed to anybody.
  for (const story of opened.filter(({ closed }) => closed === undefined || closed.reopened)) {
    onRow()
    await homes.row([
      story.centre.home, idOf('home', story), idOf('person', story), 'address', addressDigest(keys, pack.code, story.town.code, addressOf({ pack }, story)),
      atOrNull(story.decided), BY,
    ])
  }
  await homes.end()
  const tokens = new Map<string, string>()
  const tokenOf = (name: string): string => {
    const known = tokens.get(name) ?? keys.token('name', foldForSearch(name))
    tokens.set(name, known)
    return known
  }
  const names = await copying(filling, 'people.name_token', ['token', 'home', 'person'])
  for (const story of opened)
    for (const name of new Set([tokenOf(story.given), tokenOf(story.family)])) {
      onRow()
      await names.row([name, story.centre.home, idOf('person', story)])
    }
  await names.end()
}

/** As it is told to a visitor. */
export const toldCodeOf = (keys: Parts['keys'], story: Story): string => grouped(codeOf(keys, story))

export const addressOf = ({ pack }: Pick<Parts, 'pack'>, story: Story): string =>
  addressIn(pack, story.town, quarterOf(pack, story) ?? '', (story.number % 90) + 1)

export const loadCases = async ({ filling, workers, onRow }: Parts, opened: readonly Story[]): Promise<void> => {
  const table = await copying(filling, 'casework.case', [
    'home', 'id', 'recorded_at', 'recorded_by', 'person', 'request', 'worker', 'team', 'state', 'reason', 'opened_at', 'review_on', 'closed_at', 'synthetic',
  ])
  for (const story of opened) {
    const { closed, decided = 0 } = story
    const state = closed === undefined ? (story.needs.length > 0 ? 'active' : 'open') : closed.reopened ? 'reopened' : 'closed'
    const over = state === 'closed' ? closed : undefined
    onRow()
    await table.row([
      story.centre.home, idOf('case', story), at(decided), BY, idOf('person', story), idOf('request', story), workerOf(story, workers), story.centre.id,
      state, over?.reason ?? null, at(decided), at(decided + 90 * DAY_MS).toISOString().slice(0, 10), atOrNull(over?.at), true,
    ])
  }
  await table.end()
}
