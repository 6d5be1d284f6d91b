import { useState } from 'react'
import { useWrite, type Answer } from '#web/api/index.ts'
import { ProblemNotice, PublicPage } from '#web/parts/index.ts'
import { words as partWords } from '#web/parts/words.ts'
import { Button, ErrorSummary, PageTitle, go, isKiosk, useDraft, useWords } from '#web/ui/index.ts'
import { AskDone } from './ask-done.tsx'
import { bodyOf, emptyDraft, stepOfField, STEPS, type AskDraft } from './ask-draft.ts'
import { KindsStep, SafetyStep, WhoStep, WordsStep } from './ask-steps.tsx'
import { words } from './words.ts'

/** Asking: four short steps, one question each; what was typed survives a reload and a lost network. */
export function Ask() {
  const t = useWords(words)
  const { place } = useWords(partWords)
  const [draft, setDraft, clear] = useDraft<AskDraft>('ask', emptyDraft)
  const [done, setDone] = useState<Answer<'desk.ask'>>()
  const { write, fields, problem, busy } = useWrite('desk.ask')
  if (done !== undefined) return <AskDone answer={done} />
  const { step } = draft
  const change = (part: Partial<AskDraft>) => setDraft({ ...draft, ...part })
  const titles = [t.kindsTitle, t.wordsTitle, draft.onBehalf ? t.whoTitleOther : t.whoTitle, t.safetyTitle]
  const forward = async () => {
    if (step < STEPS) return change({ step: step + 1 })
    const answer = await write({ body: bodyOf(draft, isKiosk() ? 'kiosk' : 'web') })
    if (answer === undefined) return undefined
    clear()
    return setDone(answer)
  }
  const wrongStep = Object.keys(fields).map(stepOfField).sort()[0]
  return (
    <PublicPage
      key={step}
      back={step === 1 ? '/' : '/ask'}
      step={{ step, of: STEPS }}
      action={
        <Button look="primary" big busy={busy} disabledReason={reasonOf(draft, t, place)} onClick={() => void forward()}>
          {step === STEPS ? t.send : t.next({ question: titles[step] ?? '' })}
        </Button>
      }
    >
      <PageTitle tab={t.askTab}>{titles[step - 1]}</PageTitle>
      {problem !== undefined && <ErrorSummary fields={fields} />}
      {problem !== undefined && Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
      {wrongStep !== undefined && wrongStep !== step && (
        <Button onClick={() => change({ step: wrongStep })}>{titles[wrongStep - 1]}</Button>
      )}
      {step === 1 && <KindsStep draft={draft} change={change} fields={fields} />}
      {step === 2 && <WordsStep draft={draft} change={change} fields={fields} />}
      {step === 3 && <WhoStep draft={draft} change={change} fields={fields} />}
      {step === 4 && <SafetyStep draft={draft} change={change} fields={fields} />}
      <p className="quiet">
        {step > 1 ? (
          <Button look="text" icon="back" onClick={() => change({ step: step - 1 })}>
            {titles[step - 2]}
          </Button>
        ) : (
          <Button look="text" icon="back" onClick={() => go('/')}>
            {t.home}
          </Button>
        )}
      </p>
      <p className="quiet">{isKiosk() ? t.keptKiosk : t.kept}</p>
    </PublicPage>
  )
}

type Speaker = ReturnType<typeof useWords<typeof words>>

/** What is still missing on this step, by the name of its field. */
const reasonOf = (draft: AskDraft, t: Speaker, place: string): string | undefined => {
  if (draft.step === 1 && draft.kinds.length === 0 && !draft.callMe) return t.kindsTitle
  if (draft.step !== 3) return undefined
  const missing = [
    [draft.givenName, draft.onBehalf ? t.theirGivenName : t.givenName],
    [draft.familyName, draft.onBehalf ? t.theirFamilyName : t.familyName],
    [draft.phone, draft.onBehalf ? t.theirPhone : t.phone],
    [draft.place?.code ?? '', place],
  ].find(([value]) => value?.trim() === '')
  return missing?.[1] === undefined ? undefined : t.stillEmpty({ field: missing[1] })
}
