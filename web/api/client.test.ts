import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addressOf, call } from './client.ts'
import { ProblemError, isUndecided } from './problem.ts'

interface Sent {
  readonly address: string
  readonly request: RequestInit
}

/** The network is what leaves the building: it alone is stood in for. */
function answering(status: number, body: unknown): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
    sent.push({ address, request })
    return new Response(JSON.stringify(body), { status })
  })
  return sent
}

const headersOf = (sent: Sent | undefined) => new Headers(sent?.request.headers)

beforeEach(() => void vi.stubGlobal('document', { documentElement: { lang: 'fa' } }))
afterEach(() => void vi.unstubAllGlobals())

describe('calling an operation', () => {
  test('puts parameters into the path and the rest into the query', () => {
    const address = addressOf('places.search', { query: { text: 'باغ انار', kind: 'town' } })
    expect(new URL(address, 'http://local').searchParams.get('text')).toBe('باغ انار')
    const odd = addressOf('accounts.endSession', { params: { session: 'a/b' } })
    expect(odd).toBe('/api/me/sessions/a%2Fb/end')
  })

  test('a write says that it comes from our own page, and carries a key of its own', async () => {
    const sent = answering(200, {})
    await call('accounts.signOut', {})
    await call('accounts.signOut', {})
    const keys = sent.map((one) => headersOf(one).get('idempotency-key'))
    expect(headersOf(sent[0]).get('x-hamyar')).toBe('1')
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[0]).not.toBe(keys[1])
  })

  test('the same intent sent again keeps its key', async () => {
    const sent = answering(200, {})
    await call('accounts.signOut', {}, { idempotencyKey: 'one-intent' })
    expect(headersOf(sent[0]).get('idempotency-key')).toBe('one-intent')
  })

  test('a read carries neither', async () => {
    const sent = answering(200, {})
    await call('about.get', {})
    expect(headersOf(sent[0]).has('idempotency-key')).toBe(false)
    expect(headersOf(sent[0]).get('accept-language')).toBe('fa')
  })
})

describe('a refusal', () => {
  test('gives each field its sentence', async () => {
    answering(400, {
      code: 'request.invalid',
      title: 'چیزی در فرم درست نیست.',
      fields: [{ field: 'contact', code: 'too-small-string', message: 'کوتاه است.' }],
    })
    const called = call('accounts.startSignIn', { body: { contact: '' } })
    const problem = await called.catch((reason: unknown) => reason)
    expect(problem).toBeInstanceOf(ProblemError)
    expect(problem).toMatchObject({ code: 'request.invalid', fields: { contact: 'کوتاه است.' } })
  })

  test('is decided: the next try is a new intent', async () => {
    answering(409, { code: 'request.stale' })
    const problem = await call('about.get', {}).catch((reason: unknown) => reason as ProblemError)
    expect(isUndecided(problem as ProblemError)).toBe(false)
  })
})

describe('a broken line', () => {
  test('decides nothing, so the same key may be sent again', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    const problem = await call('accounts.signOut', {}).catch((reason: unknown) => reason as ProblemError)
    expect(problem).toMatchObject({ status: 0, code: 'network.unreachable' })
    expect(isUndecided(problem as ProblemError)).toBe(true)
  })

  test('an answer that is not ours, such as a proxy page, is a failure of the server', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }))
    const problem = await call('about.get', {}).catch((reason: unknown) => reason)
    expect(problem).toMatchObject({ status: 502, code: 'server.failed' })
  })
})
