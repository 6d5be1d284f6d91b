import type { Answer } from '#web/api/index.ts'
import { countiesWords } from '#web/coordination/counties-words.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { useLanguage, useWords } from '#web/ui/index.ts'

export type Counties = Answer<'matching.counties'>
export type County = Counties['counties'][number]
export type Figures = NonNullable<County['figures']>
export type Lack = Figures['lacks'][number]

/** One lack of one county. */
export interface Lacking {
  readonly key: string
  readonly county: County
  readonly lack: Lack
}

/** As many tasks as one more volunteer is reckoned to take. */
export const TASKS = 3

/** The greatest first. */
export const lacksOf = ({ counties }: Counties): Lacking[] =>
  counties
    .flatMap((county) => (county.figures?.lacks ?? []).map((lack) => ({ key: `${county.code} ${lack.what} ${lack.code}`, county, lack })))
    .sort((a, b) => b.lack.price - a.lack.price || (a.key < b.key ? -1 : 1))

/** Names of counties and of what they lack, in the reader's language. */
export function useNames({ skills }: Pick<Counties, 'skills'>) {
  const t = useWords(countiesWords)
  const { language } = useLanguage()
  const kindName = useKindName()
  const nameOf = ({ nameFa, nameEn }: { readonly nameFa: string; readonly nameEn: string }) => (language === 'fa' ? nameFa : nameEn)
  const skillName = (code: string) => {
    const skill = skills.find((known) => known.code === code)
    return skill === undefined ? (code === 'none' ? t.none : code) : nameOf(skill)
  }
  return {
    county: (county: County) => nameOf(county),
    inProvince: (county: County) =>
      t.inProvince({ county: nameOf(county), province: language === 'fa' ? county.provinceFa : county.provinceEn }),
    lack: ({ what, code }: Lack) => (what === 'skill' ? skillName(code) : t.forKind({ kind: kindName(code) })),
    skill: skillName,
  }
}
