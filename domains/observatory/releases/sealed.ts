import type { Proof } from '#engines/disclosure/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import type { Information } from './information.ts'
import { sha256Of } from './manifest.ts'
import type { Pattern, Why } from './protection/shapes.ts'
import type { PartRow, PartSummary } from './store.ts'

/** What of a part never goes out: which cells hide which, and the tables that nobody can tell from the true one. */
export interface PartSecret {
  readonly pattern: Pattern
  readonly proof: Proof
}

/** The text that the manifest's hash of the witnesses is of. */
export const witnessText = (proof: Proof): string => JSON.stringify({ tables: proof.tables, targets: proof.targets })

/** What is hidden and why, by the names of cells, and what that costs: for the statistician's eyes. A reader who knew could reckon back. */
export interface PartHidden {
  readonly cells: readonly (readonly [name: string, why: Why])[]
  readonly information: readonly Information[]
}

export const sealPart = (keys: Keyring, home: number, secret: PartSecret, hidden: PartHidden): Pick<PartRow, 'sealed' | 'hidden' | 'sha256'> => ({
  sealed: keys.seal(home, JSON.stringify(secret)),
  hidden: keys.seal(home, JSON.stringify(hidden)),
  sha256: sha256Of(witnessText(secret.proof)),
})

const NOTHING: PartHidden = { cells: [], information: [] }

/** Parts of the first releases did not keep it. */
export const openHidden = (keys: Keyring, home: number, { hidden }: Pick<PartRow, 'hidden'>): PartHidden => (hidden === null ? NOTHING : (JSON.parse(keys.open(home, hidden)) as PartHidden))

export const openPart = (keys: Keyring, home: number, sealed: Buffer): PartSecret => JSON.parse(keys.open(home, sealed)) as PartSecret

export const summaryOf = (cells: number, why: ReadonlyMap<string, Why>, { differences }: Pattern): PartSummary => {
  const count = (one: Why): number => [...why.values()].filter((own) => own === one).length
  return { cells, few: count('few'), wholeRows: count('whole-row'), cover: count('cover'), earlier: count('earlier'), differences: differences.length }
}
