/** Column bounds and rows of sums. The matrix is by rows; `coefficient` may be left out where every one is 1. */
export interface Programme {
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowStart: Int32Array
  readonly rowColumn: Int32Array
  readonly coefficient?: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Columns must be whole numbers. */
  readonly whole?: boolean
}

export type Aim = 'least' | 'most'

export type Answer =
  | { readonly found: true; readonly objective: number; readonly column: Float64Array }
  | { readonly found: false; readonly why: 'none' | 'unbounded' | 'gave-up' }

/** A programme that stays in memory while only its aim changes. */
export interface Held {
  aim(aim: Aim, column: readonly number[], cost: readonly number[]): Answer
  close(): void
}

/** Engines import no package: whoever calls brings the solver (`platform/linear`). */
export interface Solver {
  hold(programme: Programme): Held
}
