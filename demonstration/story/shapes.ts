import type { NeedKind, Pairing } from '#countries/index.ts'
import type { AgencyCentre } from '#demonstration/organisations.ts'
import type { Town } from '#demonstration/geography.ts'
import type { Helper } from '#demonstration/volunteers.ts'

/** All instants in ms. What had not happened by the time of loading is undefined. */
export type At = number

export type Decision = 'open-case' | 'answer' | 'pass-on' | 'duplicate' | 'withdrawn'
export type Verdict = 'met' | 'partly' | 'not'

export interface VisitStory {
  readonly number: number
  readonly state: 'offered' | 'accepted' | 'approved' | 'under-way' | 'done' | 'confirmed' | 'no-show' | 'cancelled' | 'declined' | 'expired'
  readonly reason?: string
  readonly offered: At
  readonly answerBy: At
  readonly accepted?: At
  readonly approved?: At
  readonly arrived?: At
  readonly done?: At
  readonly confirmed?: At
  readonly outcome?: Verdict
  /** When it ended without a confirmation. */
  readonly ended?: At
}

export interface ReferralStory {
  readonly number: number
  /** 2 for the one who goes along; their seat is opened with the offer. */
  readonly seat: 1 | 2
  /** Two go together. */
  readonly pair: boolean
  readonly attempt: number
  readonly state: 'ready' | 'offered' | 'accepted' | 'closed' | 'declined' | 'withdrawn' | 'expired'
  readonly reason?: string
  readonly recorded: At
  readonly offered?: At
  readonly answerBy?: At
  readonly helper?: Helper
  readonly closed?: At
  readonly passedUnits: readonly string[]
  readonly passedHelpers: readonly string[]
  readonly visit?: VisitStory
}

export interface ConsentStory {
  readonly state: 'given' | 'refused' | 'withdrawn'
  readonly at: At
  readonly until: At
  readonly ended?: At
}

export interface Requires {
  readonly skills: readonly { readonly code: string; readonly level: number }[]
  readonly vetting: boolean
  readonly sameSex: 'none' | 'preferred' | 'required'
  readonly languages: readonly string[]
}

export interface NeedStory {
  readonly number: number
  readonly state: 'open' | 'referred' | 'matched' | 'under-way' | 'met' | 'unmet' | 'withdrawn'
  readonly reason?: string
  readonly at: At
  /** The visit's window. */
  readonly from: At
  readonly to: At
  readonly requires: Requires
  readonly pair: Pairing
  readonly priority: number
  readonly outcome?: Verdict
  readonly ended?: At
  readonly consent?: ConsentStory
  /** Since when staff of the centre do it themselves. */
  readonly byStaff?: At
  readonly referrals: readonly ReferralStory[]
}

/** Who asked, of whom, when and for what. */
export interface Asked {
  readonly number: number
  readonly centre: AgencyCentre
  readonly shown: boolean
  readonly town: Town
  readonly lat: number
  readonly lon: number
  readonly kind: NeedKind
  readonly sex: 'female' | 'male'
  readonly birthYear: number
  readonly given: string
  readonly family: string
  readonly channel: 'web' | 'phone' | 'desk'
  readonly urgency: 'ordinary' | 'soon'
  readonly asked: At
  readonly due: At
  /** An earlier request of the centre that this one repeats, or is against. */
  readonly pointsAt?: { readonly kind: 'duplicate' | 'appeal' | 'complaint'; readonly request: number }
  /** The second secret, where the demonstration tells it to a visitor. */
  readonly secretHash?: string
}

/** One request and what became of it, up to now. */
export interface Story extends Asked {
  readonly decision?: Decision
  readonly decided?: At
  readonly needs: readonly NeedStory[]
  /** Of the case, where one was opened. */
  readonly closed?: { readonly at: At; readonly reason: string; readonly reopened: boolean }
}

export const isOpened = (story: Story): boolean => story.decision === 'open-case'
