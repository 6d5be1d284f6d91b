import { z } from 'zod'
import type { Operation } from '#platform/contract/index.ts'
import { statusOf } from '#platform/problem/index.ts'

type Json = Record<string, unknown>

const jsonSchema = (shape: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }) as Json
  return schema
}

const parameters = (shape: z.ZodType | undefined, where: 'path' | 'query'): Json[] => {
  if (shape === undefined) return []
  const { properties = {}, required = [] } = jsonSchema(shape, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

const problemResponses = (operation: Operation): Json => {
  const byStatus = new Map<number, string[]>()
  for (const code of [...operation.problems, 'request.invalid', 'record.not-found'])
    byStatus.set(statusOf(code), [...new Set([...(byStatus.get(statusOf(code)) ?? []), code])])
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [
      String(status),
      {
        description: codes.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const headers = (operation: Operation): Json[] =>
  operation.method === 'GET'
    ? []
    : [
        { name: 'x-hamyar', in: 'header', required: true, schema: { const: '1' } },
        {
          name: 'idempotency-key',
          in: 'header',
          required: operation.offline === 'queue',
          schema: { type: 'string', format: 'uuid' },
        },
      ]

const describe = (operation: Operation): Json => ({
  operationId: operation.id,
  summary: operation.summary,
  tags: [operation.id.split('.')[0]],
  'x-may': operation.may,
  'x-offline': operation.offline,
  parameters: [...parameters(operation.params, 'path'), ...parameters(operation.query, 'query'), ...headers(operation)],
  ...(operation.body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } } } }),
  responses: {
    [String(operation.status ?? 200)]: {
      description: 'done',
      content: { 'application/json': { schema: jsonSchema(operation.ok, 'output') } },
    },
    ...problemResponses(operation),
  },
})

const Problem = {
  type: 'object',
  description: 'RFC 9457 problem document',
  required: ['type', 'title', 'status', 'code', 'fields'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    details: { type: 'object' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** OpenAPI 3.1 of the given operations, in the order of their ids. */
export const openApiDocument = (operations: readonly Operation[]): Json => {
  const paths: Record<string, Json> = {}
  for (const operation of [...operations].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hamyar',
      version: '1',
      description: 'Sign in through /api/auth; the session cookie carries the caller. Writes need the header x-hamyar: 1.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Problem } },
  }
}
