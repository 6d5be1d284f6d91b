import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyPackage, plant, root, type Files } from './planted.ts'

const config = join(root, '.dependency-cruiser.cjs')
const rules = createRequire(import.meta.url)(config) as { forbidden: readonly { name: string }[] }

/** A file that must not be: what it imports, and the rule that says so. */
type Planted = readonly [rule: string, file: string, imports: string, how?: 'type' | 'dynamic']

const forbidden: readonly Planted[] = [
  ['resolves', 'platform/jobs/lost.ts', '#platform/nowhere/index.ts'],
  ['resolves', 'web/public/lost.tsx', 'not-installed'],
  ['no-circle', 'platform/audit/egg.ts', './hen.ts'],
  ['no-circle', 'platform/audit/cup.ts', './saucer.ts', 'type'],
  ['listed-package', 'platform/http/stray.ts', 'stray'],
  ['no-tools-in-the-product', 'apps/serving/bundling.ts', 'esbuild'],
  ['no-tools-in-the-product', 'web/staff/bundling.ts', 'esbuild', 'dynamic'],
  ['no-tests-in-the-product', 'domains/visits/world.ts', '#apps/testing/world.ts'],
  ['no-tests-in-the-product', 'platform/words/proof.ts', './words.test.ts'],

  ['engines-alone', 'engines/matching/reads.ts', 'node:fs'],
  ['engines-alone', 'engines/matching/solver.ts', 'react'],
  ['engines-alone', 'engines/statistics/asks.ts', '#platform/clock/index.ts'],
  ['engines-alone', 'engines/statistics/knows.ts', '#domains/visits/contract.ts', 'type'],
  ['auditor-apart', 'engines/disclosure/audit/leans.ts', '#engines/disclosure/protect/protect.ts'],
  ['auditor-apart', 'engines/disclosure/audit/reads.ts', '#engines/disclosure/shapes.ts', 'type'],
  ['protector-apart', 'engines/disclosure/protect/peeks.ts', '#engines/disclosure/audit/attack.ts'],
  ['protector-apart', 'engines/disclosure/proof/peeks.ts', '#engines/disclosure/audit/attack.ts', 'type'],
  ['checker-alone', 'engines/disclosure/proof/check.ts', '#engines/disclosure/shapes.ts', 'type'],
  ['platform-below', 'platform/command/knows.ts', '#domains/visits/index.ts'],
  ['platform-below', 'platform/http/draws.ts', '#web/doors.ts'],
  ['platform-below', 'platform/words/national.ts', '#countries/index.ts'],
  ['platform-below', 'platform/jobs/door.ts', '#apps/house.ts'],
  ['countries-know-little', 'countries/iran/asks.ts', '#platform/db/index.ts'],
  ['countries-know-little', 'countries/iran/knows.ts', '#domains/visits/words.ts'],
  ['country-in-its-pack', 'domains/visits/holidays.ts', '#countries/iran/index.ts'],
  ['country-in-its-pack', 'apps/serving/holidays.ts', '#countries/kenya/index.ts'],
  ['packs-apart', 'countries/kenya/borrowed.ts', '#countries/iran/index.ts'],
  ['demonstration-aside', 'demonstration/pages.ts', '#web/doors.ts'],

  ['domain-in-order', 'domains/forgotten/index.ts', '#platform/db/index.ts'],
  ['domains-form-no-circle', 'domains/people/visits.ts', '#domains/visits/index.ts'],
  ['domains-form-no-circle', 'domains/casework/after.ts', '#domains/referrals/contract.ts', 'type'],
  ['domains-by-the-front-door', 'domains/visits/behind.ts', '#domains/people/store.ts'],
  ['domains-by-the-front-door', 'domains/visits/commanding.ts', '#domains/referrals/commands.ts', 'type'],
  ['domains-by-the-front-door', 'domains/visits/deep.ts', '#domains/accounts/sign-in/store.ts', 'dynamic'],
  ['domains-know-no-door', 'domains/visits/door.ts', '#apps/house.ts'],
  ['domains-know-no-door', 'domains/visits/page.ts', '#web/doors.ts'],
  ['domains-know-no-driver', 'domains/visits/connects.ts', 'pg'],
  ['domains-know-no-driver', 'domains/visits/answers.ts', 'fastify', 'type'],
  ['domains-know-no-driver', 'domains/visits/pools.ts', '#platform/db/pool.ts'],
  ['observatory-alone', 'domains/observatory/looks.ts', '#domains/people/index.ts'],
  ['only-stores-query', 'domains/visits/commands.ts', '#platform/db/query.ts'],
  ['only-stores-query', 'domains/visits/queries.ts', 'kysely', 'type'],
  ['only-stores-query', 'domains/visits/restore.ts', '#db/types.ts', 'type'],
  ['only-stores-query', 'apps/serving/asks.ts', '#platform/db/query.ts'],

  ['contract-is-a-promise', 'domains/desk/contract.ts', './store.ts'],
  ['contract-is-a-promise', 'domains/places/contract.ts', '#platform/db/index.ts', 'type'],
  ['light-lifecycle-and-words', 'domains/desk/lifecycle.ts', './contract.ts'],
  ['light-lifecycle-and-words', 'domains/desk/words.ts', 'zod'],
  ['policy-is-pure', 'domains/desk/policy.ts', './store.ts'],
  ['policy-is-pure', 'domains/places/policy.ts', '#platform/db/index.ts'],
  ['routes-are-a-list', 'domains/desk/routes.ts', '#domains/visits/index.ts'],

  ['web-sees-three-files', 'web/casework/case/behind.tsx', '#domains/visits/store.ts'],
  ['web-sees-three-files', 'web/public/behind.tsx', '#domains/visits/index.ts', 'type'],
  ['web-sees-three-files', 'web/public/may.tsx', '#domains/visits/policy.ts', 'dynamic'],
  ['web-takes-types-of-contracts', 'web/casework/shapes.ts', '#domains/visits/contract.ts'],
  ['web-takes-types-of-contracts', 'web/parts/ids.ts', '#platform/ids/index.ts'],
  ['web-knows-little-of-the-house', 'web/admin/problem.ts', '#platform/problem/index.ts'],
  ['web-knows-little-of-the-house', 'web/coordination/match.ts', '#engines/matching/index.ts'],
  ['web-knows-little-of-the-house', 'web/parts/national.ts', '#countries/index.ts', 'type'],
  ['no-node-in-pages', 'web/public/reads.ts', 'node:fs'],
  ['ui-knows-no-field', 'web/ui/state.tsx', '#domains/visits/lifecycle.ts'],
  ['ui-knows-no-field', 'web/ui/person.tsx', '#web/parts/index.ts'],
  ['ui-knows-no-field', 'web/ui/asks.tsx', '#web/api/index.ts', 'type'],
  ['parts-below-doors', 'web/parts/today.tsx', '#web/volunteer/today.tsx'],
  ['parts-below-doors', 'web/offline/shell.tsx', '#web/staff/root.tsx'],
  ['audiences-apart', 'web/public/today.tsx', '#web/volunteer/today.tsx'],
  ['audiences-apart', 'web/coordination/cases.tsx', '#web/casework/page.tsx', 'type'],
  ['light-doors-stay-light', 'web/public/calendar.tsx', 'react-aria-components'],
  ['light-doors-stay-light', 'web/volunteer/asks.tsx', '@tanstack/react-query'],
  ['light-doors-stay-light', 'web/volunteer/checks.ts', 'zod', 'dynamic'],
  ['light-doors-stay-light', 'web/public/picks.tsx', '#web/ui/aria/index.ts'],
  ['light-doors-stay-light', 'web/parts/table.tsx', '#web/parts/staff.ts'],
  ['light-doors-stay-light', 'web/volunteer/cache.ts', '#web/api/query.tsx'],

  ['nobody-imports-a-door', 'demonstration/house.ts', '#apps/house.ts'],
  ['apps-are-thin', 'apps/serving/deeds.ts', '#domains/visits/store.ts'],
  ['apps-are-thin', 'apps/serving/rights.ts', '#domains/visits/policy.ts', 'type'],
]

