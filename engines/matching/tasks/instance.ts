/**
 * Needs × volunteers as numbers. Edges of need `i` stand at `row[i] … row[i + 1] − 1` with their volunteer in
 * `col` and their `cost`.
 */
export interface Instance {
  readonly row: Int32Array
  readonly col: Int32Array
  readonly cost: Int32Array
  /** By need: the cost of leaving it unmatched. */
  readonly penalty: Int32Array
  /** By volunteer: the tasks that may be given. */
  readonly capacity: Int32Array
  /** By volunteer: the tasks carried already, from which `load` goes on; left out where nobody carries any. */
  readonly carried?: Int32Array
  /**
   * What the 1st, 2nd, 3rd … task of a volunteer costs, never falling: a volunteer who carries two pays
   * `load[2]` for the next. Past its end the last one goes on.
   */
  readonly load: Int32Array
}

export interface Assignment {
  /** By need: the index of its edge, or −1 when unmatched. */
  readonly edge: Int32Array
  /** By volunteer: what one more task with them is worth (integers). */
  readonly price: Float64Array
  /** The lower bound that the prices prove; equals the cost of the assignment. */
  readonly dual: number
}
