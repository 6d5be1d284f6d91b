import { useState } from 'react'
import { isExpired } from '#domains/matching/lifecycle.ts'
import { problems } from '#domains/matching/words.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { TakeBack } from '#web/coordination/take-back.tsx'
import { Button, Checks, Notice, toast, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'

type Need = Answer<'matching.board'>['needs'][number]
type Waiting = Need & { readonly proposal: NonNullable<Need['proposal']> }
type Sent = Answer<'matching.release-several'> & { readonly proposals: readonly Waiting['proposal']['id'][] }

/** As many as one call takes. */
const MOST = 50

const canBeSent = (need: Need, now: Date): need is Waiting =>
  need.referralState === 'ready' && need.proposal !== null && need.proposal.volunteer !== null && !isExpired(need.proposal, now)

/** Proposals that wait for the desk: ticked after a look, and offered together. None is ticked beforehand. */
export function Ready() {
  const t = useWords(nightlyWords)
  const { data } = useRead('matching.board', {})
  const release = useWrite('matching.release-several', ['matching.'])
  const [ticked, setTicked] = useState<string[]>([])
  const [last, setLast] = useState<Sent>()
  const now = new Date()
  const waiting = (data?.needs ?? []).filter((need): need is Waiting => canBeSent(need, now)).slice(0, MOST)
  const chosen = waiting.filter(({ proposal }) => ticked.includes(proposal.id))
  const option = useOption()
  if (waiting.length === 0 && last === undefined) return null
  const send = async () => {
    const proposals = chosen.map(({ proposal: { id, revision } }) => ({ proposal: id, revision }))
    const done = await release.write({ body: { proposals } })
    if (done === undefined) return
    setTicked([])
    const stay = done.refused.map(({ proposal }) => proposal)
    setLast({ ...done, proposals: proposals.flatMap(({ proposal }) => (stay.includes(proposal) ? [] : [proposal])) })
    if (done.sent > 0) toast(t.sent({ count: done.sent }))
  }
  return (
    <section className="nightly-ready flow">
      {waiting.length > 0 && (
        <>
          <h2>{t.ready}</h2>
          <Checks name="ready" label={t.ready} hideLabel hint={t.readyHint} look="rows" value={ticked} onChange={setTicked} options={waiting.map(option)} />
          <Button busy={release.busy} disabledReason={chosen.length === 0 ? t.tickFirst : undefined} onClick={() => void send()}>
            {t.send({ count: chosen.length })}
          </Button>
        </>
      )}
      <ProblemNotice problem={release.problem} />
      {last !== undefined && last.sent > 0 && <TakeBack key={last.takeBackUntil} proposals={last.proposals} until={last.takeBackUntil} />}
      {last !== undefined && last.refused.length > 0 && <Refused refused={last.refused} />}
    </section>
  )
}

function useOption() {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const kindName = useKindName()
  return ({ card, proposal: { id, volunteer, companion, expiresAt } }: Waiting) => {
    const names = [volunteer, companion].flatMap((who) => (who === null ? [] : [who.name]))
    const groups = [volunteer, companion].flatMap((who) => (who === null ? [] : [language === 'fa' ? who.unitFa : who.unitEn]))
    return {
      value: id as string,
      label: t.readyLine({ kind: kindName(card.kind), area: language === 'fa' ? card.areaFa : card.areaEn, when: f.date(card.from, { style: 'day' }) }),
      hint: t.readyWho({ who: f.list(names), unit: f.list([...new Set(groups)]), until: f.dateTime(expiresAt) }),
    }
  }
}

/** Why some were not sent: the same sentence that one alone would have got. */
function Refused({ refused }: Pick<Sent, 'refused'>) {
  const t = useWords(nightlyWords)
  const of = useWords(problems)
  const reasons = [...new Set(refused.map(({ code }) => of[code as 'matching.superseded'] ?? t.changedMeanwhile))]
  return (
    <Notice tone="today" icon="alert">
      <b>{t.notSent({ count: refused.length })}</b>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Notice>
  )
}