const allowed: readonly (readonly [file: string, imports: string, how?: 'type'])[] = [
  ['engines/matching/solve.ts', '#engines/matching/cost.ts'],
  ['engines/matching/solve.test.ts', 'node:fs'],
  ['engines/disclosure/audit/asks.ts', '#engines/disclosure/solver.ts', 'type'],
  ['engines/disclosure/proof/prove.ts', '#engines/disclosure/protect/protect.ts'],
  ['platform/command/deed.ts', '#platform/db/index.ts'],
  ['platform/audit/audit.pg.test.ts', '#apps/testing/index.ts'],
  ['platform/audit/store.ts', 'kysely'],
  ['countries/index.ts', '#countries/iran/index.ts'],
  ['countries/iran/names.ts', '#platform/words/index.ts'],
  ['domains/visits/index.ts', '#domains/people/index.ts'],
  ['domains/visits/contract.ts', '#domains/referrals/contract.ts'],
  ['domains/visits/store.ts', '#platform/db/query.ts'],
  ['domains/accounts/sign-in/store.ts', 'kysely'],
  ['domains/visits/store/mine.ts', 'kysely'],
  ['domains/visits/lifecycle.ts', './contract.ts', 'type'],
  ['domains/visits/policy.ts', '#platform/actor/index.ts'],
  ['domains/visits/jobs.ts', '#domains/casework/index.ts'],
  ['web/casework/page.tsx', '#domains/visits/words.ts'],
  ['web/volunteer/today.tsx', '#domains/visits/lifecycle.ts'],
  ['web/api/operations.ts', '#domains/visits/contract.ts', 'type'],
  ['web/api/query.tsx', '@tanstack/react-query'],
  ['web/ui/aria/menu.tsx', 'react-aria-components'],
  ['web/ui/date.tsx', '#engines/calendar/index.ts'],
  ['web/staff/router.ts', '#web/casework/routes.tsx'],
  ['web/dev.ts', 'vite'],
  ['apps/domains.ts', '#domains/visits/routes.ts'],
  ['apps/server.ts', '#web/dev.ts'],
]

