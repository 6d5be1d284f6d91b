import { periodOfCode, type Period } from '#engines/calendar/index.ts'
import { axesOf } from '#domains/observatory/formats/axes.ts'
import type { Agency, Dataset, Text } from '#domains/observatory/formats/dataset.ts'

export const DCAT_TYPE = 'application/ld+json'

/** A file of a release as it lies there: what it is, how large, and its hash. */
export interface Distribution {
  readonly title: Text
  readonly url: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  /** The standard it follows. */
  readonly conformsTo?: string
}

export interface CatalogueItem {
  readonly dataset: Dataset
  readonly distributions: readonly Distribution[]
}

export interface CatalogueParts {
  /** Address that the ids in the catalogue begin with; ends with `/`. */
  readonly base: string
  readonly title: Text
  readonly description: Text
  readonly publisher: Agency
  /** Every vintage of every dataset. */
  readonly items: readonly CatalogueItem[]
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  adms: 'http://www.w3.org/ns/adms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/'
const FREQUENCIES = { year: 'ANNUAL', half: 'ANNUAL_2', quarter: 'QUARTERLY', month: 'MONTHLY', week: 'WEEKLY' } as const
const SHORTEST = ['week', 'month', 'quarter', 'half', 'year'] as const
const DURATIONS = { year: 'P1Y', half: 'P6M', quarter: 'P3M', month: 'P1M', week: 'P7D' } as const

const spoken = ({ fa, en }: Text) => [
  { '@value': fa, '@language': 'fa' },
  { '@value': en, '@language': 'en' },
]
const typed = (value: string, type: string) => ({ '@value': value, '@type': `xsd:${type}` })
const at = (iri: string) => ({ '@id': iri })

const publisherOf = (base: string, { id, name }: Agency) => ({ '@id': `${base}agency/${id}`, '@type': 'foaf:Agent', 'foaf:name': spoken(name) })

const contactOf = ({ contact }: Agency) => ({
  '@type': 'vcard:Kind',
  'vcard:fn': spoken(contact.name),
  ...(contact.email === undefined ? {} : { 'vcard:hasEmail': at(`mailto:${contact.email}`) }),
  ...(contact.page === undefined ? {} : { 'vcard:hasURL': at(contact.page) }),
})

const seriesId = (base: string, { agency, id }: Dataset): string => `${base}series/${agency.id}/${id}`
const datasetId = (base: string, dataset: Dataset, release: number): string => `${seriesId(base, dataset)}/r${release}`

const earliest = (periods: readonly Period[]): string => periods.map(({ start }) => start).sort()[0] ?? ''
const latest = (periods: readonly Period[]): string => periods.map(({ end }) => end).sort().at(-1) ?? ''

const shortestOf = (periods: readonly Period[]) => SHORTEST.find((kind) => periods.some((period) => period.kind === kind)) ?? 'year'

/** Places that no other place of the dataset holds: they cover it. */
const placesOf = (base: string, dataset: Dataset) =>
  axesOf(dataset)
    .filter(({ role }) => role === 'place')
    .flatMap(({ codes }) => codes.filter(({ parent }) => parent === undefined))
    .map(({ id, label }) => ({ '@id': `${base}place/${id}`, '@type': 'dct:Location', 'skos:prefLabel': spoken(label) }))

const distributionOf = (dataset: Dataset, { title, url, mediaType, bytes, sha256, conformsTo }: Distribution) => ({
  '@id': url,
  '@type': 'dcat:Distribution',
  'dct:title': spoken(title),
  'dcat:accessURL': at(url),
  'dcat:downloadURL': at(url),
  'dcat:mediaType': at(`https://www.iana.org/assignments/media-types/${mediaType.split(';')[0]}`),
  'dcat:byteSize': typed(String(bytes), 'nonNegativeInteger'),
  'spdx:checksum': {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': at('spdx:checksumAlgorithm_sha256'),
    'spdx:checksumValue': typed(sha256, 'hexBinary'),
  },
  'dct:license': at(dataset.licence.page),
  ...(conformsTo === undefined ? {} : { 'dct:conformsTo': at(conformsTo) }),
})

const aboutOf = (base: string, dataset: Dataset) => ({
  'dct:title': spoken(dataset.name),
  'dct:description': spoken(dataset.description),
  'dct:publisher': publisherOf(base, dataset.agency),
  'dcat:contactPoint': contactOf(dataset.agency),
  'dct:license': at(dataset.licence.page),
})

const vintageOf = (base: string, { dataset, distributions }: CatalogueItem) => {
  const { release } = dataset
  const periods = dataset.periods.map(periodOfCode)
  const shortest = shortestOf(periods)
  const before = release.revises === undefined ? undefined : at(datasetId(base, dataset, release.revises.number))
  return {
    '@id': datasetId(base, dataset, release.number),
    '@type': 'dcat:Dataset',
    ...aboutOf(base, dataset),
    'dct:identifier': release.hash,
    'dcat:version': `${dataset.version}-r${release.number}`,
    'dct:issued': typed(release.releasedAt, 'dateTime'),
    'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'skos:prefLabel': spoken(dataset.source) },
    'dct:accrualPeriodicity': at(`${FREQUENCY}${FREQUENCIES[shortest]}`),
    'dcat:temporalResolution': typed(DURATIONS[shortest], 'duration'),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': typed(earliest(periods), 'date'),
      'dcat:endDate': typed(latest(periods), 'date'),
    },
    'dct:spatial': placesOf(base, dataset),
    'dcat:inSeries': at(seriesId(base, dataset)),
    ...(before === undefined ? {} : { 'dcat:prev': before, 'dcat:previousVersion': before }),
    ...(release.revises === undefined ? {} : { 'adms:versionNotes': spoken(release.revises.reason) }),
    'dcat:distribution': distributions.map((distribution) => distributionOf(dataset, distribution)),
  }
}

