import type { Areas } from '#engines/statistics/index.ts'
import { ownCells, type Asked, type Why } from './protection/shapes.ts'
import { nameOf } from './tables/lay.ts'

/** What one table loses: cells, and how much of what is counted in it. */
export interface Information {
  readonly measure: string
  /** Of places; `rest` for what is known of a large place only. */
  readonly level: string
  /** Told apart by groups, or all of a place together. */
  readonly apart: boolean
  readonly cells: number
  readonly hidden: number
  readonly quantity: number
  readonly hiddenQuantity: number
}

const nothing = { cells: 0, hidden: 0, quantity: 0, hiddenQuantity: 0 }

/** What protection takes away, by count, level of places, and whether told apart. */
export const informationOf = (asked: Asked, why: ReadonlyMap<string, Why>, areas: Areas): Information[] => {
  const tables = new Map<string, Information>()
  for (const { name, value } of ownCells(asked)) {
    const table = { measure: name.measure.split('@')[0] ?? name.measure, level: areas.nodes.get(name.place)?.kind ?? 'rest', apart: name.by.some((one) => one !== null) }
    const key = Object.values(table).join(' ')
    const isHidden = why.has(nameOf(name))
    tables.set(key, plus(tables.get(key) ?? { ...table, ...nothing }, { cells: 1, hidden: Number(isHidden), quantity: value, hiddenQuantity: isHidden ? value : 0 }))
  }
  return [...tables.values()]
}

const plus = (one: Information, more: typeof nothing): Information => ({
  ...one,
  cells: one.cells + more.cells,
  hidden: one.hidden + more.hidden,
  quantity: one.quantity + more.quantity,
  hiddenQuantity: one.hiddenQuantity + more.hiddenQuantity,
})

export interface Lost {
  readonly measure: string
  readonly level: string
  readonly apart: boolean
  readonly cells: number
  readonly hidden: number
  /** Of all that is counted in the table, in thousandths. */
  readonly permille: number
}

/** Over all parts of a release. */
export const lostOf = (parts: readonly (readonly Information[])[]): Lost[] => {
  const tables = new Map<string, Information>()
  for (const one of parts.flat()) {
    const key = `${one.measure} ${one.level} ${one.apart}`
    const known = tables.get(key)
    tables.set(key, known === undefined ? one : plus(known, one))
  }
  return [...tables.values()].map(({ measure, level, apart, cells, hidden, quantity, hiddenQuantity }) => ({
    measure, level, apart, cells, hidden, permille: quantity === 0 ? 0 : Math.round((hiddenQuantity * 1000) / quantity),
  }))
}
