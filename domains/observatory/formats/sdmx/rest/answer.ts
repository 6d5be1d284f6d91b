import { createHash } from 'node:crypto'
import { isNotModified, revalidated } from '#platform/http/caching.ts'
import type { DocumentAnswer, DocumentRequest } from '#platform/http/documents.ts'
import type { Dataset } from '#domains/observatory/formats/dataset.ts'
import { sdmxCsvOf } from '#domains/observatory/formats/sdmx/csv.ts'
import { dataMessageOf } from '#domains/observatory/formats/sdmx/data.ts'
import { artefactsOf } from '#domains/observatory/formats/sdmx/message.ts'
import { addressOf, type Choice, type DataAddress, type StructureAddress } from './address.ts'
import { dataFormatOf, requireStructureFormat, STRUCTURE_JSON, wantedLanguage, type DataFormat } from './negotiate.ts'
import { parametersOf, type Parameters } from './parameters.ts'
import { asked, dataQueryOf, type DataQuery } from './query.ts'
import { notFound, notOffered } from './refusal.ts'
import type { DatasetId, DatasetRegistry } from './registry.ts'
import { structureQueryOf, structuresMessageOf } from './structures.ts'

const fits = (choice: Choice, name: string): boolean => choice === '*' || choice.includes(name)

/** Whether an artefact of this name could be one of the dataset's, without opening it. */
const mayName = (ids: Choice, { id }: DatasetId): boolean =>
  ids === '*' || ids.some((name) => name === id || name === `DSD_${id}` || name === `CS_${id}` || name.startsWith(`CL_${id}_`))

const found = async (registry: DatasetRegistry, asOf: string | undefined, wanted: (id: DatasetId) => boolean): Promise<readonly Dataset[]> => {
  const ids = (await registry.listDatasets(asOf)).filter(wanted)
  const datasets = await Promise.all(ids.map((id) => registry.findDataset(id, asOf)))
  return datasets.filter((dataset) => dataset !== undefined)
}

/** The same question to the same releases gives the same bytes: a digest of both is a strong validator. */
const tagOf = (datasets: readonly Dataset[], { path, search }: DocumentRequest, type: string, language: string): string => {
  const hash = createHash('sha256')
  for (const part of [...datasets.map(({ release }) => release.hash), path, search, type, language]) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 32)
}

const lastOf = (datasets: readonly Dataset[]): string => datasets.map(({ release }) => release.releasedAt).sort().at(-1) ?? ''

const answered = (request: DocumentRequest, datasets: readonly Dataset[], type: string, language: 'fa' | 'en', body: () => string): DocumentAnswer => {
  const headers = {
    ...revalidated({ tag: tagOf(datasets, request, type, language), at: lastOf(datasets) }),
    vary: 'Accept, Accept-Language',
    'content-language': language === 'fa' ? 'fa, en' : 'en, fa',
  }
  if (isNotModified(request, headers)) return { status: 304, headers }
  return { status: 200, headers: { ...headers, 'content-type': type }, body: body() }
}

const bodyOf = (dataset: Dataset, format: DataFormat, query: DataQuery, language: 'fa' | 'en'): string => {
  const options = { language, ...query }
  return format.kind === 'json' ? JSON.stringify(dataMessageOf(dataset, options)) : [...sdmxCsvOf(dataset, { ...options, ...format })].join('')
}

const namesData = ({ context, ids }: DataAddress, { id }: DatasetId): boolean =>
  (context !== 'datastructure' && fits(ids, id)) || (context !== 'dataflow' && fits(ids, `DSD_${id}`))

const answerData = async (registry: DatasetRegistry, request: DocumentRequest, address: DataAddress, parameters: Parameters): Promise<DocumentAnswer> => {
  const format = dataFormatOf(request.accept)
  const query = dataQueryOf(parameters)
  const datasets = await found(registry, query.asOf, (id) => fits(address.agencies, id.agency) && fits(address.versions, id.version) && namesData(address, id))
  const [dataset, ...more] = datasets
  if (dataset === undefined) throw notFound()
  if (more.length > 0) throw notOffered('resourceID', datasets.map((one) => artefactsOf(one).dataflow).join(','))
  const part = asked(dataset, address, query)
  // The standard's own answer to a question that nothing fits.
  if (part === undefined) return { status: 204, headers: { vary: 'Accept, Accept-Language' } }
  const language = wantedLanguage(request.acceptLanguage)
  return answered(request, datasets, format.type, language, () => bodyOf(part, format, query, language))
}

const answerStructure = async (registry: DatasetRegistry, request: DocumentRequest, address: StructureAddress, parameters: Parameters): Promise<DocumentAnswer> => {
  requireStructureFormat(request.accept)
  const query = structureQueryOf(parameters)
  const datasets = await found(registry, query.asOf, (id) => fits(address.agencies, id.agency) && fits(address.versions, id.version) && mayName(address.ids, id))
  const language = wantedLanguage(request.acceptLanguage)
  const message = structuresMessageOf(datasets, address, query, { language })
  return answered(request, datasets, STRUCTURE_JSON, language, () => JSON.stringify(message))
}

/** Answers SDMX REST 2.2 (SDMX 3.1): data and structure queries over released datasets. Throws a Problem for the rest. */
export const answerSdmx = async (registry: DatasetRegistry, request: DocumentRequest): Promise<DocumentAnswer> => {
  const address = addressOf(request.path)
  const parameters = parametersOf(request.search)
  return await (address.kind === 'data' ? answerData(registry, request, address, parameters) : answerStructure(registry, request, address, parameters))
}
