import { words as matchingWords } from '#domains/matching/words.ts'
import { boardWords } from './words.ts'
import { useLanguageName } from '#web/coordination/language-name.ts'
import { PersonName } from '#web/parts/index.ts'
import { useFormatter, useWords } from '#web/ui/index.ts'
import type { Proposal } from './use-board.ts'

type RunnerUp = Proposal['runnersUp'][number]
type Lack = RunnerUp['lacks'][number]

/** The next ones and what each lacked: the hard conditions first, else by how much they cost more. `less` is what every sum leaves out. */
export function RunnersUp({ runnersUp, less, title }: { runnersUp: readonly RunnerUp[]; less: number; title?: string }) {
  const t = useWords(boardWords)
  const f = useFormatter()
  const lackOf = useLack()
  return (
    <section>
      <h3>{title ?? t.next}</h3>
      {runnersUp.length === 0 && <p className="quiet">{t.noNext}</p>}
      <ul className="board-next">
        {runnersUp.map((other, at) => (
          <li key={`${other.name}-${at}`}>
            <span className="board-next-head">
              <b>
                <PersonName>{other.name}</PersonName>
              </b>
              <span className="quiet">{other.lacks.length > 0 ? t.notPossible : f.number(other.total - less)}</span>
            </span>
            <span className="quiet">
              {other.lacks.length > 0 ? f.list(other.lacks.map(lackOf)) : dearer(t, other)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const dearer = (t: Speaker, { difference }: RunnerUp) => (difference > 0 ? t.dearer({ by: difference }) : t.chosenElsewhere)
type Speaker = ReturnType<typeof useWords<typeof boardWords>>

function useLack(): (lack: Lack) => string {
  const t = useWords(boardWords)
  const of = useWords(matchingWords)
  const f = useFormatter()
  const languageName = useLanguageName()
  return ({ requirement, detail }) => {
    const lack = of[`lack-${requirement}` as 'lack-travel'] ?? requirement
    if (detail === null) return lack
    if (requirement === 'travel') return t.lackWith({ lack, detail: t.km({ km: Number(detail) }) })
    if (requirement === 'vetting') return t.lackWith({ lack, detail: t.until({ when: f.date(detail, { style: 'full' }) }) })
    if (requirement === 'language') return t.lackWith({ lack, detail: languageName(detail) })
    // The code of an occupation says nothing to a reader; the need's kind above says it.
    return lack
  }
}
