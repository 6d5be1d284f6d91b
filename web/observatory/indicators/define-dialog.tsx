import { useState } from 'react'
import { changeOf, leastBridge, nextVersion } from '#domains/observatory/indicators/lifecycle.ts'
import { requirePlainDate, today, type PlainDate } from '#engines/calendar/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { defineIndicatorWords } from '#web/observatory/define-words.ts'
import { indicatorWords } from '#web/observatory/indicator-words.ts'
import { ProblemNotice, useAbout } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { DateField } from '#web/ui/aria/index.ts'
import { Button, Checks, Dialog, ErrorSummary, Notice, Select, TextArea, TextField, toast, useFormatter, useWords } from '#web/ui/index.ts'
import type { Figures } from './figures.ts'

type Version = Figures['versions'][number]
type Definition = Version['definition']
type Measure = Definition['numerator']

const LEVELS = ['country', 'province', 'county', 'town'] as const
const FREQUENCIES = ['year', 'half', 'quarter', 'month', 'week'] as const

/** Kinds of help that a definition is narrowed to; none where it counts all. */
const kindsOf = ({ numerator }: Definition): string[] => numerator.terms[0]?.where['kind'] ?? []

const narrowed = (measure: Measure, kinds: readonly string[]): Measure => ({
  ...measure,
  terms: measure.terms.map(({ where: { kind: _kind, ...where }, ...term }) => ({ ...term, where: kinds.length === 0 ? where : { ...where, kind: [...kinds] } })),
})

/** What the form makes of the newest definition; what it means for the version is said before it is published. */
export function DefineDialog({ indicator, newest, onClose }: { indicator: string; newest: Version; onClose: () => void }) {
  const t = useWords(defineIndicatorWords)
  const f = useFormatter()
  const about = useAbout()
  const [definition, setDefinition] = useState(newest.definition)
  const [from, setFrom] = useState<PlainDate>()
  const [bridgeUntil, setBridge] = useState<PlainDate>()
  const [reason, setReason] = useState('')
  const { write, busy, problem, fields } = useWrite('observatory.define-indicator', ['observatory.'])
  const change = changeOf(newest.definition, definition)
  const calendar = about?.calendar === 'gregorian' ? 'G' : 'P'
  const least = change === undefined || from === undefined ? undefined : leastBridge(change, definition, from, calendar)
  const whyNot = () => {
    if (change === undefined) return t.nothingChanged
    if (from === undefined) return t.dayFirst
    if (least !== undefined && bridgeUntil === undefined) return t.bridgeFirst
    return reason.trim() === '' ? t.reasonFirst : undefined
  }
  const save = async () => {
    if (from === undefined) return
    const body = { indicator, follows: newest.version, definition, from, bridgeUntil: least === undefined ? null : (bridgeUntil ?? null), reason }
    if ((await write({ body })) === undefined) return
    toast(t.published)
    onClose()
  }
  const first = requirePlainDate(newest.from)
  const earliest = today(new Date(), about?.timeZone ?? f.timeZone)
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={t.title}
      lead={t.lead}
      footer={
        <>
          <Button look="primary" busy={busy} disabledReason={whyNot()} onClick={() => void save()}>
            {t.publish}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <ErrorSummary fields={fields} />
      <Meaning definition={definition} onChange={setDefinition} />
      {change !== undefined && <Notice>{t[`becomes-${change}`]({ version: nextVersion(newest.version, change) })}</Notice>}
      <DateField name="from" label={t.from} error={fields['from']} value={from} onChange={setFrom} from={earliest < first ? first : earliest} />
      {least !== undefined && (
        <DateField
          name="bridgeUntil"
          label={t.bridge}
          hint={t.bridgeHint({ date: f.date(least, { style: 'full' }) })}
          error={fields['bridgeUntil']}
          value={bridgeUntil}
          onChange={setBridge}
          from={least}
        />
      )}
      <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={2} error={fields['reason']} value={reason} onChange={setReason} />
      {Object.keys(fields).length === 0 && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}

/** The words, and what is counted for whom. */
function Meaning({ definition, onChange }: { definition: Definition; onChange: (to: Definition) => void }) {
  const t = useWords(defineIndicatorWords)
  const w = useWords(indicatorWords)
  const about = useAbout()
  const kindName = useKindName()
  const change = (to: Partial<Definition>) => onChange({ ...definition, ...to })
  const narrow = (kinds: readonly string[]) =>
    change({
      numerator: narrowed(definition.numerator, kinds),
      denominator: definition.denominator === null ? null : narrowed(definition.denominator, kinds),
    })
  const complete = (to: Partial<Definition['complete']>) => change({ complete: { ...definition.complete, ...to } })
  return (
    <>
      <div className="indicator-pair">
        <TextField name="definition.name.fa" label={t.nameFa} lang="fa" dir="rtl" value={definition.name.fa} onChange={(fa) => change({ name: { ...definition.name, fa } })} />
        <TextField name="definition.name.en" label={t.nameEn} lang="en" dir="ltr" value={definition.name.en} onChange={(en) => change({ name: { ...definition.name, en } })} />
        <TextArea name="definition.explanation.fa" label={t.explanationFa} lang="fa" dir="rtl" rows={3} value={definition.explanation.fa} onChange={(fa) => change({ explanation: { ...definition.explanation, fa } })} />
        <TextArea name="definition.explanation.en" label={t.explanationEn} lang="en" dir="ltr" rows={3} value={definition.explanation.en} onChange={(en) => change({ explanation: { ...definition.explanation, en } })} />
        <TextArea name="definition.caveats.fa" label={t.caveatsFa} lang="fa" dir="rtl" rows={3} value={definition.caveats.fa} onChange={(fa) => change({ caveats: { ...definition.caveats, fa } })} />
        <TextArea name="definition.caveats.en" label={t.caveatsEn} lang="en" dir="ltr" rows={3} value={definition.caveats.en} onChange={(en) => change({ caveats: { ...definition.caveats, en } })} />
      </div>
      {definition.dimensions.includes('kind') && (
        <Checks
          name="definition.numerator"
          label={t.kinds}
          hint={t.kindsHint}
          optional
          value={kindsOf(definition)}
          onChange={narrow}
          options={(about?.needKinds ?? []).map(({ code }) => ({ value: code, label: kindName(code) }))}
        />
      )}
      <div className="indicator-pair">
        <Select name="definition.level" label={t.level} value={definition.level} onChange={(level) => change({ level: level as Definition['level'] })} options={LEVELS.map((value) => ({ value, label: w[`level-${value}`] }))} />
        <Select name="definition.frequency" label={t.frequency} value={definition.frequency} onChange={(frequency) => change({ frequency: frequency as Definition['frequency'] })} options={FREQUENCIES.map((value) => ({ value, label: w[value] }))} />
        <TextField name="definition.complete.percent" label={t.percent} dir="ltr" inputMode="numeric" value={String(definition.complete.percent)} onChange={(text) => complete({ percent: numberIn(text) })} />
        <TextField name="definition.complete.lateAfterDays" label={t.days} dir="ltr" inputMode="numeric" value={String(definition.complete.lateAfterDays)} onChange={(text) => complete({ lateAfterDays: numberIn(text) })} />
      </div>
    </>
  )
}

/** Digits of either script; what is no number is none. */
const numberIn = (text: string): number => {
  const digits = [...text].map((sign) => ('۰۱۲۳۴۵۶۷۸۹'.includes(sign) ? String('۰۱۲۳۴۵۶۷۸۹'.indexOf(sign)) : sign)).filter((sign) => /\d/.test(sign))
  return Number(digits.join('').slice(0, 3))
}
