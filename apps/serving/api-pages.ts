import type { FastifyInstance } from 'fastify'
import { domainRoutes } from '#apps/domains.ts'
import type { Operation } from '#platform/contract/index.ts'
import { openApiDocument } from '#platform/openapi/index.ts'

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const row = (operation: Operation): string => `<tr id="${operation.id}">
<th scope="row"><code>${operation.id}</code></th>
<td><code>${operation.method} ${escape(operation.path)}</code></td>
<td>${escape(operation.summary)}</td>
<td>${typeof operation.may === 'string' ? operation.may : operation.may.join(', ')}</td>
<td>${operation.problems.map((code) => `<code>${code}</code>`).join(' ')}</td></tr>`

const STYLE = `body{font:16px/28px Tahoma,sans-serif;margin:24px;color:#25211A;background:#FAF5EC}
table{border-collapse:collapse;inline-size:100%}th,td{text-align:start;vertical-align:top;padding:8px;border-block-end:1px solid #DFD3BF}
code{font-size:14px}a{color:#0B5C66}@media(prefers-color-scheme:dark){body{background:#121C1D;color:#F2EADB}a{color:#66CBC6}th,td{border-color:#304244}}`

const page = (operations: readonly Operation[]): string => `<!doctype html><html lang="en" dir="ltr"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Hamyar · API</title>
<link rel="stylesheet" href="/api/page.css"></head><body><main><h1>What can be asked of this server</h1>
<p>The whole description for programs is <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).
Problems are RFC 9457 documents; their codes are for ever. Writes carry the header <code>x-hamyar: 1</code>
and, to be safe against repeats, <code>idempotency-key</code>.</p>
<table><thead><tr><th scope="col">Operation</th><th scope="col">Call</th><th scope="col">What it does</th>
<th scope="col">Who may</th><th scope="col">Problems</th></tr></thead><tbody>
${[...operations].sort((a, b) => (a.id < b.id ? -1 : 1)).map(row).join('\n')}</tbody></table></main></body></html>`

/** The contracts for programs (`/api/openapi.json`) and for people (`/api`). */
export const addApiPages = (server: FastifyInstance): void => {
  const operations = domainRoutes.map(({ operation }) => operation)
  const document = JSON.stringify(openApiDocument(operations))
  const html = page(operations)
  server.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/vnd.oai.openapi+json; charset=utf-8').header('cache-control', 'no-cache').send(document),
  )
  server.get('/api/page.css', async (_request, reply) => reply.type('text/css').send(STYLE))
  server.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(html))
}
