import { existsSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { firstLoad } from './bytes.mjs'
import { none, testProject } from './results.mjs'
import { inRoot } from './root.mjs'
import { listen, script, typescript } from './run.mjs'

const packaged = (...path) => inRoot('node_modules', ...path)

/** A command that is right when it ends with 0. */
const command = (...commands) => async () => {
  for (const one of commands) {
    const { code, text } = await listen(one)
    if (code !== 0) return { ok: false, text }
  }
  return { ok: true }
}

const houses = ['apps', 'bench', 'countries', 'demonstration', 'domains', 'e2e', 'engines', 'platform', 'web']

/** Silence is no proof: with another TypeScript dependency-cruiser reads no file at all and is content. */
const walls = async () => {
  const names = ['.cjs', '.mjs', '.js', '.json'].map((end) => `.dependency-cruiser${end}`)
  const config = names.find((name) => existsSync(inRoot(name)))
  if (config === undefined) return { ok: false, text: 'There is no .dependency-cruiser file.' }
  const folders = houses.filter((name) => existsSync(inRoot(name)))
  const cruise = packaged('dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const options = ['--config', config, '--output-type', 'err-long']
  const { code, text } = await listen(script(cruise, ...options, ...folders))
  const modules = Number(/(\d+) modules/.exec(text)?.[1] ?? 0)
  const note = `${modules} modules`
  if (modules < 100) return { ok: false, text: `${text}\nOnly ${note} were looked at.`, note }
  return { ok: code === 0, text, note }
}

const unitTests = async () => {
  const { results, text } = await testProject('unit', listen)
  return { ok: results.failed === 0, text, results, note: `${results.passed} passed` }
}

/** What a phone fetches before its first page: the pages are built for it where they are not fresh. */
const bytes = async () => {
  const failure = await ensureBuilt()
  if (failure !== undefined) return { ok: false, text: failure }
  const doors = firstLoad()
  const lines = doors.map(({ door, kilobytes, budget }) => `${door} ${kilobytes.toFixed(1)} of ${budget} kB`)
  return { ok: doors.every(({ fits }) => fits), text: lines.join('\n'), note: lines.join(', ') }
}

/** Longest first: each keeps one core busy. */
const small = {
  types: command(
    script(packaged('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'),
    script(packaged('typescript', 'bin', 'tsc'), '-b', 'tsconfig.web.json'),
    script(packaged('typescript', 'bin', 'tsc'), '-p', 'tsconfig.e2e.json'),
  ),
  'derived files': command(typescript('tools/derive.ts', '--check')),
  'import walls': walls,
  'first load': bytes,
  lint: command(script(packaged('oxlint', 'bin', 'oxlint'), '--deny-warnings')),
}

const AT_ONCE = 2

const checked = async (name, check) => {
  const begun = performance.now()
  const done = await check()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const note = done.note === undefined ? '' : `  ${done.note}`
  console.log(`${done.ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)}  ${seconds.padStart(5)} s${note}`)
  if (!done.ok) console.log(done.text.trim().replace(/^/gm, '        '))
  return done.results ?? { ...none, failed: done.ok ? 0 : 1 }
}

/**
 * Runs every check, each with one line; what failed says why. A failed check counts as one failure. The small ones
 * run two at once, then the unit tests, which take both cores themselves.
 */
export const runChecks = async () => {
  const results = []
  const waiting = Object.entries(small)
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await checked(...next))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  results.push(await checked('unit tests', unitTests))
  return results
}
