import { audit, exactly, openAttack, type Solver } from '#engines/disclosure/index.ts'
import type { Said } from '#domains/observatory/releases/content.ts'
import type { AttackSummary } from '#domains/observatory/releases/store.ts'
import { nameOf } from '#domains/observatory/releases/tables/lay.ts'
import type { Asked, Guarded } from './hide.ts'

export interface Attacked extends AttackSummary {
  readonly unsafeCells: readonly string[]
}

/**
 * What somebody who reads everything published, now and before, can find out about what must not be told. `said` is read
 * back from the bytes that go out: whatever went wrong on the way there is attacked, too.
 */
export const attackPart = ({ laid, now, earlier }: Asked, { table, sensitive, names }: Guarded, said: ReadonlyMap<string, Said>, solver: Solver): Attacked => {
  const bands = laid.cells.flatMap(({ name, moment, members, value }) => {
    if (moment !== now) return earlier[moment]?.get(nameOf(name)) === 'value' ? [exactly(members, value)] : []
    const told = said.get(nameOf(name))
    return told?.state === 'value' ? [exactly(members, told.value)] : []
  })
  const targets = [...sensitive.primary].flatMap((flag, cell) => (flag === 1 ? [cell] : []))
  const attack = openAttack({ unknowns: table.inner.length, bands }, solver)
  const verdicts = audit(
    attack,
    targets.map((cell) => ({ members: table.member.subarray(table.start[cell], table.start[cell + 1]), value: table.value[cell] ?? 0, required: sensitive.required[cell] ?? 0 })),
    sensitive.k,
  )
  attack.close()
  const unsafe = targets.filter((_, index) => verdicts[index]?.safe !== true)
  const widths = verdicts.map(({ wholeNumbers }) => wholeNumbers).filter(Number.isFinite)
  return {
    targets: targets.length,
    unsafe: unsafe.length,
    narrowest: widths.length === 0 ? null : widths.reduce((a, b) => Math.min(a, b)),
    unsafeCells: unsafe.map((cell) => (names[cell] === null || names[cell] === undefined ? `difference ${cell}` : nameOf(names[cell].name))),
  }
}
