import { datasetOf } from './check.ts'
import type { Code, Dataset, Observation } from './dataset.ts'

/** The codes that are left, each under the nearest one above it that is left too. */
const codesLeft = (codes: readonly Code[], left: ReadonlySet<number>): Code[] => {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const kept = new Set(codes.filter((_, index) => left.has(index)).map(({ id }) => id))
  const above = (parent: string | undefined): string | undefined =>
    parent === undefined || kept.has(parent) ? parent : above(byId.get(parent)?.parent)
  return codes
    .filter(({ id }) => kept.has(id))
    .map(({ id, label, parent }) => {
      const nearest = above(parent)
      return { id, label, ...(nearest === undefined ? {} : { parent: nearest }) }
    })
}

const listLeft = <T>(items: readonly T[], left: ReadonlySet<number>): T[] => items.filter((_, index) => left.has(index))

/** The dataset with these of its cells and the codes they need; undefined without any. */
export const narrowedTo = (dataset: Dataset, cells: readonly Observation[]): Dataset | undefined => {
  if (cells.length === 0) return undefined
  const axes = dataset.dimensions.length + 2
  const left = Array.from({ length: axes }, (_, axis) => new Set(cells.map(({ at }) => at[axis] ?? -1)))
  const on = (axis: number): ReadonlySet<number> => left[axis] ?? new Set()
  const indexes = left.map((used) => new Map([...used].sort((one, other) => one - other).map((old, index) => [old, index])))
  return datasetOf({
    ...dataset,
    measures: listLeft(dataset.measures, on(0)),
    dimensions: dataset.dimensions.map((dimension, index) => ({ ...dimension, codes: codesLeft(dimension.codes, on(index + 1)) })),
    periods: listLeft(dataset.periods, on(axes - 1)),
    observations: cells.map((cell) => ({ ...cell, at: cell.at.map((old, axis) => indexes[axis]?.get(old) ?? -1) })),
  })
}
