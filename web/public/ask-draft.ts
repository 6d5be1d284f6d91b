import type { Args } from '#web/api/index.ts'
import type { PickedPlace } from '#web/parts/index.ts'

export const STEPS = 4

/** Everything that was typed so far, as the fields hold it. */
export interface AskDraft {
  readonly step: number
  readonly kinds: readonly string[]
  readonly callMe: boolean
  readonly words: string
  readonly urgency: 'ordinary' | 'soon' | 'danger'
  readonly givenName: string
  readonly familyName: string
  readonly phone: string
  readonly place: PickedPlace | null
  readonly quarter: string
  readonly safeFrom: string
  readonly safeTo: string
  readonly onlyThemselves: boolean
  readonly callName: string
  readonly sex: '' | 'female' | 'male'
  readonly birthYear: string
  readonly onBehalf: boolean
  readonly secret: string
  readonly unwantedName: string
  readonly unwantedPhone: string
}

export const emptyDraft: AskDraft = {
  step: 1,
  kinds: [],
  callMe: false,
  words: '',
  urgency: 'ordinary',
  givenName: '',
  familyName: '',
  phone: '',
  place: null,
  quarter: '',
  safeFrom: '',
  safeTo: '',
  onlyThemselves: true,
  callName: '',
  sex: '',
  birthYear: '',
  onBehalf: false,
  secret: '',
  unwantedName: '',
  unwantedPhone: '',
}

/** Persian years are told apart from Gregorian ones by their size; the server keeps Gregorian. */
export const gregorianYear = (typed: string): number | null => {
  const digits = typed.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)).replace(/\D/g, '')
  if (digits === '') return null
  const year = Number(digits)
  return year < 1700 ? year + 621 : year
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

export const bodyOf = (draft: AskDraft, channel: 'web' | 'kiosk'): Args<'desk.ask'>['body'] => ({
  channel,
  kinds: draft.callMe ? [] : [...draft.kinds],
  words: draft.words,
  givenName: draft.givenName,
  familyName: draft.familyName,
  birthYear: gregorianYear(draft.birthYear),
  sex: draft.sex === '' ? null : draft.sex,
  phone: draft.phone,
  safeFrom: orNull(draft.safeFrom),
  safeTo: orNull(draft.safeTo),
  callName: orNull(draft.callName),
  onlyThemselves: draft.onlyThemselves,
  place: draft.place?.code ?? '',
  quarter: orNull(draft.quarter),
  // Only the person concerned may choose it.
  secret: draft.onBehalf ? null : orNull(draft.secret),
  unwanted:
    draft.unwantedName.trim() === '' && draft.unwantedPhone.trim() === ''
      ? []
      : [{ name: orNull(draft.unwantedName), phone: orNull(draft.unwantedPhone) }],
  onBehalf: draft.onBehalf,
  urgency: draft.urgency,
})

const WHO = ['givenName', 'familyName', 'phone', 'place', 'quarter', 'safeFrom', 'safeTo', 'callName', 'sex', 'birthYear']

/** On which step a field of the contract stands. */
export const stepOfField = (field: string): number => {
  if (field.startsWith('kinds')) return 1
  if (field === 'words' || field === 'urgency') return 2
  return WHO.includes(field) ? 3 : 4
}
