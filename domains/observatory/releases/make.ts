import type { Solver } from '#engines/disclosure/index.ts'
import { readRoots } from '#domains/observatory/proofs/roots.ts'
import { observing } from '#platform/facts/observing.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { saidIn, type Content, type Said } from './content.ts'
import type { Counting, ReleaseGround } from './ground.ts'
import type { Core, Revision } from './manifest.ts'
import { hide } from './protection/hide.ts'
import { requireProof } from './protection/prove.ts'
import { ownCells, type Asked, type Why } from './protection/shapes.ts'
import { summaryOf, type PartSecret } from './sealed.ts'
import type { PartSummary, ReleaseRecord } from './store.ts'
import { nameOf, type CellName } from './tables/lay.ts'

export type PartProtected =
  | { readonly lost: readonly CellName[] }
  | { readonly lost?: never; readonly secret: PartSecret; readonly summary: PartSummary; readonly why: ReadonlyMap<string, Why> }

/** Hides what must be hidden in one part, and proves that it is enough. Pure. */
export const protectPart = (asked: Asked, solver: Solver): PartProtected => {
  const found = hide(asked, solver)
  if ('lost' in found) return { lost: found.lost }
  const { guarded, proof } = found
  requireProof(guarded, proof)
  return { secret: { pattern: guarded.pattern, proof }, summary: summaryOf(ownCells(asked).length, guarded.why, guarded.pattern), why: guarded.why }
}

/** Roots of the facts behind the first count, for the whole nation: a recount by other code gives the same. */
export const rootsOf = async (counting: Counting, keys: Keyring, { tables }: ReleaseGround): Promise<Core['roots']> => {
  const roots = await observing(counting, (tx) =>
    readRoots(tx, keys, { versions: tables.counts.slice(0, 1), level: 'country', periods: tables.periods, dimensions: [], homes: WHOLE_NATION, asOf: tables.asOf }),
  )
  return roots.filter(({ place }) => !place.endsWith('*')).map(({ indicator, period, root }) => ({ indicator, period, root }))
}

/** What a release on its day says of itself, where nobody wrote a reason: whether national numbers of before moved. */
const SCHEDULED = {
  moved: {
    fa: 'دورهٔ تازه افزوده شد و گزارش‌های دیررسیدهٔ دوره‌های پیش به حساب آمد.',
    en: 'A new period was added, and late reports of earlier ones were counted.',
  },
  still: {
    fa: 'دورهٔ تازه افزوده شد؛ هیچ عدد کشوری از دوره‌های پیش تغییر نکرد.',
    en: 'A new period was added; no national number of an earlier one changed.',
  },
}

/** What a release changes of the one before it: the reason, and by how much the national numbers moved. */
export const revisionOf = ({ frozen, scheduled, reason }: ReleaseRecord, ground: ReleaseGround, before: Content | undefined, now: Content): Revision | null => {
  if (frozen.revises === null || before === undefined) return null
  const { dimensions } = frozen.plan
  const nation = [...ground.areas.nodes.values()].find(({ kind }) => kind === 'country')?.code
  const [was, is] = [saidIn(before, dimensions, frozen.country), saidIn(now, dimensions, frozen.country)]
  const size = ground.tables.counts.flatMap(({ id, version }) =>
    ground.tables.periods.flatMap(({ code }) => {
      const name = nameOf({ measure: `${id}@${version}`, place: nation ?? '', period: code, by: dimensions.map(() => null) })
      const [old, own] = [was.get(name), is.get(name)]
      if (old?.state !== 'value' || own?.state !== 'value' || old.value === own.value) return []
      return [{ measure: id, period: code, before: old.value, now: own.value }]
    }),
  )
  const nowHidden = [...was].filter(([name, one]: [string, Said]) => one.state === 'value' && is.get(name)?.state === 'hidden').length
  return { of: frozen.revises.number, scheduled, reason: reason ?? SCHEDULED[size.length > 0 ? 'moved' : 'still'], size, nowHidden }
}
