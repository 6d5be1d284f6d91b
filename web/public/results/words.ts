import { defineWords } from '#platform/words/index.ts'

/** What has been done: releases, indicators, days of release. */
export const resultsWords = defineWords({
  tab: { fa: 'چه کرده‌ایم', en: 'What has been done' },
  sections: { fa: 'بخش‌های آمار', en: 'Parts of the figures' },
  toResults: { fa: 'انتشارها', en: 'Releases' },
  toTables: { fa: 'جدول‌ساز', en: 'Table builder' },
  toDays: { fa: 'تقویم انتشار', en: 'Release calendar' },
  toApi: { fa: 'برای برنامه‌نویسان', en: 'For programmers' },

  nothingTitle: { fa: 'هنوز آماری منتشر نشده است.', en: 'No figures have been released yet.' },
  nothingText: {
    fa: 'عددها فقط در روز انتشار و پس از بررسی این‌که به هیچ‌کس اشاره نکنند منتشر می‌شوند. عدد اصلی این است: نیازهایی که به‌موقع و به تأیید خود فرد برآورده شده‌اند.',
    en: 'Figures are released on release days only, after it is checked that they point to nobody. The headline is: needs met on time, confirmed by the person.',
  },
  nothingNext: { fa: 'دیدن روزهای انتشار', en: 'See the days of release' },

  headline: (p: { period: string; count: number }, f) => ({
    fa: `در ${p.period}، ${f.number(p.count)} نیاز به‌موقع برآورده شد و خود فرد تأیید کرد.`,
    en: `In the ${inSentence(p.period)}, ${f.number(p.count)} ${f.plural(p.count, { one: 'need was', other: 'needs were' })} met on time, as the person confirmed.`,
  }),
  headlineHidden: (p: { period: string }) => ({
    fa: `شمار نیازهایی که در ${p.period} به‌موقع برآورده شد منتشر نمی‌شود.`,
    en: `How many needs were met on time in the ${inSentence(p.period)} is not published.`,
  }),
  headlineShare: (p: { share: number }, f) => ({
    fa: `از هر صد نیازی که برآورده و تأیید شد، ${f.number(p.share, { decimals: 1 })} تا به‌موقع بود.`,
    en: `Of a hundred needs met and confirmed, ${f.number(p.share, { decimals: 1 })} were met on time.`,
  }),
  headlineBefore: (p: { period: string; count: number }, f) => ({
    fa: `${p.period}: ${f.number(p.count)}`,
    en: `${p.period}: ${f.number(p.count)}`,
  }),
  whole: (p: { place: string; period: string }) => ({ fa: `${p.place}، ${p.period}`, en: `${p.place}, ${p.period}` }),
  beside: { fa: 'کنار آن: آنچه انجام شد', en: 'Beside it: what was done' },
  besideNote: { fa: 'دیدارِ بیشتر هدف نیست؛ این عددها را تنها کنار عدد بالا بخوانید.', en: 'More visits are no aim: read these only beside the number above.' },

  changed: { fa: 'چه عوض شد و چرا', en: 'What changed, and why' },
  changedNothing: { fa: 'این نخستین انتشار است و چیزی پیش از آن نبوده است.', en: 'This is the first release: there was nothing before it.' },
  changedNone: { fa: 'هیچ عدد کشوری عوض نشد.', en: 'No national number changed.' },
  changedLine: (p: { name: string; period: string; before: string; now: string }) => ({
    fa: `${p.name}، ${p.period}: ${p.before} بود، ${p.now} شد.`,
    en: `${p.name}, ${p.period}: it was ${p.before}, it is ${p.now}.`,
  }),
  nowHidden: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} خانه که پیش‌تر منتشر شده بود دیگر منتشر نمی‌شود؛ عددهای پیشین در ویرایش خود مانده است.`,
    en: f.plural(p.count, {
      one: '1 cell that was out is no longer published; the earlier number stays in its own vintage.',
      other: `${f.number(p.count)} cells that were out are no longer published; the earlier numbers stay in their own vintage.`,
    }),
  }),

  indicators: { fa: 'شاخص‌های منتشرشده', en: 'Released indicators' },
  indicator: { fa: 'شاخص', en: 'Indicator' },
  latest: { fa: 'تازه‌ترین', en: 'Latest' },
  period: { fa: 'دوره', en: 'Period' },

  releases: { fa: 'همهٔ انتشارها', en: 'All releases' },
  releasesNote: {
    fa: 'آنچه منتشر شده سر جای خود می‌ماند. اصلاح، انتشار تازه‌ای با دلیل آن است.',
    en: 'What is out stays where it is. A correction is a new release with its reason.',
  },
  release: { fa: 'انتشار', en: 'Release' },
  vintage: (p: { number: number }, f) => ({ fa: `ویرایش ${f.number(p.number)}`, en: `Vintage ${f.number(p.number)}` }),
  vintageColumn: { fa: 'ویرایش', en: 'Vintage' },
  day: { fa: 'روز انتشار', en: 'Day of release' },
  unscheduled: { fa: 'بیرون از تقویم', en: 'Off the calendar' },
  why: { fa: 'دلیل', en: 'Reason' },
  first: { fa: 'نخستین انتشار', en: 'First release' },
  catalogue: { fa: 'فهرست ماشین‌خوان با اثر انگشت هر پرونده (DCAT)', en: 'Machine-readable catalogue with the fingerprint of every file (DCAT)' },

  notPublished: { fa: 'منتشر نمی‌شود', en: 'Not published' },
  notPublishedMeans: {
    fa: '«منتشر نمی‌شود» یعنی عددی هست، ولی شاید به کسی اشاره کند؛ صفر نیست و لزوماً کوچک هم نیست. بعضی خانه‌ها فقط برای پنهان ماندن خانه‌ای دیگر منتشر نمی‌شوند.',
    en: '“Not published” means that there is a number that might point to somebody. It is not zero, nor necessarily small: some cells are left out only so that another one stays hidden.',
  },
  notGathered: { fa: 'گردآوری نشده', en: 'Not gathered' },
  nothingThere: { fa: 'ندارد', en: 'None' },

  daysTitle: { fa: 'عددها تنها در این روزها منتشر و بازنگری می‌شوند.', en: 'Figures go out and are revised on these days only.' },
  daysLead: {
    fa: 'هیچ‌کس، در هیچ سمتی، عددها را زودتر از بقیه بیرون نمی‌دهد. اگر اشتباهی پیدا شود، اصلاح آن بیرون از تقویم و با دلیل منتشر می‌شود.',
    en: 'Nobody, in whatever office, gives figures out earlier. When a mistake is found, its correction goes out off the calendar, with the reason.',
  },
  coming: { fa: 'روزهای آینده', en: 'Days to come' },
  past: { fa: 'روزهای گذشته', en: 'Days past' },
  pastNone: { fa: 'هنوز روز انتشاری نبوده است.', en: 'There has been no day of release yet.' },
  newPeriod: { fa: 'دورهٔ تازه', en: 'New period' },
  alsoRevised: { fa: 'بازنگری', en: 'Revised' },
  alsoRevisedIs: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} دورهٔ پیش از آن`,
    en: f.plural(p.count, { one: 'the period before it', other: `the ${f.number(p.count)} periods before it` }),
  }),
  moment: { fa: 'زمان', en: 'Moment' },
  momentIs: (p: { day: string; time: string }) => ({ fa: `${p.day}، ساعت ${p.time}`, en: `${p.day}, ${p.time}` }),
})

/** "Third quarter of 1405" inside a sentence. */
export function inSentence(text: string): string {
  return /^(First|Second|Third|Fourth|Week)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
