import { defaultWeights, type Weights } from '#engines/matching/index.ts'
import type { Tx } from '#platform/db/index.ts'
import * as store from './store.ts'

/** By which weights it is matched at this moment; the engine's own where nobody ever put others in force. */
export const weightsInForce = async (tx: Tx): Promise<Weights> => {
  const row = await store.inForce(tx)
  return row === undefined ? defaultWeights : { ...row.weights, version: row.version ?? defaultWeights.version }
}
