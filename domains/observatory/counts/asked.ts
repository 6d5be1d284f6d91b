import type { Period } from '#engines/calendar/index.ts'
import type { Areas, Counted, Origin } from '#engines/statistics/index.ts'
import type { PlaceLevel } from '#domains/observatory/indicators/contract.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import type { HomeRange } from '#platform/ids/index.ts'

/** The front door of counting: what is asked for. */
export interface CellsAsked {
  /** Definitions as they are published, of any indicators. */
  readonly versions: readonly StoredVersion[]
  /** The smallest places wanted. Those above them come with them. */
  readonly level: PlaceLevel
  /** Only what happened in this place: its cells, and those of the places in it. */
  readonly within?: string | undefined
  /** Places that gave something to each other, by the name of the area that they make together (`comparableAreas`). */
  readonly together?: ReadonlyMap<string, string> | undefined
  /** Periods of any kind and of both calendars, also ones that share days. */
  readonly periods: readonly Period[]
  /** By what to tell apart; each definition allows its own. */
  readonly dimensions: readonly string[]
  /** As it was known at this moment; as it is known now when absent. */
  readonly asOf?: Date | undefined
  /** Whose facts may be counted: the wall of the database holds the actor's own range as well. */
  readonly homes: HomeRange
  /** Also how many persons and units are behind each cell, and the two largest contributions: what protection asks for. */
  readonly contributors?: boolean
}

/** Who is behind a count. */
export interface Contributors {
  /** Null where the facts are of no person: minutes, requests before anybody is known. */
  readonly persons: number | null
  readonly units: number
  /** The two largest contributions of one person each, the larger first. */
  readonly largest: readonly number[]
  /** The pseudonym of a person, or a unit, behind whom there is nobody else. */
  readonly alone: string | null
  readonly aloneUnit: string | null
}

export interface Cell extends Counted {
  readonly indicator: string
  readonly version: string
  readonly place: string
  readonly period: string
  /** In the order of what was asked; null stands for all values together. */
  readonly dimensions: readonly (string | null)[]
  readonly contributors?: { readonly numerator: Contributors; readonly denominator: Contributors | null }
}

export interface Cells {
  /** Told apart by every dimension, at the smallest places: all others are made of these, where the measure adds up. */
  readonly finest: readonly Cell[]
  /** The finest ones and every margin: places above, and all values of a dimension together. */
  readonly all: readonly Cell[]
  readonly areas: Areas
  readonly origins: readonly Origin[]
}
