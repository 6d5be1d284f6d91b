import { words as matchingWords } from '#domains/matching/words.ts'
import type { Answer } from '#web/api/index.ts'
import { useRead } from '#web/api/query.tsx'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { useKindName } from '#web/parts/kinds.ts'
import { More, Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import type { Run } from './use-runs.ts'

type Need = Answer<'matching.run-left'>['left'][number]

/** Each need that was left without anybody, with the least that would have to give way. */
export function Left({ run }: { run: Run }) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const kindName = useKindName()
  const relaxed = useRelaxed(run.form)
  const { data, problem } = useRead('matching.run-left', { params: { run: run.id } })
  const rows = data?.left.map((need, at) => ({ ...need, key: String(at) }))
  return (
    <section>
      <More label={t.left} icon="list">
        <p className="quiet">{t.leftHint}</p>
        <ProblemNotice problem={problem} />
        {problem === undefined && (
          <Table
            caption={t.left}
            hideCaption
            rows={rows}
            keyOf={({ key }) => key}
            columns={[
              { id: 'need', header: t.leftNeed, cell: ({ kind, areaFa, areaEn }) => `${kindName(kind)} · ${language === 'fa' ? areaFa : areaEn}`, names: true },
              { id: 'when', header: t.leftWhen, cell: ({ from }) => f.date(from, { style: 'day' }), wideOnly: true },
              { id: 'relax', header: t.leftRelax, cell: relaxed },
              { id: 'gives', header: t.leftGives, cell: ({ relax }) => (relax === null ? '' : f.number(relax.candidates)), figures: true },
            ]}
          />
        )}
        {data !== undefined && data.more > 0 && <p className="quiet">{t.leftMore({ count: data.more })}</p>}
      </More>
    </section>
  )
}

function useRelaxed(form: Run['form']): (need: Need) => string {
  const t = useWords(nightlyWords)
  const of = useWords(matchingWords)
  const f = useFormatter()
  return ({ relax, short }) => {
    if (relax === null) return short ? t.leftSecondNobody : t.leftNobody
    if (relax.requirements.length === 0) return form === 'hours' ? t.leftHours : t.leftDear
    const what = f.list(relax.requirements.map((one) => of[`relax-${one}` as 'relax-travel'] ?? one))
    return short ? t.leftSecond({ what }) : what
  }
}
