import './vetting.css'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { ListLine, StaffPage, useOpenLine } from '#web/parts/staff.ts'
import { Badge, Empty, PageTitle, Skeleton, useLanguage, useWords } from '#web/ui/index.ts'
import { Group } from './group.tsx'
import { GroupPage } from './group-page.tsx'
import { vettingWords } from './words.ts'

type Units = Answer<'network.vetting-units'>
type Unit = Units['units'][number]

/** Groups of the area in which somebody has no vetting, or needs the next one soon; one group's people beside them. */
export function VettingPage() {
  const t = useWords(vettingWords)
  const { data, problem, reload } = useRead('network.vetting-units', {})
  const { isStacked, opened, asked, chosen, choose } = useOpenLine('/staff/vetting', data?.units.map(({ id }) => id) ?? [])
  // A group whose last vetting was recorded just now is no longer in the list, and is still looked at.
  const open = asked ?? chosen
  if (opened !== undefined) return <GroupPage key={opened} unit={opened} />
  return (
    <StaffPage layout="inbox" end={!isStacked && <Group key={open} unit={open} none={data?.units.length === 0} />}>
      <PageTitle tab={t.tab}>{data === undefined ? t.tab : titleOf(t, data)}</PageTitle>
      <p className="quiet">{t.why}</p>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data?.units.length === 0 && <Empty title={t.titleNone}>{t.emptyText}</Empty>}
      {data !== undefined && data.units.length > 0 && (
        <section aria-labelledby="groups" className="flow">
          <div>
            <h2 id="groups">{t.groups}</h2>
            <p className="quiet">{t.mostFirst}</p>
          </div>
          <ul className="vetting-groups">
            {data.units.map((unit) => (
              <li key={unit.id}>
                <Line unit={unit} on={unit.id === open} onChoose={() => choose(unit.id)} />
              </li>
            ))}
          </ul>
          {data.more > 0 && <p className="quiet">{t.more({ count: data.more })}</p>}
        </section>
      )}
    </StaffPage>
  )
}

const titleOf = (t: ReturnType<typeof useWords<typeof vettingWords>>, { without, soon }: Units): string => {
  if (without > 0) return t.title({ without, soon })
  return soon > 0 ? t.titleSoon({ soon }) : t.titleNone
}

function Line({ unit, on, onChoose }: { unit: Unit; on: boolean; onChoose: () => void }) {
  const t = useWords(vettingWords)
  const { language } = useLanguage()
  return (
    <ListLine to="/staff/vetting" id={unit.id} look="vetting-group" on={on} onChoose={onChoose}>
      <b>{language === 'fa' ? unit.nameFa : unit.nameEn}</b>
      <span className="vetting-group-counts">
        {unit.without > 0 && <Badge tone="late">{t.without({ count: unit.without })}</Badge>}
        {unit.soon > 0 && <Badge tone="today">{t.soon({ count: unit.soon })}</Badge>}
        <span className="quiet">{t.ofAll({ count: unit.volunteers })}</span>
      </span>
    </ListLine>
  )
}
