import { useState } from 'react'
import { releaseWords } from '#web/observatory/release-words.ts'
import { More, Share, Table, useFormatter, useWords } from '#web/ui/index.ts'
import { HiddenList } from './hidden-list.tsx'
import type { Release } from './use-release.ts'

const sum = (release: Release, of: (part: Release['parts'][number]) => number): number => release.parts.reduce((all, part) => all + of(part), 0)

/** How many cells are hidden for which reason, and each of them on request. */
export function Hidden({ release }: { release: Release }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const [open, setOpen] = useState(false)
  const cells = sum(release, (part) => part.cells)
  const differences = sum(release, (part) => part.differences)
  const rows = [
    { why: 'few' as const, count: sum(release, (part) => part.few) },
    { why: 'whole-row' as const, count: sum(release, (part) => part.wholeRows) },
    { why: 'cover' as const, count: sum(release, (part) => part.cover) },
    { why: 'earlier' as const, count: sum(release, (part) => part.earlier) },
  ]
  const hidden = rows.reduce((all, { count }) => all + count, 0)
  return (
    <section aria-labelledby="release-hidden" className="flow">
      <h2 id="release-hidden">{t.hiddenTitle({ hidden, cells })}</h2>
      <Table
        caption={t.hiddenTitle({ hidden, cells })}
        hideCaption
        rows={rows}
        keyOf={({ why }) => why}
        columns={[
          { id: 'why', header: t.why, names: true, cell: ({ why }) => t[`why-${why}`] },
          { id: 'cells', header: t.cells, figures: true, width: '88px', cell: ({ count }) => f.number(count) },
          { id: 'share', header: t.share, width: '160px', wideOnly: true, cell: ({ count }) => <Share value={hidden === 0 ? 0 : count / hidden} /> },
        ]}
      />
      {differences > 0 && <p className="quiet">{t.differences({ count: differences })}</p>}
      {/* Asked for only when somebody wants to see it: each look opens what is sealed. */}
      <div onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}>
        <More label={t.hiddenList} icon="list">
          {open && <HiddenList release={release.release} />}
        </More>
      </div>
    </section>
  )
}
