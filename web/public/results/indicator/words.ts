import { defineWords } from '#platform/words/index.ts'
import { inSentence } from '#web/public/results/words.ts'

/** One released indicator. */
export const resultWords = defineWords({
  at: (p: { period: string; place: string }) => ({ fa: `${p.period}، ${p.place}`, en: `${p.period}, ${p.place}` }),
  more: (p: { by: string; period: string }) => ({ fa: `${p.by} بیش از ${p.period}`, en: `${p.by} more than in the ${inSentence(p.period)}` }),
  less: (p: { by: string; period: string }) => ({ fa: `${p.by} کمتر از ${p.period}`, en: `${p.by} less than in the ${inSentence(p.period)}` }),
  same: (p: { period: string }) => ({ fa: `به اندازهٔ ${p.period}`, en: `As in the ${inSentence(p.period)}` }),
  points: (p: { by: string }) => ({ fa: `${p.by} واحد`, en: `${p.by} points` }),
  upTo: (p: { date: string }) => ({ fa: `بر پایهٔ آنچه تا پایان ${p.date} ثبت شده بود`, en: `From what had been recorded by the end of ${p.date}` }),
  synthetic: { fa: 'این عددها از دادهٔ نمایشی ساخته شده و دربارهٔ هیچ‌کس نیست.', en: 'These numbers are made from demonstration data and are about nobody.' },
  up: (p: { place: string }) => ({ fa: `رفتن به ${p.place}`, en: `Go to ${p.place}` }),

  line: { fa: 'در گذر زمان', en: 'Through time' },
  lineSays: (p: { name: string; many: number; first: string; last: string; from: string; to: string }, f) => ({
    fa: `${p.name} در ${f.number(p.many)} دوره، از ${p.first} (${p.from}) تا ${p.last} (${p.to}). همین عددها زیر شکل در جدول آمده است.`,
    en: `${p.name} over ${f.number(p.many)} periods, from ${p.first} (${p.from}) to ${p.last} (${p.to}). The same numbers stand in the table below.`,
  }),
  revised: (p: { period: string; before: string; now: string; reason: string }) => ({
    fa: `${p.period} بازنگری شد: ${p.before} بود، ${p.now} شد. ${p.reason}`,
    en: `${p.period} was revised: it was ${p.before}, it is ${p.now}. ${p.reason}`,
  }),
  lineNote: { fa: 'لوزی: بازنگری شده · دایرهٔ توخالی: عدد پیشین · هاشور: منتشر نمی‌شود', en: 'Diamond: revised · hollow circle: the earlier number · hatched: not published' },
  asTable: { fa: 'همین شکل، به صورت جدول', en: 'The same as a table' },
  period: { fa: 'دوره', en: 'Period' },
  days: { fa: 'روزها', en: 'Days' },
  daysOf: (p: { from: string; to: string }) => ({ fa: `${p.from} تا ${p.to}`, en: `${p.from} to ${p.to}` }),
  figure: { fa: 'عدد', en: 'Figure' },
  before: { fa: 'در ویرایش پیش', en: 'In the vintage before' },
  reported: { fa: 'مرکزهای گزارش‌داده', en: 'Centres that reported' },
  reportedOf: (p: { reported: number; expected: number }, f) => ({
    fa: `${f.number(p.reported)} از ${f.number(p.expected)}`,
    en: `${f.number(p.reported)} of ${f.number(p.expected)}`,
  }),

  map: { fa: 'روی نقشه', en: 'On the map' },
  mapSays: (p: { name: string; period: string; place: string }) => ({
    fa: `${p.name}، ${p.period}، به تفکیک محل‌های ${p.place}. با کلیدهای جهت از محلی به محل دیگر بروید؛ همین عددها در جدول آمده است.`,
    en: `${p.name}, ${p.period}, by place in ${p.place}. Arrow keys go from place to place; the same numbers stand in the table.`,
  }),
  mapNote: {
    fa: 'خط‌های نقشه از جای شهرستان‌ها حساب شده است و مرز هیچ‌کس نیست.',
    en: 'The lines are reckoned from where counties lie; they are nobody’s border.',
  },
  circles: (p: { most: string }) => ({ fa: `بزرگی دایره به اندازهٔ عدد است؛ بزرگ‌ترین: ${p.most}`, en: `Circles are as large as the number; the largest: ${p.most}` }),
  classIs: (p: { from: string; to: string }) => ({ fa: `${p.from} تا ${p.to}`, en: `${p.from} to ${p.to}` }),
  placeSays: (p: { place: string; said: string }) => ({ fa: `${p.place}: ${p.said}`, en: `${p.place}: ${p.said}` }),
  open: (p: { place: string }) => ({ fa: `رفتن به ${p.place}`, en: `Open ${p.place}` }),
  places: (p: { period: string; place: string }) => ({ fa: `${p.period}، محل‌های ${p.place}`, en: `${p.period}, places in ${p.place}` }),
  place: { fa: 'محل', en: 'Place' },
  placesNone: { fa: 'از این‌جا به پایین عددی منتشر نشده است.', en: 'Nothing is released below this place.' },
  sort: { fa: 'ترتیب', en: 'Order' },

  groups: (p: { period: string; dimension: string }) => ({ fa: `${p.period}، به تفکیک ${p.dimension}`, en: `${p.period}, by ${p.dimension.toLowerCase()}` }),
  group: { fa: 'گروه', en: 'Group' },
  only: { fa: 'تنها این گروه', en: 'Only this group' },
  allGroups: { fa: 'همه با هم', en: 'All together' },

  toChoices: { fa: 'انتخاب دوره، گروه و روز انتشار', en: 'Choose period, group and day of release' },
  which: { fa: 'کدام عددها', en: 'Which numbers' },
  calendar: { fa: 'تقویم', en: 'Calendar' },
  persian: { fa: 'شمسی', en: 'Persian' },
  gregorian: { fa: 'میلادی', en: 'Gregorian' },
  year: { fa: 'سال', en: 'Year' },
  half: { fa: 'نیم‌سال', en: 'Half-year' },
  quarter: { fa: 'فصل', en: 'Quarter' },
  month: { fa: 'ماه', en: 'Month' },
  week: { fa: 'هفته', en: 'Week' },
  length: { fa: 'دوره‌ها', en: 'Periods' },
  chosenPeriod: { fa: 'دورهٔ نقشه و جدول‌ها', en: 'Period of map and tables' },
  asOf: { fa: 'عددها، چنان‌که آن روز می‌دانستیم', en: 'Numbers as they were known that day' },
  newest: { fa: 'تازه‌ترین انتشار', en: 'the newest release' },
  thenWas: (p: { period: string; said: string }) => ({ fa: `${p.period}: ${p.said}`, en: `${p.period}: ${p.said}` }),
  older: { fa: 'این عددهای انتشار تازه‌تر نیست؛ چنان است که آن روز منتشر شد.', en: 'These are not the newest numbers, but those that went out on that day.' },

  revisions: { fa: 'همهٔ بازنگری‌ها', en: 'Every revision' },
  vintage: (p: { number: number; date: string }, f) => ({ fa: `ویرایش ${f.number(p.number)}، ${p.date}`, en: `Vintage ${f.number(p.number)}, ${p.date}` }),

  definition: { fa: 'تعریف', en: 'Definition' },
  version: (p: { version: string; from: string }, f) => ({ fa: `نسخهٔ ${f.digits(p.version)}، از ${p.from}`, en: `Version ${p.version}, from ${p.from}` }),
  versionOnly: (p: { version: string }, f) => ({ fa: `نسخهٔ ${f.digits(p.version)}`, en: `Version ${p.version}` }),
  share: (p: { part: string; whole: string }) => ({ fa: `«${p.part}» در هر صد تا از «${p.whole}»`, en: `“${p.part}” in every hundred of “${p.whole}”` }),
  caveats: { fa: 'هنگام خواندن', en: 'When reading it' },
  source: { fa: 'منبع', en: 'Source' },
  protection: { fa: 'محرمانگی', en: 'Confidentiality' },
  licence: { fa: 'پروانه', en: 'Licence' },

  completeness: { fa: 'کامل بودن گزارش‌ها', en: 'Completeness' },
  missing: (p: { missing: number }, f) => ({
    fa: `${f.number(p.missing)} مرکز هنوز گزارش نداده‌اند؛ این عدد شاید بازنگری شود.`,
    en: f.plural(p.missing, { one: '1 centre has not reported yet; the number may be revised.', other: `${f.number(p.missing)} centres have not reported yet; the number may be revised.` }),
  }),
  allReported: { fa: 'همهٔ مرکزها گزارش داده‌اند.', en: 'Every centre has reported.' },
  late: (p: { late: number }, f) => ({
    fa: `${f.number(p.late)} مرکز پس از مهلت گزارش دادند.`,
    en: f.plural(p.late, { one: '1 centre reported after the due time.', other: `${f.number(p.late)} centres reported after the due time.` }),
  }),

  downloads: { fa: 'دریافت', en: 'Download' },
  downloadsNote: { fa: 'همهٔ این انتشار، با همهٔ شاخص‌ها و محل‌ها.', en: 'All of this release, with every indicator and place.' },
  size: (p: { kilobytes: number }, f) => ({ fa: `${f.number(p.kilobytes)} کیلوبایت`, en: `${f.number(p.kilobytes)} kB` }),
  callTitle: { fa: 'همین عددها برای برنامه', en: 'The same for a program' },
  copy: { fa: 'رونوشت', en: 'Copy' },
  copied: { fa: 'رونوشت برداشته شد.', en: 'Copied.' },
  copyFailed: { fa: 'مرورگر رونوشت نداد؛ خودتان برگزینید و بردارید.', en: 'The browser would not copy: select it yourself.' },
  fingerprint: { fa: 'اثر انگشت این انتشار', en: 'Fingerprint of this release' },
})
