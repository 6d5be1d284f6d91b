import { openQuery } from '#platform/query/index.ts'
import { headline, order } from './catalogue/index.ts'
import { getIndicator, listIndicators } from './contract.ts'
import { publishedIndicators, requireIndicator } from './published.ts'
import type { StoredVersion } from './store.ts'

export const versionAnswer = ({ id: _id, ...version }: StoredVersion) => version

const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)

export const indicators = openQuery(listIndicators, async ({ tx }) => ({
  indicators: [...(await publishedIndicators(tx))]
    .flatMap(([id, versions]) => {
      const [newest] = versions
      return newest === undefined ? [] : [{ id, headline: id === headline, versions: versions.length, newest: versionAnswer(newest) }]
    })
    .sort((one, other) => place(one.id) - place(other.id) || (one.id < other.id ? -1 : 1)),
}))

export const indicator = openQuery(getIndicator, async ({ tx }, { query: { indicator: id } }) => ({
  id,
  versions: (await requireIndicator(tx, id)).map(versionAnswer),
}))
