import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { Badge, Button, Icon, Row, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { needAfter } from '#domains/casework/lifecycle.ts'
import { words as needWords } from '#domains/casework/words.ts'
import { words as consentWords } from '#domains/consents/words.ts'
import { canTakeBack } from '#domains/referrals/lifecycle.ts'
import { isOpen, type Consent, type Doing, type Need, type Whole } from './use-case.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What is needed and what was agreed; a no is listed like a yes, without blame. */
export function NeedsAndConsents({ whole, onDo }: { whole: Whole; onDo: (doing: Doing) => void }) {
  const t = useWords(caseWords)
  const { file, consents } = whole
  return (
    <>
      <section aria-labelledby="case-needs">
        <h2 id="case-needs">{t.needs}</h2>
        {file.needs.length === 0 && <p className="quiet">{t.noNeeds}</p>}
        <ul className="case-list">
          {file.needs.map((need) => (
            <OneNeed key={need.id} need={need} whole={whole} />
          ))}
        </ul>
        {file.state !== 'closed' && file.needs.some(isOpen) && (
          <Button look="text" icon="plus" onClick={() => onDo({ what: 'need' })}>
            {t.addNeed}
          </Button>
        )}
      </section>
      <section aria-labelledby="case-consents">
        <h2 id="case-consents">{t.consents}</h2>
        {consents.length === 0 && <p className="quiet">{t.noConsents}</p>}
        <ul className="case-list">
          {consents.map((consent) => (
            <OneConsent key={consent.id} consent={consent} whole={whole} />
          ))}
        </ul>
      </section>
    </>
  )
}

function OneNeed({ need, whole }: { need: Need; whole: Whole }) {
  const t = useWords(caseWords)
  const n = useWords(needWords)
  const f = useFormatter()
  const kindName = useKindName()
  const [withdrawing, setWithdrawing] = useState(false)
  const takeBack = useWrite('referrals.withdraw')
  const referral = whole.referrals.find((one) => one.need === need.id && canTakeBack(one.state))
  const back = async () => {
    if (referral === undefined) return
    const answer = await takeBack.write({ params: { referral: referral.id }, body: { revision: referral.revision } })
    if (answer !== undefined) toast(t.withdrawnToast)
  }
  return (
    <li>
      <b>{kindName(need.kind)}</b>
      <p className="quiet">
        {f.beside([f.date(need.from, { style: 'day' }), f.timeRange(need.from, need.to)])}
      </p>
      {need.pair !== 'never' && <p className="quiet">{t[`pair-${need.pair}`]}</p>}
      <Row>
        <Badge tone={need.state === 'met' ? 'good' : isOpen(need) ? 'today' : 'quiet'}>{n[`need-${need.state}`]}</Badge>
        {referral !== undefined && (
          <Button look="text" busy={takeBack.busy} onClick={() => void back()}>
            {t.withdrawReferral}
          </Button>
        )}
        {needAfter('withdraw', need.state) !== undefined && referral === undefined && (
          <Button look="text" onClick={() => setWithdrawing(true)}>
            {t.withdrawNeed}
          </Button>
        )}
      </Row>
      <ProblemNotice problem={takeBack.problem} />
      {withdrawing && <WithdrawDialog need={need} onClose={() => setWithdrawing(false)} />}
    </li>
  )
}

function OneConsent({ consent, whole }: { consent: Consent; whole: Whole }) {
  const t = useWords(caseWords)
  const c = useWords(consentWords)
  const f = useFormatter()
  const kindName = useKindName()
  const { write, busy, problem } = useWrite('consents.withdraw')
  const kind = kindName(whole.file.needs.find(({ id }) => id === consent.need)?.kind ?? '')
  const withdraw = async () => {
    const answer = await write({ params: { consent: consent.id }, body: { revision: consent.revision } })
    if (answer !== undefined) toast(t.withdrawnToast)
  }
  return (
    <li>
      <Row>
        <Icon name={consent.state === 'given' ? 'check' : 'minus'} size={18} />
        <b>{kind}</b>
      </Row>
      <p className="quiet">
        {c[consent.state]}
        {consent.state === 'given' && ` · ${t.until({ date: f.date(consent.until, { style: 'day-month' }) })}`}
        {consent.state === 'refused' && ` · ${c.refusedRoute}`}
      </p>
      {consent.state === 'given' && (
        <Button look="warn" busy={busy} onClick={() => void withdraw()}>
          {t.withdrawConsent}
        </Button>
      )}
      <ProblemNotice problem={problem} />
    </li>
  )
}
