import { useState } from 'react'
import { defineIndicatorWords } from '#web/observatory/define-words.ts'
import { indicatorWords, wordOf } from '#web/observatory/indicator-words.ts'
import { Button, Facts, More, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { DefineDialog } from './define-dialog.tsx'
import type { Figures } from './figures.ts'

/** What is counted, in words; all of it behind one line. */
export function Definition({ figures }: { figures: Figures }) {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const d = useWords(defineIndicatorWords)
  const [defines, setDefines] = useState(false)
  const [newest] = figures.versions
  if (newest === undefined) return null
  const { definition, version } = newest
  const { complete, dimensions } = definition
  return (
    <section aria-labelledby="definition" className="flow flow--close">
      <h2 id="definition">{t.definition}</h2>
      <p>{definition.explanation[language]}</p>
      <p className="quiet small">{definition.caveats[language]}</p>
      <More label={t.wholeDefinition} note={t.versionFrom({ version })} icon="list">
        <Facts
          rows={[
            { term: t.unit, value: wordOf(t, 'unit', definition.unit) },
            { term: t.smallest, value: wordOf(t, 'level', definition.level) },
            { term: t.shortest, value: t[definition.frequency] },
            { term: t.toldApart, value: dimensions.length === 0 ? t.nothingElse : f.list(dimensions.map((dimension) => wordOf(t, 'dimension', dimension))) },
            { term: t.completeRule, value: t.completeRuleIs({ percent: complete.percent, days: complete.lateAfterDays }) },
            { term: t.source, value: definition.source[language] },
          ]}
        />
      </More>
      <Button onClick={() => setDefines(true)}>{d.open}</Button>
      {defines && <DefineDialog indicator={figures.indicator} newest={newest} onClose={() => setDefines(false)} />}
    </section>
  )
}
