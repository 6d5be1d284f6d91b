import { factKind } from '#platform/facts/index.ts'

export const visitOffered = factKind({
  id: 'visits.visit-offered',
  version: 1,
  measure: 'offer',
  dimensions: ['kind'],
  name: { fa: 'پیشنهاد دیدار به همیار', en: 'Visit offered to a volunteer' },
})

/** Counted to know how the network fares, never by volunteer: a no costs nothing. */
export const visitDeclined = factKind({
  id: 'visits.visit-declined',
  version: 1,
  measure: 'offer',
  dimensions: ['kind'],
  name: { fa: 'پیشنهاد نپذیرفته', en: 'Offer declined or not answered' },
})

export const visitConfirmed = factKind({
  id: 'visits.visit-confirmed',
  version: 1,
  measure: 'visit',
  dimensions: ['kind', 'sex', 'ageGroup'],
  name: { fa: 'دیدار انجام‌شده به تأیید خود فرد', en: 'Visit done, confirmed by the person' },
})

export const minutesGiven = factKind({
  id: 'visits.minutes-given',
  version: 1,
  measure: 'minute',
  dimensions: ['kind'],
  name: { fa: 'دقیقه‌های کمک', en: 'Minutes given' },
})

export const visitMissed = factKind({
  id: 'visits.no-show',
  version: 1,
  measure: 'visit',
  dimensions: ['kind', 'who'],
  name: { fa: 'دیدار انجام‌نشده', en: 'Visit that did not take place' },
})

export const facts = [visitOffered, visitDeclined, visitConfirmed, minutesGiven, visitMissed]
