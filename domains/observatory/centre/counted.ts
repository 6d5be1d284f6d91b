/** Kinds of the fact catalogue that the centre's page counts: by name, since the observatory knows no domain. */
export const counted = {
  needsMet: 'casework.need-met',
  needsMetByStaff: 'casework.need-met-by-staff',
  needsUnmet: 'casework.need-unmet',
  needsRecorded: 'casework.need-opened',
  visitsConfirmed: 'visits.visit-confirmed',
  minutesGiven: 'visits.minutes-given',
  casesOpened: 'casework.case-opened',
  requestsReceived: 'desk.request-received',
} as const
export type Counted = keyof typeof counted
