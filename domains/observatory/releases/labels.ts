import { countryPack } from '#countries/index.ts'
import type { Code, Text } from '#domains/observatory/formats/index.ts'

export interface DimensionLabels {
  readonly id: string
  readonly label: Text
  /** By value, in order. */
  readonly values: readonly { readonly value: string; readonly code: Code }[]
}

export const TOTAL: Code = { id: 'TOTAL', label: { fa: 'همه', en: 'All' } }
export const UNKNOWN = 'unknown'
export const unknown = { value: UNKNOWN, code: { id: 'UNKNOWN', label: { fa: 'نامشخص', en: 'Not known' } } }

const of = (value: string, id: string, fa: string, en: string) => ({ value, code: { id, label: { fa, en } } })

export const SEX: DimensionLabels = { id: 'SEX', label: { fa: 'جنس', en: 'Sex' }, values: [of('female', 'FEMALE', 'زن', 'Female'), of('male', 'MALE', 'مرد', 'Male')] }

export const AGE: DimensionLabels = {
  id: 'AGE_GROUP',
  label: { fa: 'گروه سنی', en: 'Age group' },
  values: [
    of('0-17', 'Y0-17', 'زیر ۱۸ سال', 'Under 18'),
    of('18-34', 'Y18-34', '۱۸ تا ۳۴ سال', '18 to 34'),
    of('35-59', 'Y35-59', '۳۵ تا ۵۹ سال', '35 to 59'),
    of('60+', 'Y60-', '۶۰ سال و بیشتر', '60 and over'),
  ],
}

/** How the values of a dimension are called in a release, `unknown` last. A dimension without words is not released. */
export const labelsOf = (dimension: string, country: string): DimensionLabels => {
  const known: Readonly<Record<string, () => DimensionLabels>> = {
    sex: () => SEX,
    ageGroup: () => AGE,
    kind: () => ({
      id: 'KIND',
      label: { fa: 'نوع کمک', en: 'Kind of help' },
      values: countryPack(country).needKinds.map(({ code, name }) => ({ value: code, code: { id: code, label: name } })),
    }),
  }
  const found = known[dimension]?.()
  if (found === undefined) throw new RangeError(`the dimension ${dimension} has no words: it cannot be released`)
  return { ...found, values: [...found.values, unknown] }
}
