import { exactly, type Solver } from '#engines/disclosure/index.ts'
import type { Said } from '#domains/observatory/releases/content.ts'
import type { AttackSummary } from '#domains/observatory/releases/store.ts'
import { nameOf } from '#domains/observatory/releases/tables/lay.ts'
import type { Asked, Guarded } from './shapes.ts'
import { askedBehind } from './as-before.ts'
import { foundByInsiders } from './insiders.ts'

export interface Attacked extends AttackSummary {
  readonly unsafeCells: readonly string[]
}

/**
 * What somebody who reads everything published, now and before, can find out about what must not be told. `said` is read
 * back from the bytes that go out: whatever went wrong on the way there is attacked, too. Whoever is alone behind a hidden
 * number attacks once more, knowing it; so do two of them together.
 */
export const attackPart = (whole: Asked, guarded: Guarded, said: ReadonlyMap<string, Said>, solver: Solver): Attacked => {
  const asked = askedBehind(whole, guarded.pattern)
  const { laid, now, earlier } = asked
  const { table, names } = guarded
  // Of releases that said the same: should one have told more, it is known.
  const twins = whole.earlier.slice(now)
  const bands = laid.cells.flatMap(({ name, moment, members, value }) => {
    if (moment !== now) return earlier[moment]?.get(nameOf(name)) === 'value' ? [exactly(members, value)] : []
    const told = said.get(nameOf(name))
    if (told?.state === 'value') return [exactly(members, told.value)]
    return twins.some((twin) => twin.get(nameOf(name)) === 'value') ? [exactly(members, value)] : []
  })
  const found = foundByInsiders(asked, guarded, { unknowns: table.inner.length, bands }, solver)
  const unsafe = found.filter(({ verdict }) => !verdict.safe).map(({ cell }) => cell)
  const widths = found.map(({ verdict }) => verdict.wholeNumbers).filter(Number.isFinite)
  return {
    targets: found.length,
    insiders: found[0]?.insiders ?? 0,
    pairs: found[0]?.pairs ?? 0,
    unsafe: unsafe.length,
    narrowest: widths.length === 0 ? null : widths.reduce((a, b) => Math.min(a, b)),
    unsafeCells: unsafe.map((cell) => (names[cell] === null || names[cell] === undefined ? `difference ${cell}` : nameOf(names[cell].name))),
  }
}
