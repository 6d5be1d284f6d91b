import type { Role } from '#platform/actor/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'

const accountColumns = [
  'id',
  'display_name',
  'language',
  'contact',
  'totp',
  'totp_confirmed',
  'totp_last_step',
  'recovery',
  'demonstration',
  'suspended_at',
] as const

const accounts = db.selectFrom('auth.account').select(accountColumns)

export interface ContactDigest {
  readonly phone?: Buffer
  readonly email?: Buffer
}

export const findAccount = (tx: Tx, id: string) => tx.first(accounts.where('id', '=', id))
export type AccountRecord = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/** Locked, for a change of its factors. */
export const findAccountForUpdate = (tx: Tx, id: string) => tx.first(accounts.where('id', '=', id).forUpdate())

/** Both columns are always compared: the same work whichever kind of contact was typed. */
export const findAccountByContact = (tx: Tx, digest: Buffer) =>
  tx.first(accounts.where((or) => or.or([or('phone_digest', '=', digest), or('email_digest', '=', digest)])))

export const insertAccount = (
  tx: Tx,
  account: {
    id: string
    phone_digest: Buffer | null
    email_digest: Buffer | null
    contact: Buffer
    display_name: string
    recorded_at: Date
  },
): void => tx.write(db.insertInto('auth.account').values(account))

export interface AccountChange {
  readonly phone_digest?: Buffer | null
  readonly email_digest?: Buffer | null
  readonly contact?: Buffer
  readonly totp?: Buffer | null
  readonly totp_confirmed?: boolean
  readonly totp_last_step?: number | null
  readonly recovery?: string | null
  readonly suspended_at?: Date | null
}

export const changeAccount = (tx: Tx, id: string, change: AccountChange): void =>
  tx.write(
    db
      .updateTable('auth.account')
      .set({ ...change, revision: sql`revision + 1` })
      .where('id', '=', id),
  )

const appointmentColumns = ['id', 'account', 'role', 'unit', 'unit_name', 'home', 'volunteer', 'valid_from', 'valid_until'] as const

const appointmentsInForce = (now: Date) =>
  db
    .selectFrom('auth.appointment')
    .select(appointmentColumns)
    .where('valid_from', '<=', now)
    .where((or) => or.or([or('valid_until', 'is', null), or('valid_until', '>', now)]))
    .orderBy('valid_from')
    .orderBy('id')

export interface AppointmentRecord {
  readonly id: string
  readonly account: string
  readonly role: Role
  readonly unit: string | null
  readonly unit_name: string
  readonly home: number
  readonly volunteer: string | null
  readonly valid_until: Date | null
}

export const listAppointments = (tx: Tx, accounts_: readonly string[], now: Date) =>
  tx.all(appointmentsInForce(now).where('account', 'in', [...accounts_]).$castTo<AppointmentRecord>())

export const findAppointment = (tx: Tx, id: string, now: Date) =>
  tx.first(appointmentsInForce(now).where('id', '=', id).$castTo<AppointmentRecord>())

export const countOfRole = async (tx: Tx, role: Role, now: Date): Promise<number> => {
  const rows = await tx.all<{ account: string }>(
    db
      .selectFrom('auth.appointment as a')
      .innerJoin('auth.account as c', 'c.id', 'a.account')
      .select('a.account')
      .distinct()
      .where('a.role', '=', role)
      .where('c.suspended_at', 'is', null)
      .where('a.valid_from', '<=', now)
      .where((or) => or.or([or('a.valid_until', 'is', null), or('a.valid_until', '>', now)])),
  )
  return rows.length
}

/** Appointments and account states change one after the other, so that two deeds cannot both be "the second last". */
export const lockAppointments = (tx: Tx) => tx.first(db.selectNoFrom(sql`pg_advisory_xact_lock(4815162345)`.as('locked')))

export const insertAppointment = (
  tx: Tx,
  appointment: {
    id: string
    account: string
    role: string
    unit: string
    unit_name: string
    home: number
    area_from: number
    area_to: number
    valid_from: Date
    valid_until: Date | null
    appointed_by: string | null
    seconded_by: string | null
  },
): void => tx.write(db.insertInto('auth.appointment').values(appointment))

export const endAppointment = (tx: Tx, id: string, now: Date): void =>
  tx.write(db.updateTable('auth.appointment').set({ valid_until: now }).where('id', '=', id))

/** Whoever acts for a unit that is closed; ends again what ended then already, and says which they were. */
export const endInUnit = (tx: Tx, unit: string, at: Date) =>
  tx.all(
    statement<{ id: string }>(sql`update auth.appointment set valid_until = ${at}
      where unit = ${unit}::uuid and role <> 'volunteer' and (valid_until is null or valid_until >= ${at}) returning id`),
  )

/** The same volunteer in another group. */
export const moveVolunteer = (tx: Tx, volunteer: string, to: { readonly id: string; readonly name: string }) =>
  tx.all(
    statement<{ account: string }>(sql`update auth.appointment set unit = ${to.id}::uuid, unit_name = ${to.name}
      where volunteer = ${volunteer}::uuid and role = 'volunteer' returning account`),
  )

const MOST_LISTED = 50

/** Staff by name. The accounts are not behind row security, so a plain `ilike` costs nothing here. */
export const listStaff = (tx: Tx, text: string | undefined, now: Date) => {
  const staff = accounts
    .where((has) =>
      has.not(
        has.exists(
          has
            .selectFrom('auth.appointment as v')
            .select('v.id')
            .whereRef('v.account', '=', 'auth.account.id')
            .where('v.role', '=', 'volunteer')
            .where('v.valid_from', '<=', now),
        ),
      ),
    )
    .orderBy(sql`display_name collate "fa-x-icu"`)
    .limit(MOST_LISTED + 1)
  return tx.all(
    text === undefined || text === '' ? staff : staff.where('display_name', 'ilike', `%${text.replace(/[\\%_]/g, '\\$&')}%`),
  )
}
export const mostListed = MOST_LISTED

export const listDemonstration = (tx: Tx, now: Date) =>
  tx.all(
    db
      .selectFrom('auth.appointment as a')
      .innerJoin('auth.account as c', 'c.id', 'a.account')
      .select(['a.id', 'a.account', 'a.role', 'a.unit', 'a.unit_name', 'a.home', 'a.volunteer', 'a.valid_until', 'c.display_name'])
      .where('c.demonstration', '=', true)
      .where('c.suspended_at', 'is', null)
      .where('a.valid_from', '<=', now)
      .where((or) => or.or([or('a.valid_until', 'is', null), or('a.valid_until', '>', now)]))
      .orderBy('a.role')
      .orderBy('c.recorded_at')
      .orderBy('c.id')
      .$castTo<AppointmentRecord & { display_name: string }>(),
  )

export const listSessions = (tx: Tx, account: string, now: Date) =>
  tx.all(
    db
      .selectFrom('auth.session as s')
      .leftJoin('auth.appointment as a', 'a.id', 's.appointment')
      .select(['s.id', 's.device', 's.strength', 's.started_at', 's.seen_at', 's.ends_at', 'a.role', 's.appointment'])
      .where('s.account', '=', account)
      .where('s.ended_at', 'is', null)
      .where('s.ends_at', '>', now)
      .orderBy('s.seen_at', 'desc')
      .orderBy('s.id'),
  )
