import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { Badge, useFormatter, useLanguage, useWords, type BadgeTone } from '#web/ui/index.ts'
import type { Line, Runs } from './use-runs.ts'

const TONES: Readonly<Record<Line['state'], BadgeTone>> = {
  planned: 'today',
  running: 'today',
  done: 'good',
  cancelled: 'quiet',
  failed: 'late',
}

/** Runs through the area, the newest first. */
export function RunList({ runs: { runs }, chosen, onChoose }: RunListProps) {
  const t = useWords(nightlyWords)
  const f = useFormatter()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="nightly-runs">
      <h2 id="nightly-runs">{t.runs}</h2>
      <ul className="nightly-runs">
        {runs.map((run) => (
          <li key={run.id}>
            <button
              type="button"
              className={`nightly-run${run.id === chosen ? ' nightly-run--on' : ''}`}
              aria-current={run.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(run.id)}
            >
              <b>{f.dateTime(run.startedAt ?? run.recordedAt)}</b>
              <Badge tone={TONES[run.state]}>{t[run.state]}</Badge>
              <span className="quiet small">
                {language === 'fa' ? run.areaFa : run.areaEn} · {t[run.how]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
interface RunListProps {
  readonly runs: Runs
  readonly chosen: string | undefined
  readonly onChoose: (run: string) => void
}
