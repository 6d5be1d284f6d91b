import { execFile } from 'node:child_process'
import { copyFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plant, root, type Files } from './planted.ts'

/** Compiles a planted tree with our own settings; answers each error as `file code`. */
const compile = async (folder: string, project: string): Promise<string[]> => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  // What the compiler remembers of the house lies behind the link to its packages: of planted files it remembers elsewhere.
  const remembered = join(folder, 'planted.tsbuildinfo')
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', project, '--tsBuildInfoFile', remembered], { cwd: folder }).catch(
    (failed: { stdout: string }) => failed,
  )
  return [...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, code]) => `${file} ${code}`)
}

const settled = (files: Files): string => {
  const folder = plant({ 'package.json': JSON.stringify({ type: 'module', imports: { '#*': './*' } }), ...files })
  for (const name of ['tsconfig.base.json', 'tsconfig.json', 'tsconfig.web.json'])
    copyFileSync(join(root, name), join(folder, name))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const notListed = 'TS6307'

// The compiler says it once for each file that is not listed, so each page asks for another one.
const house: Files = {
  'domains/visits/contract.ts': 'export interface Visit { readonly id: string }\nexport const shape = { id: 1 }\n',
  'domains/visits/lifecycle.ts': "import type { Visit } from './contract.ts'\nexport const canStart = (visit: Visit) => visit.id !== ''\n",
  'domains/visits/store.ts': 'export const get = () => process.version\n',
  'domains/visits/policy.ts': 'export const maySee = () => true\n',
  'domains/visits/index.ts': 'export const get = () => 1\n',
  'domains/people/store.ts': 'export interface Row { readonly id: string }\n',
  'platform/db/index.ts': 'export const pool = 1\n',
  'engines/matching/index.ts': 'export const match = 1\n',
}

const importing = (names: string, path: string) => `${names} from '${path}'\nexport const page = () => get\n`

describe('the compiler, on the pages', () => {
  const pages = {
    'web/casework/store.tsx': importing('import { get }', '#domains/visits/store.ts'),
    'web/casework/front-door.tsx': importing('import { get }', '#domains/visits/index.ts'),
    'web/casework/policy.tsx': importing('import { maySee as get }', '#domains/visits/policy.ts'),
    'web/casework/database.tsx': importing('import { pool as get }', '#platform/db/index.ts'),
    'web/casework/engine.tsx': importing('import { match as get }', '#engines/matching/index.ts'),
    'web/casework/type.tsx': "import type { Row } from '#domains/people/store.ts'\nexport type Mine = Row\n",
    'web/casework/node.tsx': 'export const page = () => process.version\n',
    'web/casework/builtin.tsx': importing('import { readFile as get }', 'node:fs'),
    'web/casework/newer.tsx': 'export const page = (list: readonly number[]) => list.toSorted()\n',
    'web/casework/right.tsx':
      "import type { Visit } from '#domains/visits/contract.ts'\nimport { canStart } from '#domains/visits/lifecycle.ts'\n" +
      'export const page = (visit: Visit) => <p title={document.title}>{String(canStart(visit))}</p>\n',
  }
  let folder = ''
  let errors: readonly string[] = []
  beforeAll(async () => {
    folder = settled({ ...house, ...pages })
    errors = await compile(folder, 'tsconfig.web.json')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['a store', 'web/casework/store.tsx', notListed],
    ["a domain's front door", 'web/casework/front-door.tsx', notListed],
    ['a policy', 'web/casework/policy.tsx', notListed],
    ['the database', 'web/casework/database.tsx', notListed],
    ['an engine that is not the calendar', 'web/casework/engine.tsx', notListed],
    ['even a type of a store', 'web/casework/type.tsx', notListed],
    ['a global of Node', 'web/casework/node.tsx', 'TS2591'],
    ['a builtin of Node', 'web/casework/builtin.tsx', 'TS2591'],
    ['what the oldest promised browser does not know', 'web/casework/newer.tsx', 'TS2339'],
  ])('refuses %s', (_, file, code) => {
    expect(errors).toContain(`${file} ${code}`)
  })

  it('lets a page use the promise, the moves and the browser', () => {
    expect(errors.filter((error) => error.startsWith('web/casework/right.tsx'))).toEqual([])
  })
})

describe('the compiler, on everything else', () => {
  const files = {
    'platform/a/any.ts': 'export const get = (given) => given\n',
    'platform/a/enum.ts': 'export enum State { open }\n',
    'platform/a/index.ts': 'export const first = (list: readonly string[]): string => list[0]\n',
    'platform/a/types.ts': "import { Only } from './only.ts'\nexport type Mine = Only\n",
    'platform/a/only.ts': 'export interface Only { readonly id: string }\n',
    'platform/a/page.ts': 'export const title = () => document.title\n',
    'platform/a/unused.ts': "import { readFileSync } from 'node:fs'\nexport const x = 1\n",
  }
  let folder = ''
  let errors: readonly string[] = []
  beforeAll(async () => {
    folder = settled(files)
    errors = await compile(folder, 'tsconfig.json')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['a value of no known type', 'platform/a/any.ts', 'TS7006'],
    ['an enum', 'platform/a/enum.ts', 'TS1294'],
    ['a list believed to have a first', 'platform/a/index.ts', 'TS2322'],
    ['a type imported as a value', 'platform/a/types.ts', 'TS1484'],
    ['a browser on the server', 'platform/a/page.ts', 'TS2584'],
    ['an import that nobody uses', 'platform/a/unused.ts', 'TS6133'],
  ])('refuses %s', (_, file, code) => {
    expect(errors).toContain(`${file} ${code}`)
  })
})
