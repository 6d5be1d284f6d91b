import { STRUCTURE_TYPES, type StructureType } from '#domains/observatory/formats/sdmx/structure.ts'
import { malformed, notOffered } from './refusal.ts'

/** What may be there, or `*` for anything. */
export type Choice = readonly string[] | '*'

export interface Named {
  readonly agencies: Choice
  readonly ids: Choice
  readonly versions: Choice
}

export interface DataAddress extends Named {
  readonly kind: 'data'
  readonly context: 'dataflow' | 'datastructure' | '*'
  /** Each key by its parts, as many as were given; `*` stands for any code. */
  readonly keys: readonly (readonly string[])[]
}

export interface StructureAddress extends Named {
  readonly kind: 'structure'
  readonly types: readonly StructureType[]
}

export type Address = DataAddress | StructureAddress

const AGENCY = /^[A-Za-z][A-Za-z\d_-]*(\.[A-Za-z][A-Za-z\d_-]*)*$/
const ID = /^[A-Za-z\d_@$-]+$/
const PART = /^(\*|[A-Za-z\d_@$-]+)$/
const VERSION = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/
/** Everything else that the standard allows in a version, such as `1.0+.0` or `~`. */
const VERSIONS = /^[\d.+~*]+$/

// Of the standard's OpenAPI: kinds that exist and that no dataset of ours brings.
const OTHER_TYPES = new Set(
  (
    'metadatastructure metadataflow provisionagreement process categorisation dataconstraint metadataconstraint categoryscheme hierarchy ' +
    'hierarchyassociation agencyscheme dataproviderscheme dataconsumerscheme organisationunitscheme transformationscheme rulesetscheme ' +
    'userdefinedoperatorscheme customtypescheme namepersonalisationscheme vtlmappingscheme valuelist structuremap representationmap ' +
    'conceptschememap categoryschememap organisationschememap reportingtaxonomymap metadataproviderscheme reportingtaxonomy ' +
    'metadataprovisionagreement'
  ).split(' '),
)
const OTHER_QUERIES = new Set(['schema', 'availability', 'metadata', 'registration'])

export const isOtherType = (type: string): boolean => OTHER_TYPES.has(type)
export const isStructureType = (type: string): type is StructureType => STRUCTURE_TYPES.some((known) => known === type)

const choice = (parameter: string, text: string, shape: RegExp): Choice => {
  if (text === '*') return '*'
  const parts = text.split(',')
  for (const part of parts) if (!shape.test(part)) throw malformed(parameter, part)
  return parts
}

/** There is one version of a structure at a time, so the newest, the newest stable one and all are the same one. */
const versionsOf = (text: string): Choice => {
  if (text === '*' || text === '+' || text === '~') return '*'
  const parts = text.split(',')
  for (const part of parts) {
    if (VERSION.test(part)) continue
    throw VERSIONS.test(part) ? notOffered('version', part) : malformed('version', part)
  }
  return parts
}

const named = (agency = '*', id = '*', version = '*'): Named => ({
  agencies: choice('agencyID', agency, AGENCY),
  ids: choice('resourceID', id, ID),
  versions: versionsOf(version),
})

const keysOf = (text: string): readonly (readonly string[])[] =>
  text.split(',').map((key) => {
    const parts = key.split('.')
    for (const part of parts) if (!PART.test(part)) throw malformed('key', key)
    return parts
  })

const dataAddress = (parts: readonly string[]): DataAddress => {
  const [context = '*', agency, id, version, key = '*', ...more] = parts
  if (more.length > 0) throw malformed('path', more.join('/'))
  if (context === 'provisionagreement' || context.includes(',')) throw notOffered('context', context)
  if (context !== 'dataflow' && context !== 'datastructure' && context !== '*') throw malformed('context', context)
  return { kind: 'data', context, ...named(agency, id, version), keys: keysOf(key) }
}

const typesOf = (type: string): readonly StructureType[] => {
  if (type === '*') return STRUCTURE_TYPES
  if (isStructureType(type)) return [type]
  if (isOtherType(type)) return []
  throw malformed('structureType', type)
}

const structureAddress = (parts: readonly string[]): StructureAddress => {
  const [type = '*', agency, id, version, item, ...more] = parts
  if (more.length > 0) throw malformed('path', more.join('/'))
  if (item !== undefined && item !== '*') throw notOffered('itemID', item)
  return { kind: 'structure', types: typesOf(type), ...named(agency, id, version) }
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    throw malformed('path', part)
  }
}

/** What follows the entry point: `data/{context}/{agencyID}/{resourceID}/{version}/{key}` or `structure/…`. */
export const addressOf = (path: string): Address => {
  const [resource = '', ...parts] = path.replace(/^\/|\/$/g, '').split('/').map(decoded)
  if (resource === 'data') return dataAddress(parts)
  if (resource === 'structure') return structureAddress(parts)
  throw OTHER_QUERIES.has(resource) ? notOffered('resource', resource) : malformed('resource', resource)
}
