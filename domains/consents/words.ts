import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  consent: { fa: 'رضایت آگاهانه', en: 'Informed consent' },
  consents: { fa: 'رضایت‌ها', en: 'Consents' },
  given: { fa: 'رضایت داد', en: 'Agreed' },
  refused: { fa: 'نه گفت', en: 'Said no' },
  withdrawn: { fa: 'پس گرفته شد', en: 'Withdrawn' },
  expired: { fa: 'مهلتش گذشت', en: 'Expired' },
  refusedRoute: {
    fa: 'چیز دیگری تغییر نمی‌کند؛ کارکنان مرکز کار را پی می‌گیرند.',
    en: 'Nothing else changes; staff of the centre go on with it.',
  },
  'how-signed': { fa: 'با امضا', en: 'Signed' },
  'how-one-time-code': { fa: 'با رمز یک‌بارمصرف', en: 'By one-time code' },
  'how-witnessed-speech': { fa: 'گفتاری، با گواه', en: 'Spoken, with a witness' },
  'how-guardian': { fa: 'ولی یا قیم', en: 'By the guardian' },
  withdraw: { fa: 'پس گرفتن رضایت', en: 'Withdraw consent' },
  'field-kind': { fa: 'نوع کمک', en: 'Kind of help' },
  'field-time': { fa: 'روز و ساعت', en: 'Day and time' },
  'field-area': { fa: 'محدودهٔ محل', en: 'Rough area' },
  'field-sex': { fa: 'جنسیت همراه', en: 'Sex of the helper' },
  'field-givenName': { fa: 'نام کوچک', en: 'Given name' },
  'field-familyName': { fa: 'نام خانوادگی', en: 'Family name' },
  'field-quarter': { fa: 'محله', en: 'Quarter' },
  'field-phone': { fa: 'شمارهٔ تماس', en: 'Telephone' },
  'field-callName': { fa: 'نام هنگام تماس', en: 'Name to use' },
  'field-address': { fa: 'نشانی', en: 'Address' },
})

export const problems = defineWords({
  'consents.notice-unknown': {
    fa: 'این متن رضایت در فهرست نیست. متن را از فهرست برگزینید.',
    en: 'This notice is not on the list. Choose one from the list.',
  },
  'consents.beyond-notice': {
    fa: 'رضایت نمی‌تواند از متنی که خوانده شده فراتر برود. فقط از موارد همان متن برگزینید.',
    en: 'Consent cannot go beyond the notice that was read. Choose only from its own list.',
  },
  'consents.too-long': (p: { days: number }, f) => ({
    fa: `پایان رضایت باید از فردا تا حداکثر ${f.number(p.days)} روز دیگر باشد.`,
    en: `Consent must end between tomorrow and ${f.number(p.days)} days from now.`,
  }),
  'consents.not-in-force': {
    fa: 'این رضایت دیگر برقرار نیست. برای ادامه باید از خود فرد دوباره پرسید.',
    en: 'This consent is no longer in force. The person has to be asked again.',
  },
})
