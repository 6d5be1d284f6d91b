import { periodName, persianDigits } from '#platform/words/index.ts'
import type { CellObject, SheetData } from 'write-excel-file/node'
import { axesOf, itemAt } from '#domains/observatory/formats/axes.ts'
import type { Dataset, Observation, Text } from '#domains/observatory/formats/dataset.ts'
import type { Language } from '#domains/observatory/formats/text.ts'
import { formatWords, stateWords } from '#domains/observatory/formats/words.ts'

export interface Page {
  readonly name: string
  readonly rows: SheetData
  readonly widths: readonly number[]
  /** Rows that stay while the others move. */
  readonly frozen: number
}

// Typed as text, so that no spreadsheet reads a formula in it.
const words = (value: string, style: CellObject = {}): CellObject => ({ ...style, value, type: String })
const heading = (value: string): CellObject => words(value, { fontWeight: 'bold', backgroundColor: '#e8eef3', wrap: true })
const wrapped = (value: string): CellObject => words(value, { wrap: true, alignVertical: 'top' })

/** `[$-3000429]`: digits of Persian (03) for the language of number 0429; the cell itself stays a number. */
export const numberFormat = (decimals: number, language: Language): string =>
  `${language === 'fa' ? '[$-3000429]' : ''}#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`

const number = (value: number, decimals: number, language: Language): CellObject => ({
  value,
  type: Number,
  format: numberFormat(decimals, language),
})

const stateOf = (cell: Observation): Text => {
  if (cell.state !== 'value') return stateWords[cell.state]
  return cell.noise ? stateWords.noise : stateWords.value
}

/** The cube, a line per cell. Where there is no number, the word stands in its place and nobody adds it up. */
export const dataPage = (dataset: Dataset, language: Language): Page => {
  const axes = axesOf(dataset)
  const headings = [...axes.map(({ label }) => label), formatWords.value, formatWords.state, formatWords.unit]
  const row = (cell: Observation): CellObject[] => {
    const measure = itemAt(dataset.measures, cell.at, 0)
    const state = stateOf(cell)[language]
    return [
      ...axes.map(({ codes }, index) => words(itemAt(codes, cell.at, index).label[language])),
      cell.state === 'value' ? number(cell.value, measure.decimals, language) : words(state, { fontStyle: 'italic' }),
      words(state),
      words(measure.unit.label[language]),
    ]
  }
  return {
    name: formatWords.data[language],
    rows: [headings.map((text) => heading(text[language])), ...dataset.observations.map(row)],
    widths: [...axes.map(() => 24), 16, 18, 18],
    frozen: 1,
  }
}

const digits = (text: string, language: Language): string => (language === 'fa' ? persianDigits(text) : text)

const contactOf = ({ agency: { contact } }: Dataset, language: Language): string =>
  [contact.name[language], contact.email, contact.page].filter((part) => part !== undefined).join(' · ')

/** What is to be known before a number is quoted. */
export const aboutPage = (dataset: Dataset, language: Language): Page => {
  const { release, licence } = dataset
  const lines: readonly (readonly [Text, string])[] = [
    [formatWords.title, dataset.name[language]],
    [formatWords.description, dataset.description[language]],
    ...(dataset.synthetic ? [[formatWords.caveat, stateWords.synthetic[language]] as const] : []),
    [stateWords.hidden, stateWords.hiddenMeans[language]],
    [stateWords.missing, stateWords.missingMeans[language]],
    [stateWords.noise, stateWords.noiseMeans[language]],
    [formatWords.protection, dataset.protection[language]],
    ...dataset.caveats.map((caveat) => [formatWords.caveat, caveat[language]] as const),
    [formatWords.release, digits(String(release.number), language)],
    ...(release.revises === undefined ? [] : [[formatWords.revision, release.revises.reason[language]] as const]),
    [formatWords.asOf, release.asOf],
    [formatWords.releasedAt, release.releasedAt],
    [formatWords.publisher, dataset.agency.name[language]],
    [formatWords.contact, contactOf(dataset, language)],
    [formatWords.source, dataset.source[language]],
    [formatWords.licence, `${licence.name[language]} · ${licence.page}`],
    [formatWords.hash, release.hash],
  ]
  return {
    name: formatWords.about[language],
    rows: lines.map(([label, text]) => [heading(label[language]), wrapped(text)]),
    widths: [28, 100],
    frozen: 0,
  }
}

export const definitionsPage = (dataset: Dataset, language: Language): Page => ({
  name: formatWords.definitions[language],
  rows: [
    [formatWords.indicator, formatWords.unit, formatWords.version, formatWords.description].map((text) => heading(text[language])),
    ...dataset.measures.map(({ label, unit, definition, definitionVersion }) => [
      wrapped(label[language]),
      wrapped(unit.label[language]),
      wrapped(definitionVersion),
      wrapped(definition[language]),
    ]),
  ],
  widths: [36, 18, 14, 100],
  frozen: 1,
})

export const completenessPage = (dataset: Dataset, language: Language): Page => ({
  name: formatWords.completeness[language],
  rows: [
    [formatWords.period, formatWords.expected, formatWords.reported, formatWords.late].map((text) => heading(text[language])),
    ...dataset.completeness.map(({ period, expected, reported, late }) => [
      words(periodName(period, language)),
      ...[expected, reported, late].map((count) => number(count, 0, language)),
    ]),
  ],
  widths: [24, 24, 24, 24],
  frozen: 1,
})