const byRelease = (one: CatalogueItem, other: CatalogueItem): number => one.dataset.release.number - other.dataset.release.number

const seriesOf = (base: string, items: readonly CatalogueItem[]) => {
  const vintages = [...items].sort(byRelease)
  const [first, last] = [vintages[0], vintages.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    {
      '@id': seriesId(base, last.dataset),
      '@type': 'dcat:DatasetSeries',
      ...aboutOf(base, last.dataset),
      'dcat:first': at(datasetId(base, first.dataset, first.dataset.release.number)),
      'dcat:last': at(datasetId(base, last.dataset, last.dataset.release.number)),
      'dct:modified': typed(last.dataset.release.releasedAt, 'dateTime'),
    },
  ]
}

/** A DCAT 3 catalogue in JSON-LD. Its context is inside: nothing has to be fetched to read it. */
export const catalogueOf = ({ base, title, description, publisher, items }: CatalogueParts) => {
  const groups = new Map<string, CatalogueItem[]>()
  for (const item of [...items].sort(byRelease)) {
    const series = seriesId(base, item.dataset)
    groups.set(series, [...(groups.get(series) ?? []), item])
  }
  const issued = items.map(({ dataset }) => dataset.release.releasedAt).sort()
  return {
    '@context': CONTEXT,
    '@id': base,
    '@type': 'dcat:Catalog',
    'dct:title': spoken(title),
    'dct:description': spoken(description),
    'dct:publisher': publisherOf(base, publisher),
    'dct:language': ['FAS', 'ENG'].map((language) => at(`http://publications.europa.eu/resource/authority/language/${language}`)),
    ...(issued.length === 0 ? {} : { 'dct:modified': typed(issued.at(-1) ?? '', 'dateTime') }),
    'dcat:dataset': [...groups.values()].flatMap((group) => [...seriesOf(base, group), ...group.map((item) => vintageOf(base, item))]),
  }
}
