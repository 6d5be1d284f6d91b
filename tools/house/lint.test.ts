import { execFile } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plant, root } from './planted.ts'

const long = (lines: number) => Array.from({ length: lines }, (_, line) => `export const x${line} = ${line}\n`).join('')

/** What is wrong, where, in which words of the linter, and the text that is wrong. */
const wrong: readonly (readonly [what: string, file: string, rule: string, text: string])[] = [
  ['an import that climbs', 'domains/a/climbs.ts', 'no-restricted-imports', "export { x } from '../b/index.ts'\n"],
  ['an import that climbs in the middle', 'domains/a/over.ts', 'no-restricted-imports', "import './b/../../c/index.ts'\n"],
  ['a type that climbs', 'domains/a/type.ts', 'no-restricted-imports', "import type { X } from '../x.ts'\nexport type Y = X\n"],
  ['a folder instead of a file', 'domains/a/folder.ts', 'no-restricted-imports', "import '#platform/db'\n"],
  ['an import without its ending', 'domains/a/short.ts', 'import(extensions)', "import './store'\n"],
  ['a default export', 'domains/a/default.ts', 'no-default-export', 'export default 1\n'],
  ['any', 'domains/a/any.ts', 'no-explicit-any', 'export const x = (y: any) => y\n'],
  ['a cast to any', 'domains/a/cast.test.ts', 'no-explicit-any', 'export const x = 1 as any\n'],
  ['a silenced compiler', 'domains/a/ignore.ts', 'ban-ts-comment', '// @ts-ignore\nexport const x = 1\n'],
  ['a silenced file', 'domains/a/nocheck.test.ts', 'ban-ts-comment', '// @ts-nocheck\nexport const x = 1\n'],
  ['an expected error outside tests', 'domains/a/expected.ts', 'ban-ts-comment', '// @ts-expect-error: shape\nexport const x = 1\n'],
  ['a believed presence', 'domains/a/bang.ts', 'no-non-null-assertion', 'export const x = (y?: string) => y!.length\n'],
  ['a type imported as a value', 'domains/a/value.ts', 'consistent-type-imports', "import { X } from './x.ts'\nexport const y = (x: X) => x\n"],
  ['a line on the console', 'domains/a/console.ts', 'no-console', "console.log('x')\n"],
  ['a file of many thoughts', 'domains/a/long.ts', 'max-lines', long(301)],
  ['a loose comparison', 'domains/a/loose.ts', 'eqeqeq', 'export const x = (y: unknown) => y == 1\n'],
  ['a changed argument', 'domains/a/changed.ts', 'no-param-reassign', 'export const x = (y: number) => {\n  y = 1\n  return y\n}\n'],
  ['unseeded chance', 'domains/a/chance.ts', 'no-restricted-properties', 'export const x = Math.random()\n'],
  ['unseeded chance in an engine', 'engines/a/chance.ts', 'no-restricted-properties', 'export const x = Math.random()\n'],
  ['a clock in an engine', 'engines/a/clock.ts', 'no-restricted-properties', 'export const x = Date.now()\n'],
  ['the network in an engine', 'engines/a/net.ts', 'no-restricted-globals', "export const x = fetch('/')\n"],
  ['the process in an engine', 'engines/a/process.ts', 'no-restricted-globals', 'export const x = process.env\n'],
  ['a note for later', 'domains/a/later.ts', 'no-warning-comments', '// TODO later\nexport const x = 1\n'],
  ['a needless disable', 'domains/a/disable.ts', 'nused', '// oxlint-disable-next-line no-console\nexport const x = 1\n'],
  ['a test that pushes others aside', 'domains/a/only.test.ts', 'no-focused-tests', "import { it } from 'vitest'\nit.only('x', () => {})\n"],
  ['a test that is not run', 'domains/a/skip.test.ts', 'no-disabled-tests', "import { it } from 'vitest'\nit.skip('x', () => {})\n"],
  ['a group that is not run', 'e2e/skip.test.ts', 'no-disabled-tests', "import { describe } from 'vitest'\ndescribe.skip('x', () => {})\n"],
  ['a test in a comment', 'domains/a/asleep.test.ts', 'no-commented-out-tests', "// it('x', () => {})\nexport const x = 1\n"],
  ['a hook under a condition', 'web/a/hook.tsx', 'rules-of-hooks', "import { useState } from 'react'\nexport const X = ({ y }: { y: boolean }) => {\n  if (y) useState(1)\n  return null\n}\n"],
]

const right: readonly (readonly [what: string, file: string, text: string])[] = [
  ['a neighbour', 'domains/a/neighbour.ts', "export { x } from './store.ts'\nexport { y } from './store/mine.ts'\n"],
  ['another room', 'domains/a/room.ts', "export { x } from '#platform/db/index.ts'\nexport { y } from '#web/ui/foundation.css'\n"],
  ['a package', 'domains/a/package.ts', "export { z } from 'zod'\nexport { createRoot } from 'react-dom/client'\n"],
  ['an expected error in a test', 'domains/a/expected.test.ts', '// @ts-expect-error: the compiler refuses it, and so it should\nexport const x = 1\n'],
  ['a long test', 'domains/a/long.test.ts', long(301)],
  ['a line on the console of a door', 'apps/a.ts', "console.log('x')\n"],
  ['a given time in an engine', 'engines/a/time.ts', 'export const x = (ms: number) => new Date(ms)\n'],
]

interface Report {
  readonly diagnostics: readonly { readonly filename: string; readonly code: string; readonly message: string }[]
}

describe('the linter', () => {
  let folder = ''
  let said: readonly { file: string; text: string }[] = []

  beforeAll(async () => {
    const files = [...wrong.map(([, file, , text]) => [file, text]), ...right.map(([, file, text]) => [file, text])]
    folder = plant(Object.fromEntries(files))
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
    const { stdout } = await promisify(execFile)(process.execPath, [oxlint, '--deny-warnings', '-f', 'json'], {
      cwd: folder,
      maxBuffer: 2 ** 26,
    }).catch((failed: { stdout: string }) => failed)
    said = (JSON.parse(stdout) as Report).diagnostics.map(({ filename, code, message }) => ({
      file: filename,
      text: `${code} ${message}`,
    }))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(wrong)('refuses %s', (_, file, rule) => {
    expect(said.filter((one) => one.file === file).map((one) => one.text).join('\n')).toContain(rule)
  })

  it.each(right)('is content with %s', (_, file) => {
    expect(said.filter((one) => one.file === file)).toEqual([])
  })
})
