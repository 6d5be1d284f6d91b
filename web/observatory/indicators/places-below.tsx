import { indicatorWords } from '#web/observatory/indicator-words.ts'
import { Share, Table, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { longName, placeName, writeFigure, type Figures } from './figures.ts'

type Row = Figures['places']['figures'][number]

/** One step down: every place, its figure, and how complete it is. A row opens the place itself. */
export function PlacesBelow({ figures, onOpen }: { figures: Figures; onOpen: (place: string) => void }) {
  const t = useWords(indicatorWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const { places, place } = figures
  const title = t.below({ period: longName(places.period, language), place: placeName(place, language) })
  const isRest = ({ place: { code } }: Row) => code.endsWith('*')
  const name = (row: Row) => (isRest(row) ? t.rest({ place: placeName(row.place, language) }) : placeName(row.place, language))
  const isShare = places.figures.some(({ figure }) => figure.denominator !== null)
  if (places.figures.length === 0) return <p className="quiet">{t.belowNone}</p>
  const rows = [...places.figures].sort((one, other) => other.figure.numerator - one.figure.numerator)
  return (
    <section className="centre-section">
      <Table<Row>
        caption={title}
        rows={rows}
        keyOf={(row) => row.place.code}
        onOpen={(row) => !isRest(row) && onOpen(row.place.code)}
        columns={[
          { id: 'place', header: t.place, names: true, cell: name },
          { id: 'figure', header: t.figure, figures: true, cell: ({ figure }) => writeFigure(f, figure, t.noShare) },
          ...(isShare ? [{ id: 'whole', header: t.whole, figures: true, cell: ({ figure }: Row) => f.number(figure.denominator ?? 0) }] : []),
          {
            id: 'reported',
            header: t.reported,
            figures: true,
            wideOnly: true,
            cell: ({ completeness: { reported, expected } }) => (
              <span className="indicator-reported">
                <Share value={expected === 0 ? 0 : reported / expected} /> {t.reportedOf({ reported, expected })}
              </span>
            ),
          },
          { id: 'late', header: t.late, figures: true, wideOnly: true, cell: ({ completeness }) => f.number(completeness.late) },
        ]}
      />
      {places.overlap !== null && places.overlap > 0 && <p className="quiet small">{t.overlap({ overlap: places.overlap })}</p>}
    </section>
  )
}
