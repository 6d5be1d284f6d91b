import { periodOfCode } from '#engines/calendar/index.ts'
import { axesOf } from '#domains/observatory/formats/axes.ts'
import type { Code, Dataset, Observation, Text } from '#domains/observatory/formats/dataset.ts'
import { STATUS_CODES } from '#domains/observatory/formats/status.ts'
import { frequencyOf, timePeriodOf, type Frequency } from '#domains/observatory/formats/time.ts'
import { formatWords, frequencyWords } from '#domains/observatory/formats/words.ts'

/** A dimension of the data structure. All are coded but time. */
export interface SdmxDimension {
  readonly id: string
  readonly label: Text
  /** Undefined for TIME_PERIOD alone. */
  readonly codes: readonly Code[] | undefined
  readonly role: string | undefined
  /** Index of the code, or of the time value, for each index of the axis it is told by. */
  readonly axis: number
  readonly indexes: readonly number[]
  /** What is written for it in a key or a line of CSV, in the order of `indexes`. */
  readonly values: readonly string[]
}

const ROLES = { metric: 'INDICATOR', place: 'REF_AREA', time: 'REF_PERIOD' } as const

const straight = (length: number): number[] => Array.from({ length }, (_, index) => index)

const frequencies = (dataset: Dataset): readonly Frequency[] => dataset.periods.map((code) => frequencyOf(periodOfCode(code)))

/**
 * FREQ, the axes of the cube and TIME_PERIOD. Three of them are told by the period alone: how long it is, which one it is
 * in its own calendar, and from when to when. SDMX knows no Persian month, so the second says what the third cannot.
 */
export const dimensionsOf = (dataset: Dataset): readonly SdmxDimension[] => {
  const axes = axesOf(dataset)
  const periods = axes.length - 1
  const used = frequencies(dataset)
  const listed = [...new Set(used)]
  return [
    {
      id: 'FREQ',
      label: formatWords.frequency,
      codes: listed.map((id) => ({ id, label: frequencyWords[id] })),
      role: 'FREQ',
      axis: periods,
      indexes: used.map((id) => listed.indexOf(id)),
      values: used,
    },
    ...axes.map(({ id, label, codes, role }, axis) => ({
      id,
      label,
      codes,
      role: role === undefined ? undefined : ROLES[role],
      axis,
      indexes: straight(codes.length),
      values: codes.map((code) => code.id),
    })),
    {
      id: 'TIME_PERIOD',
      label: formatWords.timePeriod,
      codes: undefined,
      role: 'TIME_PERIOD',
      axis: periods,
      indexes: straight(dataset.periods.length),
      values: dataset.periods.map(timePeriodOf),
    },
  ]
}

export const indexIn = ({ axis, indexes }: SdmxDimension, { at }: Observation): number => indexes[at[axis] ?? -1] ?? -1
export const valueIn = ({ axis, values }: SdmxDimension, { at }: Observation): string => values[at[axis] ?? -1] ?? ''

/** The dimensions that go to the observations: time brings the period's own code along, both name the same days. */
export const besideObservation = (id: string): readonly string[] =>
  id === 'TIME_PERIOD' || id === 'PERIOD' ? ['PERIOD', 'TIME_PERIOD'] : [id]

/** Attributes of an observation, in the order in which they are written. */
export const OBSERVATION_ATTRIBUTES = [
  { id: 'OBS_STATUS', label: formatWords.observationStatus, codes: STATUS_CODES.OBS_STATUS },
  { id: 'CONF_STATUS', label: formatWords.confidentiality, codes: STATUS_CODES.CONF_STATUS },
  { id: 'TREATMENT', label: formatWords.treatment, codes: STATUS_CODES.TREATMENT },
] as const

/** Units in the order in which the measures first name them. */
export const unitsOf = ({ measures }: Dataset): readonly Code[] => [
  ...new Map(measures.map(({ unit }) => [unit.id, { id: unit.id, label: unit.label }])).values(),
]

export const ATTRIBUTE_IDS = ['OBS_STATUS', 'CONF_STATUS', 'TREATMENT', 'UNIT_MEASURE', 'DECIMALS'] as const
export type AttributeId = (typeof ATTRIBUTE_IDS)[number]
