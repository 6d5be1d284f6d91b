import './results.css'
import type { ReactNode } from 'react'
import { useRead } from '#web/api/index.ts'
import { PublicPage } from '#web/parts/index.ts'
import { PageTitle, useWords } from '#web/ui/index.ts'
import { apiWords } from './api-words.ts'
import { Copyable } from './copyable.tsx'
import { ResultsNav } from './nav.tsx'
import { resultsWords } from './words.ts'

const CSV = `-H 'Accept: application/vnd.sdmx.data+csv;version=2.1.0'`
const STRUCTURE = `-H 'Accept: application/vnd.sdmx.structure+json;version=2.1.0'`

/** The public API, each door with calls that can be taken along. Names are those of what is out; of the first dataset until then. */
export function PublicApi() {
  const t = useWords(apiWords)
  const r = useWords(resultsWords)
  const { data } = useRead('observatory.results', {})
  const newest = data?.releases[0]
  const dataset = newest?.dataset ?? 'NEEDS'
  const indicator = data?.indicators.find((one) => one.dataset === dataset)?.indicator ?? 'needs-met-on-time'
  const { origin } = location
  // Without `-g` curl takes the brackets for a list of addresses.
  const call = (path: string, headers = '') => `curl -g ${headers}${headers === '' ? '' : ' '}'${origin}${path}'`
  const numbers = `/api/sdmx/data/dataflow/HAMYAR/${dataset}/*/*?c[INDICATOR]=${indicator}`
  return (
    <PublicPage width="wide">
      <div className="results flow">
        <ResultsNav />
        <PageTitle tab={r.toApi}>{t.title}</PageTitle>
        <p>{t.lead}</p>
        <Door id="sdmx" title={t.sdmx} text={t.sdmxText}>
          <Copyable wide label={t.sdmxOne} text={call(numbers, CSV)} />
          <Copyable wide label={t.sdmxThen} text={call(`${numbers}&asOf=${newest?.releasedAt ?? '2027-01-15T05:30:00Z'}`, CSV)} />
          <Copyable wide label={t.sdmxStructure} text={call(`/api/sdmx/structure/dataflow/HAMYAR/${dataset}/*?references=descendants`, STRUCTURE)} />
        </Door>
        <Door id="files" title={t.files} text={t.filesText}>
          <Copyable wide label={r.catalogue} text={call('/api/releases/catalogue')} />
        </Door>
        <Door id="tables" title={t.tables} text={t.tablesText}>
          <Copyable wide label={r.toTables} text={call('/api/tables/REQUESTS.csv?rows=CHANNEL&columns=URGENCY')} />
        </Door>
        <Door id="plain" title={t.plain} text={t.plainText}>
          <Copyable wide label={r.toResults} text={call('/api/results')} />
          <Copyable wide label={r.indicator} text={call(`/api/results/indicator?dataset=${dataset}&indicator=${indicator}`)} />
        </Door>
        <Door id="limits" title={t.limits} text={t.limitsText} />
        <ul className="results-links">
          <li>
            <a href="/api">{t.all}</a>
          </li>
          <li>
            <a href="/api/openapi.json">{t.openApi}</a>
          </li>
        </ul>
      </div>
    </PublicPage>
  )
}

interface DoorProps {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

function Door({ id, title, text, children }: DoorProps) {
  return (
    <section aria-labelledby={id} className="flow results-section">
      <h2 id={id}>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  )
}
