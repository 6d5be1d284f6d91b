import { buildRelease, findByName, rebuildRelease, verifyRelease } from '#domains/observatory/index.ts'
import type { House } from '#platform/command/index.ts'
import { refuse, refusing, type Print, type Run } from './refused.ts'
import { withHouse } from './with-role.ts'
import { momentFrom, wordsOf } from './words.ts'

export const USAGE = 'PLAN [--at MOMENT --reason-fa WORDS --reason-en WORDS]'

const OPTIONS = { at: { type: 'string' }, 'reason-fa': { type: 'string' }, 'reason-en': { type: 'string' } } as const

const unscheduledOf = ({ text }: ReturnType<typeof wordsOf>) => {
  const [at, fa, en] = [momentFrom('at', text('at')), text('reason-fa'), text('reason-en')]
  if (at === undefined && fa === undefined && en === undefined) return undefined
  if (at === undefined || fa === undefined || en === undefined) return refuse('arguments', `a release out of the calendar needs all three: ${USAGE}`)
  return { at, reason: { fa, en } }
}

const NOT_MADE: Readonly<Record<string, string>> = {
  'plan-unknown': 'there is no plan of this name',
  'not-over': 'the next period is not over yet, and nothing goes out off the calendar without a reason',
  'in-work': 'another release of this plan is being made: sign or withdraw that one first',
  'not-counted': 'the period had begun before counting began here: the first one that is counted from its first day goes out',
  'at-passed': 'the moment of release must lie ahead',
}

/** Drafts and makes a release in a house that is open. */
export const buildIn = async (house: House, print: Print, plan: string, unscheduled: Parameters<typeof buildRelease>[2]): Promise<number> => {
  const built = await buildRelease(house, plan, unscheduled)
  if ('refused' in built) {
    print(`Not made: ${NOT_MADE[built.refused] ?? built.refused}.`)
    return 1
  }
  if (built.failure !== null) {
    print(`${built.name} could not be protected (${built.failure.what}): ${built.failure.cells.slice(0, 10).join(' ')}`)
    return 1
  }
  print(`${built.name} is ${built.state}: ${built.hash ?? ''}. A statistician signs it: /staff/releases/${built.release}`)
  return 0
}

/** `release build PLAN`: exit code 1 where it could not be made. */
export const build = refusing(async (print, rest) => {
  const words = wordsOf(rest, OPTIONS, ['PLAN'])
  const unscheduled = unscheduledOf(words)
  return await withHouse('app', ({ house }) => buildIn(house, print, words.at(0), unscheduled))
})

type OnRelease = (house: House, print: Print, name: string, release: string) => Promise<number>

/** A command on a release that is called by its name, in a house that is open. */
export const onNamed = async (house: House, print: Print, name: string, work: OnRelease): Promise<number> => {
  const release = await findByName(house, name)
  return release === undefined ? refuse('NAME', `no release is called ${name}`) : await work(house, print, name, release)
}

const ofNamed = (work: OnRelease): Run =>
  refusing(async (print, rest) => {
    const name = wordsOf(rest, {}, ['NAME, for instance needs-r1']).at(0)
    return await withHouse('app', ({ house }) => onNamed(house, print, name, work))
  })

/** Hashes, proofs, and the attack once more. */
export const verifyIn: OnRelease = async (house, print, name, release) => {
  const { faults, files, targets, narrowest } = await verifyRelease(house, release)
  for (const fault of faults) print(fault)
  if (faults.length > 0) return 1
  print(`${name} holds: ${files} files are what the manifest says, ${targets} hidden numbers stand their proof and the attack${narrowest === null ? '' : `; the narrowest can be any of ${narrowest} whole numbers`}.`)
  return 0
}

/** `release verify NAME`: exit code 1 with a line for each fault. */
export const verifyReleased = ofNamed(verifyIn)

/** From the facts as of its moment; nothing is kept. */
export const rebuildIn: OnRelease = async (house, print, name, release) => {
  const rebuilt = await rebuildRelease(house, release)
  if (rebuilt === undefined) {
    print(`${name} has no manifest yet.`)
    return 1
  }
  const { differ, sameHash, files, hash } = rebuilt
  for (const file of differ) print(`${file} came out with other bytes`)
  const same = differ.length === 0 && sameHash
  print(same ? `${name} came out the same to the byte: ${files} files, ${hash}.` : `${name} came out otherwise: ${hash}.`)
  return same ? 0 : 1
}

/** `release rebuild NAME`: exit code 1 where it came out otherwise. */
export const rebuildReleased = ofNamed(rebuildIn)
