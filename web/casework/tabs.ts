import type { Tab } from '#web/staff/tab.ts'

export const tabs: readonly Tab[] = [
  { to: '/staff/inbox', label: { fa: 'کارتابل', en: 'Inbox' }, roles: ['clerk', 'supervisor'] },
  { to: '/staff/cases', label: { fa: 'پرونده‌ها', en: 'Cases' }, roles: ['case-worker', 'supervisor'] },
]
