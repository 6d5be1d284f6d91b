import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { PersonName, ProblemNotice } from '#web/parts/index.ts'
import { Badge, Button, Notice, Row, Skeleton, VisuallyHidden, useFormatter, useLanguage, useWords, type BadgeTone } from '#web/ui/index.ts'
import { EndDialog } from './end-dialog.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { nameOf, type Vetted } from './vetted.ts'
import { vettingWords } from './words.ts'

export type UnitId = Answer<'network.vetting-units'>['units'][number]['id']

/** The people of one group beside the list of groups. */
export function Group({ unit, none }: { unit: UnitId | undefined; none: boolean }) {
  const t = useWords(vettingWords)
  if (unit === undefined) return none ? null : <p className="quiet">{t.choose}</p>
  return <People unit={unit} />
}

export const useGroup = (unit: UnitId) => useRead('network.vetting', { params: { unit } })

/** The people of one group, whoever has no vetting first. `isPage`: the page's heading has its name. */
export function People({ unit, isPage = false }: { unit: UnitId; isPage?: boolean }) {
  const t = useWords(vettingWords)
  const { language } = useLanguage()
  const { data, problem, reload } = useGroup(unit)
  const [recording, setRecording] = useState<Vetted>()
  const [ending, setEnding] = useState<Vetted>()
  if (problem !== undefined) return <ProblemNotice problem={problem} retry={reload} />
  if (data === undefined) return <Skeleton lines={6} />
  const name = language === 'fa' ? data.nameFa : data.nameEn
  return (
    <section aria-label={name} className="flow">
      {!isPage && <h2>{name}</h2>}
      {data.own && <Notice>{t.own}</Notice>}
      {data.volunteers.length === 0 && <p className="quiet">{t.noVolunteers}</p>}
      <ul className="vetting-people">
        {data.volunteers.map((one, at) => (
          <li key={one.id} className="flow flow--close">
            <Person one={one} />
            {!data.own && <Deeds one={one} first={at === 0} onRecord={() => setRecording(one)} onEnd={() => setEnding(one)} />}
          </li>
        ))}
      </ul>
      {recording !== undefined && <RecordDialog key={recording.id} volunteer={recording} rules={data.rules} onClose={() => setRecording(undefined)} />}
      {ending !== undefined && <EndDialog key={ending.id} volunteer={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}

const TONES: Readonly<Record<Vetted['standing'], BadgeTone>> = { none: 'late', lapsed: 'late', soon: 'today', 'in-force': 'good' }

function Person({ one }: { one: Vetted }) {
  const t = useWords(vettingWords)
  const f = useFormatter()
  const { standing, until, purposes, ended } = one
  const when = until === null ? '' : f.date(until, { style: 'full' })
  return (
    <>
      <p className="vetting-person">
        <b>
          <PersonName>{nameOf(one)}</PersonName>
        </b>
        <Badge tone={TONES[standing]}>{standing === 'none' ? t['standing-none'] : t[`standing-${standing}`]({ when })}</Badge>
      </p>
      {(standing === 'soon' || standing === 'in-force') && <p className="quiet">{f.list(purposes.map((purpose) => t[`purpose-${purpose}`]))}</p>}
      {standing === 'none' && ended !== null && (
        <p className="quiet">{t.ended({ when: f.date(ended.at, { style: 'full' }), reason: t[`reason-${ended.reason}`] })}</p>
      )}
    </>
  )
}

/** The first of the list is the next to be done: its button is the filled one. */
function Deeds({ one, first, onRecord, onEnd }: { one: Vetted; first: boolean; onRecord: () => void; onEnd: () => void }) {
  const t = useWords(vettingWords)
  const stands = one.standing === 'soon' || one.standing === 'in-force'
  const isNext = first && one.standing !== 'in-force'
  return (
    <Row>
      <Button look={isNext ? 'primary' : 'edged'} onClick={onRecord}>
        {stands ? t.renew : t.record}
        <VisuallyHidden> ({nameOf(one)})</VisuallyHidden>
      </Button>
      {stands && (
        <Button look="text" onClick={onEnd}>
          {t.end}
          <VisuallyHidden> ({nameOf(one)})</VisuallyHidden>
        </Button>
      )}
    </Row>
  )
}
