import type { Tab } from '#web/staff/tab.ts'

export const tabs: readonly Tab[] = [
  { to: '/staff/centre', label: { fa: 'کار مرکز', en: 'Our work' }, roles: ['clerk', 'case-worker', 'supervisor'] },
  { to: '/staff/indicators', label: { fa: 'شاخص‌ها', en: 'Indicators' }, roles: ['statistician'] },
  { to: '/staff/releases', label: { fa: 'انتشارها', en: 'Releases' }, roles: ['statistician'] },
]
