import './case.css'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ProblemNotice } from '#web/parts/index.ts'
import { StaffPage } from '#web/parts/staff.ts'
import { PageTitle, Skeleton, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import { CloseDialog } from './close-dialog.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import { Happened } from './happened.tsx'
import { NeedDialog } from './need-dialog.tsx'
import { NextStep } from './next-step.tsx'
import { NeedsAndConsents } from './needs-and-consents.tsx'
import { Person } from './person.tsx'
import { ReferralDialog } from './referral-dialog.tsx'
import { Review } from './review.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { useCase, type Doing } from './use-case.ts'

/** One column of time, with the person, the needs and the consents around it. */
export function CasePage() {
  const t = useWords(caseWords)
  const { case: id } = useParams({ from: '/staff/cases/$case' })
  const { whole, problem, reload } = useCase(id)
  const [doing, setDoing] = useState<Doing>()
  const done = () => setDoing(undefined)
  if (whole === undefined)
    return (
      <StaffPage>
        <PageTitle tab={t.tab}>{t.tab}</PageTitle>
        <ProblemNotice problem={problem} retry={reload} />
        {problem === undefined && <Skeleton lines={8} />}
      </StaffPage>
    )
  return (
    <StaffPage
      layout="case"
      start={
        <>
          <Person file={whole.file} />
          <Review file={whole.file} onDo={setDoing} />
        </>
      }
      end={<NeedsAndConsents whole={whole} onDo={setDoing} />}
    >
      <NextStep whole={whole} onDo={setDoing} />
      <Happened whole={whole} />
      {doing?.what === 'need' && <NeedDialog file={whole.file} onClose={done} />}
      {doing?.what === 'close' && <CloseDialog file={whole.file} onClose={done} />}
      {doing?.what === 'review' && <ReviewDialog file={whole.file} onClose={done} />}
      {doing?.what === 'consent' && <ConsentDialog need={doing.need} onClose={done} />}
      {doing?.what === 'refer' && <ReferralDialog need={doing.need} consent={doing.consent} onClose={done} />}
    </StaffPage>
  )
}
