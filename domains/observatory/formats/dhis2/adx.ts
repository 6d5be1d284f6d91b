import { itemAt } from '#domains/observatory/formats/axes.ts'
import type { Dataset, Observation } from '#domains/observatory/formats/dataset.ts'
import { numberText, xmlText } from '#domains/observatory/formats/text.ts'
import { countLeftOut, type LeftOut, type Reason } from './left-out.ts'
import { coordinatesOf, mappedOf, type Dhis2Mapping } from './mapping.ts'
import { adxPeriod } from './periods.ts'

export const ADX_TYPE = 'application/adx+xml'

const tag = (name: string, attributes: readonly (readonly [string, string])[], end: '>' | '/>'): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${xmlText(value)}"`).join('')}${end}`

interface Value {
  readonly group: string
  readonly element: string
}

/**
 * ADX (IHE Quality, Research and Public Health, 2015): a group per organisation unit and period. The other dimensions
 * break a value down by attributes of their own name. A hidden cell is left out, never sent as zero.
 */
export const adxOf = (dataset: Dataset, mapping: Dhis2Mapping): { document: string; leftOut: LeftOut } => {
  const coordinates = coordinatesOf(dataset)
  const periods = dataset.periods.map(adxPeriod)
  const valueOf = (cell: Observation): Value | Reason => {
    if (cell.state !== 'value') return cell.state
    const measure = itemAt(dataset.measures, cell.at, 0)
    const period = itemAt(periods, cell.at, cell.at.length - 1)
    if (period === undefined) return 'period'
    const at = coordinates(cell)
    const { dataElement, orgUnit } = mappedOf(mapping, measure.id, at)
    if (dataElement === undefined || orgUnit === undefined) return 'unmapped'
    const group: readonly (readonly [string, string])[] = [['orgUnit', orgUnit], ['period', period], ['dataSet', mapping.dataSet]]
    const value: readonly (readonly [string, string])[] = [
      ['dataElement', dataElement],
      ...at.others,
      ['value', numberText(cell.value, measure.decimals)],
    ]
    return { group: tag('group', group, '>'), element: tag('dataValue', value, '/>') }
  }
  const outcomes = dataset.observations.map(valueOf)
  const groups = new Map<string, string[]>()
  for (const outcome of outcomes) {
    if (typeof outcome === 'string') continue
    const elements = groups.get(outcome.group) ?? []
    elements.push(outcome.element)
    groups.set(outcome.group, elements)
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    tag('adx', [['xmlns', 'urn:ihe:qrph:adx:2015'], ['exported', dataset.release.releasedAt]], '>'),
    ...[...groups].flatMap(([group, elements]) => [`  ${group}`, ...elements.map((element) => `    ${element}`), '  </group>']),
    '</adx>',
  ]
  return { document: `${lines.join('\n')}\n`, leftOut: countLeftOut(outcomes.filter((outcome): outcome is Reason => typeof outcome === 'string')) }
}
