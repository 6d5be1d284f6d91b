/** `YYYY-MM-DD`; plain dates compare as text. */
type PlainDate = string

/** Degrees, WGS 84. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

/**
 * Half-open minutes of the local week from Monday 00:00; `to` may pass the week's end (10080) into Monday.
 */
export interface WeekWindow {
  readonly from: number
  readonly to: number
}

export interface Skill {
  readonly code: string
  /** Higher does everything that lower does. */
  readonly level: number
}

export type Sex = 'female' | 'male'

/** One task that asks for one volunteer. */
export interface Need {
  readonly id: string
  readonly kind: string
  readonly point: Point
  /** All of them are required. */
  readonly skills: readonly Skill[]
  /** What the volunteer must be vetted for, through `lastDay`; all of them. */
  readonly vetting: readonly string[]
  readonly sameSex: 'none' | 'preferred' | 'required'
  /** Of the person; unknown never satisfies `required`. */
  readonly sex: Sex | null
  /** All of them are required. */
  readonly languages: readonly string[]
  /** When the help may take place; empty means at any time. */
  readonly windows: readonly WeekWindow[]
  /** Length of the help, in one piece. */
  readonly minutes: number
  /** The last day on which the help may take place. */
  readonly lastDay: PlainDate
  readonly waitingDays: number
  /** 0 can wait … 3 most pressing. */
  readonly priority: number
  /** The volunteer who helped before. */
  readonly continuity: string | null
  /**
   * Refused or barred, from either side and for whatever reason: ids only, the reasons stay with the caller.
   */
  readonly excludedVolunteers: ReadonlySet<string>
  readonly excludedUnits: ReadonlySet<string>
}

export interface Volunteer {
  readonly id: string
  readonly unit: string
  readonly point: Point
  readonly sex: Sex | null
  readonly skills: readonly Skill[]
  /** In force up to and including `until`. */
  readonly vetting: readonly { readonly for: string; readonly until: PlainDate }[]
  readonly languages: readonly string[]
  readonly windows: readonly WeekWindow[]
  /** Straight-line kilometres. */
  readonly travelKm: number
  /** Kinds of need this volunteer is willing to serve. */
  readonly kinds: readonly string[]
  /** Tasks that may still be added. */
  readonly capacityLeft: number
  /** Tasks already carried. */
  readonly load: number
  /** Needs that this volunteer may not serve: pairs the caller rules out one by one. */
  readonly excludedNeeds: ReadonlySet<string>
  readonly paused: boolean
}
