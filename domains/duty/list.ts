import { countryPack } from '#countries/index.ts'
import { findUnit } from '#domains/network/index.ts'
import { command, type ReadScope } from '#platform/command/index.ts'
import { Problem, type FieldProblem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { getDuty, saveDuty, type DutyContact, type DutyList } from './contract.ts'
import { agencyLine, readContacts } from './index.ts'
import * as store from './store.ts'

const answer = async (scope: ReadScope, revision: number, contacts: DutyContact[]): Promise<DutyList> => ({
  revision,
  contacts,
  centrePhone: (await findUnit(scope.tx, scope.actor.unit ?? ''))?.phone ?? null,
  agencyLine: agencyLine(scope),
})

const read = async (scope: ReadScope): Promise<DutyList> => {
  const team = scope.actor.unit ?? ''
  scope.admit(`duty:${team}`)
  const row = await store.findList(scope.tx, team, 'read')
  scope.audit(team)
  return await answer(scope, row?.revision ?? 0, readContacts(scope, row))
}

export const list = query(getDuty, read)

/** Numbers as they can be called; every wrong one at once. */
const requirePhones = (contacts: readonly DutyContact[], country: string): DutyContact[] => {
  const pack = countryPack(country)
  const wrong: FieldProblem[] = []
  const read = contacts.map(({ name, phone }, at) => {
    const number = pack.phone(phone)
    if (number === undefined) wrong.push({ field: `contacts.${at}.phone`, code: 'not-phone' })
    return { name, phone: number ?? '' }
  })
  if (wrong.length > 0) throw new Problem('duty.phone-invalid', {}, wrong)
  return read
}

export const save = command(saveDuty, { reread: read }, async (scope, { body }) => {
  const { actor, tx, keys, now, audit, admit } = scope
  const team = actor.unit ?? ''
  const contacts = requirePhones(body.contacts, scope.country)
  admit(`duty:${team}`)
  const row = await store.findList(tx, team, 'for update')
  if ((row?.revision ?? 0) !== body.revision) throw new Problem('request.stale')
  const sealed = keys.seal(actor.home, JSON.stringify(contacts))
  audit(team, { home: actor.home, contacts: contacts.length })
  if (row === undefined) store.insertList(tx, { home: actor.home, team, contacts: sealed, at: now, by: actor.id })
  else store.saveList(tx, row, keys.seal(row.home, JSON.stringify(contacts)), now, actor.id)
  return await answer(scope, body.revision + 1, contacts)
})
