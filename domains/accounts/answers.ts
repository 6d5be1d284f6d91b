import { findUnit } from '#domains/network/index.ts'
import type { Actor } from '#platform/actor/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { AccountId, AnyRole, Appointment, AppointmentId, Me } from './contract.ts'
import type { AccountRecord, AppointmentRecord } from './store.ts'

/** Both names of a unit, from the public directory; what the appointment was written with where it is gone. */
export const unitNames = async (
  tx: Tx,
  { unit, unit_name: written = '' }: { readonly unit: string | null; readonly unit_name?: string },
): Promise<{ unitFa: string; unitEn: string }> => {
  const found = unit === null ? undefined : await findUnit(tx, unit)
  return { unitFa: found?.name_fa ?? written, unitEn: found?.name_en ?? written }
}

export const appointmentAnswer = async (tx: Tx, row: AppointmentRecord): Promise<Appointment> => ({
  id: row.id as AppointmentId,
  role: row.role as AnyRole,
  ...(await unitNames(tx, row)),
  validUntil: row.valid_until?.toISOString() ?? null,
})

export const nobody: Me = {
  signedIn: false,
  account: null,
  name: '',
  appointment: null,
  role: null,
  unitFa: null,
  unitEn: null,
  appointments: [],
  language: null,
}

/** Somebody whose file is open: no account, no name here. */
export const aPerson: Me = { ...nobody, signedIn: true, role: 'person' }

export const meAnswer = async (
  tx: Tx,
  account: Pick<AccountRecord, 'id' | 'display_name' | 'language'>,
  rows: readonly AppointmentRecord[],
  inUse: string | undefined,
): Promise<Me> => {
  const appointments = await Promise.all(rows.map((row) => appointmentAnswer(tx, row)))
  const current = appointments.find(({ id }) => id === inUse)
  return {
    signedIn: true,
    account: account.id as AccountId,
    name: account.display_name,
    appointment: current?.id ?? null,
    role: current?.role ?? null,
    unitFa: current?.unitFa ?? null,
    unitEn: current?.unitEn ?? null,
    appointments,
    language: account.language === 'en' ? 'en' : 'fa',
  }
}

/** Which appointment a session uses: its own role and unit say so, without another look at the session. */
export const appointmentInUse = (actor: Actor, rows: readonly AppointmentRecord[]): string | undefined =>
  rows.find(({ role, unit }) => role === actor.role && (unit ?? undefined) === actor.unit)?.id
