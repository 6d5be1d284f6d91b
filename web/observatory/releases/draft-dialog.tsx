import { useNavigate } from '@tanstack/react-router'
import { instantOf, today, type PlainDate } from '#engines/calendar/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { releaseWords } from '#web/observatory/release-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { DateField } from '#web/ui/aria/index.ts'
import { Button, Dialog, ErrorSummary, Select, TextArea, toast, useDraft, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import type { Releases } from './use-release.ts'

const HOURS = [8, 9, 10, 11, 12, 13, 14, 15, 16]

interface Typed {
  readonly plan: string
  readonly fa: string
  readonly en: string
  readonly day: PlainDate | undefined
  readonly hour: number
}

/** A correction that does not wait: why, and when. What is typed stays through a lost network and a reload. */
export function DraftDialog({ plans, onClose }: { plans: Releases['plans']; onClose: () => void }) {
  const t = useWords(releaseWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [typed, setTyped, clear] = useDraft<Typed>('observatory:draft-release', { plan: plans[0]?.plan ?? '', fa: '', en: '', day: undefined, hour: 9 })
  const { write, busy, problem, fields } = useWrite('observatory.draft-release', ['observatory.'])
  const { plan, fa, en, day, hour } = typed
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const whyNot = () => {
    if (fa.trim() === '' || en.trim() === '') return t.whyNotReasons
    return day === undefined ? t.whyNotDay : undefined
  }
  const make = async () => {
    if (day === undefined) return
    const at = instantOf(day, hour * 60, f.timeZone).toISOString()
    const done = await write({ body: { plan, unscheduled: { reason: { fa, en }, at } } })
    if (done === undefined) return
    clear()
    toast(t.drafted)
    void navigate({ to: '/staff/releases/$release', params: { release: done.release } })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.offCalendar}
      lead={t.offLead}
      footer={
        <>
          <Button look="primary" busy={busy} disabledReason={whyNot()} onClick={() => void make()}>
            {t.make}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <ErrorSummary fields={fields} />
      {plans.length > 1 && (
        <Select name="plan" label={t.plan} value={plan} onChange={(next) => set({ plan: next })} options={plans.map((one) => ({ value: one.plan, label: language === 'fa' ? one.nameFa : one.nameEn }))} />
      )}
      <TextArea name="unscheduled.reason.fa" label={t.reasonFa} hint={t.reasonHint} lang="fa" dir="rtl" rows={2} error={fields['unscheduled.reason.fa']} value={fa} onChange={(next) => set({ fa: next })} />
      <TextArea name="unscheduled.reason.en" label={t.reasonEn} lang="en" dir="ltr" rows={2} error={fields['unscheduled.reason.en']} value={en} onChange={(next) => set({ en: next })} />
      <DateField name="unscheduled.at" label={t.onDay} error={fields['unscheduled.at']} value={day} onChange={(next) => set({ day: next })} from={today(new Date(), f.timeZone)} />
      <Select name="hour" label={t.atHour} value={String(hour)} onChange={(next) => set({ hour: Number(next) })} options={HOURS.map((one) => ({ value: String(one), label: f.digits(`${one}:00`) }))} />
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}
