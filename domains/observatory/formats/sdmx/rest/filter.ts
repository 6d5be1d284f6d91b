import { periodOfCode } from '#engines/calendar/index.ts'
import { itemAt } from '#domains/observatory/formats/axes.ts'
import type { Dataset, Observation } from '#domains/observatory/formats/dataset.ts'
import { statusOf } from '#domains/observatory/formats/status.ts'
import { dimensionsOf, valueIn } from '#domains/observatory/formats/sdmx/components.ts'
import { daysOf, type Days } from './days.ts'
import { malformed, notOffered, unknown } from './refusal.ts'

export type Keep = (cell: Observation) => boolean

const OPERATORS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew'] as const
type Operator = (typeof OPERATORS)[number]
type Order = 'lt' | 'le' | 'gt' | 'ge'

interface Term {
  readonly operator: Operator
  readonly value: string
}

const isOrder = (operator: Operator): operator is Order => ['lt', 'le', 'gt', 'ge'].includes(operator)

/** `A,ge:B+le:C` is A, or both from B and up to C. */
export const termsOf = (parameter: string, text: string): readonly (readonly Term[])[] =>
  text.split(',').map((group) =>
    group.split('+').map((term) => {
      const [, name, value = term] = /^([a-z]{2}):(.*)$/s.exec(term) ?? []
      const operator = OPERATORS.find((known) => known === (name ?? 'eq'))
      if (operator === undefined || value === '') throw malformed(parameter, term)
      return { operator, value }
    }),
  )

const TEXT: Readonly<Record<Exclude<Operator, Order>, (has: string, wanted: string) => boolean>> = {
  eq: (has, wanted) => has === wanted,
  ne: (has, wanted) => has !== wanted,
  co: (has, wanted) => has.includes(wanted),
  nc: (has, wanted) => !has.includes(wanted),
  sw: (has, wanted) => has.startsWith(wanted),
  ew: (has, wanted) => has.endsWith(wanted),
}

const NUMBER: Readonly<Record<Order | 'eq' | 'ne', (has: number, wanted: number) => boolean>> = {
  eq: (has, wanted) => has === wanted,
  ne: (has, wanted) => has !== wanted,
  lt: (has, wanted) => has < wanted,
  le: (has, wanted) => has <= wanted,
  gt: (has, wanted) => has > wanted,
  ge: (has, wanted) => has >= wanted,
}

// A period is as late as its last day and as early as its first.
const DAYS: Readonly<Record<Order | 'eq' | 'ne', (has: Days, wanted: Days) => boolean>> = {
  eq: (has, wanted) => has.start === wanted.start && has.end === wanted.end,
  ne: (has, wanted) => has.start !== wanted.start || has.end !== wanted.end,
  lt: (has, wanted) => has.end < wanted.start,
  le: (has, wanted) => has.end <= wanted.end,
  gt: (has, wanted) => has.start > wanted.end,
  ge: (has, wanted) => has.start >= wanted.start,
}

const onText = (parameter: string, read: (cell: Observation) => string, { operator, value }: Term): Keep => {
  if (isOrder(operator)) throw notOffered(parameter, `${operator}:${value}`)
  const holds = TEXT[operator]
  return (cell) => holds(read(cell), value)
}

const onNumber = (parameter: string, read: (cell: Observation) => number | undefined, { operator, value }: Term): Keep => {
  if (operator === 'co' || operator === 'nc' || operator === 'sw' || operator === 'ew') throw notOffered(parameter, `${operator}:${value}`)
  const wanted = Number(value)
  if (Number.isNaN(wanted)) throw malformed(parameter, value)
  const holds = NUMBER[operator]
  return (cell) => {
    const has = read(cell)
    // A hidden cell has no number, so no comparison finds it, "not equal" neither.
    return has !== undefined && holds(has, wanted)
  }
}

const onDays = (parameter: string, dataset: Dataset, { operator, value }: Term): Keep => {
  if (operator === 'co' || operator === 'nc' || operator === 'sw' || operator === 'ew') throw notOffered(parameter, `${operator}:${value}`)
  const wanted = daysOf(value)
  if (wanted === undefined) throw malformed(parameter, value)
  const days = dataset.periods.map(periodOfCode)
  const holds = DAYS[operator]
  return ({ at }) => holds(itemAt(days, at, at.length - 1), wanted)
}

const measureOf = (dataset: Dataset, { at }: Observation) => itemAt(dataset.measures, at, 0)

const termOn = (dataset: Dataset, component: string): ((term: Term) => Keep) => {
  const parameter = `c[${component}]`
  const told = dimensionsOf(dataset).find(({ id }) => id === component)
  if (component === 'TIME_PERIOD') return (term) => onDays(parameter, dataset, term)
  if (component === 'PERIOD') return (term) => (isOrder(term.operator) ? onDays(parameter, dataset, term) : onText(parameter, (cell) => dataset.periods[cell.at.at(-1) ?? -1] ?? '', term))
  if (told !== undefined) return (term) => onText(parameter, (cell) => valueIn(told, cell), term)
  if (component === 'OBS_VALUE') return (term) => onNumber(parameter, (cell) => (cell.state === 'value' ? cell.value : undefined), term)
  if (component === 'OBS_STATUS' || component === 'CONF_STATUS' || component === 'TREATMENT') return (term) => onText(parameter, (cell) => statusOf(cell)[component], term)
  if (component === 'UNIT_MEASURE') return (term) => onText(parameter, (cell) => measureOf(dataset, cell).unit.id, term)
  if (component === 'DECIMALS') return (term) => onNumber(parameter, (cell) => measureOf(dataset, cell).decimals, term)
  throw unknown('c', component)
}

/** What `c[…]` keeps. */
export const filterOf = (dataset: Dataset, component: string, text: string): Keep => {
  const on = termOn(dataset, component)
  const groups = termsOf(`c[${component}]`, text).map((terms) => terms.map(on))
  return (cell) => groups.some((terms) => terms.every((keep) => keep(cell)))
}

/** What the keys of a path keep: codes in the order of the dimensions without time; what is left out at the end is any. */
export const keysFilter = (dataset: Dataset, keys: readonly (readonly string[])[]): Keep => {
  const dimensions = dimensionsOf(dataset).filter(({ id }) => id !== 'TIME_PERIOD')
  for (const key of keys) if (key.length > dimensions.length) throw malformed('key', key.join('.'))
  return (cell) => keys.some((key) => key.every((part, index) => {
    const told = dimensions[index]
    return part === '*' || (told !== undefined && valueIn(told, cell) === part)
  }))
}
