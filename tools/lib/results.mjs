import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from './root.mjs'
import { script } from './run.mjs'

export const none = { passed: 0, failed: 0, skipped: 0 }

export const sum = (results) =>
  results.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    none,
  )

/**
 * What vitest's JSON report says. A file that does not load has no tests to count and is one failure; so is a
 * run that ends badly with nothing counted (a report that was never written, an error outside every test).
 */
export const readResults = (path, code) => {
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  const files = report?.testResults ?? []
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = (report?.numFailedTests ?? 0) + broken
  return {
    passed: report?.numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

/** Runs one vitest project through `how` (run or listen) and counts. */
export const testProject = async (project, how) => {
  const folder = mkdtempSync(join(tmpdir(), 'hamyar-results-'))
  const report = join(folder, 'report.json')
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ended = await how(script(vitest, 'run', '--project', project, ...reporters))
  const code = typeof ended === 'number' ? ended : ended.code
  const results = readResults(report, code)
  rmSync(folder, { recursive: true, force: true })
  return { results, text: ended.text ?? '' }
}
