import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'

export const DutyContact = z.object({
  name: z.string().trim().min(1).max(60),
  phone: z.string().trim().min(1).max(30),
})
export type DutyContact = z.infer<typeof DutyContact>

export const DutyList = z.object({
  /** 0 while nothing was written yet. */
  revision: z.int(),
  /** In the order in which they are told. */
  contacts: z.array(DutyContact),
  /** Told after them: the centre's own telephone, and the agency's line. */
  centrePhone: z.string().nullable(),
  agencyLine: z.string().nullable(),
})
export type DutyList = z.infer<typeof DutyList>

export const getDuty = operation({
  id: 'duty.list',
  method: 'GET',
  path: '/api/duty',
  may: ['clerk', 'supervisor'],
  ok: DutyList,
  problems: [],
  offline: 'never',
  summary: 'Who is told at this centre when something cannot wait, in order',
})

export const saveDuty = operation({
  id: 'duty.save',
  method: 'POST',
  path: '/api/duty',
  may: ['supervisor'],
  body: z.object({ revision: z.int(), contacts: z.array(DutyContact).max(8) }),
  ok: DutyList,
  problems: ['request.stale', 'duty.phone-invalid'],
  offline: 'never',
  summary: 'Write the duty list of the own centre',
})
