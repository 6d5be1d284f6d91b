import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { Badge, Button, PageTitle, Row, Skeleton, TextField, VisuallyHidden, useLanguage, useWords } from '#web/ui/index.ts'
import '#web/admin/lines.css'
import { CloseDialog } from './close-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { groupWords } from './words.ts'

type Groups = Answer<'network.groups'>
type Group = Groups['groups'][number]

const LEAST_LETTERS = 2

/** Administrators: a group that is found by its name is closed; whoever still has no group is sent to one. */
export function GroupsPage() {
  const t = useWords(groupWords)
  const [text, setText] = useState('')
  const [closing, setClosing] = useState<Group>()
  const [moving, setMoving] = useState<Group>()
  const wanted = text.trim().length >= LEAST_LETTERS
  const { data, problem, reload } = useRead('network.groups', { query: wanted ? { text: text.trim() } : {} })
  return (
    <StaffPage>
      <PageTitle tab={t.tab}>{t.title}</PageTitle>
      <p className="quiet">{t.why}</p>
      <ProblemNotice problem={problem} retry={reload} />
      {data !== undefined && data.closed.length > 0 && <Waiting closed={data.closed} onMove={setMoving} />}
      <section className="admin-section" aria-labelledby="find">
        <h2 id="find">{t.find}</h2>
        <div className="admin-search">
          <TextField name="text" label={t.search} example={t.searchExample} value={text} onChange={setText} optional />
        </div>
        {data === undefined && problem === undefined && <Skeleton lines={3} />}
        {wanted && data?.groups.length === 0 && <p className="quiet">{t.nothing}</p>}
        <ul className="admin-lines">
          {data?.groups.map((group) => (
            <li key={group.id}>
              <Line group={group} deed={t.close} onDo={() => setClosing(group)} />
            </li>
          ))}
        </ul>
      </section>
      {closing !== undefined && <CloseDialog key={closing.id} unit={closing.id} onClose={() => setClosing(undefined)} />}
      {moving !== undefined && <MoveDialog key={moving.id} unit={moving.id} onClose={() => setMoving(undefined)} />}
    </StaffPage>
  )
}

function Waiting({ closed, onMove }: { closed: Groups['closed']; onMove: (group: Group) => void }) {
  const t = useWords(groupWords)
  return (
    <section className="admin-section" aria-labelledby="waiting">
      <h2 id="waiting">{t.waiting}</h2>
      <p className="quiet">{t.waitingWhy}</p>
      <ul className="admin-lines">
        {closed.map((group) => (
          <li key={group.id}>
            <Line group={group} waiting={group.waiting} deed={t.move} onDo={() => onMove(group)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LineProps {
  readonly group: Group
  readonly waiting?: number
  readonly deed: string
  readonly onDo: () => void
}

function Line({ group, waiting, deed, onDo }: LineProps) {
  const t = useWords(groupWords)
  const { language } = useLanguage()
  const [name, place] = language === 'fa' ? [group.nameFa, group.placeFa] : [group.nameEn, group.placeEn]
  return (
    <Row spread="apart" fixed>
      <div>
        <b>{name}</b>
        <p className="quiet">{place}</p>
        {waiting !== undefined && <Badge tone="today">{t.waitingCount({ count: waiting })}</Badge>}
      </div>
      <Button look="edged" onClick={onDo}>
        {deed}
        <VisuallyHidden> ({name})</VisuallyHidden>
      </Button>
    </Row>
  )
}
