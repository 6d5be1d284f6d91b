import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'

export const AccountId = idOf('AccountId')
export type AccountId = z.infer<typeof AccountId>
export const AppointmentId = idOf('AppointmentId')
export type AppointmentId = z.infer<typeof AppointmentId>
export const SessionId = idOf('SessionId')
export type SessionId = z.infer<typeof SessionId>
export const ChallengeId = idOf('ChallengeId')
export type ChallengeId = z.infer<typeof ChallengeId>
export const ProposalId = idOf('ProposalId')
export type ProposalId = z.infer<typeof ProposalId>

/** Roles that an appointment can give. */
export const StaffRole = z.enum([
  'clerk',
  'case-worker',
  'supervisor',
  'liaison',
  'coordinator',
  'director',
  'statistician',
  'safeguarding-lead',
  'auditor',
  'administrator',
])
export type StaffRole = z.infer<typeof StaffRole>
export const AnyRole = z.enum([...StaffRole.options, 'volunteer', 'person'])
export type AnyRole = z.infer<typeof AnyRole>

export const Appointment = z.object({
  id: AppointmentId,
  role: AnyRole,
  unitFa: z.string(),
  unitEn: z.string(),
  validUntil: z.iso.datetime().nullable(),
})
export type Appointment = z.infer<typeof Appointment>

export const Me = z.object({
  signedIn: z.boolean(),
  account: AccountId.nullable(),
  name: z.string(),
  /** The appointment in use; null while one has to be chosen, and for somebody who has none. */
  appointment: AppointmentId.nullable(),
  role: AnyRole.nullable(),
  unitFa: z.string().nullable(),
  unitEn: z.string().nullable(),
  appointments: z.array(Appointment),
  language: z.enum(['fa', 'en']).nullable(),
})
export type Me = z.infer<typeof Me>

/** A telephone or an e-mail address as people write it. */
export const Contact = z.string().trim().min(3).max(120)
/** Typed with Persian or Latin digits, with or without spaces. */
const Code = z.string().trim().min(4).max(20)

export const getMe = operation({
  id: 'accounts.me',
  method: 'GET',
  path: '/api/me',
  may: 'anyone',
  ok: Me,
  problems: [],
  offline: 'never',
  summary: 'Who is signed in here, as what, and what else they may act as',
})

export const startSignIn = operation({
  id: 'accounts.startSignIn',
  method: 'POST',
  path: '/api/sign-in/start',
  may: 'anyone',
  body: z.object({ contact: Contact }),
  ok: z.object({ challenge: ChallengeId, endsAt: z.iso.datetime() }),
  problems: [],
  offline: 'never',
  summary: 'Sends a one-time code to a telephone or e-mail; answers alike whether anybody is known by it',
})

export const finishSignIn = operation({
  id: 'accounts.finishSignIn',
  method: 'POST',
  path: '/api/sign-in/finish',
  may: 'anyone',
  body: z.object({
    challenge: ChallengeId,
    code: Code,
    /** Staff: the code of their authenticator, or one of their recovery codes. */
    second: z.object({ kind: z.enum(['authenticator', 'recovery']), code: Code }).optional(),
  }),
  ok: z.discriminatedUnion('step', [
    z.object({
      step: z.literal('signed-in'),
      me: Me,
      /** Shown once, after the authenticator was set up; empty otherwise. */
      recoveryCodes: z.array(z.string()),
    }),
    z.object({ step: z.literal('second') }),
    z.object({ step: z.literal('set-up'), secret: z.string(), address: z.string() }),
  ]),
  problems: ['sign-in.wrong', 'second-step.wrong'],
  offline: 'never',
  limit: { calls: 60, minutes: 10 },
  summary: 'Signs in with the one-time code and, for staff, the authenticator; sets the authenticator up first',
})

export const signOut = operation({
  id: 'accounts.signOut',
  method: 'POST',
  path: '/api/sign-out',
  may: 'anyone',
  ok: z.object({}),
  problems: [],
  offline: 'never',
  summary: 'Ends this session',
})

export const useAppointment = operation({
  id: 'accounts.useAppointment',
  method: 'POST',
  path: '/api/me/appointment',
  may: 'signed-in',
  body: z.object({ appointment: AppointmentId }),
  ok: Me,
  problems: ['second-step.missing'],
  offline: 'never',
  summary: 'Acts under one of one’s appointments; only one is ever in use',
})

export const Session = z.object({
  id: SessionId,
  device: z.string(),
  role: AnyRole.nullable(),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The session that asks. */
  here: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const listSessions = operation({
  id: 'accounts.sessions',
  method: 'GET',
  path: '/api/me/sessions',
  may: 'signed-in',
  ok: z.object({ sessions: z.array(Session) }),
  problems: [],
  offline: 'never',
  summary: 'Where one is signed in',
})

export const endSession = operation({
  id: 'accounts.endSession',
  method: 'POST',
  path: '/api/me/sessions/:session/end',
  may: 'signed-in',
  params: z.object({ session: SessionId }),
  ok: z.object({ sessions: z.array(Session) }),
  problems: [],
  offline: 'never',
  summary: 'Signs one’s other device out',
})

export const listDemonstration = operation({
  id: 'accounts.demonstration',
  method: 'GET',
  path: '/api/demonstration',
  may: 'anyone',
  ok: z.object({
    accounts: z.array(
      z.object({ account: AccountId, name: z.string(), role: AnyRole, unitFa: z.string(), unitEn: z.string() }),
    ),
    /** People who asked, and whose file a visitor may open: at which step, by which code and second secret. */
    people: z.array(z.object({ step: z.enum(['approval', 'confirm']), code: z.string(), secret: z.string() })),
  }),
  problems: [],
  offline: 'never',
  summary: 'Synthetic accounts of every role, and people who asked, where the demonstration is loaded; none elsewhere',
})

export const enterDemonstration = operation({
  id: 'accounts.enterDemonstration',
  method: 'POST',
  path: '/api/demonstration/:account/enter',
  may: 'anyone',
  params: z.object({ account: AccountId }),
  ok: Me,
  problems: [],
  offline: 'never',
  summary: 'Signs in as a synthetic account, where the demonstration is loaded',
})

export const startRecovery = operation({
  id: 'accounts.startRecovery',
  method: 'POST',
  path: '/api/recovery/start',
  may: 'anyone',
  body: z.object({ contact: Contact, newContact: Contact }),
  ok: z.object({ waitHours: z.int() }),
  problems: [],
  offline: 'never',
  summary: 'Asks one’s own people for a way back after a lost telephone; answers alike whoever asks',
})
