import { defineWords } from '#platform/words/index.ts'

/** Roles as staff read them beside their name. */
export const words = defineWords({
  clerk: { fa: 'پذیرش', en: 'Intake' },
  'case-worker': { fa: 'کارشناس پرونده', en: 'Case worker' },
  supervisor: { fa: 'سرپرست', en: 'Supervisor' },
  liaison: { fa: 'دفتر رابط', en: 'Liaison desk' },
  coordinator: { fa: 'هماهنگ‌کننده', en: 'Coordinator' },
  director: { fa: 'مدیر', en: 'Director' },
  statistician: { fa: 'کارشناس آمار', en: 'Statistician' },
  'safeguarding-lead': { fa: 'مسئول مراقبت', en: 'Safeguarding lead' },
  auditor: { fa: 'بازرس', en: 'Auditor' },
  administrator: { fa: 'مدیر سامانه', en: 'Administrator' },
})
