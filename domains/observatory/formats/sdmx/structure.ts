import type { Code, Dataset, Text } from '#domains/observatory/formats/dataset.ts'
import { formatWords } from '#domains/observatory/formats/words.ts'
import { dimensionsOf, OBSERVATION_ATTRIBUTES, unitsOf } from './components.ts'
import { artefactsOf, described, metaOf, named, urn, type Artefact, type MessageOptions } from './message.ts'

export const STRUCTURE_SCHEMA = 'https://json.sdmx.org/2.1/sdmx-json-structure-schema.json'

const EXPLAINED = ['dataflow', 'datastructure', 'conceptscheme', 'codelist'] as const
/** The kinds of structure a dataset has. */
export type StructureType = (typeof EXPLAINED)[number]
export const STRUCTURE_TYPES: readonly StructureType[] = EXPLAINED

const maintained = (dataset: Dataset, kind: Artefact, id: string, text: Text, { language }: MessageOptions) => ({
  id,
  agencyID: dataset.agency.id,
  version: dataset.version,
  ...named(text, language),
  links: [{ rel: 'self', urn: urn(dataset, kind, id) }],
})

const codelist = (dataset: Dataset, id: string, label: Text, codes: readonly Code[], options: MessageOptions) => ({
  ...maintained(dataset, 'Codelist', artefactsOf(dataset).codelist(id), label, options),
  codes: codes.map((code) => ({
    id: code.id,
    ...named(code.label, options.language),
    ...(code.parent === undefined ? {} : { parent: code.parent }),
  })),
})

/** A code list per dimension and per coded attribute: the letters are SDMX's, the lists are the dataset's own. */
const codelists = (dataset: Dataset, options: MessageOptions) => [
  ...dimensionsOf(dataset).flatMap(({ id, label, codes }) => (codes === undefined ? [] : [codelist(dataset, id, label, codes, options)])),
  ...OBSERVATION_ATTRIBUTES.map(({ id, label, codes }) => codelist(dataset, id, label, codes, options)),
  codelist(dataset, 'UNIT_MEASURE', formatWords.unit, unitsOf(dataset), options),
]

const conceptScheme = (dataset: Dataset, options: MessageOptions) => ({
  ...maintained(dataset, 'ConceptScheme', artefactsOf(dataset).concepts, formatWords.concepts, options),
  concepts: [
    ...dimensionsOf(dataset),
    { id: 'OBS_VALUE', label: formatWords.value },
    ...OBSERVATION_ATTRIBUTES,
    { id: 'UNIT_MEASURE', label: formatWords.unit },
    { id: 'DECIMALS', label: formatWords.decimals },
  ].map(({ id, label }) => ({ id, ...named(label, options.language) })),
})

const components = (dataset: Dataset) => {
  const artefacts = artefactsOf(dataset)
  const concept = (id: string) => ({ id, conceptIdentity: urn(dataset, 'Concept', artefacts.concepts, id) })
  const coded = (id: string) => ({ ...concept(id), localRepresentation: { enumeration: urn(dataset, 'Codelist', artefacts.codelist(id)) } })
  const dimensions = dimensionsOf(dataset).filter(({ id }) => id !== 'TIME_PERIOD')
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: dimensions.map(({ id }, position) => ({ ...coded(id), position })),
      timeDimension: { ...concept('TIME_PERIOD'), localRepresentation: { format: { dataType: 'ObservationalTimePeriod' } } },
    },
    measureList: {
      id: 'MeasureDescriptor',
      // A hidden cell is an observation without a value.
      measures: [{ ...concept('OBS_VALUE'), usage: 'optional', localRepresentation: { format: { dataType: 'Decimal' } } }],
    },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: [
        ...OBSERVATION_ATTRIBUTES.map(({ id }) => ({ ...coded(id), usage: 'mandatory', attributeRelationship: { observation: {} } })),
        { ...coded('UNIT_MEASURE'), usage: 'mandatory', attributeRelationship: { dimensions: ['INDICATOR'] } },
        {
          ...concept('DECIMALS'),
          usage: 'mandatory',
          attributeRelationship: { dimensions: ['INDICATOR'] },
          localRepresentation: { format: { dataType: 'Integer' } },
        },
      ],
    },
  }
}

/** Everything needed to read the data message: dataflow, data structure, concepts, code lists (SDMX-JSON 2.1). */
export const structureMessageOf = (dataset: Dataset, options: MessageOptions, wanted: readonly StructureType[] = STRUCTURE_TYPES) => {
  const artefacts = artefactsOf(dataset)
  const has = (type: StructureType) => wanted.includes(type)
  return {
    $schema: STRUCTURE_SCHEMA,
    meta: metaOf(dataset, 'structure', options),
    data: {
      ...(has('dataflow') && {
        dataflows: [
          {
            ...maintained(dataset, 'Dataflow', artefacts.dataflow, dataset.name, options),
            ...described(dataset.description, options.language),
            structure: urn(dataset, 'DataStructure', artefacts.structure),
          },
        ],
      }),
      ...(has('datastructure') && {
        dataStructures: [
          {
            ...maintained(dataset, 'DataStructure', artefacts.structure, dataset.name, options),
            dataStructureComponents: components(dataset),
          },
        ],
      }),
      ...(has('conceptscheme') && { conceptSchemes: [conceptScheme(dataset, options)] }),
      ...(has('codelist') && { codelists: codelists(dataset, options) }),
    },
  }
}
