import { createHash } from 'node:crypto'
import type { CountryPack } from '#countries/index.ts'
import type { Filling } from '#demonstration/filling.ts'
import { demoId, type IdKind } from '#demonstration/ids.ts'
import { phoneOf } from '#demonstration/phones.ts'
import type { NeedStory, Story } from '#demonstration/story/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { pseudonym } from '#platform/keys/index.ts'

export interface Parts {
  readonly filling: Filling
  readonly pack: CountryPack
  readonly keys: Keyring
  readonly now: Date
  /** Accounts of the case workers of the shown centre. */
  readonly workers: readonly string[]
  readonly onRow: () => void
}

/** Who recorded what no account of the demonstration did. */
export const BY = 'demonstration'

export const at = (ms: number): Date => new Date(Math.round(ms))
export const atOrNull = (ms: number | undefined): Date | null => (ms === undefined ? null : at(ms))

export const idOf = (kind: IdKind, { number }: { readonly number: number }): string => demoId(kind, number)

export const workerOf = ({ centre, shown, number }: Story, workers: readonly string[]): string =>
  (shown ? workers[number % workers.length] : undefined) ?? demoId('worker', centre.home)

export const secretOf = ({ number }: Story): Buffer => createHash('sha256').update(`synthetic person ${number}`).digest()

export const subjectOf = (keys: Keyring, story: Story, domain: 'casework' | 'visits'): string => pseudonym(keys, secretOf(story), domain)

export const contactOf = (pack: CountryPack, { number }: Story) => ({
  phone: phoneOf(pack, 'person', number),
  safeFrom: number % 3 === 0 ? '16:00' : null,
  safeTo: number % 3 === 0 ? '18:00' : null,
  callName: null,
  onlyThemselves: number % 4 !== 0,
})

export const quarterOf = (pack: CountryPack, { number }: Story): string | null => pack.names.streets[number % pack.names.streets.length] ?? null

/** The nameless card of a need, as referrals freeze it. */
export const cardOf = (pack: CountryPack, story: Story, { from, to, requires }: NeedStory, pair: boolean): string => {
  const quarter = quarterOf(pack, story)
  return JSON.stringify({
    kind: story.kind.code,
    from: at(from).toISOString(),
    to: at(to).toISOString(),
    minutes: story.kind.minutes,
    areaFa: quarter ?? story.town.nameFa,
    areaEn: quarter ?? story.town.nameEn,
    sameSex: requires.sameSex,
    helper: requires.sameSex === 'none' ? null : story.sex,
    languages: [],
    pair,
  })
}

/** The same sentence of the same office is sealed once: there are a hundred thousand of them. */
export const sealer = (keys: Keyring) => {
  const kept = new Map<string, Buffer>()
  return (home: number, text: string): Buffer => {
    const key = `${home} ${text}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const sealed = keys.seal(home, text)
    kept.set(key, sealed)
    return sealed
  }
}
