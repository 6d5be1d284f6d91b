import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { refuse, refusing } from '#apps/commands/refused.ts'
import { wholeFrom, wordsOf } from '#apps/commands/words.ts'
import { audit, auditAtOnce, checkProof, exactly, isolatingDifferences, openAttack, protect, prove, type Level, type Sensitive, type Solver, type Target, type Verdict } from '#engines/disclosure/index.ts'
import { openSolver } from '#platform/linear/index.ts'
import { parseCase, type Case } from './case-file.ts'
import { textOf } from './json.ts'
import { parsePattern } from './pattern-file.ts'
import { claimOf, parseProof, proofText } from './proof-file.ts'

const requireOut = (out: string | undefined): string => out ?? refuse('--out', 'say where to write')

const milliseconds = (begun: number): number => Math.round((performance.now() - begun) * 1000) / 1000

const sensitiveOf = ({ primary, open, required, rule, contributor }: Case, asked: number | undefined): Sensitive => ({
  primary,
  open,
  required,
  k: asked ?? rule.k,
  ...(contributor.some((who) => who >= 0) ? { contributor } : {}),
})

const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0)

const levels: readonly string[] = ['linear', 'interval'] satisfies Level[]
const isLevel = (text: string): text is Level => levels.includes(text)

const namesOf = (one: Case, cells: readonly number[]): string => cells.map((cell) => JSON.stringify(one.key[cell])).join(', ')

/** Which cells of a case to leave out. Exits with 1, nothing written, where what is out already gives a primary away. */
export const protectCase = refusing(async (print, rest) => {
  const words = wordsOf(rest, { out: { type: 'string' }, k: { type: 'string' }, level: { type: 'string' } }, ['CASE'])
  const out = requireOut(words.text('out'))
  const level = words.text('level') ?? 'interval'
  if (!isLevel(level)) return refuse('--level', `${level} is none of ${levels.join(', ')}`)
  const k = wholeFrom('k', words.text('k'), 1)
  const one = parseCase(await textOf(words.at(0)))
  const solver = await openSolver()
  const begun = performance.now()
  const { secondary, lost } = protect(one.table, sensitiveOf(one, k), level, solver)
  const ms = milliseconds(begun)
  if (lost.length > 0) {
    process.stderr.write(`cannot be protected, whatever else is left out: ${namesOf(one, lost)}\n`)
    return 1
  }
  const hidden = new Set(secondary)
  const suppressed = one.key.filter((_, cell) => one.primary[cell] === 1 || hidden.has(cell))
  await writeFile(out, `${JSON.stringify({ suppressed })}\n`)
  print(JSON.stringify({ cells: one.key.length, primary: count(one.primary), secondary: secondary.length, ms }))
  return 0
})

const finite = (value: number, scale: number): number | null => (Number.isFinite(value) ? value / scale : null)

/** So many entries (cells times their finest cells) are attacked exactly: a linear programme for each end of each interval. */
const MOST_EXACT = 30_000
/** Of a larger case, how often whole tables are sought that show what is still unsafe. */
const MOST_ROUNDS = 40

const exactBounds = (unknowns: number, sums: readonly { readonly members: readonly number[]; readonly sum: number }[], targets: readonly Target[], k: number, solver: Solver): Verdict[] => {
  const attack = openAttack({ unknowns, bands: sums.map(({ members, sum }) => exactly(members, sum)) }, solver)
  const verdicts = audit(attack, targets, k)
  attack.close()
  return verdicts
}

