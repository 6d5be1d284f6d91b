/**
 * What is about to be released: every cell of every linked table, each the sum of some of the finest cells. Whole numbers
 * throughout (money in its smallest unit), so that nothing is lost to rounding.
 */
export interface Table {
  /** The finest cells: never negative. */
  readonly inner: Float64Array
  /** The finest cells of cell c are member[start[c]] … member[start[c + 1] − 1]. */
  readonly start: Int32Array
  readonly member: Int32Array
  readonly value: Float64Array
  /** Labels, one a dimension. They only help to find how cells add up; nothing is believed because of them. */
  readonly key: readonly (readonly string[])[]
}

/** What has to be hidden, and how well. By cell. */
export interface Sensitive {
  /** 1 where the number must not be found out. */
  readonly primary: Uint8Array
  /** 1 where the number is out already: an earlier release, a public register. */
  readonly open: Uint8Array
  /** How far above and below its value an attacker must still think a primary possible. */
  readonly required: Float64Array
  /** How many whole numbers must lie between; 0 where the cells are no counts. */
  readonly k: number
  /**
   * Who alone stands behind a cell, −1 where that is nobody. They know its number: no primary of somebody else may be hidden
   * by it alone.
   */
  readonly contributor?: Int32Array
}

export const cellCount = (table: Table): number => table.start.length - 1
