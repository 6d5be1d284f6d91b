import { defineWords } from '#platform/words/index.ts'

export const centreWords = defineWords({
  tab: { fa: 'کار مرکز', en: 'The centre’s work' },
  title: {
    fa: 'نیازهایی که به‌موقع برآورده شد و خود فرد تأیید کرد',
    en: 'Needs met on time, confirmed by the person',
  },
  unit: (p: { count: number }, f) => ({ fa: 'نیاز', en: f.plural(p.count, { one: 'need', other: 'needs' }) }),
  soFar: (p: { month: string; day: string }) => ({ fa: `${p.month}، تا ${p.day}`, en: `${p.month}, up to ${p.day}` }),
  whole: (p: { month: string }) => ({ fa: `${p.month}، همهٔ ماه`, en: `${p.month}, the whole month` }),
  more: (p: { by: number; month: string }, f) => ({
    fa: `${f.number(p.by)} نیاز بیش از همین روزهای ${p.month}`,
    en: `${f.number(p.by)} more than in the same days of ${p.month}`,
  }),
  fewer: (p: { by: number; month: string }, f) => ({
    fa: `${f.number(p.by)} نیاز کمتر از همین روزهای ${p.month}`,
    en: `${f.number(p.by)} fewer than in the same days of ${p.month}`,
  }),
  same: (p: { month: string }) => ({ fa: `به‌اندازهٔ همین روزهای ${p.month}`, en: `As many as in the same days of ${p.month}` }),
  ofMet: (p: { met: number }, f) => ({
    fa: `از ${f.number(p.met)} نیاز برآورده‌شده به تأیید خود فرد`,
    en: `of ${f.number(p.met)} needs met, confirmed by the person`,
  }),
  exact: { fa: 'این عدد تا آخرین ثبت همین لحظه دقیق است.', en: 'These figures are exact to the last deed at this moment.' },
  exactWhy: {
    fa: 'چون کارهای خود مرکز است چیزی پنهان نشده. بیرون از مرکز، عددها فقط روز انتشار آماری دیده می‌شوند.',
    en: 'They are the centre’s own work, so nothing is withheld. Outside it, figures are seen on release days only.',
  },
  chooseMonth: { fa: 'ماه', en: 'Month' },
  monthBefore: (p: { month: string }) => ({ fa: `ماه پیش: ${p.month}`, en: `Month before: ${p.month}` }),
  monthAfter: (p: { month: string }) => ({ fa: `ماه بعد: ${p.month}`, en: `Month after: ${p.month}` }),
  chooseMonthAfter: { fa: 'ماه بعد', en: 'Month after' },
  noMonthAfter: { fa: 'ماه بعد هنوز نرسیده است', en: 'The month after has not come yet' },
  calendar: { fa: 'تقویم', en: 'Calendar' },
  persian: { fa: 'شمسی', en: 'Persian' },
  gregorian: { fa: 'میلادی', en: 'Gregorian' },
  byDay: { fa: 'نیازهای برآورده‌شده، روز به روز', en: 'Needs met, day by day' },
  byDaySays: (p: { total: number; days: number; most: number; best: string }, f) => ({
    fa: `در ${f.number(p.days)} روز، ${f.number(p.total)} نیاز برآورده شد؛ بیشترین در ${p.best} با ${f.number(p.most)} نیاز.`,
    en: `In ${f.plural(p.days, { one: '1 day', other: `${f.number(p.days)} days` })} ${f.number(p.total)} needs were met; most on ${p.best}, with ${f.number(p.most)}.`,
  }),
  byDayNone: { fa: 'در این روزها هنوز نیازی برآورده نشده است.', en: 'No need was met in these days yet.' },
  table: { fa: 'همین شکل به‌صورت جدول', en: 'The same as a table' },
  day: { fa: 'روز', en: 'Day' },
  met: { fa: 'نیاز برآورده‌شده', en: 'Needs met' },
  byKind: { fa: 'به‌تفکیک نوع کمک', en: 'By kind of help' },
  kind: { fa: 'نوع کمک', en: 'Kind of help' },
  share: { fa: 'در برابر بیشترین', en: 'Against the most' },
  otherKind: { fa: 'دیگر', en: 'Other' },
  byKindNone: {
    fa: 'وقتی کسی برآورده‌شدن نیازش را با رمز خود تأیید کند، این‌جا شمرده می‌شود.',
    en: 'A need is counted here when the person confirms with their code that it was met.',
  },
  besides: { fa: 'دیگر کارها، کنار همین روزهای ماه پیش', en: 'The other work, beside the same days a month before' },
  thisMonth: { fa: 'این ماه', en: 'This month' },
  sameDays: { fa: 'ماه پیش', en: 'Before' },
  what: { fa: 'چه چیز', en: 'What' },
  hours: (p: { minutes: number }, f) => ({
    fa: p.minutes < 60 ? `${f.number(p.minutes)} دقیقه` : `${f.number(p.minutes / 60, { decimals: 1 })} ساعت`,
    en: p.minutes < 60 ? `${f.number(p.minutes)} min` : `${f.number(p.minutes / 60, { decimals: 1 })} h`,
  }),
  timeGiven: { fa: 'زمان کمک', en: 'Time given' },
})
