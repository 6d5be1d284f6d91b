import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  unit: { fa: 'گروه', en: 'Group' },
  neighbourhood: { fa: 'گروه محلی', en: 'Local group' },
  professional: { fa: 'کانون تخصصی', en: 'Professional group' },
  liaison: { fa: 'دفتر رابط', en: 'Liaison unit' },
  centre: { fa: 'مرکز', en: 'Centre' },
  women: { fa: 'زنان', en: 'Women' },
  men: { fa: 'مردان', en: 'Men' },
  mixed: { fa: 'زنان و مردان', en: 'Women and men' },
  volunteers: { fa: 'همیاران', en: 'Volunteers' },
  load: (p: { load: number; capacity: number }, f) => ({
    fa: `${f.number(p.load)} نوبت از ${f.number(p.capacity)}`,
    en: `${p.load} of ${p.capacity} tasks`,
  }),
  'vetting-in-force': { fa: 'بررسی ایمنی: برقرار', en: 'Vetting: in force' },
  'vetting-none': { fa: 'در دسترس نیست', en: 'Not available' },
})
