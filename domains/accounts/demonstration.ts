import { demonstrationPeople, isDemonstration } from '#domains/about/index.ts'
import { roles } from '#platform/actor/index.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import { command } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { meAnswer, unitNames } from './answers.ts'
import { beginSession } from './begin-session.ts'
import { enterDemonstration, listDemonstration, type AccountId, type AnyRole } from './contract.ts'
import * as store from './store.ts'

/** In the order of the work: who takes a request in comes first. */
const byRole = (one: { role: AnyRole }, other: { role: AnyRole }) => roles.indexOf(one.role) - roles.indexOf(other.role)

export const list = query(listDemonstration, async (scope) => {
  const { tx, now, audit } = scope
  audit(null)
  if (!(await isDemonstration(tx))) return { accounts: [], people: [] }
  const rows = await inAccounts(scope, (accounts) => store.listDemonstration(accounts, now))
  const listed = await Promise.all(
    rows.map(async (row) => ({
      account: row.account as AccountId,
      name: row.display_name,
      role: row.role as AnyRole,
      ...(await unitNames(tx, row)),
    })),
  )
  return { accounts: listed.sort(byRole), people: await demonstrationPeople(tx) }
})

const findSynthetic = async (scope: Parameters<typeof inAccounts>[0], id: string) => {
  if (!(await isDemonstration(scope.tx))) throw new Problem('record.not-found')
  const found = await inAccounts(scope, async (tx) => ({
    account: await store.findAccount(tx, id),
    appointments: await store.listAppointments(tx, [id], scope.now),
  }))
  const { account, appointments } = found
  if (account === undefined || !account.demonstration || account.suspended_at !== null)
    throw new Problem('record.not-found')
  return { account, appointments }
}

export const enter = command(
  enterDemonstration,
  {
    reread: async (scope, id) => {
      const { account, appointments } = await findSynthetic(scope, id)
      return await meAnswer(scope.tx, account, appointments, appointments[0]?.id)
    },
  },
  async (scope, { params, door }) => {
    const { account, appointments } = await findSynthetic(scope, params.account)
    scope.audit(account.id)
    const [appointment] = appointments
    return await beginSession(scope, { account, appointments, appointment, strength: 'code+second', door })
  },
)
