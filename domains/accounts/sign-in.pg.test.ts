import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { homes, openTestHouse, people, phoneOf, units, type Name, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { Trip } from '#platform/db/index.ts'
import { listAccounts, restore, suspend } from './appointments/contract.ts'
import { endSession, finishSignIn, getMe, listSessions, signOut, startSignIn, useAppointment } from './contract.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

/** The newest code that was sent to a number: what the owner of the telephone sees. */
const codeSentTo = async (phone: string): Promise<string | undefined> => {
  const rows = await house.look<{ home: number; recipient: Buffer; body: Buffer }>(
    'select home, recipient, body from messages.outbox order by at desc, id desc',
  )
  const row = rows.find(({ home, recipient }) => house.keys.open(home, recipient) === phone)
  return row === undefined ? undefined : /^\d{6}/.exec(house.keys.open(row.home, row.body))?.[0]
}

const askFor = async (visitor: Visitor, contact: string) => {
  // A second later than the one before, so that "the newest" is one.
  house.clock.advance(1 / 60)
  const { answer } = await visitor.send(startSignIn, { body: { contact } })
  return answer.challenge
}

/** A code that is not the right one. */
const otherThan = (code: string) => (code === '000000' ? '111111' : '000000')

const totpOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) })
const nowOf = (secret: string) => totpOf(secret).generate({ timestamp: house.clock.now().getTime() })

const authenticator = (code: string) => ({ kind: 'authenticator', code }) as const

/** Sets the authenticator of a member of staff up; answers its secret and the recovery codes. */
const setUp = async (name: Name) => {
  const visitor = house.stranger()
  const challenge = await askFor(visitor, phoneOf(name))
  const code = (await codeSentTo(phoneOf(name))) ?? ''
  const first = await visitor.send(finishSignIn, { body: { challenge, code } })
  if (first.answer.step !== 'set-up') throw new Error(`expected set-up, got ${first.text}`)
  const { secret } = first.answer
  const done = await visitor.send(finishSignIn, { body: { challenge, code, second: authenticator(nowOf(secret)) } })
  if (done.answer.step !== 'signed-in') throw new Error(`expected signed-in, got ${done.text}`)
  house.clock.advance(1)
  return { visitor, secret, recoveryCodes: done.answer.recoveryCodes, address: first.answer.address }
}

