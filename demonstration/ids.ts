/** Rooms of the demonstration's ids: each kind of record counts on its own, so ids are the same every time. */
const kinds = ['agency', 'group', 'professional', 'liaison', 'venue', 'volunteer', 'account', 'appointment', 'request', 'person', 'case', 'need', 'consent', 'referral', 'visit', 'fact', 'worker', 'disclosure', 'booking', 'proposal', 'message', 'home'] as const
export type IdKind = (typeof kinds)[number]

/** A valid UUIDv7 that says of itself that it is made up: its time is the year 2000. */
export const demoId = (kind: IdKind, number: number): string =>
  `00dc6acf-ac${String(kinds.indexOf(kind)).padStart(2, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`
