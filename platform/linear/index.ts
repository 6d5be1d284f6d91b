import type { Answer, Held, Programme, Solver } from '#engines/disclosure/solver.ts'
import highsLoader, { type Highs, type Model } from 'highs'

// Branching is counted, not timed: the same question has the same answer on a slow machine.
const MOST_NODES = 50
const PRIMAL_SIMPLEX = 4

const once: { loaded: Promise<Highs> | undefined } = { loaded: undefined }

const modelOf = (highs: Highs, programme: Programme): Model => {
  const { lower, upper, rowStart, rowColumn, rowLower, rowUpper } = programme
  const [columns, rows] = [lower.length, rowLower.length]
  const model = highs.createModel()
  // Every programme here has a solution that is known (nothing changes), so the primal simplex has nothing to look for first.
  model.options.set({ output_flag: false, presolve: programme.whole === true ? 'choose' : 'off', simplex_strategy: PRIMAL_SIMPLEX, mip_max_nodes: MOST_NODES })
  model.passModel({
    numCols: columns,
    numRows: rows,
    colCost: new Float64Array(columns),
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: { format: 'csr', numRows: rows, numCols: columns, starts: rowStart, indices: rowColumn, values: programme.coefficient ?? new Float64Array(rowColumn.length).fill(1) },
    ...(programme.whole === true ? { integrality: new Int32Array(columns).fill(1) } : {}),
  })
  return model
}

const hold = (highs: Highs, programme: Programme): Held => {
  const model = modelOf(highs, programme)
  const { objectiveSense, modelStatus } = highs.constants
  let priced: readonly number[] = []
  return {
    aim: (aim, column, cost): Answer => {
      for (const one of priced) model.changeColCost(one, 0)
      column.forEach((one, index) => model.changeColCost(one, cost[index] ?? 0))
      priced = column
      model.changeObjectiveSense(aim === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
      const { modelStatus: ended } = model.run()
      if (ended === modelStatus.optimal) return { found: true, objective: model.getObjectiveValue(), column: model.getSolution().colValue }
      if (ended === modelStatus.infeasible) return { found: false, why: 'none' }
      if (ended === modelStatus.unbounded || ended === modelStatus.unboundedOrInfeasible) return { found: false, why: 'unbounded' }
      return { found: false, why: 'gave-up' }
    },
    close: () => model.dispose(),
  }
}

/** Linear programmes by HiGHS, compiled to WebAssembly: loaded once, then synchronous. */
export const openSolver = async (): Promise<Solver> => {
  once.loaded ??= highsLoader()
  const highs = await once.loaded
  return { hold: (programme) => hold(highs, programme) }
}
