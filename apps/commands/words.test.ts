import { describe, expect, it, vi } from 'vitest'
import { change } from './places.ts'
import { recountCommand } from './recount.ts'
import type { Run } from './refused.ts'
import { build, rebuildReleased, verifyReleased } from './release.ts'

/** What is refused is refused before a database is looked for: here there is none. */
const refusal = async (run: Run, ...rest: string[]) => {
  const refused = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const said: string[] = []
  try {
    const code = await run((line) => said.push(line), rest)
    return { code, said, why: refused.mock.calls.map(([text]) => String(text)).join('') }
  } finally {
    refused.mockRestore()
  }
}

describe('words that a command does not know', () => {
  it.each<[string, Run, string[], string]>([
    ['recount', recountCommand, ['needs-met', 'needs-unmet'], 'say [INDICATOR]'],
    ['recount', recountCommand, ['--month', 'P1405-M08'], '--month'],
    ['recount', recountCommand, ['--period'], '--period'],
    ['recount', recountCommand, ['--period', 'Aban'], '--period: Aban is no code of a period'],
    ['recount', recountCommand, ['--level', 'village'], '--level: village is none of country, province, county, town'],
    ['recount', recountCommand, ['--as-of', 'yesterday'], '--as-of: yesterday is no moment'],
    ['release build', build, [], 'say PLAN'],
    ['release build', build, ['needs', '--at', '2027-01-15T05:30:00Z'], 'needs all three'],
    ['release build', build, ['needs', '--at', 'soon', '--reason-fa', 'x', '--reason-en', 'x'], '--at: soon is no moment'],
    ['release build', build, ['needs', 'stocks'], 'say PLAN'],
    ['release verify', verifyReleased, [], 'say NAME'],
    ['release verify', verifyReleased, ['needs-r1', '--quick'], '--quick'],
    ['release rebuild', rebuildReleased, [], 'say NAME'],
    ['places change', change, ['--dry'], 'say FILE'],
    ['places change', change, ['file', '--try'], '--try'],
  ])('are refused: %s', async (_, run, rest, why) => {
    const answer = await refusal(run, ...rest)
    expect(answer).toMatchObject({ code: 2, said: [] })
    expect(answer.why).toContain(why)
  })
})
