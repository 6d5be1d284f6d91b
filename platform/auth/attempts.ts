import type { ReadScope } from '#platform/command/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import { inAccounts } from './transaction.ts'

type Scope = Pick<ReadScope, 'auth' | 'now' | 'tx'>

/**
 * Counts one more try of `what` by `who` (a keyed digest) and answers how many there were in the window. It is
 * committed by itself: a try stays counted when the deed is refused.
 */
export const countTry = (scope: Scope, what: string, who: Buffer, minutes: number): Promise<number> => {
  const length = minutes * 60_000
  const start = new Date(Math.floor(scope.now.getTime() / length) * length)
  return inAccounts(scope, async (accounts) => {
    const row = await accounts.first(
      statement<{ count: number }>(sql`
        insert into auth.attempt (what, who, window_start, count) values (${what}, ${who}, ${start}, 1)
        on conflict (what, who, window_start) do update set count = auth.attempt.count + 1 returning count`),
    )
    return row?.count ?? 1
  })
}

/** Telephones of whoever holds a role in a unit now. For messages that cannot wait, and for nothing else. */
export const phonesOf = async (scope: Scope & Pick<ReadScope, 'keys'>, unit: string, role: string): Promise<string[]> => {
  const rows = await inAccounts(scope, (accounts) =>
    accounts.all(
      statement<{ contact: Buffer }>(sql`
        select c.contact from auth.appointment a join auth.account c on c.id = a.account
        where a.unit = ${unit}::uuid and a.role = ${role} and a.valid_from <= ${scope.now}
          and (a.valid_until is null or a.valid_until > ${scope.now}) and c.suspended_at is null`),
    ),
  )
  return rows.flatMap(({ contact }) => {
    const { phone } = JSON.parse(scope.keys.open(0, contact)) as { phone?: string }
    return phone === undefined ? [] : [phone]
  })
}

/** The people who hold a role in a unit now, for handing work to a colleague. */
export const colleagues = (scope: Scope, unit: string, role: string): Promise<{ account: string; name: string }[]> =>
  inAccounts(scope, (accounts) =>
    accounts.all(
      statement<{ account: string; name: string }>(sql`
        select a.account, c.display_name as name from auth.appointment a join auth.account c on c.id = a.account
        where a.unit = ${unit}::uuid and a.role = ${role} and a.valid_from <= ${scope.now}
          and (a.valid_until is null or a.valid_until > ${scope.now}) and c.suspended_at is null
        order by c.display_name`),
    ),
  )

/** How many hold which role in a unit now: what would be left without anybody if it were closed. */
export const rolesIn = (scope: Scope, unit: string): Promise<{ role: string; count: number }[]> =>
  inAccounts(scope, (accounts) =>
    accounts.all(
      statement<{ role: string; count: number }>(sql`
        select role, count(distinct account)::int as count from auth.appointment
        where unit = ${unit}::uuid and (valid_until is null or valid_until > ${scope.now}) group by role order by role`),
    ),
  )
