import type { CountryPack, NeedKind, Pairing } from '#countries/index.ts'
import type { Chance } from '#demonstration/chance.ts'
import type { Town } from '#demonstration/geography.ts'
import type { AgencyCentre } from '#demonstration/organisations.ts'
import type { Asked, Requires } from './shapes.ts'

interface KindShape {
  /** Of all that is asked for. */
  readonly share: number
  /** Ages, youngest and oldest. */
  readonly ages: readonly [number, number]
  /** Visits that one case asks for, a week apart, at most. */
  readonly visits: number
  /** How much longer than others it takes to arrange. */
  readonly slow?: number
}

const ordinary: KindShape = { share: 3, ages: [25, 80], visits: 1 }
const shapes: Readonly<Record<string, KindShape>> = {
  clinic: { share: 20, ages: [48, 90], visits: 4 },
  shopping: { share: 14, ages: [40, 90], visits: 4, slow: 0.8 },
  company: { share: 13, ages: [60, 92], visits: 5 },
  paperwork: { share: 12, ages: [20, 78], visits: 1 },
  lessons: { share: 10, ages: [8, 17], visits: 5, slow: 1.2 },
  repair: { share: 7, ages: [35, 85], visits: 1, slow: 1.3 },
  meal: { share: 6, ages: [45, 90], visits: 3, slow: 0.7 },
  respite: { share: 5, ages: [35, 75], visits: 3, slow: 1.2 },
  nursing: { share: 3, ages: [45, 90], visits: 3, slow: 1.5 },
  call: { share: 4, ages: [60, 92], visits: 4 },
  legal: { share: 3, ages: [22, 70], visits: 1, slow: 1.6 },
  trade: { share: 3, ages: [18, 45], visits: 2 },
  moving: { share: 3, ages: [25, 75], visits: 1, slow: 0.8 },
}

export const shapeOf = ({ code }: NeedKind): KindShape => shapes[code] ?? ordinary

export const pickKind = (pack: CountryPack, chance: Chance): NeedKind => {
  let left = chance.next() * pack.needKinds.reduce((sum, kind) => sum + shapeOf(kind).share, 0)
  const found = pack.needKinds.find((kind) => (left -= shapeOf(kind).share) < 0) ?? pack.needKinds[0]
  if (found === undefined) throw new Error('the pack has no kinds of help')
  return found
}

type Somebody = Pick<Asked, 'centre' | 'town' | 'lat' | 'lon' | 'kind' | 'sex' | 'birthYear' | 'given' | 'family'>

/** A made-up person of a centre's towns who asks for a kind of help. */
export const somebody = (pack: CountryPack, chance: Chance, centre: AgencyCentre, town: Town, kind: NeedKind, year: number): Somebody => {
  const sex = chance.is(0.62) ? 'female' : 'male'
  return {
    centre,
    town,
    lat: town.lat + (chance.next() - 0.5) * 0.05,
    lon: town.lon + (chance.next() - 0.5) * 0.05,
    kind,
    sex,
    birthYear: year - chance.between(...shapeOf(kind).ages),
    given: chance.pick(sex === 'female' ? pack.names.women : pack.names.men),
    family: chance.pick(pack.names.families),
  }
}

// What nobody but a professional may do asks for one; of small jobs only some do.
const ALWAYS_SKILLED = ['2221', '2264', '2611']

export const requiresOf = ({ kind, sex }: Pick<Asked, 'kind' | 'sex'>, pair: Pairing, chance: Chance): Requires => {
  const skilled = kind.skills.length > 0 && (kind.skills.some((code) => ALWAYS_SKILLED.includes(code)) || chance.is(0.4))
  const asksForSame = kind.atHome ? chance.next() : 1
  return {
    skills: skilled ? [{ code: chance.pick(kind.skills), level: 2 }] : [],
    vetting: kind.vetting || pair !== 'never',
    sameSex: sex === 'female' ? (asksForSame < 0.12 ? 'required' : asksForSame < 0.75 ? 'preferred' : 'none') : asksForSame < 0.15 ? 'preferred' : 'none',
    languages: [],
  }
}
