import type { NextAct } from '#domains/observatory/releases/lifecycle.ts'
import { releaseWords } from '#web/observatory/release-words.ts'
import { Step, Thread, useFormatter, useWords } from '#web/ui/index.ts'
import { actOf, useTodo, type Release } from './use-release.ts'

const STATES = ['draft', 'protected', 'checked', 'released'] as const

/** The five steps of a release, with who has to do what until when under the one that is due. */
export function StepsDone({ release }: { release: Release }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const todo = useTodo()(release)
  const act = actOf(release)
  if (act === 'withdrawn') return null
  // What is reached is done; the next one is due, unless nothing goes on from here.
  const reached = (STATES as readonly string[]).indexOf(release.state) + (act === 'out' ? 1 : 0)
  const stuck: readonly NextAct[] = ['mend', 'passed']
  const steps = [
    { title: t.stepDraft, when: f.date(dayBefore(release.asOf), { style: 'full' }) },
    { title: t.stepProtect },
    { title: t.stepCheck },
    { title: t.stepSign, when: release.signedAt === null ? undefined : f.dateTime(release.signedAt) },
    { title: t.stepOut, when: f.dateTime(release.releasesAt) },
  ]
  const stateOf = (index: number) => {
    if (index <= reached) return 'done'
    if (index > reached + 1) return 'next'
    return stuck.includes(act) ? 'no' : 'now'
  }
  return (
    <section aria-labelledby="release-steps" className="flow">
      <h2 id="release-steps">{t.steps}</h2>
      <Thread>
        {steps.map(({ title, when }, index) => (
          <Step key={title} state={stateOf(index)} title={title} when={when}>
            {index === reached + 1 ? todo : undefined}
          </Step>
        ))}
      </Thread>
    </section>
  )
}

/** As of the first moment of a day is up to the end of the one before. */
const dayBefore = (asOf: string): Date => new Date(Date.parse(asOf) - 1)
