import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADDRESS, approve, arrange, asked, carryOut, offerToVolunteer } from '#apps/testing/chain.ts'
import { openTestHouse, people, phoneOf, type Name, type TestHouse } from '#apps/testing/index.ts'
import { finishSignIn, startSignIn } from '#domains/accounts/contract.ts'
import { ask, openFile } from '#domains/desk/contract.ts'
import { startWorker, type Job } from '#platform/jobs/index.ts'
import { createLog } from '#platform/log/index.ts'

const written: string[] = []
const log = createLog('debug', { write: (line: string) => written.push(line) })

/** What the person says, with everything in it that must not travel. */
const TOLD = 'شمارهٔ ملی من 0499370899 است و کوچهٔ نارون می‌نشینم؛ از اصغر کرمانی می‌ترسم.'

let house: TestHouse
/** Everything that was told in confidence, and every name. */
let secrets: string[]

beforeAll(async () => {
  house = await openTestHouse(log)
  // Jobs leave the queue when they are done: their payloads are kept for this test as they come.
  await house.look(`create table public.seen_job (payload json, key text)`)
  await house.look(`create function public.see_job() returns trigger language plpgsql as $$
    begin insert into public.seen_job values (new.payload, new.key); return new; end $$`)
  await house.look(`create trigger see after insert on graphile_worker._private_jobs for each row execute function public.see_job()`)
  await house.look('grant insert on public.seen_job to public')

  const unwanted = [{ name: 'اصغر کرمانی', phone: '0913 111 2222' }]
  const walked = await arrange(house, { words: TOLD, unwanted })
  const { mehri, visit } = await offerToVolunteer(house, walked.behzad)
  await approve(house, walked.person, walked.code)
  const confirmation = await carryOut(house, mehri, visit.id, walked.code)

  // What goes wrong leaves lines, too.
  const stranger = house.stranger()
  await stranger.send(ask, { body: { ...asked, words: TOLD, place: 'no such place' } })
  await stranger.send(ask, { body: { ...asked, words: TOLD, phone: 'not a phone 09123456789' } })
  await stranger.send(ask, { body: { ...asked, words: TOLD, birthYear: 'هزار' as never } })
  await stranger.send(openFile, { body: { code: walked.code, secret: 'گل مریم' } })
  await house.server.inject({
    method: 'POST',
    url: `/api/desk/requests?phone=09123456789`,
    headers: { 'x-hamyar': '1', 'content-type': 'application/json' },
    payload: `{"givenName":"${asked.givenName}", "words":"${TOLD}"`,
  })
  const { answer } = await stranger.send(startSignIn, { body: { contact: phoneOf('mehri') } })
  await stranger.send(finishSignIn, { body: { challenge: answer.challenge, code: '۱۲۳۴۵۶' } })
  await house.jobs()

  secrets = [
    asked.givenName,
    asked.familyName,
    asked.secret!,
    TOLD,
    '0499370899',
    'کوچهٔ نارون',
    ADDRESS,
    'کرمانی',
    '9123456789',
    '9131112222',
    walked.code,
    walked.code.replaceAll('-', ''),
    confirmation,
    ...Object.values(people).flatMap(({ name }) => name.split(' ')),
    ...(Object.keys(people) as Name[]).map((name) => phoneOf(name).slice(3)),
  ]
})
afterAll(() => house.close())

const foundIn = (text: string): string[] => secrets.filter((secret) => text.includes(secret))

