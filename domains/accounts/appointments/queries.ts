import { appointmentAnswer } from '#domains/accounts/answers.ts'
import type { AccountId } from '#domains/accounts/contract.ts'
import * as store from '#domains/accounts/store.ts'
import { searchUnits as unitsByName } from '#domains/network/index.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import { openQuery, query } from '#platform/query/index.ts'
import { listAccounts, searchUnits } from './contract.ts'

export const list = query(listAccounts, async (scope, { query: { text } }) => {
  const { tx, now, audit } = scope
  const { rows, appointments } = await inAccounts(scope, async (accounts) => {
    const found = await store.listStaff(accounts, text, now)
    const ids = found.map(({ id }) => id)
    return { rows: found, appointments: ids.length === 0 ? [] : await store.listAppointments(accounts, ids, now) }
  })
  const shown = rows.slice(0, store.mostListed)
  audit(null, { accounts: shown.map(({ id }) => id) })
  return {
    accounts: await Promise.all(
      shown.map(async (row) => ({
        account: row.id as AccountId,
        name: row.display_name,
        suspended: row.suspended_at !== null,
        hasAuthenticator: row.totp_confirmed,
        appointments: await Promise.all(
          appointments.filter(({ account }) => account === row.id).map((one) => appointmentAnswer(tx, one)),
        ),
      })),
    ),
    more: rows.length > shown.length,
  }
})

export const units = openQuery(searchUnits, async ({ tx }, { query: { text } }) => {
  const rows = await unitsByName(tx, text)
  return { units: rows.map(({ id, name_fa, name_en }) => ({ id, nameFa: name_fa, nameEn: name_en })) }
})
