import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'

export const OutboxLine = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  channel: z.enum(['sms', 'email']),
  purpose: z.string(),
  to: z.string(),
  text: z.string(),
  state: z.string(),
})
export type OutboxLine = z.infer<typeof OutboxLine>

export const showOutbox = operation({
  id: 'messages.outbox',
  method: 'GET',
  path: '/api/outbox',
  may: 'anyone',
  ok: z.object({ messages: z.array(OutboxLine) }),
  problems: [],
  offline: 'never',
  summary: 'Messages that no provider took, newest first: only with synthetic data and without a provider',
})
