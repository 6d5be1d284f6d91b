import { periodName } from '#platform/words/index.ts'
import type { Code, Dataset, Text } from './dataset.ts'
import { formatWords } from './words.ts'

/** One side of the cube, whatever it stands for: writers go along all of them alike. */
export interface Axis {
  readonly id: string
  readonly label: Text
  readonly codes: readonly Code[]
  readonly role: 'metric' | 'place' | 'time' | undefined
}

/** The measures, the dimensions and the periods, in the order of an observation's `at`. */
export const axesOf = ({ measures, dimensions, periods }: Dataset): readonly Axis[] => [
  { id: 'INDICATOR', label: formatWords.indicator, codes: measures, role: 'metric' },
  ...dimensions.map(({ id, label, codes, role }) => ({ id, label, codes, role })),
  {
    id: 'PERIOD',
    label: formatWords.period,
    codes: periods.map((code) => ({ id: code, label: { fa: periodName(code, 'fa'), en: periodName(code, 'en') } })),
    role: 'time',
  },
]

/** What an observation's `at` names along one axis. */
export const itemAt = <T>(items: readonly T[], at: readonly number[], axis: number): T => items[at[axis] ?? -1] as T
