import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { difference } from './compare.ts'
import { promisesOf } from './contracts.ts'
import { typeOf, typesOf, type Column } from './database-types.ts'
import { arrowsOf, graphOf, requireSeen, roomOf } from './graph.ts'
import { aliasOf, operationsTable } from './operations.ts'

const promise = (id: string, method: 'GET' | 'POST', path: string) =>
  operation({ id, method, path, may: 'anyone', ok: z.object({}), problems: [], offline: 'never', summary: '' })

const list = promise('visits.list', 'GET', '/api/visits')
const accept = promise('visits.accept', 'POST', '/api/visits/:visit/accept')
const contract = (exports: object, file = 'domains/visits/contract.ts') => ({ file, exports })

describe('the table of operations', () => {
  it('has one line for each promise, in the order of their ids', () => {
    const table = operationsTable(promisesOf([contract({ listVisits: list, Visit: z.object({}), acceptVisit: accept })]))
    expect(table).toContain("import type * as visits from '#domains/visits/contract.ts'\n")
    expect(table).toContain(
      "  'visits.accept': typeof visits.acceptVisit\n  'visits.list': typeof visits.listVisits\n",
    )
    expect(table).toContain("  'visits.accept': ['POST', '/api/visits/:visit/accept', 'never'],\n  'visits.list'")
  })

  it('counts a promise once that another contract hands on', () => {
    expect(promisesOf([contract({ list }), contract({ list }, 'domains/desk/contract.ts')])).toHaveLength(1)
  })

  it('refuses two promises under one id', () => {
    const other = promise('visits.list', 'GET', '/api/other')
    expect(() => promisesOf([contract({ list }), contract({ other }, 'domains/desk/contract.ts')])).toThrow(
      'The operation visits.list stands in domains/visits/contract.ts and again in domains/desk/contract.ts',
    )
  })

  it('refuses two promises at one address, whatever its parameters are called', () => {
    const other = promise('visits.agree', 'POST', '/api/visits/:id/accept')
    expect(() => promisesOf([contract({ accept, other })])).toThrow('The address POST /api/visits/:…/accept')
  })

  it.each([
    ['domains/visits/contract.ts', 'visits'],
    ['domains/working-group/contract.ts', 'workingGroup'],
    ['domains/desk/contract/follow.ts', 'deskFollow'],
    ['domains/desk/contract/index.ts', 'desk'],
    ['domains/accounts/proposals/contract.ts', 'accountsProposals'],
  ])('calls %s %s', (file, alias) => {
    expect(aliasOf(file)).toBe(alias)
  })
})

const column = (parts: Partial<Column>): Column => ({
  schema: 'people',
  relation: 'name_token',
  column: 'token',
  type: 'text',
  array: false,
  nullable: false,
  optional: false,
  generated: false,
  labels: null,
  ...parts,
})

describe('the types of the database', () => {
  it.each<[string, Partial<Column>, string]>([
    ['text', {}, 'string'],
    ['an absent text', { nullable: true }, 'string | null'],
    ['a revision with a default', { type: 'int4', optional: true }, 'Generated<number>'],
    ['an instant', { type: 'timestamptz', nullable: true }, 'Timestamp | null'],
    ['a plain date', { type: 'date' }, 'string'],
    ['a count', { type: 'int8' }, 'number'],
    ['sealed bytes', { type: 'bytea' }, 'Buffer'],
    ['a document', { type: 'jsonb' }, 'Json'],
    ['keys that the database derives', { array: true, generated: true, optional: true }, 'GeneratedAlways<string[]>'],
    ['a list of counts, which pg leaves as text', { type: 'int8', array: true }, 'string[]'],
    ['an enum', { type: 'state', labels: ['open', 'closed'] }, "'open' | 'closed'"],
    ['a list of an enum', { type: 'state', labels: ['open', 'closed'], array: true }, "('open' | 'closed')[]"],
  ])('reads %s', (_, parts, type) => {
    expect(typeOf(column(parts))).toBe(type)
  })

  it('names a table by its schema and itself', () => {
    expect(typesOf([column({})])).toContain(
      "export interface PeopleNameToken {\n  token: string\n}\n\nexport interface Database {\n  'people.name_token': PeopleNameToken\n}\n",
    )
  })
})

describe('the picture of imports', () => {
  const depends = (resolved: string, ...dependencyTypes: string[]) => ({ resolved, dependencyTypes })
  const cruised = {
    modules: [
      {
        source: 'domains/visits/contract.ts',
        dependencies: [depends('domains/referrals/contract.ts', 'type-only'), depends('node_modules/zod/index.js', 'npm')],
      },
      { source: 'domains/visits/jobs.ts', dependencies: [depends('domains/people/index.ts', 'type-only')] },
      { source: 'domains/visits/commands.ts', dependencies: [depends('domains/people/index.ts', 'import')] },
      { source: 'domains/visits/visits.pg.test.ts', dependencies: [depends('domains/desk/index.ts', 'import')] },
    ],
  }

  it('joins rooms, tells types from what is there at run time, and leaves tests away', () => {
    expect(arrowsOf(cruised, roomOf)).toEqual([
      { from: 'domains/visits', to: 'domains/people', typesOnly: false },
      { from: 'domains/visits', to: 'domains/referrals', typesOnly: true },
    ])
    expect(graphOf(cruised)).toContain('domains_visits --> domains_people\n  domains_visits -.-> domains_referrals')
  })

  it('is not drawn when files were not looked at', () => {
    expect(() => requireSeen(cruised, ['domains/visits/jobs.ts'])).not.toThrow()
    expect(() => requireSeen({ modules: [] }, ['domains/visits/jobs.ts', 'web/doors.ts'])).toThrow(
      'did not look at 2 files, such as domains/visits/jobs.ts',
    )
  })

  it.each([
    ['domains/visits/store/mine.ts', 'domains/visits'],
    ['web/ui/aria/menu.tsx', 'web/ui'],
    ['web/doors.ts', 'web'],
    ['apps/serving/pages.ts', 'apps'],
    ['node_modules/zod/index.js', undefined],
  ])('finds the room of %s', (path, room) => {
    expect(roomOf(path)).toBe(room)
  })
})

describe('the check of derived files', () => {
  it('is content with what was derived', () => {
    expect(difference('a\nb\n', 'a\nb\n')).toBeUndefined()
  })

  it('says where the first difference is', () => {
    expect(difference('a\nx\n', 'a\nb\n')).toBe('line 2 is "x" and should be "b"')
    expect(difference('a', 'a\nb')).toBe('line 2 is nothing and should be "b"')
    expect(difference('a\nb', 'a')).toBe('line 2 is "b" and should be nothing')
    expect(difference(undefined, 'a')).toBe('it is not there')
  })
})
