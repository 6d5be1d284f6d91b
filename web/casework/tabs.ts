import type { Tab } from '#web/staff/tab.ts'

export const tabs: readonly Tab[] = [
  { to: '/staff/inbox', label: { fa: 'کارتابل', en: 'Inbox' }, roles: ['clerk', 'supervisor'] },
  { to: '/staff/danger', label: { fa: 'فوری', en: 'Urgent' }, roles: ['clerk', 'supervisor', 'safeguarding-lead'] },
  { to: '/staff/cases', label: { fa: 'پرونده‌ها', en: 'Cases' }, roles: ['case-worker', 'supervisor'] },
  { to: '/staff/call-backs', label: { fa: 'بازپرسی تلفنی', en: 'Call-backs' }, roles: ['clerk', 'supervisor', 'safeguarding-lead'] },
  { to: '/staff/vetting', label: { fa: 'بررسی ایمنی', en: 'Vetting' }, roles: ['safeguarding-lead'] },
  { to: '/staff/duty', label: { fa: 'کشیک', en: 'Duty' }, roles: ['supervisor'] },
]
