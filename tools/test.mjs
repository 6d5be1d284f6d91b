// npm test: the checks, then the tests on PostgreSQL, then those in a browser. The last line counts them all.
import { ensureBuilt } from './lib/build.mjs'
import { runChecks } from './lib/checks.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { none, sum, testProject } from './lib/results.mjs'
import { root } from './lib/root.mjs'
import { run } from './lib/run.mjs'

await ensureInstalled()
process.env.HAMYAR_ROOT = root
const results = await runChecks()
results.push((await testProject('postgres', run)).results)

// The browser meets the pages as they are served, so they are built first.
const failure = await ensureBuilt()
if (failure !== undefined) {
  console.log(failure)
  results.push({ ...none, failed: 1 })
} else results.push((await testProject('browser', run)).results)

const { passed, failed, skipped } = sum(results)
if (skipped > 0) console.log(`${skipped} were skipped`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
