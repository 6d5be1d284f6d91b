import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { autumn, factsOf, record } from '#domains/observatory/releases/releases.fixture.ts'
import { signRelease } from '#domains/observatory/releases/contract.ts'
import { Refused } from './refused.ts'
import { buildIn, onNamed, rebuildIn, verifyIn } from './release.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const DAY = 24 * 60

const saying = async (work: (print: (line: string) => void) => Promise<number>) => {
  const lines: string[] = []
  const code = await work((line) => lines.push(line))
  return { code, text: lines.join('\n') }
}
const build = (plan = 'needs') => saying((print) => buildIn(house.open.house, print, plan, undefined))
const on = (name: string, work: typeof verifyIn) => saying((print) => onNamed(house.open.house, print, name, work))

describe('a release on the command line', () => {
  it('is built, signed by somebody at the desk, verified, and made again to the byte', async () => {
    await record(house, factsOf(autumn))
    house.clock.advance(40 * DAY)
    const built = await build()
    expect(built).toMatchObject({ code: 0, text: expect.stringContaining('needs-r1 is checked') as string })
    const [, release = ''] = /releases\/(\S+)$/.exec(built.text) ?? []
    const shiva = await house.as('statistician')
    expect(await shiva.send(signRelease, { params: { release: release as never }, body: { revision: 3 } })).toMatchObject({ status: 200 })
    expect(await on('needs-r1', verifyIn)).toMatchObject({ code: 0, text: expect.stringContaining('needs-r1 holds: 12 files') as string })
    expect(await on('needs-r1', rebuildIn)).toMatchObject({ code: 0, text: expect.stringContaining('the same to the byte: 12 files') as string })
    await house.look(`update observatory.release_file set content = content || '\\x20' where name like '%.fa.csv'`)
    expect(await on('needs-r1', verifyIn)).toMatchObject({ code: 1, text: expect.stringContaining('.fa.csv is not what the manifest says') as string })
  })

  it('is not made off its day, of no plan, or beside another one; and says why', async () => {
    expect(await build()).toMatchObject({ code: 1, text: expect.stringContaining('not over yet') as string })
    expect(await build('stocks')).toMatchObject({ code: 1, text: expect.stringContaining('no plan of this name') as string })
    house.clock.advance(40 * DAY)
    expect(await build()).toMatchObject({ code: 0 })
    expect(await build()).toMatchObject({ code: 1, text: expect.stringContaining('being made') as string })
  })

  it('of a name that there is not is refused', async () => {
    await expect(on('needs-r7', rebuildIn)).rejects.toThrow(Refused)
  })
})
