import { parseArgs } from 'node:util'
import { openHouse, type OpenHouse } from '#apps/house.ts'
import { buildRelease, findByName, rebuildRelease, verifyRelease } from '#domains/observatory/index.ts'
import { withRole } from './with-loader.ts'

type Print = (line: string) => void
type Run = (print: Print, rest: readonly string[]) => Promise<number>

export const USAGE = 'NAME [--at MOMENT --reason-fa WORDS --reason-en WORDS]'

const unscheduledOf = (values: Readonly<Record<string, string | undefined>>) => {
  const { at, 'reason-fa': fa, 'reason-en': en } = values
  if (at === undefined && fa === undefined && en === undefined) return undefined
  if (at === undefined || fa === undefined || en === undefined) throw new Error(`a release out of the calendar needs all three:\n  release build ${USAGE}`)
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) throw new Error(`${at} is no moment: write it like 2027-01-15T05:30:00Z`)
  return { at: moment, reason: { fa, en } }
}

const REFUSED: Readonly<Record<string, string>> = {
  'plan-unknown': 'there is no plan of this name',
  'not-over': 'the next period is not over yet, and nothing goes out off the calendar without a reason',
  'in-work': 'another release of this plan is being made: sign or withdraw that one first',
  'at-passed': 'the moment of release must lie ahead',
}

/** `release build PLAN`: exit code 1 where it could not be made. */
export const buildIn = async ({ house }: Pick<OpenHouse, 'house'>, print: Print, rest: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...rest], allowPositionals: true, options: { at: { type: 'string' }, 'reason-fa': { type: 'string' }, 'reason-en': { type: 'string' } } })
  const [plan, ...more] = positionals
  if (plan === undefined || more.length > 0) throw new Error(`say which plan: release build ${USAGE}`)
  const built = await buildRelease(house, plan, unscheduledOf(values))
  if ('refused' in built) {
    print(`Not made: ${REFUSED[built.refused] ?? built.refused}.`)
    return 1
  }
  if (built.failure !== null) {
    print(`${built.name} could not be protected (${built.failure.what}): ${built.failure.cells.slice(0, 10).join(' ')}`)
    return 1
  }
  print(`${built.name} is ${built.state}: ${built.hash ?? ''}. Somebody signs it at the statistics desk.`)
  return 0
}

const requireNamed = async ({ house }: Pick<OpenHouse, 'house'>, [name]: readonly string[]): Promise<{ readonly name: string; readonly release: string }> => {
  if (name === undefined) throw new Error('say which release, for instance needs-r1')
  const release = await findByName(house, name)
  if (release === undefined) throw new Error(`no release is called ${name}`)
  return { name, release }
}

/** `release verify NAME`: hashes, proofs, and the attack once more. */
export const verifyIn = async (open: Pick<OpenHouse, 'house'>, print: Print, rest: readonly string[]): Promise<number> => {
  const { name, release } = await requireNamed(open, rest)
  const { faults, files, targets, narrowest } = await verifyRelease(open.house, release)
  for (const fault of faults) print(fault)
  if (faults.length > 0) return 1
  print(`${name} holds: ${files} files are what the manifest says, ${targets} hidden numbers stand their proof and the attack${narrowest === null ? '' : `; the narrowest can be any of ${narrowest} whole numbers`}.`)
  return 0
}

/** `release rebuild NAME`: from the facts as of its moment; nothing is kept. */
export const rebuildIn = async (open: Pick<OpenHouse, 'house'>, print: Print, rest: readonly string[]): Promise<number> => {
  const { name, release } = await requireNamed(open, rest)
  const rebuilt = await rebuildRelease(open.house, release)
  if (rebuilt === undefined) {
    print(`${name} has no manifest yet.`)
    return 1
  }
  for (const file of rebuilt.differ) print(`${file} came out with other bytes`)
  print(rebuilt.differ.length === 0 && rebuilt.sameHash ? `${name} came out the same to the byte: ${rebuilt.files} files, ${rebuilt.hash}.` : `${name} came out otherwise: ${rebuilt.hash}.`)
  return rebuilt.differ.length === 0 && rebuilt.sameHash ? 0 : 1
}

const inHouse =
  (run: (open: OpenHouse, print: Print, rest: readonly string[]) => Promise<number>): Run =>
  (print, rest) =>
    withRole('app', async (_, { database, keys }, { HAMYAR_COUNTRY: country, PUBLIC_URL: publicUrl }) => {
      const open = await openHouse({ database, keys, country, poolSize: 2, publicUrl })
      try {
        return await run(open, print, rest)
      } finally {
        await open.close()
      }
    })

export const build = inHouse(buildIn)
export const verifyReleased = inHouse(verifyIn)
export const rebuildReleased = inHouse(rebuildIn)
