import { changedNames } from '#domains/matching/weights/lifecycle.ts'
import { weightsWords } from '#web/coordination/weights-words.ts'
import { Table, useFormatter, useWords } from '#web/ui/index.ts'
import type { Values } from './use-weights.ts'

/** The weights that a draft changes, each beside what it is now, and what that does. */
export function Differences({ now, draft }: { now: Values; draft: Values }) {
  const t = useWords(weightsWords)
  const f = useFormatter()
  const names = changedNames(now, draft)
  return (
    <>
      <Table
        caption={t.draft}
        hideCaption
        rows={names}
        keyOf={(name) => name}
        empty={<p className="quiet">{t.whyNotSame}</p>}
        columns={[
          { id: 'weight', header: t.weight, cell: (name) => t[name], names: true },
          { id: 'now', header: t.now, cell: (name) => f.number(now[name]), figures: true },
          { id: 'draft', header: t.inDraft, cell: (name) => f.number(draft[name]), figures: true },
        ]}
      />
      <ul className="weights-effects quiet">
        {names.map((name) => (
          <li key={name}>
            <b>{t[name]}.</b> {t[`${name}Hint`]}
          </li>
        ))}
      </ul>
    </>
  )
}
