import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { homes, openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { showOutbox } from '#domains/messages/contract.ts'
import { system } from '#platform/actor/index.ts'
import { inDeed } from '#platform/command/index.ts'
import { carry } from './carry.ts'
import { sendMessage, sendMessageOrSeemTo, type Carriers, type Letter } from './index.ts'
import { smsOverHttp } from './providers.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const PHONE = '+989990001234'
const TEXT = 'پیامی از همیار دارید.'

const leave = (really = true) =>
  inDeed(house.open.house, system('test'), 'test.send', { wait: true }, async (scope) => {
    const message = { home: homes.a, channel: 'sms', to: PHONE, purpose: 'test', text: TEXT } as const
    sendMessageOrSeemTo(scope, message, really)
    scope.audit(null)
  })

const carryWith = async (carriers: Carriers) => {
  if ('work' in carry) await carry.work({ ...house.open.house, carriers }, {})
}

const states = async () =>
  (await house.look<{ state: string; attempts: number }>('select state, attempts from messages.outbox order by at'))

describe('a message', () => {
  it('waits in the outbox sealed, so that the operator of the database reads neither number nor text', async () => {
    await leave()
    const [row] = await house.look<{ recipient: Buffer; body: Buffer }>('select recipient, body from messages.outbox')
    expect(row?.recipient.includes(Buffer.from(PHONE))).toBe(false)
    expect(row?.body.includes(Buffer.from('همیار'))).toBe(false)
  })

  it('is not left when its deed fails', async () => {
    const deed = inDeed(house.open.house, system('test'), 'test.send', { wait: true }, async (scope) => {
      sendMessage(scope, { home: homes.a, channel: 'sms', to: PHONE, purpose: 'test', text: TEXT })
      throw new Error('the deed failed')
    })
    await expect(deed).rejects.toThrow('the deed failed')
    expect(await states()).toEqual([])
  })

  it('is carried to the provider once', async () => {
    const taken: Letter[] = []
    await leave()
    const sms = async (letter: Letter) => {
      taken.push(letter)
    }
    await Promise.all([carryWith({ sms }), carryWith({ sms })])
    await carryWith({ sms })
    expect(taken).toEqual([{ to: PHONE, text: TEXT }])
    expect(await states()).toEqual([{ state: 'sent', attempts: 1 }])
  })

  it('is tried again later and later when the provider fails, and given up after six tries', async () => {
    let tries = 0
    const sms = async () => {
      tries += 1
      throw new Error('the gateway is down')
    }
    await leave()
    await carryWith({ sms })
    await carryWith({ sms })
    expect(tries).toBe(1)
    for (const minutes of [1, 2, 4, 8, 16]) {
      house.clock.advance(minutes)
      await carryWith({ sms })
    }
    expect(tries).toBe(6)
    expect(await states()).toEqual([{ state: 'failed', attempts: 6 }])
  })

  it('that is half a day old is not sent any more: its code is worthless, its news may be false', async () => {
    await leave()
    house.clock.advance(13 * 60)
    const taken: Letter[] = []
    await carryWith({
      sms: async (letter) => {
        taken.push(letter)
      },
    })
    expect(taken).toEqual([])
    expect(await states()).toMatchObject([{ state: 'failed' }])
  })

  it('to nobody leaves no row', async () => {
    await leave(false)
    expect(await states()).toEqual([])
  })

  it('leaves no trail in a minute in which nothing waits', async () => {
    await carryWith({})
    expect(await house.look(`select * from audit.entry where act like 'messages.%'`)).toEqual([])
  })
})

describe('the outbox page', () => {
  it('shows what would have been sent while all data is synthetic and nobody carries', async () => {
    await house.look(`insert into platform.setting values ('demonstration', 'true')`)
    await leave()
    const { answer } = await house.stranger().send(showOutbox, {})
    expect(answer.messages).toMatchObject([{ to: PHONE, text: TEXT }])
  })

  it('is not there where people are real', async () => {
    await leave()
    const reply = await house.stranger().send(showOutbox, {})
    expect(reply).toMatchObject({ status: 404, problem: 'record.not-found' })
    expect(reply.text).not.toContain(PHONE)
  })
})

describe('a gateway for text messages', () => {
  let gateway: Server
  let heard: { authorization: string | undefined; body: unknown }[]
  let answer = 202
  beforeEach(async () => {
    heard = []
    gateway = createServer((request, reply) => {
      let text = ''
      request.on('data', (part) => (text += String(part)))
      request.on('end', () => {
        heard.push({ authorization: request.headers.authorization, body: JSON.parse(text) as unknown })
        reply.writeHead(answer).end()
      })
    }).listen(0, '127.0.0.1')
    await new Promise((done) => gateway.once('listening', done))
  })
  afterEach(() => new Promise((done) => gateway.close(done)))

  const address = () => `http://user:p%40ss@127.0.0.1:${(gateway.address() as AddressInfo).port}/send`

  it('hears number and text, and the credentials in a header', async () => {
    answer = 202
    await smsOverHttp(address())({ to: PHONE, text: TEXT })
    expect(heard).toEqual([
      { authorization: `Basic ${Buffer.from('user:p@ss').toString('base64')}`, body: { to: PHONE, text: TEXT } },
    ])
  })

  it('that refuses is told apart from one that took it', async () => {
    answer = 500
    await expect(smsOverHttp(address())({ to: PHONE, text: TEXT })).rejects.toThrow('500')
  })
})
