import type { PeriodCode, PlainDate } from '#engines/calendar/index.ts'

/** What a reader sees, in both languages of the house. */
export interface Text {
  readonly fa: string
  readonly en: string
}

export interface Code {
  readonly id: string
  readonly label: Text
  /** The code of the same dimension that it is part of. */
  readonly parent?: string
}

export interface Dimension {
  /** Capitals, digits and `_`: it is a name in seven formats. */
  readonly id: string
  readonly label: Text
  readonly codes: readonly Code[]
  readonly role?: 'place'
}

/** One indicator of the cube. */
export interface Measure {
  readonly id: string
  readonly label: Text
  readonly unit: { readonly id: string; readonly label: Text }
  /** How many digits after the point are meant; 0 for counts. */
  readonly decimals: number
  readonly definition: Text
  readonly definitionVersion: string
}

/**
 * What a cell says. A hidden cell has no number: not here and not in any format, because there is none to
 * write. Nor does it say why it is hidden, since a reader who knows which cells are hidden for their own sake and which
 * for a neighbour's can reckon back.
 */
export type Cell =
  | { readonly state: 'value'; readonly value: number; readonly noise: boolean }
  | { readonly state: 'hidden' }
  | { readonly state: 'missing' }
export type CellState = Cell['state']

/** A cell in its place: index of the measure, of a code in each dimension, and of the period, in this order. */
export type Observation = Cell & { readonly at: readonly number[] }

/** One of the vintages of a dataset: frozen, with the hash of its manifest. */
export interface Release {
  /** 1 for the first. */
  readonly number: number
  /** SHA-256 of the release's manifest, in 64 lower-case hexadecimal digits. */
  readonly hash: string
  /** The last day whose facts are in it. */
  readonly asOf: PlainDate
  /** When it went out, in UTC to the second. */
  readonly releasedAt: string
  /** The one it revises, and why. */
  readonly revises?: { readonly number: number; readonly releasedAt: string; readonly reason: Text }
}

export interface Completeness {
  readonly period: PeriodCode
  /** Units that should report, that did, and of these the late ones. */
  readonly expected: number
  readonly reported: number
  readonly late: number
}

export interface Agency {
  readonly id: string
  readonly name: Text
  readonly contact: { readonly name: Text; readonly email?: string; readonly page?: string }
}

/** All that a format can say about a released, already protected cube. */
export interface DatasetParts {
  readonly id: string
  /** Of structure and definitions, `major.minor.patch`; the numbers' own versions are the releases. */
  readonly version: string
  readonly agency: Agency
  readonly name: Text
  readonly description: Text
  readonly release: Release
  readonly measures: readonly Measure[]
  readonly dimensions: readonly Dimension[]
  /** In the order of their first day. Persian and Gregorian ones may stand side by side. */
  readonly periods: readonly PeriodCode[]
  /** A place that is not listed has no cell: the combination does not exist. */
  readonly observations: readonly Observation[]
  readonly source: Text
  readonly licence: { readonly name: Text; readonly page: string }
  readonly protection: Text
  readonly caveats: readonly Text[]
  readonly completeness: readonly Completeness[]
  /** Made up for the demonstration: every format says so. */
  readonly synthetic: boolean
}

declare const checked: unique symbol
/** A dataset that `datasetOf` has looked at: writers take no other. */
export type Dataset = DatasetParts & { readonly [checked]: true }
