import type { Text } from '#domains/observatory/formats/index.ts'
import { REST } from '#domains/observatory/counts/ground.ts'
import { allVersions } from '#domains/observatory/indicators/store.ts'
import { allPlaces } from '#domains/observatory/places/store.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { observing } from '#platform/facts/observing.ts'
import { labelsOf } from './labels.ts'
import type { ReleaseRecord } from './store.ts'
import { isRest, type By } from './tables/lay.ts'

export interface CellWords {
  readonly measureFa: string
  readonly measureEn: string
  readonly placeFa: string
  readonly placeEn: string
  readonly period: string
  readonly groupFa: string
  readonly groupEn: string
}

/** Names of counts by their id, as the release has them. */
export const measureNames = async ({ tx }: Pick<ReadScope, 'tx'>, { frozen }: ReleaseRecord): Promise<Map<string, Text>> => {
  const all = await allVersions(tx)
  return new Map(
    frozen.definitions.flatMap(({ id, version }) => {
      const found = all.find((one) => one.id === id && one.version === version)
      return found === undefined ? [] : [[id, found.definition.name] as const]
    }),
  )
}

/** A number that nobody publishes and anybody can subtract. */
const beyond = ({ fa, en }: Text): Text => ({ fa: `${fa} (آنچه در شمارش‌های درون آن نیست)`, en: `${en} (what is in none of the counts within it)` })

/** Turns the names of cells into words; undefined for what has no name, such as a difference. */
export const cellWords = async (scope: ReadScope, record: ReleaseRecord): Promise<(name: string) => CellWords | undefined> => {
  const measures = await measureNames(scope, record)
  const places = new Map((await observing(scope, allPlaces)).map((place) => [place.code, place]))
  const groups = record.frozen.plan.dimensions.flatMap((dimension) => labelsOf(dimension, record.frozen.country).values)
  const placeOf = (code: string): Text => {
    const [base = '', ...rest] = code.split(REST)
    const found = places.get(base)
    const name = { fa: found?.nameFa ?? base, en: found?.nameEn ?? base }
    return rest.length === 0 ? name : { fa: `${name.fa}، محل دقیق‌تر نامشخص`, en: `${name.en}, where in it not known` }
  }
  return (name) => {
    if (!name.startsWith('[')) return undefined
    const [measure, place, period, by] = JSON.parse(name) as [string, string, string, By]
    const id = measure.split('@')[0] ?? measure
    const plain = measures.get(id) ?? { fa: id, en: id }
    const said = isRest(measure) ? beyond(plain) : plain
    const at = placeOf(place)
    const values = by.flatMap((value) => groups.find((one) => one.value === value)?.code.label ?? [])
    return {
      measureFa: said.fa, measureEn: said.en, placeFa: at.fa, placeEn: at.en, period,
      groupFa: values.map(({ fa }) => fa).join('، '), groupEn: values.map(({ en }) => en).join(', '),
    }
  }
}
