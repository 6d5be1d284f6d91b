import { axesOf, itemAt } from '#domains/observatory/formats/axes.ts'
import type { Dataset, Observation } from '#domains/observatory/formats/dataset.ts'

/** Names in the other system: agreed with whoever runs it, and kept outside the code. */
export interface Dhis2Mapping {
  readonly dataSet: string
  /** By the measure's id. */
  readonly dataElements: Readonly<Record<string, string>>
  /** By the place's code. */
  readonly orgUnits: Readonly<Record<string, string>>
  /** By the other dimensions' codes, in their order and joined by a dot; '' where there is no other dimension. */
  readonly categoryOptionCombos: Readonly<Record<string, string>>
}

const own = (names: Readonly<Record<string, string>>, id: string): string | undefined => (Object.hasOwn(names, id) ? names[id] : undefined)

export interface Coordinates {
  readonly place: string
  /** Codes of the dimensions that are no place, by their id. */
  readonly others: readonly (readonly [id: string, code: string])[]
}

/** Where a cell stands, as data elements see it: at an organisation unit, broken down by categories. */
export const coordinatesOf = (dataset: Dataset): ((cell: Observation) => Coordinates) => {
  const axes = axesOf(dataset)
  const places = axes.flatMap(({ role }, index) => (role === 'place' ? [index] : []))
  const [place] = places
  if (place === undefined || places.length > 1) throw new RangeError('an organisation unit needs exactly one dimension of places')
  const others = axes.flatMap(({ role }, index) => (role === undefined ? [index] : []))
  const codeAt = (cell: Observation, axis: number): string => itemAt(axes[axis]?.codes ?? [], cell.at, axis).id
  return (cell) => ({
    place: codeAt(cell, place),
    others: others.map((axis) => [axes[axis]?.id ?? '', codeAt(cell, axis)] as const),
  })
}

export const mappedOf = (mapping: Dhis2Mapping, measure: string, { place, others }: Coordinates) => ({
  dataElement: own(mapping.dataElements, measure),
  orgUnit: own(mapping.orgUnits, place),
  categoryOptionCombo: own(mapping.categoryOptionCombos, others.map(([, code]) => code).join('.')),
})
