import { centreWords } from '#web/observatory/words.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Share, Table, useFormatter, useWords } from '#web/ui/index.ts'
import type { Centre } from './centre.ts'

/** Needs met by kind of help, the commonest first. */
export function Kinds({ kinds }: { kinds: Centre['byKind'] }) {
  const t = useWords(centreWords)
  const f = useFormatter()
  const kindName = useKindName()
  const most = Math.max(1, ...kinds.map(({ needsMet }) => needsMet))
  return (
    <section className="centre-section">
      <Table
        caption={t.byKind}
        rows={kinds}
        keyOf={({ kind }) => kind}
        empty={
          <>
            <h2>{t.byKind}</h2>
            <p className="quiet">{t.byKindNone}</p>
          </>
        }
        columns={[
          { id: 'kind', header: t.kind, cell: ({ kind }) => (kind === 'other' ? t.otherKind : kindName(kind)), names: true },
          { id: 'met', header: t.met, cell: ({ needsMet }) => f.number(needsMet), figures: true },
          { id: 'share', header: t.share, cell: ({ needsMet }) => <Share value={needsMet / most} />, wideOnly: true },
        ]}
      />
    </section>
  )
}
