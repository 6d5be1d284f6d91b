import { z } from 'zod'
import { AccountId, AnyRole, Appointment, AppointmentId, Contact, ProposalId, StaffRole } from '#domains/accounts/contract.ts'
import { operation } from '#platform/contract/index.ts'

export const Proposal = z.object({
  id: ProposalId,
  kind: z.enum(['appointment', 'recovery']),
  name: z.string(),
  role: AnyRole.nullable(),
  unitFa: z.string(),
  unitEn: z.string(),
  /** Recovery: the last digits of the new telephone, to compare with the person who stands there. */
  newContactEnd: z.string().nullable(),
  needed: z.int(),
  agreed: z.int(),
  /** The asking account has said yes already. */
  mine: z.boolean(),
  proposedAt: z.iso.datetime(),
  notBefore: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})
export type Proposal = z.infer<typeof Proposal>

export const listProposals = operation({
  id: 'accounts.proposals',
  method: 'GET',
  path: '/api/proposals',
  may: ['administrator', 'supervisor', 'coordinator'],
  ok: z.object({ proposals: z.array(Proposal) }),
  problems: [],
  offline: 'never',
  summary: 'What waits for a second person: appointments to sensitive roles, ways back after a lost telephone',
})

export const agree = operation({
  id: 'accounts.agree',
  method: 'POST',
  path: '/api/proposals/:proposal/agree',
  may: ['administrator', 'supervisor', 'coordinator'],
  params: z.object({ proposal: ProposalId }),
  ok: z.object({ outcome: z.enum(['waits', 'done']) }),
  problems: ['proposal.too-early', 'proposal.already-agreed', 'appointment.forbidden-pair', 'recovery.contact-taken'],
  offline: 'never',
  summary: 'Says yes to what somebody else proposed; the last yes that is needed does it',
})

export const refuse = operation({
  id: 'accounts.refuse',
  method: 'POST',
  path: '/api/proposals/:proposal/refuse',
  may: ['administrator', 'supervisor', 'coordinator'],
  params: z.object({ proposal: ProposalId }),
  ok: z.object({}),
  problems: [],
  offline: 'never',
  summary: 'Says no: the proposal is over',
})

export const StaffAccount = z.object({
  account: AccountId,
  name: z.string(),
  suspended: z.boolean(),
  hasAuthenticator: z.boolean(),
  appointments: z.array(Appointment),
})
export type StaffAccount = z.infer<typeof StaffAccount>

export const listAccounts = operation({
  id: 'accounts.list',
  method: 'GET',
  path: '/api/accounts',
  may: ['administrator'],
  query: z.object({ text: z.string().trim().max(60).optional() }),
  ok: z.object({ accounts: z.array(StaffAccount), more: z.boolean() }),
  problems: [],
  offline: 'never',
  summary: 'Staff accounts by name, with their appointments; at most 50',
})

export const searchUnits = operation({
  id: 'accounts.units',
  method: 'GET',
  path: '/api/accounts/units',
  may: ['administrator'],
  query: z.object({ text: z.string().trim().min(2).max(60) }),
  ok: z.object({ units: z.array(z.object({ id: z.uuid(), nameFa: z.string(), nameEn: z.string() })) }),
  problems: [],
  offline: 'never',
  summary: 'Units by the beginning of their name, to appoint somebody in; at most 12',
})

export const appoint = operation({
  id: 'accounts.appoint',
  method: 'POST',
  path: '/api/appointments',
  may: ['administrator'],
  body: z.object({
    name: z.string().trim().min(2).max(80),
    contact: Contact,
    role: StaffRole,
    unit: z.uuid(),
    /** Last day, `YYYY-MM-DD`; without one until it is ended. */
    until: z.iso.date().optional(),
  }),
  ok: z.object({ outcome: z.enum(['appointed', 'proposed']) }),
  problems: ['appointment.yourself', 'appointment.forbidden-pair', 'appointment.there-already', 'appointment.unit-unknown'],
  offline: 'never',
  summary: 'Appoints somebody to a role in a unit; a sensitive role waits for a second administrator',
})

export const endAppointment = operation({
  id: 'accounts.endAppointment',
  method: 'POST',
  path: '/api/appointments/:appointment/end',
  may: ['administrator'],
  params: z.object({ appointment: AppointmentId }),
  ok: z.object({}),
  problems: ['appointment.last-administrators'],
  offline: 'never',
  summary: 'Ends an appointment now',
})

export const suspend = operation({
  id: 'accounts.suspend',
  method: 'POST',
  path: '/api/accounts/:account/suspend',
  may: ['administrator'],
  params: z.object({ account: AccountId }),
  ok: z.object({}),
  problems: ['appointment.yourself', 'appointment.last-administrators'],
  offline: 'never',
  summary: 'Suspends an account: all its sessions end at once',
})

export const restore = operation({
  id: 'accounts.restore',
  method: 'POST',
  path: '/api/accounts/:account/restore',
  may: ['administrator'],
  params: z.object({ account: AccountId }),
  ok: z.object({}),
  problems: ['appointment.yourself'],
  offline: 'never',
  summary: 'Lets a suspended account sign in again',
})
