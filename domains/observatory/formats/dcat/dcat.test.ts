import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { datasetOf } from '#domains/observatory/formats/check.ts'
import { needsMet, needsMetParts } from '#domains/observatory/formats/dataset.fixture.ts'
import { catalogueOf, type CatalogueItem } from './catalogue.ts'

const file = { title: { fa: 'پروندهٔ CSV', en: 'CSV file' }, url: 'https://example.org/files/2.csv', mediaType: 'text/csv; charset=utf-8', bytes: 1234, sha256: 'cd'.repeat(32) }

const first = (): CatalogueItem => {
  const parts = needsMetParts()
  const release = { number: 1, hash: 'cd'.repeat(32), asOf: parts.release.asOf, releasedAt: '2024-05-25T06:30:00Z' }
  const dataset = datasetOf({ ...parts, release })
  return { dataset, distributions: [{ ...file, url: 'https://example.org/files/1.csv' }] }
}
const items = (): CatalogueItem[] => [{ dataset: needsMet(), distributions: [file] }, first()]

const catalogue = (some = items()) =>
  catalogueOf({ base: 'https://example.org/', title: needsMet().name, description: needsMet().description, publisher: needsMet().agency, items: some })

interface Triple { readonly subject: string; readonly predicate: string; readonly object: string; readonly datatype: string | undefined; readonly language: string | undefined }

/** Expanded by an independent processor that may fetch nothing: what it drops or cannot name is not in the graph. */
const triples = async (document: object): Promise<Triple[]> => {
  const quads = (await jsonld.toRDF(document as jsonld.JsonLdDocument, {
    safe: true,
    documentLoader: (url: string) => { throw new Error(`wanted to fetch ${url}`) },
  } as jsonld.Options.ToRdf)) as { subject: { value: string }; predicate: { value: string }; object: { value: string; datatype?: { value: string }; language?: string } }[]
  return quads.map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
    datatype: object.datatype?.value,
    language: object.language,
  }))
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const SPDX = 'http://spdx.org/rdf/terms#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

interface Rule { readonly path: string; readonly min: number; readonly max?: number; readonly datatype?: string; readonly to?: string; readonly iri?: RegExp }

/*
 * The mandatory and recommended properties of DCAT-AP 3 for each class, as shapes: how often, of which datatype, leading
 * to what.
 */
const SHAPES: Readonly<Record<string, readonly Rule[]>> = {
  [`${DCAT}Catalog`]: [
    { path: `${DCT}title`, min: 2 }, { path: `${DCT}description`, min: 2 }, { path: `${DCT}publisher`, min: 1, max: 1, to: 'http://xmlns.com/foaf/0.1/Agent' },
    { path: `${DCT}language`, min: 1 }, { path: `${DCAT}dataset`, min: 1 }, { path: `${DCT}modified`, min: 1, max: 1, datatype: `${XSD}dateTime` },
  ],
  [`${DCAT}DatasetSeries`]: [
    { path: `${DCT}title`, min: 2 }, { path: `${DCT}description`, min: 2 },
    { path: `${DCAT}first`, min: 1, max: 1, to: `${DCAT}Dataset` }, { path: `${DCAT}last`, min: 1, max: 1, to: `${DCAT}Dataset` },
  ],
  [`${DCAT}Dataset`]: [
    { path: `${DCT}title`, min: 2 }, { path: `${DCT}description`, min: 2 }, { path: `${DCT}identifier`, min: 1, max: 1 },
    { path: `${DCT}publisher`, min: 1, max: 1 }, { path: `${DCAT}contactPoint`, min: 1, to: 'http://www.w3.org/2006/vcard/ns#Kind' },
    { path: `${DCAT}inSeries`, min: 1, max: 1, to: `${DCAT}DatasetSeries` }, { path: `${DCAT}version`, min: 1, max: 1 },
    { path: `${DCAT}prev`, min: 0, max: 1, to: `${DCAT}Dataset` }, { path: `${DCAT}previousVersion`, min: 0, max: 1, to: `${DCAT}Dataset` },
    { path: `${DCT}temporal`, min: 1, max: 1, to: `${DCT}PeriodOfTime` }, { path: `${DCT}spatial`, min: 1, to: `${DCT}Location` },
    { path: `${DCT}accrualPeriodicity`, min: 1, max: 1, iri: /authority\/frequency\/[A-Z_0-9]+$/ },
    { path: `${DCT}issued`, min: 1, max: 1, datatype: `${XSD}dateTime` }, { path: `${DCAT}distribution`, min: 1, to: `${DCAT}Distribution` },
  ],
  [`${DCAT}Distribution`]: [
    { path: `${DCAT}accessURL`, min: 1, iri: /^https:/ }, { path: `${DCAT}downloadURL`, min: 1, max: 1 },
    { path: `${DCAT}mediaType`, min: 1, max: 1, iri: /assignments\/media-types\/[a-z]+\/[a-z0-9.+-]+$/ },
    { path: `${DCAT}byteSize`, min: 1, max: 1, datatype: `${XSD}nonNegativeInteger` }, { path: `${SPDX}checksum`, min: 1, max: 1, to: `${SPDX}Checksum` },
    { path: `${DCT}license`, min: 1, max: 1, iri: /^https:/ },
  ],
  [`${SPDX}Checksum`]: [
    { path: `${SPDX}algorithm`, min: 1, max: 1, iri: /checksumAlgorithm_sha256$/ }, { path: `${SPDX}checksumValue`, min: 1, max: 1, datatype: `${XSD}hexBinary` },
  ],
  [`${DCT}PeriodOfTime`]: [
    { path: `${DCAT}startDate`, min: 1, max: 1, datatype: `${XSD}date` }, { path: `${DCAT}endDate`, min: 1, max: 1, datatype: `${XSD}date` },
  ],
}

