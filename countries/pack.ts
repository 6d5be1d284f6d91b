import type { PlainDate, Weekday } from '#engines/calendar/index.ts'
import type { Language, Pair } from '#platform/words/index.ts'

/** One kind of help that can be asked for. The list is an allow-list: nothing else can be asked, tagged or imported. */
export interface NeedKind {
  readonly code: string
  readonly name: Pair
  readonly pictogram: 'clinic' | 'house' | 'book' | 'box' | 'work' | 'talk' | 'call'
  /** Usual length of a visit. */
  readonly minutes: number
  /** Takes place where the person lives. */
  readonly atHome: boolean
  /** The helper must hold a vetting in force. */
  readonly vetting: boolean
  /** A first visit takes two vetted, unrelated people (design 8.9). */
  readonly pair: boolean
  /** ISCO-08 codes that help; empty where anybody can. */
  readonly skills: readonly string[]
}

/** A text that is read out before consent is asked: what, for whom, until when, and the plain no. */
export interface Notice {
  readonly code: string
  readonly version: number
  readonly title: Pair
  readonly text: Pair
  /** What remains when the answer is no. */
  readonly refusal: Pair
  readonly purpose: string
  readonly purposeWords: Pair
  readonly categories: readonly string[]
  readonly recipients: string
  readonly recipientsWords: Pair
}

export interface GazetteerPlace {
  readonly code: string
  readonly kind: 'country' | 'province' | 'county' | 'town'
  readonly parent: string | null
  readonly nameFa: string
  readonly nameEn: string
  readonly lat: number
  readonly lon: number
  readonly population: number | null
  readonly populationKind: 'census' | 'modelled' | null
  /** Ordinal of the province, and of the county within it: what registry offices are numbered by. */
  readonly province: number
  readonly county: number
}

/** Everything that differs between countries: data and small pure functions. Nothing outside a pack knows one. */
export interface CountryPack {
  readonly code: string
  readonly name: Pair
  /** First and second language of screens and messages. */
  readonly languages: readonly [Language, Language]
  readonly timeZone: string
  readonly calendar: 'persian' | 'gregorian'
  /** Telephone for immediate danger; null where there is none. */
  readonly dangerNumber: string | null
  readonly weekend: readonly Weekday[]
  holidays(): ReadonlySet<PlainDate>
  /** E.164 of what somebody typed; undefined when it cannot be a number of the country. */
  phone(typed: string): string | undefined
  /** Whether an identity number has the right form and check digit. */
  isIdentityNumber(typed: string): boolean
  readonly levels: Readonly<Record<'nation' | 'province' | 'county' | 'centre', Pair>>
  readonly needKinds: readonly NeedKind[]
  readonly notices: readonly Notice[]
  readonly professions: readonly { readonly code: string; readonly name: Pair }[]
  readonly spokenLanguages: readonly { readonly code: string; readonly name: Pair }[]
  /** Closed list of design 8.16; nothing can be added by settings. */
  readonly purposes: readonly { readonly code: string; readonly name: Pair }[]
  places(): readonly GazetteerPlace[]
  /** For synthetic people only. */
  readonly names: {
    readonly women: readonly string[]
    readonly men: readonly string[]
    readonly families: readonly string[]
    readonly streets: readonly string[]
  }
}