/** A table as text; bytes as letters where they are letters, so that something merely encoded is found, too. */
const readTable = async (table: string): Promise<string> =>
  (await house.look<{ row: string }>(`select t::text as row from ${table} t`))
    .map(({ row }) => row.replace(/\\x((?:[0-9a-f]{2})+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8')))
    .join('\n')

const textOfTable = async (table: string): Promise<string> => {
  const text = await readTable(table)
  expect(text.length, table).toBeGreaterThan(0)
  return text
}

describe('what a whole walk along the chain leaves beside its own records', () => {
  it('is no word of anybody in the logs, at their most talkative', () => {
    expect(written.length).toBeGreaterThan(20)
    expect(written.some((line) => line.includes('/api/visits/:visit/report'))).toBe(true)
    expect(foundIn(written.join(''))).toEqual([])
  })

  it.each([
    ['payloads of jobs', 'public.seen_job'],
    ['the trail', 'audit.entry'],
    ['keys of repeated deeds', 'platform.idempotency'],
    ['facts', 'facts.fact'],
    ['counted tries', 'auth.attempt'],
    ['sessions', 'auth.session'],
    ['messages that wait to be carried: they are sealed', 'messages.outbox'],
    ['consents', 'consents.consent'],
    ['disclosures, whose content is sealed', 'consents.disclosure'],
    ['referrals, whose card has no name', 'referrals.referral'],
    ['needs', 'casework.need'],
    ['cases', 'casework.case'],
  ])('is no name or word in %s', async (_, table) => {
    expect(foundIn(await textOfTable(table))).toEqual([])
  })

  it('is a proposal that names volunteers and nobody who asked', async () => {
    const text = await textOfTable('matching.proposal')
    for (const secret of [asked.givenName, asked.familyName, '9123456789', TOLD]) expect(text).not.toContain(secret)
  })

  it('is nowhere a telephone, an address, a secret or the words themselves: the host cannot read them', async () => {
    const tables = await house.look<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
         and n.nspname not in ('migrations', 'wall')`,
    )
    expect(tables.length).toBeGreaterThan(30)
    const confidential = ['9123456789', '9131112222', '0499370899', 'نارون', 'کرمانی', TOLD, asked.secret!]
    for (const { name } of tables) {
      const text = await readTable(name)
      for (const words of confidential) expect(text.includes(words), `${words} stands in ${name}`).toBe(false)
    }
  })
})

describe('what goes wrong', () => {
  it('is logged without the text it failed on', () => {
    const lines: string[] = []
    const quiet = createLog('debug', { write: (line: string) => lines.push(line) })
    try {
      JSON.parse(`${TOLD} is no JSON`)
    } catch (error) {
      quiet.error({ err: error }, 'a request failed')
    }
    const refused = Object.assign(new Error(`invalid input syntax: "${asked.familyName}"`), { code: '22P02', detail: TOLD })
    quiet.error({ err: refused }, 'a request failed')
    quiet.error({ err: Object.assign(new SyntaxError(`first line\n${TOLD}`)) }, 'a request failed')
    expect(lines).toHaveLength(3)
    expect(lines.join('')).toContain('22P02')
    expect(lines.join('')).toContain('logs.pg.test.ts')
    expect(foundIn(lines.join(''))).toEqual([])
  })

  it('in a job reaches neither the log nor the queue’s own memory', async () => {
    const lines: string[] = []
    const failing: Job = {
      task: 'planted.failing',
      work: async () => {
        throw Object.assign(new Error(`invalid input syntax: "${asked.familyName}"`), { code: '22P02', detail: TOLD })
      },
    }
    await house.look(`insert into jobs.subscription values ('planted.happened', 'planted.failing')`)
    const runner = await startWorker(
      house.open.house,
      [failing],
      house.open.jobsUrl,
      createLog('debug', { write: (line: string) => lines.push(line) }),
    )
    try {
      await house.look(`select jobs.tell('[{"name": "planted.happened", "payload": {}}]')`)
      const failed = async () =>
        (await house.look<{ last_error: string }>('select last_error from graphile_worker._private_jobs where last_error is not null'))[0]?.last_error
      await expect.poll(failed, { timeout: 10_000 }).toBeDefined()
      expect(foundIn(`${await failed()}${lines.join('')}`)).toEqual([])
      expect(lines.join('')).toContain('22P02')
    } finally {
      await runner.stop()
    }
  })
})
