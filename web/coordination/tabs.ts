import type { Tab } from '#web/staff/tab.ts'

export const tabs: readonly Tab[] = [
  { to: '/staff/board', label: { fa: 'نیاز و ظرفیت', en: 'Needs and capacity' }, roles: ['liaison'] },
  { to: '/staff/nightly', label: { fa: 'اجرای شبانه', en: 'Nightly run' }, roles: ['liaison'] },
  { to: '/staff/counties', label: { fa: 'شهرستان‌ها', en: 'Counties' }, roles: ['liaison', 'director'] },
  { to: '/staff/weights', label: { fa: 'وزن‌ها', en: 'Weights' }, roles: ['liaison'] },
  { to: '/staff/offers', label: { fa: 'پیشنهادها', en: 'Offers' }, roles: ['coordinator'] },
]
