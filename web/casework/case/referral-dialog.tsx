import { useState, type ReactNode } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Button, Card, Dialog, Segmented, Skeleton, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { words as consentWords } from '#domains/consents/words.ts'
import type { Need } from './use-case.ts'

type Preview = Answer<'referrals.preview'>
type Stage = 'before' | 'accepted' | 'visit'

/** The consent at the start, the exact card at the end; each line wears the number of the clause that allows it. */
export function ReferralDialog({ need, consent, onClose }: { need: Need; consent: string; onClose: () => void }) {
  const t = useWords(caseWords)
  const kindName = useKindName()
  const { data, problem } = useRead('referrals.preview', { params: { need: need.id }, query: { consent: consent as never } })
  const prepare = useWrite('referrals.prepare')
  const save = async () => {
    const done = await prepare.write({ params: { need: need.id }, body: { consent: consent as never, revision: need.revision } })
    if (done === undefined) return
    toast(t.sent)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={t.referTitle({ kind: kindName(need.kind) })}
      lead={t.referLead}
      footer={
        <>
          <Button look="primary" busy={prepare.busy} onClick={() => void save()}>
            {t.sendReferral}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
          <span className="quiet">{t.takeBack}</span>
        </>
      }
    >
      <ProblemNotice problem={problem ?? prepare.problem} />
      {data === undefined && problem === undefined && <Skeleton lines={6} />}
      {data !== undefined && (
        <div className="case-sides">
          <Clauses preview={data} />
          <OtherSide preview={data} />
        </div>
      )}
    </Dialog>
  )
}

function Number({ clause }: { clause: number }) {
  const f = useFormatter()
  return <span className="case-number">{f.number(clause)}</span>
}

function Clauses({ preview }: { preview: Preview }) {
  const t = useWords(caseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const notices = useRead('consents.notices', {})
  const { consent } = preview
  const notice = notices.data?.notices.find(({ purpose }) => purpose === consent.purpose)
  const nameField = useFieldName()
  const before = consent.categories.filter((category) => ['kind', 'time', 'area', 'sex'].includes(category))
  const rows: readonly (readonly [number, string, ReactNode])[] = [
    [1, t.clause1, language === 'fa' ? notice?.purposeFa : notice?.purposeEn],
    [2, t.clause2, f.list(before.map(nameField))],
    [3, t.clause3, language === 'fa' ? notice?.recipientsFa : notice?.recipientsEn],
    [4, t.clause4, f.date(consent.until, { style: 'full' })],
    [5, t.clause5, t.clause5Text],
  ]
  return (
    <section aria-labelledby="refer-consent">
      <h3 id="refer-consent">{t.theConsent}</h3>
      <ol className="case-clauses">
        {rows.map(([clause, term, value]) => (
          <li key={clause}>
            <Number clause={clause} />
            <span>
              <span className="quiet">{term}</span>
              <br />
              <b>{value}</b>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function OtherSide({ preview }: { preview: Preview }) {
  const t = useWords(caseWords)
  const [stage, setStage] = useState<Stage>('before')
  const f = useFormatter()
  const valueOf = useValues(preview)
  const hidden = [...(stage === 'visit' ? [] : [t.hiddenBefore]), ...preview.hidden.map((field) => hiddenName(t, field))]
  return (
    <section aria-labelledby="refer-card" className="flow">
      <h3 id="refer-card">{t.otherSide}</h3>
      <Segmented<Stage>
        name="stage"
        label={t.otherSide}
        hideLabel
        value={stage}
        onChange={setStage}
        options={[
          { value: 'before', label: t.stageBefore },
          { value: 'accepted', label: t.stageAccepted },
          { value: 'visit', label: t.stageVisit },
        ]}
      />
      <Card look="chosen">
        {[...preview.before, ...(stage === 'before' ? [] : preview[stage])].map(({ field, clause }) => (
          <p key={field} className="case-card-line">
            <span>{valueOf(field)}</span>
            <Number clause={clause} />
          </p>
        ))}
      </Card>
      <Card look="dashed">
        <b>{t.hidden}</b>
        <p className="quiet">{f.list(hidden)}</p>
      </Card>
    </section>
  )
}

type Speaker = ReturnType<typeof useWords<typeof caseWords>>

const hiddenName = (t: Speaker, field: string): string => {
  const key = `hidden-${field}`
  return key in t ? (t[key as keyof Speaker] as string) : field
}

function useFieldName(): (field: string) => string {
  const c = useWords(consentWords)
  return (field) => {
    const key = `field-${field}`
    return key in c ? (c[key as keyof typeof c] as string) : field
  }
}

/** What a line of the card says: the real value where it is no personal one, else the name of the field. */
function useValues({ card, consent }: Preview): (field: string) => string {
  const t = useWords(caseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const kindName = useKindName()
  const nameField = useFieldName()
  return (field) => {
    switch (field) {
      case 'kind':
        return kindName(card.kind)
      case 'time':
        return f.beside([f.date(card.from, { style: 'day' }), f.timeRange(card.from, card.to)])
      case 'area':
        return t.area({ area: language === 'fa' ? card.areaFa : card.areaEn })
      case 'sex':
        return card.helper === 'female' ? t.helperFemale : t.helperMale
      case 'pair':
        return t.two
      case 'until':
        return t.until({ date: f.date(consent.until, { style: 'day-month' }) })
      default:
        return nameField(field)
    }
  }
}
