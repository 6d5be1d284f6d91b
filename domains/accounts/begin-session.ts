import type { Door, ReadScope } from '#platform/command/index.ts'
import { sessionHours } from '#platform/auth/session.ts'
import type { Me } from './contract.ts'
import { meAnswer } from './answers.ts'
import type { AccountRecord, AppointmentRecord } from './store.ts'

type Scope = Pick<ReadScope, 'auth' | 'tx'>

interface Beginning {
  readonly account: Pick<AccountRecord, 'id' | 'display_name' | 'language'>
  readonly appointments: readonly AppointmentRecord[]
  /** The appointment to act under; the only one when absent, and none where there are several. */
  readonly appointment?: AppointmentRecord | undefined
  readonly strength: 'code' | 'code+second'
  readonly door: Door
}

/** Starts a session and puts its token into the caller's cookie. A volunteer's phone stays signed in. */
export const beginSession = async ({ auth, tx }: Scope, beginning: Beginning): Promise<Me> => {
  const { account, appointments, strength, door } = beginning
  const only = appointments.length === 1 ? appointments[0] : undefined
  const appointment = beginning.appointment ?? only
  const { token, endsAt } = await auth.sessions.start({
    kind: 'account',
    account: account.id,
    ...(appointment === undefined ? {} : { appointment: appointment.id }),
    home: appointment?.home ?? 0,
    strength,
    device: door.device,
    hours: appointment?.role === 'volunteer' ? sessionHours.volunteer : sessionHours.account,
  })
  door.setSession(token, endsAt)
  return await meAnswer(tx, account, appointments, appointment?.id)
}
