import { defineWords } from '#platform/words/index.ts'

export const callBackWords = defineWords({
  tab: { fa: 'بازپرسی تلفنی', en: 'Call-backs' },
  title: (p: { count: number }, f) => ({
    fa: p.count === 1 ? 'از یک نفر دربارهٔ دیدارش بپرسید' : `از ${f.number(p.count)} نفر دربارهٔ دیدارشان بپرسید`,
    en: f.plural(p.count, { one: 'Ask one person about their visit', other: `Ask ${f.number(p.count)} people about their visits` }),
  }),
  titleNone: { fa: 'تماسی در انتظار شما نیست', en: 'No call waits for you' },
  titlePhones: (p: { count: number }, f) => ({
    fa: p.count === 1 ? 'یک شماره برای چند نفر رمز گرفته است' : `${f.number(p.count)} شماره هر کدام برای چند نفر رمز گرفته‌اند`,
    en: f.plural(p.count, { one: 'One telephone took codes for several people', other: `${f.number(p.count)} telephones each took codes for several people` }),
  }),
  titleNoPhones: { fa: 'هیچ شماره‌ای برای چند نفر رمز نگرفته است', en: 'No telephone took codes for several people' },
  why: {
    fa: 'چند دیدار تأییدشده به قرعه دوباره پرسیده می‌شود. کسی می‌پرسد که در آن پرونده کاری نکرده است.',
    en: 'A few confirmed visits are drawn by lot and asked about once more, by somebody who did nothing in that case.',
  },
  emptyText: {
    fa: 'وقتی دیداری به قرعه بیفتد و شما در پرونده‌اش نقشی نداشته باشید، این‌جا می‌آید.',
    en: 'When a visit is drawn in whose case you had no part, it appears here.',
  },
  'reason-drawn': { fa: 'به قرعه', en: 'By lot' },
  'reason-shared-phone': { fa: 'رمز به شماره‌ای رفته که برای چند نفر رمز گرفته است', en: 'The code went to a telephone that took codes for several people' },
  'reason-alone': { fa: 'دو همیار لازم بود و یکی آمد', en: 'Two volunteers were needed and one came' },
  due: (p: { when: string }) => ({ fa: `تا ${p.when}`, en: `By ${p.when}` }),
  tries: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} بار پاسخ نداده است`,
    en: f.plural(p.count, { one: 'Not reached once', other: `Not reached ${f.number(p.count)} times` }),
  }),
  open: { fa: 'باز کردن شماره و نام', en: 'Open the number and name' },
  ask: {
    fa: 'خودتان را از مرکز معرفی کنید و بپرسید: «آیا همیاری که قرار بود آمد؟» پاسخ هر چه باشد، برای او چیزی عوض نمی‌شود.',
    en: 'Say that you call from the centre and ask: “Did the volunteer come as arranged?” Whatever the answer, nothing changes for them.',
  },
  safe: { fa: 'چه وقت زنگ بزنید', en: 'When to call' },
  between: (p: { from: string; to: string }) => ({ fa: `از ${p.from} تا ${p.to}`, en: `from ${p.from} to ${p.to}` }),
  onlyThem: { fa: 'فقط با خودش حرف بزنید', en: 'speak to nobody else' },
  callName: { fa: 'اگر کس دیگری برداشت', en: 'If somebody else answers' },
  noPhone: { fa: 'شماره‌ای ندارد؛ حضوری بپرسید.', en: 'There is no telephone; ask in person.' },
  call: { fa: 'تماس', en: 'Call' },
  said: { fa: 'چه گفت؟', en: 'What did they say?' },
  'result-confirmed': { fa: 'بله، آمد', en: 'Yes, they came' },
  'result-not-confirmed': { fa: 'نه، نیامد', en: 'No, nobody came' },
  'result-not-reached': { fa: 'پاسخ نداد', en: 'Not reached' },
  notConfirmedNote: {
    fa: 'با «نه، نیامد» شمارش این دیدار برمی‌گردد و نیاز دوباره باز می‌شود. کسی متهم نمی‌شود.',
    en: 'With “No, nobody came” the visit is no longer counted and the need is open again. Nobody is accused.',
  },
  saved: { fa: 'ثبت شد.', en: 'Saved.' },
  phones: { fa: 'یک شماره برای چند نفر', en: 'One telephone for several people' },
  phonesWhy: {
    fa: 'شاید همسایه یا فرزندی برای چند نفر پیامک می‌گیرد. فقط بپرسید؛ این فهرست دربارهٔ هیچ‌کس چیزی نمی‌گوید.',
    en: 'A neighbour or a child may be taking messages for several people. Just ask; this list says nothing about anybody.',
  },
  noPhones: { fa: 'شماره‌ای در این فهرست نیست.', en: 'There is no telephone in this list.' },
  people: (p: { count: number }, f) => ({ fa: `برای ${f.number(p.count)} نفر`, en: `For ${f.number(p.count)} people` }),

  caseNumber: (p: { number: number }, f) => ({ fa: `پروندهٔ ${f.number(p.number)}`, en: `Case ${f.number(p.number)}` }),
  seen: { fa: 'پرسیدم', en: 'I have asked' },
})
