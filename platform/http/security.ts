import type { FastifyInstance } from 'fastify'

/**
 * Nothing leaves for another host and nothing inline runs. `no-referrer`: a tracking code in an address must
 * not travel on. Answers about people are never stored by a browser or a proxy on the way.
 */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), browsing-topics=()',
} as const

export const addSecurityHeaders = (server: FastifyInstance, secure: boolean, development: boolean): void => {
  const { 'content-security-policy': policy, ...others } = HEADERS
  const headers: Readonly<Record<string, string>> = {
    ...others,
    // The development server's reload client needs inline script and a web socket.
    ...(development ? {} : { 'content-security-policy': policy }),
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  server.addHook('onSend', (request, reply, _payload, done) => {
    reply.headers(headers)
    if (request.url.startsWith('/api/') && reply.getHeader('cache-control') === undefined)
      reply.header('cache-control', 'no-store')
    done()
  })
}