const faults = (graph: readonly Triple[]): string[] => {
  const ofType = (type: string) => graph.filter(({ predicate, object }) => predicate === TYPE && object === type).map(({ subject }) => subject)
  return Object.entries(SHAPES).flatMap(([type, rules]) => {
    const subjects = ofType(type)
    if (subjects.length === 0) return [`no ${type}`]
    return subjects.flatMap((subject) =>
      rules.flatMap(({ path, min, max, datatype, to, iri }) => {
        const values = graph.filter((triple) => triple.subject === subject && triple.predicate === path)
        const known = to === undefined ? undefined : new Set(ofType(to))
        return [
          ...(values.length < min || values.length > (max ?? Infinity) ? [`${type}: ${values.length} ${path}`] : []),
          ...values.filter((value) => datatype !== undefined && value.datatype !== datatype).map(() => `${type}: datatype of ${path}`),
          ...values.filter(({ object }) => known?.has(object) === false).map(() => `${type}: ${path} leads nowhere`),
          ...values.filter(({ object }) => iri?.test(object) === false).map(({ object }) => `${type}: ${path} is ${object}`),
        ]
      }),
    )
  })
}

describe('a DCAT catalogue', () => {
  it('keeps the shapes of its classes, read by a processor that fetches nothing', async () => {
    expect(faults(await triples(catalogue()))).toEqual([])
  })

  it('would be seen without a checksum, and with a version that leads nowhere', async () => {
    const [newest] = items()
    expect(faults(await triples(catalogue([newest!])))).toContain(`${DCAT}Dataset: ${DCAT}prev leads nowhere`)
    const graph = (await triples(catalogue())).filter(({ predicate }) => predicate !== `${SPDX}checksum`)
    expect(faults(graph)).toContain(`${DCAT}Distribution: 0 ${SPDX}checksum`)
  })

  it('puts the vintages of a dataset into one series, from first to last', async () => {
    const graph = await triples(catalogue())
    const one = (subject: string, predicate: string) => graph.find((triple) => triple.subject === subject && triple.predicate === predicate)?.object
    const series = 'https://example.org/series/HAMYAR/NEEDS_MET'
    expect(one(series, `${DCAT}first`)).toBe(`${series}/r1`)
    expect(one(series, `${DCAT}last`)).toBe(`${series}/r2`)
    expect(one(`${series}/r2`, `${DCAT}prev`)).toBe(`${series}/r1`)
    expect(one(`${series}/r2`, `${DCAT}version`)).toBe('1.0.0-r2')
    expect(one(`${series}/r1`, `${DCAT}prev`)).toBeUndefined()
  })

  it('says the days it is about and how often it comes, by its shortest period', async () => {
    const graph = await triples(catalogue())
    const all = (predicate: string) => [...new Set(graph.filter((triple) => triple.predicate === predicate).map(({ object }) => object))]
    expect(all(`${DCAT}startDate`)).toEqual(['2024-03-20'])
    expect(all(`${DCAT}endDate`)).toEqual(['2025-03-20'])
    expect(all(`${DCT}accrualPeriodicity`)[0]).toMatch(/MONTHLY$/)
    expect(graph.filter(({ predicate }) => predicate === `${DCT}title`).map(({ language }) => language)).toContain('fa')
  })

  it('is the same in whatever order its datasets come', () => {
    expect(JSON.stringify(catalogue(items().toReversed()))).toBe(JSON.stringify(catalogue()))
  })
})
