import type { NeedKind } from '#countries/pack.ts'

export const needKinds: readonly NeedKind[] = [
  { code: 'clinic', name: { fa: 'همراهی تا درمانگاه', en: 'Company to the clinic' }, pictogram: 'clinic', minutes: 180, atHome: false, vetting: true, pair: false, skills: [] },
  { code: 'company', name: { fa: 'هم‌صحبتی', en: 'Companionship' }, pictogram: 'talk', minutes: 60, atHome: true, vetting: true, pair: false, skills: [] },
  { code: 'lessons', name: { fa: 'کمک درسی', en: 'Help with lessons' }, pictogram: 'book', minutes: 90, atHome: false, vetting: true, pair: true, skills: ['2330'] },
  { code: 'repair', name: { fa: 'تعمیر کوچک خانه', en: 'Small repairs at home' }, pictogram: 'house', minutes: 120, atHome: true, vetting: true, pair: false, skills: ['7115'] },
  { code: 'shopping', name: { fa: 'خرید دارو و مایحتاج', en: 'Shopping and medicines' }, pictogram: 'box', minutes: 60, atHome: false, vetting: false, pair: false, skills: [] },
  { code: 'paperwork', name: { fa: 'کمک در کارهای اداری', en: 'Help with forms and offices' }, pictogram: 'work', minutes: 60, atHome: false, vetting: false, pair: false, skills: [] },
  { code: 'respite', name: { fa: 'استراحت برای مراقب', en: 'A rest for the carer' }, pictogram: 'house', minutes: 180, atHome: true, vetting: true, pair: true, skills: [] },
  { code: 'trade', name: { fa: 'آموزش یک کار', en: 'Learning a trade' }, pictogram: 'work', minutes: 120, atHome: false, vetting: false, pair: false, skills: ['7531'] },
  { code: 'legal', name: { fa: 'مشاورهٔ حقوقی', en: 'Legal advice' }, pictogram: 'talk', minutes: 60, atHome: false, vetting: false, pair: false, skills: ['2611'] },
  { code: 'nursing', name: { fa: 'سرزدن پرستار', en: 'A nurse looks in' }, pictogram: 'clinic', minutes: 60, atHome: true, vetting: true, pair: true, skills: ['2221'] },
  { code: 'meal', name: { fa: 'رساندن غذا', en: 'Bringing a meal' }, pictogram: 'box', minutes: 30, atHome: false, vetting: false, pair: false, skills: [] },
  { code: 'moving', name: { fa: 'کمک در جابه‌جایی', en: 'Help with moving' }, pictogram: 'box', minutes: 180, atHome: true, vetting: true, pair: false, skills: [] },
]
