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
  'vetting-none': { fa: 'در دسترس نیست', en: 'Not available' },
})

export const problems = defineWords({
  'network.vetting-own-group': {
    fa: 'خود شما در این گروه هستید؛ بررسی ایمنی همیارانش با همکار دیگری است.',
    en: 'You belong to this group yourself; a colleague vets its volunteers.',
  },
  'network.vetting-evidence': {
    fa: 'برای این کار هنوز چیزی دیده نشده است. کنار هر کار نوشته‌ایم چه باید دیده شود.',
    en: 'Something has not been seen for this yet. Beside each purpose stands what has to be seen.',
  },
  'network.vetting-day': {
    fa: 'این روز نمی‌شود. روزی پس از امروز و در مهلتی که کشور گذاشته است برگزینید.',
    en: 'Not this day. Choose one after today, within what the country allows.',
  },
  'network.vetting-none': {
    fa: 'بررسی ایمنی برقراری نیست که پایان یابد. صفحه را تازه کنید.',
    en: 'There is no vetting in force to end. Reload the page.',
  },
})
