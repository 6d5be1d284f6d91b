import type { PlainDate, Weekday } from '#engines/calendar/index.ts'
import type { Language, Pair } from '#platform/words/index.ts'

/** A code of a closed list, with its words. */
export interface Named {
  readonly code: string
  readonly name: Pair
}

/** When volunteers are looked for by themselves, and how long a proposal holds. */
export interface MatchingRules {
  /** Minutes after midnight, by the country's clock: a run of the night begins in between, once. */
  readonly night: { readonly from: number; readonly until: number }
  /** A proposal that nobody sent for so many hours is out of date. */
  readonly proposalHours: number
  /** An offer that nobody outside saw can be taken back for so many minutes. */
  readonly takeBackMinutes: number
  /** A standing rule ends after so many days at the latest. */
  readonly standingDays: number
}

/** How confirmations are looked at again. */
export interface ConfirmationRules {
  /** One telephone that confirmed for more than so many people within so many days is looked at. */
  readonly sharedPhone: { readonly people: number; readonly days: number }
  /** So many confirmed visits in a hundred are asked about by telephone, within so many days, at most so often. */
  readonly callBack: { readonly percent: number; readonly days: number; readonly tries: number }
}

/** How many visits of a kind of help take two volunteers. */
export type Pairing = 'never' | 'first-visit' | 'every-visit'

/** One kind of help. The list is an allow-list: nothing else can be asked for, tagged or imported. */
export interface NeedKind extends Named {
  readonly pictogram: 'clinic' | 'house' | 'book' | 'box' | 'work' | 'talk' | 'call'
  /** Usual length of a visit. */
  readonly minutes: number
  /** Takes place where the person lives. */
  readonly atHome: boolean
  /** The helper must hold a vetting in force. */
  readonly vetting: boolean
  /** When two vetted, unrelated people are needed: of this kind; for a child and for personal care always. */
  readonly pair: Pairing
  /** Washing, dressing, nursing: nobody is alone with somebody who needs that. */
  readonly personalCare: boolean
  /** ISCO-08 codes of which one is asked for; empty where anybody can. */
  readonly skills: readonly string[]
}

/** A body that takes over where somebody is in danger (design 8.4). */
export interface DangerReceiver extends Named {
  /** Its line, day and night; null where it is reached another way. */
  readonly phone: string | null
  /** Only where nobody else can help: the police. */
  readonly lastResort: boolean
}

/** The clock of danger: every minute of day and night, never a working day. */
export interface DangerRules {
  /** By when somebody speaks with the person. */
  readonly callMinutes: number
  /** After how long without an answer the next on duty is told. */
  readonly againMinutes: number
  /** In the order in which they are asked, the last resort last. */
  readonly receivers: readonly DangerReceiver[]
}

/** Alone at a door (design 8.12): when somebody is told, and what is then done. */
export interface WatchRules {
  /** After the planned length of a visit. */
  readonly graceMinutes: number
  /** From one step to the next, and between the reminders of the last. */
  readonly againMinutes: number
  /** The emergency plan, step by step. */
  readonly plan: readonly Pair[]
}

/** What a volunteer may be vetted for; closed, as design 8.9 names it. */
export type VettingPurpose = 'home' | 'children'

/** What a vetting rests on: papers and talks that were seen or held, never an opinion about somebody. */
export type VettingEvidence = 'identity' | 'interview' | 'references' | 'certificate'

export interface VettingRules {
  /** A vetting holds no longer than this, as the country's calendar counts years. */
  readonly mostYears: number
  /** So many days before its end it is time for the next one. */
  readonly soonDays: number
  /** Without all of these nobody is vetted for the purpose. */
  readonly asks: Readonly<Record<VettingPurpose, readonly VettingEvidence[]>>
}

/** A text that is read out before consent is asked: what, for whom, until when, and the plain no. */
export interface Notice {
  readonly code: string
  /** A changed text is a new version: a consent names the one that was read. */
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
  /** The name as it is written in the country where the pack has no Persian one. */
  readonly nameFa: string
  readonly nameEn: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  /** `census` where it was counted; `modelled` where a census was spread over smaller places. */
  readonly populationKind: 'census' | 'modelled'
  /** Ordinal of the province, 1 to 99: what registry offices are numbered by, for ever. 0 for the country. */
  readonly province: number
  /** Ordinal of the county within its province, 1 to 99. 0 above the county. */
  readonly county: number
}

export interface Holiday {
  readonly date: PlainDate
  readonly name: Pair
  /** Reckoned, not yet announced: the sighting of the moon may move it by a day. */
  readonly tentative: boolean
}

export interface Currency {
  /** ISO 4217 */
  readonly code: string
  /** Money is kept as a whole number of this many decimal digits. */
  readonly digits: number
  readonly name: Pair
}

/** Everything that differs between countries: data and small pure functions. Nothing outside knows one. */
export interface CountryPack {
  readonly code: string
  readonly name: Pair
  /** Languages of screens and messages, the first one first. */
  readonly languages: readonly [Language, ...Language[]]
  readonly timeZone: string
  readonly calendar: 'persian' | 'gregorian'
  readonly currency: Currency
  /** Whoever is younger is a child. */
  readonly ageOfMajority: number
  readonly confirmations: ConfirmationRules
  readonly matching: MatchingRules
  /** Telephone for immediate danger; null where there is none. */
  readonly dangerNumber: string | null
  readonly danger: DangerRules
  readonly watch: WatchRules
  readonly vetting: VettingRules
  readonly weekend: readonly Weekday[]
  /** Every official day off that the pack knows, in order. */
  listHolidays(): readonly Holiday[]
  /** The days of `listHolidays`, as the calendar engine takes them. */
  holidays(): ReadonlySet<PlainDate>
  /** Words of an address that say what comes next and not which, as search folds them. */
  readonly addressFillers: readonly string[]
  /** E.164 of what somebody typed; undefined when it can be no number, here or with another's code. */
  phone(typed: string): string | undefined
  readonly identityName: Pair
  /** Whether an identity number has the right form and check digit. */
  isIdentityNumber(typed: string): boolean
  readonly levels: Readonly<Record<'nation' | 'province' | 'county' | 'centre', Pair>>
  /** Names of the agency's offices; `{place}` stands for the name of their place. */
  readonly offices: Readonly<Record<'province' | 'county' | 'centre', Pair>>
  readonly needKinds: readonly NeedKind[]
  readonly notices: readonly Notice[]
  /** ISCO-08 codes of professional units. */
  readonly professions: readonly Named[]
  readonly spokenLanguages: readonly Named[]
  /** Closed list of design 8.16; nothing can be added by settings. */
  readonly purposes: readonly Named[]
  /** The country and its places, parents before children, always in one order. */
  places(): readonly GazetteerPlace[]
  /** For synthetic people only. */
  readonly names: {
    readonly women: readonly string[]
    readonly men: readonly string[]
    readonly families: readonly string[]
    readonly streets: readonly string[]
  }
  /** For a synthetic year only. */
  readonly synthetic: {
    /** E.164 up to seven more digits; assigned to nobody, so that no message can reach anybody. */
    readonly phonePrefix: string
    /** How much help is asked for on a day, 1 on an ordinary one: seasons, weekends, days off, fasting. */
    asking(date: PlainDate): number
  }
}
