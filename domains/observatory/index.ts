import { catalogue } from './indicators/catalogue/index.ts'
import type { Definition } from './indicators/contract.ts'

export type { Definition } from './indicators/contract.ts'
export { publishCatalogue } from './indicators/publish.ts'
export { publishedIndicators } from './indicators/published.ts'
export { readCells } from './counts/cells.ts'
export { readReporting } from './counts/reporting.ts'
export { answerFile, answerSdmx } from './formats/index.ts'
export { answerCatalogue } from './releases/catalogue.ts'
export { releaseTasks } from './releases/calculations.ts'
export { buildRelease, findByName, type Built } from './releases/build.ts'
export { draft as draftRelease, sign as signRelease } from './releases/commands.ts'
export { nextToRelease, releaseMomentOf } from './releases/lifecycle.ts'
export type { Plan } from './releases/plan.ts'
export { findPlan } from './releases/plans.ts'
export { releases as readReleases } from './releases/queries.ts'
export { rebuildRelease, verifyRelease, type Rebuilt, type Verified } from './releases/verify.ts'
export { releasedDatasets, releasedFiles } from './releases/public.ts'
export { noisedFiles } from './tables/files.ts'
export { readRoots, type Root } from './proofs/roots.ts'
export type { Cell, Cells, CellsAsked, Contributors } from './counts/asked.ts'

/** The first definition of one of the indicators that Hamyar brings. */
export const definitionOf = (indicator: string): Definition => {
  const found = catalogue.find(({ id }) => id === indicator)
  if (found === undefined) throw new Error(`no indicator is called ${indicator}`)
  return found.definition
}