/** What somebody who reads the published cells can find out about the others. */
export const attackCase = refusing(async (print, rest) => {
  const words = wordsOf(rest, { k: { type: 'string' }, primaries: { type: 'boolean' } }, ['CASE', 'PATTERN'])
  const asked = wholeFrom('k', words.text('k'), 1)
  const one = parseCase(await textOf(words.at(0)))
  const pattern = parsePattern(await textOf(words.at(1)), one)
  const { table, primary, required } = one
  const { k } = sensitiveOf(one, asked)
  const membersOf = (cell: number): Int32Array => table.member.subarray(table.start[cell], table.start[cell + 1])
  const cells = one.key.map((_, cell) => cell)
  const solver = await openSolver()
  const begun = performance.now()
  const published = cells.filter((cell) => pattern.hidden[cell] === 0)
  const targets = cells.filter((cell) => primary[cell] === 1 || (pattern.hidden[cell] === 1 && !words.given('primaries')))
  const sums = published.map((cell) => ({ members: [...membersOf(cell)], sum: table.value[cell] ?? 0 }))
  const asking = targets.map((cell) => ({ members: membersOf(cell), value: table.value[cell] ?? 0, required: required[cell] ?? 0 }))
  const wide = table.member.length > MOST_EXACT
  const verdicts = wide ? auditAtOnce(sums, table.inner, asking, k, MOST_ROUNDS) : exactBounds(table.inner.length, sums, asking, k, solver)
  const differences = one.rule.counts ? isolatingDifferences({ ...table, hidden: pattern.hidden }, table.inner.length, k) : []
  const ms = milliseconds(begun)
  const bad = (which: (index: number) => boolean) => targets.filter((cell, index) => primary[cell] === 1 && which(index)).map(pattern.named)
  print(
    JSON.stringify({
      intervals: Object.fromEntries(targets.map((cell, index) => [pattern.field(cell), [finite(verdicts[index]?.low ?? 0, one.scale), finite(verdicts[index]?.high ?? 0, one.scale)]])),
      exactlyRevealed: bad((index) => verdicts[index]?.exact === true),
      fewerThanK: k > 0 && one.rule.counts ? bad((index) => (verdicts[index]?.wholeNumbers ?? 0) < k) : [],
      unsafe: bad((index) => verdicts[index]?.safe === false),
      isolated: differences.map(({ whole, part, value }) => ({ whole: pattern.named(whole), part: pattern.named(part), value })),
      k,
      ...(wide ? { atLeast: true } : {}),
      ms,
    }),
  )
  return 0
})

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Two tables for each primary that nobody who reads the release can rule out. They stay confidential; their hash does not. */
export const proveCase = refusing(async (print, rest) => {
  const words = wordsOf(rest, { out: { type: 'string' }, k: { type: 'string' } }, ['CASE', 'PATTERN'])
  const out = requireOut(words.text('out'))
  const k = wholeFrom('k', words.text('k'), 1)
  const one = parseCase(await textOf(words.at(0)))
  const { hidden } = parsePattern(await textOf(words.at(1)), one)
  const solver = await openSolver()
  const begun = performance.now()
  const published = one.key.map((_, cell) => cell).filter((cell) => one.primary[cell] === 1 && hidden[cell] === 0)
  const { proof, unproven } = published.length > 0 ? { proof: undefined, unproven: published } : prove(one.table, sensitiveOf(one, k), hidden, solver)
  const ms = milliseconds(begun)
  if (proof === undefined || unproven.length > 0) {
    process.stderr.write(`no two tables were found for ${namesOf(one, unproven)}\n`)
    return 1
  }
  const text = proofText(one, proof)
  await writeFile(out, text)
  print(JSON.stringify({ targets: proof.targets.length, tables: proof.tables.length, hash: hashOf(text), ms }))
  return 0
})

/** Adds whole numbers and compares; exits with 1 where a proof does not hold. */
export const checkProofOfCase = refusing(async (print, rest) => {
  const words = wordsOf(rest, { k: { type: 'string' } }, ['CASE', 'PATTERN', 'PROOF'])
  const k = wholeFrom('k', words.text('k'), 1)
  const one = parseCase(await textOf(words.at(0)))
  const { hidden } = parsePattern(await textOf(words.at(1)), one)
  const text = await textOf(words.at(2))
  const shown = parseProof(text, one)
  const faults = checkProof(claimOf(one, hidden, sensitiveOf(one, k).k), shown)
  print(JSON.stringify({ holds: faults.length === 0, targets: shown.targets.length, hash: hashOf(text) }))
  for (const fault of faults.slice(0, 20)) process.stderr.write(`${fault}\n`)
  return faults.length === 0 ? 0 : 1
})

