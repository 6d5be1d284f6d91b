// npm run check: everything that needs neither database nor browser.
import { runChecks } from './lib/checks.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { sum } from './lib/results.mjs'

await ensureInstalled()
const { failed } = sum(await runChecks())
console.log(failed === 0 ? 'All checks passed.' : 'Something failed; see above.')
process.exitCode = failed === 0 ? 0 : 1
