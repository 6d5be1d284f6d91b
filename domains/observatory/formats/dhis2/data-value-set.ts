import { itemAt } from '#domains/observatory/formats/axes.ts'
import type { Dataset, Observation } from '#domains/observatory/formats/dataset.ts'
import { numberText } from '#domains/observatory/formats/text.ts'
import { countLeftOut, type LeftOut, type Reason } from './left-out.ts'
import { coordinatesOf, mappedOf, type Dhis2Mapping } from './mapping.ts'
import { dhis2Period, type Dhis2Calendar } from './periods.ts'

export interface DataValue {
  readonly dataElement: string
  readonly period: string
  readonly orgUnit: string
  readonly categoryOptionCombo?: string
  readonly value: string
}

export interface DataValueSet {
  readonly dataSet: string
  readonly completeDate: string
  readonly dataValues: readonly DataValue[]
}

/** A DHIS2 data value set, and how many cells could not go. A hidden cell is left out, never sent as zero. */
export const dataValueSetOf = (dataset: Dataset, mapping: Dhis2Mapping, calendar: Dhis2Calendar): { set: DataValueSet; leftOut: LeftOut } => {
  const coordinates = coordinatesOf(dataset)
  const periods = dataset.periods.map((code) => dhis2Period(code, calendar))
  const broken = dataset.dimensions.length > 1
  const valueOf = (cell: Observation): DataValue | Reason => {
    if (cell.state !== 'value') return cell.state
    const measure = itemAt(dataset.measures, cell.at, 0)
    const period = itemAt(periods, cell.at, cell.at.length - 1)
    if (period === undefined) return 'period'
    const { dataElement, orgUnit, categoryOptionCombo } = mappedOf(mapping, measure.id, coordinates(cell))
    if (dataElement === undefined || orgUnit === undefined || (broken && categoryOptionCombo === undefined)) return 'unmapped'
    return {
      dataElement,
      period,
      orgUnit,
      ...(categoryOptionCombo === undefined ? {} : { categoryOptionCombo }),
      value: numberText(cell.value, measure.decimals),
    }
  }
  const outcomes = dataset.observations.map(valueOf)
  return {
    set: {
      dataSet: mapping.dataSet,
      completeDate: dataset.release.asOf,
      dataValues: outcomes.filter((outcome): outcome is DataValue => typeof outcome !== 'string'),
    },
    leftOut: countLeftOut(outcomes.filter((outcome): outcome is Reason => typeof outcome === 'string')),
  }
}
