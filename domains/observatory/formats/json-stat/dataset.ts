import { periodOfCode } from '#engines/calendar/index.ts'
import { axesOf, type Axis } from '#domains/observatory/formats/axes.ts'
import type { Dataset, Text } from '#domains/observatory/formats/dataset.ts'
import type { Language } from '#domains/observatory/formats/text.ts'
import { formatWords, stateWords } from '#domains/observatory/formats/words.ts'

export const JSON_STAT_TYPE = 'application/json'

export interface JsonStatOptions {
  /** JSON-stat says everything in one language. */
  readonly language: Language
  /** Where this document is found. */
  readonly href: string
}

const childrenOf = ({ codes }: Axis): Readonly<Record<string, string[]>> => {
  const children = new Map<string, string[]>()
  for (const { id, parent } of codes) if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id])
  return Object.fromEntries(children)
}

const daysOf = ({ periods }: Dataset) =>
  Object.fromEntries(periods.map((code) => [code, [periodOfCode(code).start, periodOfCode(code).end]]))

const dimension = (dataset: Dataset, axis: Axis, language: Language) => {
  const children = childrenOf(axis)
  return {
    label: axis.label[language],
    category: {
      index: axis.codes.map(({ id }) => id),
      label: Object.fromEntries(axis.codes.map(({ id, label }) => [id, label[language]])),
      ...(Object.keys(children).length === 0 ? {} : { child: children }),
      ...(axis.role === 'metric' && {
        unit: Object.fromEntries(
          dataset.measures.map(({ id, unit, decimals }) => [id, { label: unit.label[language], decimals, position: 'end' }]),
        ),
        note: Object.fromEntries(dataset.measures.map(({ id, definition }) => [id, [definition[language]]])),
      }),
    },
    // JSON-stat has no place for the days of a period.
    ...(axis.role === 'time' && { extension: { days: daysOf(dataset) } }),
  }
}

/** What stands beside a cell that is not simply a number. A place without a word has no cell. */
const statusOf = (cell: Dataset['observations'][number]): string | undefined => {
  if (cell.state !== 'value') return cell.state
  return cell.noise ? 'noise' : undefined
}

/** From here on, a list with gaps is shorter than one that names each place. */
const DENSE = 0.5

const cellsOf = (dataset: Dataset, sizes: readonly number[]) => {
  const product = sizes.reduce((places, size) => places * size, 1)
  const placed = dataset.observations.map((cell) => ({
    cell,
    place: cell.at.reduce((sum, index, axis) => sum * (sizes[axis] ?? 1) + index, 0),
  }))
  const value: (number | null)[] | Record<string, number | null> =
    placed.length >= product * DENSE ? Array.from({ length: product }, () => null) : {}
  for (const { cell, place } of placed) Object.assign(value, { [place]: cell.state === 'value' ? cell.value : null })
  const status = Object.fromEntries(placed.flatMap(({ cell, place }) => (statusOf(cell) === undefined ? [] : [[place, statusOf(cell)]])))
  return { value, ...(Object.keys(status).length === 0 ? {} : { status }) }
}

const rolesOf = (axes: readonly Axis[]) => {
  const withRole = (role: Axis['role']) => axes.filter((axis) => axis.role === role).map(({ id }) => id)
  const places = withRole('place')
  return { time: withRole('time'), metric: withRole('metric'), ...(places.length === 0 ? {} : { geo: places }) }
}

const notesOf = (dataset: Dataset, language: Language): readonly string[] => {
  const notes: readonly Text[] = [
    dataset.description,
    dataset.protection,
    stateWords.hiddenMeans,
    stateWords.missingMeans,
    stateWords.noiseMeans,
    ...dataset.caveats,
    ...(dataset.synthetic ? [stateWords.synthetic] : []),
  ]
  // The schema wants each once.
  return [...new Set(notes.map((note) => note[language]))]
}

/** A JSON-stat 2.0 dataset. */
export const jsonStatOf = (dataset: Dataset, { language, href }: JsonStatOptions) => {
  const axes = axesOf(dataset)
  const sizes = axes.map(({ codes }) => codes.length)
  const { release, licence, agency } = dataset
  return {
    version: '2.0',
    class: 'dataset',
    href,
    label: dataset.name[language],
    source: dataset.source[language],
    updated: release.releasedAt,
    note: notesOf(dataset, language),
    link: { license: [{ type: 'text/html', href: licence.page, label: licence.name[language] }] },
    id: axes.map(({ id }) => id),
    size: sizes,
    role: rolesOf(axes),
    dimension: Object.fromEntries(axes.map((axis) => [axis.id, dimension(dataset, axis, language)])),
    ...cellsOf(dataset, sizes),
    extension: {
      id: dataset.id,
      version: dataset.version,
      synthetic: dataset.synthetic,
      publisher: agency.name[language],
      contact: agency.contact,
      release: { number: release.number, hash: release.hash, asOf: release.asOf, revises: release.revises?.number ?? null },
      completeness: dataset.completeness,
      status: {
        hidden: stateWords.hidden[language],
        missing: stateWords.missing[language],
        noise: formatWords.noise[language],
      },
    },
  }
}
