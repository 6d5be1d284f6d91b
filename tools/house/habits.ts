import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { join, sep } from 'node:path'

export interface Habit {
  readonly name: string
  /** What must not be written. */
  readonly never: RegExp
  /** Files it speaks about. */
  readonly where: RegExp
  readonly except?: RegExp
}

const test = /\.test\.tsx?$|^apps\/testing\//

/** Habits that neither compiler nor linter can hold. */
export const habits: readonly Habit[] = [
  {
    name: 'time is injected',
    never: /\bnew Date\(\)|\bDate\.now\(/,
    where: /^(countries|demonstration|domains|engines|platform)\//,
    // The clock itself; and the launcher, which waits for a process and not for a day.
    except: /^platform\/(clock|embedded-postgres)\//,
  },
  {
    name: 'only its pack knows a country',
    never: /iran|tehran|kenya|nairobi|ایران|تهران|کنیا|\+98|\+254/i,
    where: /^(apps|domains|engines|platform|web)\//,
    // The name of the pack that is loaded where nothing else is said.
    except: /^platform\/settings\//,
  },
  {
    name: 'a rule is obeyed or changed, not switched off',
    never: /(eslint|oxlint)-disable|dependency-cruiser-disable|@ts-nocheck/,
    where: /./,
    except: /^tools\/house\//,
  },
]

/** Comments may name a source: they are read by people and run by nobody. */
const withoutComments = (line: string) => (/^\s*(\/\/|\*|\/\*)/.test(line) && !line.includes('disable') ? '' : line)

/** Every breach of a habit, as `file:line habit`. */
export const breaches = (file: string, text: string): string[] =>
  habits
    .filter(({ where, except }) => where.test(file) && !test.test(file) && except?.test(file) !== true)
    .flatMap(({ name, never }) =>
      text.split('\n').flatMap((line, index) => (never.test(withoutComments(line)) ? [`${file}:${index + 1} ${name}`] : [])),
    )

const rooms = ['apps', 'bench', 'countries', 'demonstration', 'domains', 'e2e', 'engines', 'platform', 'tools', 'web']

/** Every TypeScript file of the house, by its path from the root. */
export const sources = (root: string): string[] =>
  rooms
    .filter((room) => existsSync(join(root, room)))
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path))
        .map((path) => `${room}/${path.split(sep).join('/')}`),
    )
    .sort()

export const breachesOf = (root: string): string[] =>
  sources(root).flatMap((file) => breaches(file, readFileSync(join(root, file), 'utf8')))
