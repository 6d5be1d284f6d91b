import './releases.css'
import { Link, useNavigate } from '@tanstack/react-router'
import type { PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import { useRead } from '#web/api/query.tsx'
import { releaseWords } from '#web/observatory/release-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Badge, Empty, PageTitle, Skeleton, Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { Calendar } from './calendar.tsx'
import { DraftBar } from './draft-bar.tsx'
import { actOf, TONES, useReleaseName, useTodo, type Line, type Releases } from './use-release.ts'

/** All releases, what is to be done with each, and the days that come. */
export function ReleasesPage() {
  const t = useWords(releaseWords)
  const isMaking = (data: Releases | undefined) => data?.releases.some((line) => actOf(line) === 'make') === true
  const first = useRead('observatory.releases', {})
  const { data, problem, reload } = useRead('observatory.releases', {}, isMaking(first.data) ? { everySeconds: 3 } : {})
  const title = useTitle(data)
  return (
    <StaffPage
      layout="observatory"
      keys={[
        { caps: ['j', 'k'], does: t.keysMove },
        { caps: ['Enter'], does: t.keysOpen },
      ]}
      head={
        <>
          <PageTitle tab={t.tab}>{title}</PageTitle>
          <p className="quiet">{t.about}</p>
          <ProblemNotice problem={problem} retry={reload} />
          {data && <DraftBar releases={data} />}
        </>
      }
      end={data && <Calendar releases={data} />}
    >
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data && <List releases={data.releases} />}
    </StaffPage>
  )
}

function useTitle(data: Releases | undefined): string {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  if (data === undefined) return t.tab
  const waiting = data.releases.find((line) => actOf(line) === 'sign' && !line.mine)
  if (waiting !== undefined) return t.titleSign({ until: f.dateTime(waiting.releasesAt) })
  const next = data.plans.flatMap(({ coming }) => coming.slice(0, 1)).sort((a, b) => (a.at < b.at ? -1 : 1))[0]
  return next === undefined ? t.tab : t.titleNext({ period: periodName(next.period as PeriodCode, language), when: f.date(next.at, { style: 'day' }) })
}

function List({ releases }: { releases: readonly Line[] }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const nameOf = useReleaseName()
  const todoOf = useTodo()
  const periodsOf = ({ periods }: Line) => {
    const [first, last] = [periods[0], periods.at(-1)].map((code) => periodName((code ?? '') as PeriodCode, language))
    return t.periods({ first: first ?? '', last: last ?? '' })
  }
  const changedOf = (line: Line) => {
    if (line.revises === null) return t.first
    return line.state === 'draft' || line.state === 'protected' ? t.notYet : t.moved(line.revises)
  }
  return (
    <Table
      caption={t.list}
      hideCaption
      rows={releases}
      rowHeight={64}
      keyOf={({ release }) => release}
      onOpen={({ release }) => void navigate({ to: '/staff/releases/$release', params: { release } })}
      empty={<Empty title={t.emptyTitle}>{t.emptyText}</Empty>}
      columns={[
        {
          id: 'release',
          header: t.release,
          names: true,
          cell: (line) => (
            <span className="release-name">
              <Link to="/staff/releases/$release" params={{ release: line.release }}>
                {nameOf(line)}
              </Link>
              <span className="quiet small">{periodsOf(line)}</span>
            </span>
          ),
        },
        { id: 'state', header: t.state, cell: (line) => <Badge tone={TONES[actOf(line)]}>{t[`state-${actOf(line)}`]}</Badge>, width: '128px' },
        { id: 'todo', header: t.todo, cell: todoOf, wideOnly: true },
        { id: 'moment', header: t.moment, cell: ({ releasesAt }) => f.dateTime(releasesAt), wideOnly: true },
        { id: 'changed', header: t.changed, cell: changedOf, wideOnly: true },
      ]}
    />
  )
}