const importOf = (path: string, how: Planted[3]) => {
  if (how === 'type') return `import type { x } from '${path}'\nexport type X = typeof x\n`
  if (how === 'dynamic') return `export const later = () => import('${path}')\n`
  return `import { x } from '${path}'\nexport const y = x\n`
}

const packages = ['zod', 'react', 'pg', 'kysely', 'fastify', 'react-aria-components', '@tanstack/react-query']
const tools = ['esbuild', 'vite', 'vitest']

/** Everything that the planted files import, so that nothing but the planted import is wrong. */
const grounds = (): Files => {
  const targets = [...forbidden, ...allowed.map((one) => ['', ...one] as const)]
    .map(([, , path]) => path)
    .filter((path) => path.startsWith('#') && !path.includes('nowhere'))
  return Object.fromEntries(targets.map((path) => [path.slice(1), 'export const x = 1\n']))
}

const tree = (): Files => ({
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#*': './*' },
    dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])),
    devDependencies: Object.fromEntries(tools.map((name) => [name, '1.0.0'])),
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx' } }),
  ...Object.assign({}, ...[...packages, ...tools, 'stray'].map(emptyPackage)),
  ...grounds(),
  'domains/desk/store.ts': 'export const x = 1\n',
  'domains/desk/contract.ts': 'export const x = 1\n',
  'platform/words/words.test.ts': 'export const x = 1\n',
  'platform/audit/hen.ts': "import { y } from './egg.ts'\nexport const x = () => y\n",
  'platform/audit/saucer.ts': "import type { X } from './cup.ts'\nexport const x = 1\nexport type Z = X\n",
  'platform/settings/alone.ts': 'export const alone = 1\n',
  ...Object.fromEntries(allowed.map(([file, path, how]) => [file, importOf(path, how)])),
  ...Object.fromEntries(forbidden.map(([, file, path, how]) => [file, importOf(path, how)])),
})

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[]
  }
}

describe('the walls between the rooms', () => {
  let folder = ''
  let reported: readonly { from: string; rule: string }[] = []

  beforeAll(async () => {
    folder = plant(tree())
    const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const houses = ['apps', 'countries', 'demonstration', 'domains', 'engines', 'platform', 'web']
    const args = [cruise, '--config', config, '--output-type', 'json', ...houses]
    const said = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }).catch(
      (failed: { stdout: string }) => failed,
    )
    const { violations } = (JSON.parse(said.stdout) as Report).summary
    reported = violations.map(({ from, rule }) => ({ from, rule: rule.name }))
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(forbidden)('%s: %s may not import %s', (rule, from) => {
    expect(reported).toContainEqual({ from, rule })
  })

  it('no-orphan: a file that belongs to nothing is found', () => {
    expect(reported).toContainEqual({ from: 'platform/settings/alone.ts', rule: 'no-orphan' })
  })

  it.each(allowed)('%s may import %s', (file) => {
    expect(reported.filter(({ from }) => from === file)).toEqual([])
  })

  it('has no rule that was not seen to bite', () => {
    const names = new Set(rules.forbidden.map(({ name }) => name))
    const seen = new Set(['no-orphan', ...forbidden.map(([rule]) => rule)])
    expect([...names].filter((name) => !seen.has(name))).toEqual([])
  })
})
