import type { Dataset } from '#domains/observatory/formats/dataset.ts'
import type { MessageOptions } from '#domains/observatory/formats/sdmx/message.ts'
import { STRUCTURE_TYPES, structureMessageOf, type StructureType } from '#domains/observatory/formats/sdmx/structure.ts'
import { isOtherType, isStructureType, type Choice, type StructureAddress } from './address.ts'
import { moment, requireKnown, type Parameters } from './parameters.ts'
import { malformed, notFound, notOffered } from './refusal.ts'

const FULL = ['full', 'raw', 'referencepartial']
const STUBS = ['allstubs', 'referencestubs', 'allcompletestubs', 'referencecompletestubs']

/** What each kind leads to: a dataflow to its structure, a structure to its concepts and code lists. */
const CHILDREN: Readonly<Record<StructureType, readonly StructureType[]>> = {
  dataflow: ['datastructure'],
  datastructure: ['conceptscheme', 'codelist'],
  conceptscheme: [],
  codelist: [],
}

const parentsOf = (type: StructureType): readonly StructureType[] => STRUCTURE_TYPES.filter((other) => CHILDREN[other].includes(type))
const deep = (type: StructureType, step: (type: StructureType) => readonly StructureType[]): readonly StructureType[] =>
  step(type).flatMap((next) => [next, ...deep(next, step)])

const REFERENCES: Readonly<Record<string, (type: StructureType) => readonly StructureType[]>> = {
  none: () => [],
  children: (type) => CHILDREN[type],
  descendants: (type) => deep(type, (one) => CHILDREN[one]),
  parents: parentsOf,
  ancestors: (type) => deep(type, parentsOf),
  parentsandsiblings: (type) => parentsOf(type).flatMap((parent) => [parent, ...CHILDREN[parent]]),
  all: () => STRUCTURE_TYPES,
}

const referenced = (word: string, type: StructureType): readonly StructureType[] => {
  const rule = Object.hasOwn(REFERENCES, word) ? REFERENCES[word] : undefined
  if (rule !== undefined) return rule(type)
  if (isStructureType(word)) return [word]
  if (isOtherType(word)) return []
  throw malformed('references', word)
}

export interface StructureQuery {
  readonly asOf: string | undefined
  readonly references: readonly string[]
}

export const structureQueryOf = (parameters: Parameters): StructureQuery => {
  requireKnown(parameters, ['asOf', 'references', 'detail'], [])
  const detail = parameters.get('detail') ?? 'full'
  if (STUBS.includes(detail)) throw notOffered('detail', detail)
  if (!FULL.includes(detail)) throw malformed('detail', detail)
  return { asOf: moment(parameters, 'asOf'), references: (parameters.get('references') ?? 'none').split(',') }
}

const fits = (choice: Choice, name: string): boolean => choice === '*' || choice.includes(name)

type Structures = ReturnType<typeof structureMessageOf>['data']

const LISTS = { dataflow: 'dataflows', datastructure: 'dataStructures', conceptscheme: 'conceptSchemes', codelist: 'codelists' } as const

/** The structures of one dataset that an address names, with what they refer to as far as was asked. */
const structuresOf = (dataset: Dataset, { types, ids }: StructureAddress, { references }: StructureQuery, options: MessageOptions): Structures => {
  const { data } = structureMessageOf(dataset, options)
  const named = <T extends { readonly id: string }>(list: readonly T[] | undefined | false): T[] => (list || []).filter(({ id }) => fits(ids, id))
  const hit = types.filter((type) => named<{ readonly id: string }>(data[LISTS[type]]).length > 0)
  const along = new Set(hit.flatMap((type) => references.flatMap((word) => referenced(word, type))))
  const pick = <T extends { readonly id: string }>(type: StructureType, list: readonly T[] | undefined | false): T[] | undefined => {
    const all = along.has(type) ? [...(list || [])] : hit.includes(type) ? named(list) : []
    return all.length === 0 ? undefined : all
  }
  const dataflows = pick('dataflow', data.dataflows)
  const dataStructures = pick('datastructure', data.dataStructures)
  const conceptSchemes = pick('conceptscheme', data.conceptSchemes)
  const codelists = pick('codelist', data.codelists)
  return {
    ...(dataflows && { dataflows }),
    ...(dataStructures && { dataStructures }),
    ...(conceptSchemes && { conceptSchemes }),
    ...(codelists && { codelists }),
  }
}

const LIST_NAMES = Object.values(LISTS)

/** One message for all datasets that have something to say. */
export const structuresMessageOf = (datasets: readonly Dataset[], address: StructureAddress, query: StructureQuery, options: MessageOptions) => {
  const parts = datasets.map((dataset) => structuresOf(dataset, address, query, options))
  const data = Object.fromEntries(
    LIST_NAMES.flatMap((list) => {
      const all = parts.flatMap((part): readonly object[] => part[list] || [])
      return all.length === 0 ? [] : [[list, all]]
    }),
  )
  const [first] = datasets.filter((_, index) => Object.keys(parts[index] ?? {}).length > 0)
  if (first === undefined) throw notFound()
  const { $schema, meta } = structureMessageOf(first, options, [])
  return { $schema, meta, data }
}
