import { periodOfCode, type PeriodCode } from '#engines/calendar/index.ts'
import { longPeriod, nameIn, stripeOf, type Result } from '#web/public/results/said.ts'
import { useSaid } from '#web/public/results/said-cell.tsx'
import { resultsWords } from '#web/public/results/words.ts'
import { Choice, Segmented, Select, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import type { ShownProps } from './chosen.ts'
import { resultWords } from './words.ts'

const kindOf = (code: string) => periodOfCode(code as PeriodCode)

/** As of which release, in which calendar, which period of the map, and which group. */
export function Which({ result, chosen, stripe, choose }: ShownProps & { stripe: string }) {
  const t = useWords(resultWords)
  const { language } = useLanguage()
  const periods = result.periods.filter(({ period }) => stripeOf(period) === stripe)
  const group = result.groups[0]
  return (
    <section aria-labelledby="which" className="result-choices">
      <h2 id="which" className="visually-hidden">
        {t.which}
      </h2>
      <AsOf result={result} chosen={chosen} choose={choose} />
      <Stripes result={result} stripe={stripe} choose={choose} />
      {periods.length > 1 && (
        <Select
          name="period"
          label={t.chosenPeriod}
          value={result.period}
          onChange={(period) => choose({ period: period === '' ? undefined : period })}
          options={[...periods].reverse().map(({ period }) => ({ value: period, label: longPeriod(period, language) }))}
        />
      )}
      {group && (
        <Select
          name="group"
          label={nameIn(group, language)}
          optional
          empty={t.allGroups}
          value={chosen.group ?? ''}
          onChange={(to) => choose({ group: to === '' ? undefined : to })}
          options={group.codes.map(({ code, ...names }) => ({ value: `${group.dimension}.${code}`, label: nameIn(names, language) }))}
        />
      )}
    </section>
  )
}

/** Only where periods of both calendars, or of several lengths, were released. */
function Stripes({ result, stripe, choose }: Pick<ShownProps, 'result' | 'choose'> & { stripe: string }) {
  const t = useWords(resultWords)
  const there = [...new Set(result.periods.map(({ period }) => stripeOf(period)))]
  const [calendar, kind] = stripe.split(' ') as ['P' | 'G', Kind]
  const calendars = (['P', 'G'] as const).filter((one) => there.some((each) => each.startsWith(one)))
  const kinds = KINDS.filter((one) => there.includes(`${calendar} ${one}`))
  const take = (next: string) => {
    const last = result.periods.filter(({ period }) => stripeOf(period) === next).at(-1)
    choose({ stripe: next, period: last?.period })
  }
  const inCalendar = (one: 'P' | 'G') => there.find((each) => each === `${one} ${kind}`) ?? there.find((each) => each.startsWith(one)) ?? stripe
  return (
    <>
      {calendars.length > 1 && (
        <Segmented<'P' | 'G'>
          name="calendar"
          label={t.calendar}
          value={calendar}
          onChange={(one) => take(inCalendar(one))}
          options={[
            { value: 'P', label: t.persian },
            { value: 'G', label: t.gregorian },
          ]}
        />
      )}
      {kinds.length > 1 && <Select name="length" label={t.length} value={kind} onChange={(one) => one !== '' && take(`${calendar} ${one}`)} options={kinds.map((one) => ({ value: one, label: t[one] }))} />}
    </>
  )
}

const KINDS = ['week', 'month', 'quarter', 'half', 'year'] as const
type Kind = ReturnType<typeof kindOf>['kind']

/** "As of": the same numbers as they were known on an earlier day of release. */
function AsOf({ result, chosen, choose }: ShownProps) {
  const t = useWords(resultWords)
  const r = useWords(resultsWords)
  const f = useFormatter()
  const said = useSaid()
  const { language } = useLanguage()
  const [newest] = result.vintages
  const shown = chosen.vintage ?? newest?.number
  const hintOf = ({ number, said: line }: Result['vintages'][number]): string => {
    const last = line.filter(({ period }) => period === result.period).at(-1)
    const words = last === undefined ? [] : [t.thenWas({ period: longPeriod(last.period, language), said: said(last.cell, result) })]
    return [number === newest?.number ? t.newest : r.vintage({ number }), ...words].join(' · ')
  }
  return (
    <Choice
      name="vintage"
      label={t.asOf}
      look="list"
      value={shown === undefined ? undefined : String(shown)}
      onChange={(number) => choose({ vintage: Number(number) === newest?.number ? undefined : Number(number), period: undefined })}
      options={result.vintages.map((vintage) => ({ value: String(vintage.number), label: f.date(vintage.releasedAt, { style: 'full' }), hint: hintOf(vintage) }))}
    />
  )
}
