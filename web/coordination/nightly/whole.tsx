import { isUnderWay } from '#domains/matching/runs/lifecycle.ts'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { useLanguage, useWords } from '#web/ui/index.ts'
import { Changes, Without } from './did.tsx'
import type { Run } from './use-runs.ts'

/** The whole area of a run that goes beyond the desk's own, without any small count. */
export function Whole({ run }: { run: Run }) {
  const t = useWords(nightlyWords)
  const { language } = useLanguage()
  return (
    <section className="nightly-whole flow" aria-labelledby="nightly-whole">
      <h2 id="nightly-whole">{t.whole({ area: language === 'fa' ? run.areaFa : run.areaEn })}</h2>
      {run.wide === null ? (
        <p className="quiet">{isUnderWay(run.state) ? t.wholeLater : t.wholeNone}</p>
      ) : (
        <>
          <p>
            {t.wholeSays(run.wide)} {run.wide.proven && t.proven}
          </p>
          <Without own={run.wide} />
          <Changes counts={run.wide} />
        </>
      )}
    </section>
  )
}