describe('signing in as a volunteer', () => {
  it('takes the telephone and the code sent to it, with Persian digits and spaces too', async () => {
    const visitor = house.stranger()
    const challenge = await askFor(visitor, phoneOf('mehri').replace('+98', '۰'))
    const code = (await codeSentTo(phoneOf('mehri'))) ?? ''
    const persian = [...code].map((digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]).join('')
    const { answer } = await visitor.send(finishSignIn, { body: { challenge, code: ` ${persian.slice(0, 3)} ${persian.slice(3)} ` } })
    expect(answer).toMatchObject({ step: 'signed-in', me: { signedIn: true, name: people.mehri.name, role: 'volunteer' } })
    expect((await visitor.send(getMe, {})).answer).toMatchObject({ role: 'volunteer', unitEn: 'Sarcheshmeh Women' })
  })

  it('keeps the phone signed in for a month, and no longer', async () => {
    const visitor = house.stranger()
    const challenge = await askFor(visitor, phoneOf('mehri'))
    await visitor.send(finishSignIn, { body: { challenge, code: (await codeSentTo(phoneOf('mehri'))) ?? '' } })
    house.clock.advance(29 * 24 * 60)
    expect((await visitor.send(getMe, {})).answer.signedIn).toBe(true)
    house.clock.advance(2 * 24 * 60)
    expect((await visitor.send(getMe, {})).answer.signedIn).toBe(false)
  })

  it('refuses a wrong code, a code of another challenge, and one that is ten minutes old, all alike', async () => {
    const visitor = house.stranger()
    const challenge = await askFor(visitor, phoneOf('mehri'))
    const code = (await codeSentTo(phoneOf('mehri'))) ?? ''
    const wrong = await visitor.send(finishSignIn, { body: { challenge, code: otherThan(code) } })
    const another = await visitor.send(finishSignIn, { body: { challenge: await askFor(visitor, phoneOf('kaveh')), code } })
    house.clock.advance(10)
    const old = await visitor.send(finishSignIn, { body: { challenge, code } })
    const unknown = await visitor.send(finishSignIn, { body: { challenge: randomUUID(), code } as never })
    for (const reply of [wrong, another, old, unknown]) {
      expect(reply).toMatchObject({ status: 422, problem: 'sign-in.wrong' })
      expect(reply.text).toBe(wrong.text)
    }
    expect(visitor.cookie()).toBeUndefined()
  })

  it('accepts a code once: who overheard it comes too late', async () => {
    const challenge = await askFor(house.stranger(), phoneOf('mehri'))
    const code = (await codeSentTo(phoneOf('mehri'))) ?? ''
    expect((await house.stranger().send(finishSignIn, { body: { challenge, code } })).status).toBe(200)
    expect(await house.stranger().send(finishSignIn, { body: { challenge, code } })).toMatchObject({ problem: 'sign-in.wrong' })
  })

  it('gives two who use one code at the same moment one session', async () => {
    const challenge = await askFor(house.stranger(), phoneOf('mehri'))
    const code = (await codeSentTo(phoneOf('mehri'))) ?? ''
    const replies = await Promise.all([1, 2, 3].map(() => house.stranger().send(finishSignIn, { body: { challenge, code } })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('gives no session for a repeated idempotency key, whoever found it', async () => {
    const challenge = await askFor(house.stranger(), phoneOf('mehri'))
    const code = (await codeSentTo(phoneOf('mehri'))) ?? ''
    const key = randomUUID()
    const first = await house.stranger().send(finishSignIn, { body: { challenge, code }, key })
    const again = house.stranger()
    const second = await again.send(finishSignIn, { body: { challenge, code }, key })
    expect([first.status, second.status]).toEqual([200, 422])
    expect(again.cookie()).toBeUndefined()
  })
})

describe('a stranger who wants to know who is here', () => {
  it('gets the same answer for a known and an unknown telephone, to the letter but for the number itself', async () => {
    const known = await house.stranger().send(startSignIn, { body: { contact: phoneOf('mina') } })
    const unknown = await house.stranger().send(startSignIn, { body: { contact: '+989990009999' } })
    expect([known.status, unknown.status]).toEqual([200, 200])
    expect(Object.keys(known.answer)).toEqual(Object.keys(unknown.answer))
    expect(known.answer.endsAt).toBe(unknown.answer.endsAt)
    expect(await house.look('select 1 from messages.outbox')).toHaveLength(1)
  })

  it('has the same work done for both, so that time tells nothing either', async () => {
    const statementsFor = async (contact: string) => {
      const connection = await house.open.house.auth.pool.connect()
      const sent: string[] = []
      const { query } = connection
      const spied = connection as { query: unknown }
      spied.query = (...given: Parameters<typeof query>) => {
        const [what] = given as unknown[]
        sent.push(...(what instanceof Trip ? what.statements.map(({ text }) => text) : [String(what)]))
        return query.apply(connection, given)
      }
      connection.release()
      await house.stranger().send(startSignIn, { body: { contact } })
      spied.query = query
      return sent
    }
    const known = await statementsFor(phoneOf('mina'))
    expect(known.length).toBeGreaterThan(5)
    const unknown = await statementsFor('+989990009999')
    expect(unknown).toEqual(known)
  })

  it('guesses codes for a known and an unknown telephone with the same answers, until both are locked', async () => {
    const guess = async (contact: string) => {
      const visitor = house.stranger()
      const replies: string[] = []
      for (let round = 0; round < 3; round++) {
        const challenge = await askFor(visitor, contact)
        const right = await codeSentTo(contact)
        for (let tried = 0; tried < 6; tried++)
          replies.push((await visitor.send(finishSignIn, { body: { challenge, code: otherThan(right ?? '1') } })).text)
      }
      return replies
    }
    const known = await guess(phoneOf('mehri'))
    expect(new Set(known).size).toBe(1)
    expect(await guess('+989990009999')).toEqual(known)
  })

  it('who locked somebody out learns nothing: the right code is then answered as wrong, for an hour', async () => {
    const visitor = house.stranger()
    for (let round = 0; round < 2; round++) {
      const challenge = await askFor(visitor, phoneOf('mehri'))
      const right = (await codeSentTo(phoneOf('mehri'))) ?? ''
      for (let tried = 0; tried < 5; tried++) await visitor.send(finishSignIn, { body: { challenge, code: otherThan(right) } })
    }
    const challenge = await askFor(visitor, phoneOf('mehri'))
    const code = (await codeSentTo(phoneOf('mehri'))) ?? ''
    expect(await visitor.send(finishSignIn, { body: { challenge, code } })).toMatchObject({ problem: 'sign-in.wrong' })
    house.clock.advance(121)
    const later = await askFor(visitor, phoneOf('mehri'))
    const fresh = (await codeSentTo(phoneOf('mehri'))) ?? ''
    expect((await visitor.send(finishSignIn, { body: { challenge: later, code: fresh } })).status).toBe(200)
  })

  it('cannot wear one code out beyond five tries, even with the right one in the end', async () => {
    const visitor = house.stranger()
    const challenge = await askFor(visitor, phoneOf('mehri'))
    const code = (await codeSentTo(phoneOf('mehri'))) ?? ''
    for (let tried = 0; tried < 5; tried++) await visitor.send(finishSignIn, { body: { challenge, code: otherThan(code) } })
    expect(await visitor.send(finishSignIn, { body: { challenge, code } })).toMatchObject({ problem: 'sign-in.wrong' })
  })

  it('cannot flood a telephone: five codes an hour, known or not', async () => {
    for (const contact of [phoneOf('mehri'), '+989990009999']) {
      const replies = []
      for (let sent = 0; sent < 6; sent++) replies.push((await house.stranger().send(startSignIn, { body: { contact } })).status)
      expect(replies).toEqual([200, 200, 200, 200, 200, 429])
    }
  })

  it('is told which form a number has, not whether it is known', async () => {
    const reply = await house.stranger().send(startSignIn, { body: { contact: '12' + '3' } })
    expect(reply).toMatchObject({ status: 400, fields: [{ field: 'contact', code: 'not-phone' }] })
  })

  it('leaves a trail of wrong tries without a number in it', async () => {
    const challenge = await askFor(house.stranger(), phoneOf('mehri'))
    await house.stranger().send(finishSignIn, { body: { challenge, code: otherThan((await codeSentTo(phoneOf('mehri'))) ?? '') } })
    const lines = await house.look<{ refused: boolean }>(`select refused, details, record, actor from audit.entry where act = 'accounts.finishSignIn'`)
    expect(lines).toMatchObject([{ refused: true }])
    expect(JSON.stringify(lines)).not.toContain('98999')
  })
})

describe('signing in as staff', () => {
  it('sets the authenticator up first, and only then signs in', async () => {
    const visitor = house.stranger()
    const challenge = await askFor(visitor, phoneOf('mina'))
    const code = (await codeSentTo(phoneOf('mina'))) ?? ''
    const { answer } = await visitor.send(finishSignIn, { body: { challenge, code } })
    expect(answer).toMatchObject({ step: 'set-up', address: expect.stringMatching(/^otpauth:\/\/totp\/Hamyar/) })
    expect(visitor.cookie()).toBeUndefined()
  })

  it('asks for the second step ever after: the telephone alone opens nothing', async () => {
    await setUp('mina')
    const thief = house.stranger()
    const challenge = await askFor(thief, phoneOf('mina'))
    const code = (await codeSentTo(phoneOf('mina'))) ?? ''
    expect((await thief.send(finishSignIn, { body: { challenge, code } })).answer).toEqual({ step: 'second' })
    const reply = await thief.send(finishSignIn, { body: { challenge, code, second: authenticator('123456') } })
    expect(reply).toMatchObject({ status: 422, problem: 'second-step.wrong' })
    expect(thief.cookie()).toBeUndefined()
  })

  it('refuses an authenticator code that was used before, even within its half minute', async () => {
    const { secret } = await setUp('mina')
    const seen = nowOf(secret)
    const enter = async () => {
      const visitor = house.stranger()
      const challenge = await askFor(visitor, phoneOf('mina'))
      return await visitor.send(finishSignIn, {
        body: { challenge, code: (await codeSentTo(phoneOf('mina'))) ?? '', second: authenticator(seen) },
      })
    }
    expect((await enter()).status).toBe(200)
    expect(await enter()).toMatchObject({ problem: 'second-step.wrong' })
  })

  it('locks guessing of the second step, then refuses the right code too', async () => {
    const { secret } = await setUp('mina')
    const visitor = house.stranger()
    const challenge = await askFor(visitor, phoneOf('mina'))
    const code = (await codeSentTo(phoneOf('mina'))) ?? ''
    for (let tried = 0; tried < 10; tried++)
      await visitor.send(finishSignIn, { body: { challenge, code, second: authenticator(otherThan(nowOf(secret))) } })
    const reply = await visitor.send(finishSignIn, { body: { challenge, code, second: authenticator(nowOf(secret)) } })
    expect(reply).toMatchObject({ problem: 'second-step.wrong' })
  })

  it('takes each recovery code once, written in small letters and without its dash', async () => {
    const { recoveryCodes } = await setUp('mina')
    expect(new Set(recoveryCodes).size).toBe(8)
    const enter = async (code: string) => {
      const visitor = house.stranger()
      const challenge = await askFor(visitor, phoneOf('mina'))
      return await visitor.send(finishSignIn, {
        body: { challenge, code: (await codeSentTo(phoneOf('mina'))) ?? '', second: { kind: 'recovery', code } },
      })
    }
    const written = (recoveryCodes[0] ?? '').replace('-', '').toLowerCase()
    expect((await enter(written)).status).toBe(200)
    expect(await enter(written)).toMatchObject({ problem: 'second-step.wrong' })
    expect((await enter(recoveryCodes[1] ?? '')).status).toBe(200)
  })

  it('keeps neither the secret nor the codes readable in the database', async () => {
    const { secret, recoveryCodes } = await setUp('mina')
    const [row] = await house.look<{ totp: Buffer; recovery: unknown }>('select totp, recovery from auth.account where id = $1', [people.mina.account])
    expect(row?.totp.includes(Buffer.from(secret))).toBe(false)
    expect(JSON.stringify(row?.recovery)).not.toContain(recoveryCodes[0])
  })
})

describe('a session', () => {
  it('is listed with its device and ended by its owner, at once', async () => {
    const here = await house.as('mina')
    const there = await house.as('mina')
    const { answer } = await here.send(listSessions, {})
    expect(answer.sessions).toHaveLength(2)
    const other = answer.sessions.find((session) => !session.here)
    await here.send(endSession, { params: { session: other?.id ?? ('' as never) } })
    expect((await there.send(getMe, {})).answer.signedIn).toBe(false)
    expect((await here.send(getMe, {})).answer.signedIn).toBe(true)
  })

  it('of somebody else looks absent and goes on', async () => {
    const mina = await house.as('mina')
    const [session] = (await mina.send(listSessions, {})).answer.sessions
    const sara = await house.as('sara')
    expect(await sara.send(endSession, { params: { session: session?.id ?? ('' as never) } })).toMatchObject({ problem: 'record.not-found' })
    expect((await mina.send(getMe, {})).answer.signedIn).toBe(true)
  })

  it('ends with signing out, for everybody who has a copy of its cookie', async () => {
    const mina = await house.as('mina')
    const token = mina.cookie()
    await mina.send(signOut, {})
    expect(mina.cookie()).toBeUndefined()
    expect(await house.open.house.auth.sessions.read(token)).toMatchObject({ kind: 'anyone' })
  })

  it('of a suspended account ends at once, and no new one begins', async () => {
    await secondAdministrator()
    const mina = await house.as('mina')
    const administrator = await house.as('administrator')
    const params = { account: people.mina.account as never }
    expect((await mina.send(getMe, {})).answer.signedIn).toBe(true)
    expect((await administrator.send(suspend, { params })).status).toBe(200)
    expect((await mina.send(getMe, {})).answer.signedIn).toBe(false)
    await house.stranger().send(startSignIn, { body: { contact: phoneOf('mina') } })
    expect(await codeSentTo(phoneOf('mina'))).toBeUndefined()
    expect((await administrator.send(restore, { params })).status).toBe(200)
    expect((await mina.send(getMe, {})).answer.signedIn).toBe(false)
    expect(await askFor(house.stranger(), phoneOf('mina'))).toBeDefined()
    expect(await codeSentTo(phoneOf('mina'))).toBeDefined()
  })

  it('whose appointment ran out keeps the name and loses the role', async () => {
    const mina = await house.as('mina')
    await house.look(`update auth.appointment set valid_until = $2 where account = $1`, [people.mina.account, house.clock.now()])
    house.open.house.auth.sessions.forget()
    expect((await mina.send(getMe, {})).answer).toMatchObject({ signedIn: true, role: null, appointments: [] })
  })
})

const secondAdministrator = () =>
  house.look(
    `with a as (insert into auth.account (id, contact, display_name, recorded_at) values ($1, '\\x01', 'مدیر دوم', now()) returning id)
     insert into auth.appointment (id, account, role, unit, home, area_from, area_to, valid_from)
     select $2, a.id, 'administrator', $3, 1, 1, 0, '2026-01-01' from a`,
    [randomUUID(), randomUUID(), units.agency],
  )

describe('somebody with two appointments', () => {
  const alsoDirector = (name: Name) =>
    house.look(
      `insert into auth.appointment (id, account, role, unit, home, area_from, area_to, valid_from)
       values ($1, $2, 'clerk', $3, $4, $4, $4, '2026-01-01')`,
      [randomUUID(), people[name].account, units.centreB, homes.b],
    )

  it('chooses one, acts as that alone, and changes with a new token', async () => {
    await alsoDirector('mina')
    const { visitor } = await setUp('mina')
    const me = (await visitor.send(getMe, {})).answer
    expect(me).toMatchObject({ role: null, appointment: null })
    expect(me.appointments.map(({ role }) => role)).toEqual(expect.arrayContaining(['clerk', 'case-worker']))
    const clerk = me.appointments.find(({ role }) => role === 'clerk')
    const before = visitor.cookie()
    const { answer } = await visitor.send(useAppointment, { body: { appointment: clerk?.id ?? ('' as never) } })
    expect(answer).toMatchObject({ role: 'clerk', unitEn: 'Firuzedasht Centre 2' })
    expect(await house.open.house.auth.sessions.read(before)).toMatchObject({ kind: 'anyone' })
    expect(await house.open.house.auth.sessions.read(visitor.cookie())).toMatchObject({ role: 'clerk', home: homes.b })
  })

  it('cannot use an appointment of somebody else', async () => {
    const sara = await house.as('sara')
    const other = people.mina.account.replace('-8003-', '-8004-')
    expect(await sara.send(useAppointment, { body: { appointment: other as never } })).toMatchObject({ problem: 'record.not-found' })
  })

  it('cannot turn a volunteer’s phone, signed in by code alone, into a desk', async () => {
    const visitor = house.stranger()
    const challenge = await askFor(visitor, phoneOf('mehri'))
    await visitor.send(finishSignIn, { body: { challenge, code: (await codeSentTo(phoneOf('mehri'))) ?? '' } })
    await alsoDirector('mehri')
    const me = (await visitor.send(getMe, {})).answer
    const clerk = me.appointments.find(({ role }) => role === 'clerk')
    const reply = await visitor.send(useAppointment, { body: { appointment: clerk?.id ?? ('' as never) } })
    expect(reply).toMatchObject({ problem: 'second-step.missing' })
  })
})

it('the list of accounts looks absent to everybody but administrators', async () => {
  for (const name of ['sara', 'mina', 'parvin', 'bahar', 'mehri', 'auditor', 'director'] as const)
    expect(await (await house.as(name)).send(listAccounts, { query: {} }), name).toMatchObject({ status: 404 })
  expect((await (await house.as('administrator')).send(listAccounts, { query: {} })).status).toBe(200)
})
