import type { Proof } from '#engines/disclosure/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { sha256Of } from './manifest.ts'
import type { Pattern, Why } from './protection/hide.ts'
import type { PartSummary } from './store.ts'

/** What of a part never goes out: which cells hide which, and the tables that nobody can tell from the true one. */
export interface PartSecret {
  readonly pattern: Pattern
  readonly proof: Proof
}

/** The text that the manifest's hash of the witnesses is of. */
export const witnessText = (proof: Proof): string => JSON.stringify({ tables: proof.tables, targets: proof.targets })

export const sealPart = (keys: Keyring, home: number, secret: PartSecret): { readonly sealed: Buffer; readonly sha256: string } => ({
  sealed: keys.seal(home, JSON.stringify(secret)),
  sha256: sha256Of(witnessText(secret.proof)),
})

export const openPart = (keys: Keyring, home: number, sealed: Buffer): PartSecret => JSON.parse(keys.open(home, sealed)) as PartSecret

export const summaryOf = (cells: number, why: ReadonlyMap<string, Why>, { differences }: Pattern): PartSummary => {
  const count = (one: Why): number => [...why.values()].filter((own) => own === one).length
  return { cells, few: count('few'), wholeRows: count('whole-row'), cover: count('cover'), earlier: count('earlier'), differences: differences.length }
}
