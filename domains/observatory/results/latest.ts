import { periodOfCode } from '#engines/calendar/index.ts'
import type { Measure } from '#domains/observatory/formats/index.ts'
import { headline as HEADLINE } from '#domains/observatory/indicators/catalogue/index.ts'
import type { Plan } from '#domains/observatory/releases/plan.ts'
import type { SaidCell } from './contract.ts'
import type { Cube } from './cube.ts'

export interface Opened {
  readonly dataset: string
  readonly plan: Plan
  readonly cube: Cube
}

/** The periods that the plan goes by, where others stand beside them: of the other calendar, or longer. */
export const ownPeriods = ({ plan, cube }: Pick<Opened, 'plan' | 'cube'>): number[] =>
  cube.periods.flatMap((code, at) => {
    const { calendar, kind } = periodOfCode(code)
    return calendar === plan.calendar && kind === plan.every ? [at] : []
  })

/** Shown beside the headline, never without it: more visits are no aim. */
const UTILISATION = ['visits-confirmed', 'minutes-given', 'capacity-used']
const SHARE = 'needs-met-on-time-share'

export const indicatorOf = (dataset: string, { id, label, unit, decimals }: Measure) => ({
  dataset,
  indicator: id,
  nameFa: label.fa,
  nameEn: label.en,
  unit: { id: unit.id, nameFa: unit.label.fa, nameEn: unit.label.en },
  decimals,
})

/** A number of the whole nation, all groups together. */
const national = ({ dimensions, cellAt }: Cube, measure: number, period: number): SaidCell => cellAt([measure, ...dimensions.map(() => 0), period])

export const latestOf = (opened: Opened) => {
  const { dataset, cube } = opened
  const last = ownPeriods(opened).at(-1) ?? 0
  return cube.measures.map((measure, at) => ({
    ...indicatorOf(dataset, measure),
    latest: { period: cube.periods[last] ?? '', cell: national(cube, at, last) },
  }))
}

/** The one thing that is said first, from whichever dataset has it. */
export const headlineOf = (opened: readonly Opened[]) => {
  const found = opened.find(({ cube }) => cube.measures.some(({ id }) => id === HEADLINE))
  if (found === undefined) return null
  const { dataset, cube } = found
  const [last = 0, before] = ownPeriods(found).reverse()
  const measure = (id: string) => cube.measures.findIndex((one) => one.id === id)
  const place = cube.dimensions[0]?.codes[0]?.label ?? { fa: '', en: '' }
  const period = cube.periods[last] ?? ''
  return {
    dataset,
    placeFa: place.fa,
    placeEn: place.en,
    period,
    onTime: national(cube, measure(HEADLINE), last),
    share: national(cube, measure(SHARE), last),
    before: before === undefined ? null : { period: cube.periods[before] ?? '', cell: national(cube, measure(HEADLINE), before) },
    beside: opened.flatMap((one) =>
      latestOf(one)
        // Of another time it would say nothing about this one.
        .filter(({ indicator, latest }) => UTILISATION.includes(indicator) && latest.period === period)
        .map(({ latest, ...indicator }) => ({ ...indicator, cell: latest.cell })),
    ),
  }
}
