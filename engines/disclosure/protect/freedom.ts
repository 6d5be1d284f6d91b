import { inverse, PRIME, type Sparse } from './echelon.ts'

/** The space of changes that hidden cells can make together, by its generators. */
export interface Freedom {
  /** Whether a guarded cell would be fixed, too, if this one changed no more. */
  fixes(cell: number, guarded: (cell: number) => boolean): boolean
  /** Opens a cell, so that it changes no more. */
  open(cell: number): void
  circuits(): Sparse[]
}

export const openFreedom = (generators: readonly Sparse[]): Freedom => {
  // Rows are cells, columns the generators: how far a cell moves when a generator moves by one.
  const rows = new Map<number, Map<number, number>>()
  const columns = generators.map(({ at, value }, index) => {
    at.forEach((cell, k) => {
      const row = rows.get(cell)
      if (row === undefined) rows.set(cell, new Map([[index, value[k]!]]))
      else row.set(index, value[k]!)
    })
    return new Set(at)
  })

  /** A row is fixed with this one exactly when it is a multiple of it. */
  const isMultiple = (row: ReadonlyMap<number, number>, of: ReadonlyMap<number, number>, factor: number): boolean => {
    if (row.size !== of.size) return false
    for (const [column, own] of of) if (row.get(column) !== (own * factor) % PRIME) return false
    return true
  }

  /** The generator to spend on a cell: the one that moves fewest. */
  const pivotOf = (own: ReadonlyMap<number, number>): number => {
    let pivot = -1
    for (const column of own.keys())
      if (pivot < 0 || columns[column]!.size < columns[pivot]!.size || (columns[column]!.size === columns[pivot]!.size && column < pivot)) pivot = column
    return pivot
  }

  const fixes: Freedom['fixes'] = (cell, guarded) => {
    const own = rows.get(cell)
    if (own === undefined || own.size === 0) return false
    const pivot = pivotOf(own)
    const unit = inverse(own.get(pivot)!)
    for (const other of columns[pivot]!) {
      if (!guarded(other)) continue
      const row = rows.get(other)!
      if (isMultiple(row, own, (row.get(pivot)! * unit) % PRIME)) return true
    }
    return false
  }

  const open: Freedom['open'] = (cell) => {
    const own = rows.get(cell)
    if (own === undefined || own.size === 0) return
    const pivot = pivotOf(own)
    const unit = inverse(own.get(pivot)!)
    const moved = [...columns[pivot]!]
    // The others each bring a share of the spent generator along, so that this cell stays.
    const shares = [...own].filter(([column]) => column !== pivot).map(([column, share]) => [column, PRIME - ((share * unit) % PRIME)] as const)
    for (const other of moved) {
      const row = rows.get(other)!
      const factor = row.get(pivot)!
      row.delete(pivot)
      for (const [column, share] of shares) {
        const next = ((row.get(column) ?? 0) + factor * share) % PRIME
        if (next === 0) {
          row.delete(column)
          columns[column]!.delete(other)
        } else {
          row.set(column, next)
          columns[column]!.add(other)
        }
      }
    }
    columns[pivot] = new Set()
  }

  return {
    fixes,
    open,
    circuits: () =>
      columns
        .map((cells, column): Sparse => {
          const at = [...cells].sort((a, b) => a - b)
          return { at, value: at.map((cell) => rows.get(cell)!.get(column)!) }
        })
        .filter(({ at }) => at.length > 0),
  }
}
