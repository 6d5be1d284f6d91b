import type { Dataset, Text } from '#domains/observatory/formats/dataset.ts'
import type { Language } from '#domains/observatory/formats/text.ts'

const PACKAGE = {
  Codelist: 'codelist',
  ConceptScheme: 'conceptscheme',
  Concept: 'conceptscheme',
  DataStructure: 'datastructure',
  Dataflow: 'datastructure',
} as const

export type Artefact = keyof typeof PACKAGE

/** Names of the things that a dataset brings with it. */
export const artefactsOf = ({ id }: Dataset) => ({
  dataflow: id,
  structure: `DSD_${id}`,
  concepts: `CS_${id}`,
  codelist: (dimension: string): string => `CL_${id}_${dimension}`,
})

export const urn = ({ agency, version }: Dataset, kind: Artefact, id: string, item?: string): string =>
  `urn:sdmx:org.sdmx.infomodel.${PACKAGE[kind]}.${kind}=${agency.id}:${id}(${version})${item === undefined ? '' : `.${item}`}`

/** A name in the reader's language, and in all. */
export const named = (text: Text, language: Language) => ({ name: text[language], names: { fa: text.fa, en: text.en } })
export const described = (text: Text, language: Language) => ({
  description: text[language],
  descriptions: { fa: text.fa, en: text.en },
})

export interface MessageOptions {
  readonly language: Language
}

/** The head of every message. Its id and its time are the release's: asked again, it is the same message. */
export const metaOf = ({ agency, id, release, synthetic }: Dataset, kind: 'data' | 'structure', { language }: MessageOptions) => ({
  id: `${id}-${kind}-${release.hash.slice(0, 16)}`,
  test: synthetic,
  prepared: release.releasedAt,
  contentLanguages: language === 'fa' ? ['fa', 'en'] : ['en', 'fa'],
  sender: {
    id: agency.id,
    ...named(agency.name, language),
    contacts: [
      {
        ...named(agency.contact.name, language),
        ...(agency.contact.email === undefined ? {} : { emails: [agency.contact.email] }),
        ...(agency.contact.page === undefined ? {} : { uris: [agency.contact.page] }),
      },
    ],
  },
})
