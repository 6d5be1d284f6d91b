import { useRead } from '#web/api/query.tsx'
import { useKindName } from '#web/parts/kinds.ts'
import { Step, Thread, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { words as needWords } from '#domains/casework/words.ts'
import { words as consentWords } from '#domains/consents/words.ts'
import { words as referralWords } from '#domains/referrals/words.ts'
import { words as visitWords } from '#domains/visits/words.ts'
import type { Whole } from './use-case.ts'

interface Event {
  readonly key: string
  readonly at: string
  readonly state: 'done' | 'no'
  readonly title: string
  readonly more?: string
}

/** One column of time, newest first. */
export function Happened({ whole }: { whole: Whole }) {
  const t = useWords(caseWords)
  const f = useFormatter()
  const events = useEvents(whole)
  return (
    <section aria-labelledby="case-thread">
      <h2 id="case-thread">{t.thread}</h2>
      <Thread>
        {events.map(({ key, at, state, title, more }) => (
          <Step key={key} state={state} title={title} when={f.date(at, { style: 'day-month' })}>
            {more}
          </Step>
        ))}
      </Thread>
    </section>
  )
}

function useEvents({ file, consents, referrals, visits }: Whole): Event[] {
  const t = useWords(caseWords)
  const n = useWords(needWords)
  const c = useWords(consentWords)
  const r = useWords(referralWords)
  const v = useWords(visitWords)
  const f = useFormatter()
  const kindName = useKindName()
  const { language } = useLanguage()
  const { data: me } = useRead('accounts.me', {})
  const kindOf = (need: string | null) => kindName(file.needs.find(({ id }) => id === need)?.kind ?? '')
  const events: Event[] = [
    { key: 'opened', at: file.openedAt, state: 'done', title: t.evOpened },
    ...(file.closedAt === null ? [] : [{ key: 'closed', at: file.closedAt, state: 'done' as const, title: t.evClosed }]),
    ...file.reviewChanges.map(({ at, to }): Event => ({ key: `review-${at}`, at, state: 'done', title: t.evReview({ day: f.date(to, { style: 'day' }) }) })),
    ...file.handovers.map((line): Event => ({
      key: line.id,
      at: line.at,
      state: 'done',
      title: line.to === me?.account ? t.evHandedOverYou : t.evHandedOver,
      more: t[`handed-over-${line.reason}`],
    })),
    ...file.needs.flatMap((need): Event[] => [
      { key: need.id, at: need.since, state: 'done', title: t.evNeed({ kind: kindName(need.kind) }) },
      ...(need.endedAt === null
        ? []
        : [{ key: `${need.id}-end`, at: need.endedAt, state: need.state === 'met' ? ('done' as const) : ('no' as const), title: t.evNeedEnded({ kind: kindName(need.kind), state: n[`need-${need.state}`] }) }]),
    ]),
    ...consents.flatMap((consent): Event[] => [
      consent.state === 'refused'
        ? { key: consent.id, at: consent.recordedAt, state: 'no', title: t.evRefused({ kind: kindOf(consent.need) }), more: t.nothingChanged }
        : { key: consent.id, at: consent.recordedAt, state: 'done', title: t.evConsent({ kind: kindOf(consent.need) }), more: howOf(c, consent.how) },
      ...(consent.endedAt === null ? [] : [{ key: `${consent.id}-end`, at: consent.endedAt, state: 'no' as const, title: t.evWithdrawn({ kind: kindOf(consent.need) }) }]),
    ]),
    ...referrals.map((referral): Event => {
      const unit = language === 'fa' ? referral.unitFa : referral.unitEn
      const said = { ready: r.ready, offered: r.offered, accepted: r.accepted, closed: r.closed, declined: r.declined, withdrawn: r.withdrawn, expired: r.expired }[referral.state]
      return {
        key: referral.id,
        at: referral.closedAt ?? referral.recordedAt,
        state: ['declined', 'withdrawn', 'expired'].includes(referral.state) ? 'no' : 'done',
        title: t.evReferral({ state: said }),
        more: unit === null ? undefined : t.to({ unit }),
      }
    }),
    ...visits.map((visit): Event => ({
      key: visit.id,
      at: visit.confirmedAt ?? visit.doneAt ?? visit.approvedAt ?? visit.offeredAt,
      state: ['declined', 'cancelled', 'no-show', 'expired', 'unconfirmed'].includes(visit.state) ? 'no' : 'done',
      title: t.evVisit({ state: v[visit.state] }),
      more: t.by({ name: visit.volunteerName, unit: language === 'fa' ? visit.unitFa : visit.unitEn }),
    })),
  ]
  return events.sort((one, other) => (one.at > other.at ? -1 : 1))
}

const howOf = (c: ReturnType<typeof useWords<typeof consentWords>>, how: string): string | undefined => {
  const key = `how-${how}`
  return key in c ? (c[key as keyof typeof c] as string) : undefined
}
