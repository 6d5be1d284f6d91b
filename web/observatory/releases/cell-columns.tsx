import type { useWords, Column } from '#web/ui/index.ts'
import type { releaseWords } from '#web/observatory/release-words.ts'
import type { Answer } from '#web/api/index.ts'

type Cell = Omit<Answer<'observatory.release-hidden'>['cells'][number], 'why' | 'key'>

/** A cell by its words: what is counted, where, when, of whom. */
export const cellColumns = <One extends Cell>(t: ReturnType<typeof useWords<typeof releaseWords>>, language: 'fa' | 'en', nameOf: (period: string) => string): Column<One>[] => [
  { id: 'place', header: t.place, names: true, cell: (cell) => (language === 'fa' ? cell.placeFa : cell.placeEn) },
  { id: 'group', header: t.group, cell: (cell) => (language === 'fa' ? cell.groupFa : cell.groupEn) || t.allGroups },
  { id: 'period', header: t.period, cell: (cell) => nameOf(cell.period) },
  { id: 'measure', header: t.measure, cell: (cell) => (language === 'fa' ? cell.measureFa : cell.measureEn), wideOnly: true },
]
