/**
 * Lists of whole numbers, one for each need: those of need `i` stand at `start[i] … start[i + 1] − 1` of `item`.
 */
export interface Lists {
  readonly start: Int32Array
  readonly item: Int32Array
}

/**
 * Different weeks, each once, as stretches of minutes that do not touch (`../windows.ts`): two weeks in a row, so that
 * one over Sunday midnight is one piece.
 */
export interface Weeks {
  /** Stretches of week `w` stand at `start[w] … start[w + 1] − 1`. */
  readonly start: Int32Array
  readonly from: Float64Array
  readonly to: Float64Array
  /** By week: the parts of the day in which something of it falls; see `week-parts.ts`. */
  readonly parts: Int32Array
}

export interface NeedColumns {
  readonly lat: Float64Array
  readonly lon: Float64Array
  /** `words` numbers for each need: all of these bits are asked. */
  readonly bits: Int32Array
  /** `purposes` numbers for each need: the day through which vetting must hold, 0 where it is not asked. */
  readonly vettedThrough: Int32Array
  /** When the help may take place: index of a week; and how long it takes, in one piece. */
  readonly week: Int32Array
  readonly minutes: Float64Array
  /** Who may not come, from either side and for whatever reason. */
  readonly barred: Lists
  readonly barredUnits: Lists
  /** The volunteer who helped before, or one of the two below. */
  readonly before: Int32Array
  readonly waitingDays: Float64Array
  readonly priority: Float64Array
  /** Which sex is liked better (`sexOf`); `NO_SEX` where it does not matter. */
  readonly prefers: Uint8Array
}

/** Nobody helped before. */
export const NOBODY = -1
/** Somebody did, who is not among these volunteers: whoever comes is new. */
export const SOMEBODY_ELSE = -2

export interface VolunteerColumns {
  readonly lat: Float64Array
  readonly lon: Float64Array
  readonly bits: Int32Array
  /** `purposes` numbers for each volunteer: the last day on which vetting holds, 0 where there is none. */
  readonly vettedUntil: Int32Array
  readonly week: Int32Array
  readonly travelKm: Float64Array
  readonly unit: Int32Array
  /** Tasks that may be added; 0 also during a pause. */
  readonly capacity: Int32Array
  /** Tasks carried already. */
  readonly carried: Int32Array
  readonly sex: Uint8Array
}

export const NO_SEX = 0
export const FEMALE = 1
export const MALE = 2
/** Preferred the same as that of somebody whose sex is not known: nobody has it. */
export const UNKNOWN_SEX = 3

/** Needs and volunteers as numbers. Days are any whole numbers above 0 that grow with time. */
export interface Columns {
  /** How many words of bits, and how many purposes of vetting, there are; what each stands for, `vocabulary.ts` says. */
  readonly words: number
  readonly purposes: number
  readonly units: number
  readonly weeks: Weeks
  readonly needs: NeedColumns
  readonly volunteers: VolunteerColumns
}
