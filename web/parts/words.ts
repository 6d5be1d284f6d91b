import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  otherLanguage: { fa: 'English', en: 'فارسی' },
  switchTheme: (p: { dark: boolean }) => ({
    fa: p.dark ? 'زمینهٔ روشن' : 'زمینهٔ تاریک',
    en: p.dark ? 'Light theme' : 'Dark theme',
  }),
  mainMenu: { fa: 'بخش‌ها', en: 'Sections' },
  synthetic: { fa: 'داده‌های نمایشی؛ هیچ‌کس واقعی نیست', en: 'Demonstration data; nobody here is real' },
  inDanger: { fa: 'در خطرید؟ شبانه‌روز زنگ بزنید به', en: 'In danger right now? Day and night, call' },
  offline: { fa: 'بدون اینترنت', en: 'Offline' },
  waitingToSend: (p: { count: number }, f) => ({
    fa: `${p.count === 1 ? 'یک' : f.number(p.count)} گزارش در گوشی‌تان ذخیره شده و با اولین اتصال فرستاده می‌شود.`,
    en: f.plural(p.count, {
      one: '1 report is safe on your phone; it goes out when you are connected.',
      other: `${f.number(p.count)} reports are safe on your phone; they go out when you are connected.`,
    }),
  }),
  daysLeft: (p: { days: number }, f) => ({
    fa: `${f.number(p.days)} روز کاری مانده`,
    en: f.plural(p.days, { one: '1 working day left', other: `${f.number(p.days)} working days left` }),
  }),
  daysLate: (p: { days: number }, f) => ({
    fa: `${f.number(p.days)} روز کاری دیر`,
    en: f.plural(p.days, { one: '1 working day late', other: `${f.number(p.days)} working days late` }),
  }),
  late: { fa: 'دیر شده', en: 'late' },
  dueToday: { fa: 'امروز', en: 'today' },
  dueBy: (p: { time: string }) => ({ fa: `تا ${p.time}`, en: `by ${p.time}` }),
  unreachable: { fa: 'به سامانه وصل نشدیم', en: 'We could not reach the service' },
  unreachableDetail: {
    fa: 'اینترنت را ببینید و دوباره امتحان کنید. آنچه نوشته‌اید سر جایش است.',
    en: 'Check your connection and try again. What you typed is still here.',
  },
  failed: { fa: 'چیزی در سامانه خراب شد', en: 'Something broke on our side' },
  failedDetail: {
    fa: 'خطا ثبت شد. کمی بعد دوباره امتحان کنید.',
    en: 'It has been recorded. Please try again a little later.',
  },
  place: { fa: 'محل', en: 'Place' },
  placeHint: { fa: 'بخشی از نام روستا، محله یا شهر', en: 'Part of the name of a village, quarter or town' },
  pageMissing: { fa: 'این صفحه پیدا نشد', en: 'There is no such page' },
  pageMissingDetail: {
    fa: 'شاید نشانی کامل نوشته نشده باشد.',
    en: 'The address may be incomplete.',
  },
  toTheStart: { fa: 'رفتن به صفحهٔ اول', en: 'Go to the first page' },
})
