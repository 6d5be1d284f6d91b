import type { Named } from './pack.ts'

/**
 * What people of the network may be called for. Closed by design 8.16, for every country: policing, searching
 * people, elections, rallies and canvassing are not in it, and no setting can add them.
 */
export const purposes: readonly Named[] = [
  { code: 'health', name: { fa: 'بهداشت و درمان', en: 'Health' } },
  { code: 'relief', name: { fa: 'امداد', en: 'Relief' } },
  { code: 'education', name: { fa: 'آموزش', en: 'Education' } },
  { code: 'care', name: { fa: 'مراقبت', en: 'Care' } },
  { code: 'housing-repair', name: { fa: 'تعمیر خانه', en: 'Housing repair' } },
  { code: 'livelihood', name: { fa: 'کسب‌وکار خانوادگی', en: 'Livelihoods' } },
  { code: 'environment', name: { fa: 'محیط زیست', en: 'Environment' } },
]
