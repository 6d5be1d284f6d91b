import type { Tab } from '#web/staff/tab.ts'

export const tabs: readonly Tab[] = [
  { to: '/staff/appointments', label: { fa: 'سمت‌ها', en: 'Appointments' }, roles: ['administrator'] },
  { to: '/staff/groups', label: { fa: 'گروه‌ها', en: 'Groups' }, roles: ['administrator'] },
  { to: '/staff/recoveries', label: { fa: 'راه ورود', en: 'Ways in' }, roles: ['supervisor', 'coordinator'] },
  // What liaison desks drafted waits for whoever answers for the house.
  { to: '/staff/weights', label: { fa: 'وزن‌ها', en: 'Weights' }, roles: ['administrator'] },
]
