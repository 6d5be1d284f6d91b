import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  visit: { fa: 'دیدار همیار', en: 'Visit' },
  visits: { fa: 'دیدارها', en: 'Visits' },
  offered: { fa: 'پیشنهاد تازه', en: 'New offer' },
  accepted: { fa: 'پذیرفته؛ در انتظار تأیید خود فرد', en: 'Accepted; waiting for the person’s approval' },
  approved: { fa: 'قرار گذاشته شد', en: 'Arranged' },
  'under-way': { fa: 'در حال انجام', en: 'Under way' },
  done: { fa: 'انجام شد؛ در انتظار تأیید', en: 'Done; waiting for confirmation' },
  confirmed: { fa: 'تأیید شد', en: 'Confirmed' },
  unconfirmed: { fa: 'در تماس تأیید نشد', en: 'Not confirmed when called' },
  'no-show': { fa: 'کسی آنجا نبود', en: 'Nobody was there' },
  cancelled: { fa: 'برگزار نمی‌شود', en: 'Will not take place' },
  declined: { fa: 'نپذیرفت', en: 'Declined' },
  expired: { fa: 'بی‌پاسخ ماند', en: 'Not answered in time' },
  'outcome-met': { fa: 'برآورده شد', en: 'Met' },
  'outcome-partly': { fa: 'تا اندازه‌ای', en: 'Partly' },
  'outcome-not': { fa: 'نه', en: 'Not met' },
  // Neutral: whoever picks up the phone learns nothing from them (design 8.4).
  smsOffer: {
    fa: 'همیار: یک پیشنهاد تازه دارید. در برنامه ببینید.',
    en: 'Hamyar: you have a new offer. See it in the app.',
  },
  smsApprove: {
    fa: 'پیام شما رسید. برای ادامه با کد پیگیری وارد شوید.',
    en: 'Your message arrived. Please go on with your tracking code.',
  },
  smsConfirm: (p: { code: string }, f) => ({
    fa: `رمز شما: ${f.digits(p.code)}`,
    en: `Your code: ${p.code}`,
  }),
  smsCancelled: { fa: 'همیار: یک قرار شما برگزار نمی‌شود.', en: 'Hamyar: one of your appointments will not take place.' },
  smsCompanion: {
    fa: 'همیار: یکی از قرارهای شما تا پیدا شدن همراه تازه عقب افتاد.',
    en: 'Hamyar: one of your appointments waits until somebody new can come along.',
  },
})

export const problems = defineWords({
  'visits.part-in-it': {
    fa: 'در گام دیگری از همین پرونده نقش داشته‌اید؛ این گام با همکار دیگری است.',
    en: 'You took another step of this same case; a colleague takes this one.',
  },
  'visits.not-possible': {
    fa: 'این کار در حالت کنونی این دیدار شدنی نیست. صفحه را تازه کنید و آخرین وضعیت را ببینید.',
    en: 'This is not possible as the visit stands now. Reload to see where it stands.',
  },
  'visits.volunteer-busy': {
    fa: 'همیار در این ساعت قرار دیگری دارد. همیار دیگری پیشنهاد می‌شود.',
    en: 'The volunteer has another appointment at this time. Another volunteer will be proposed.',
  },
  'visits.how-missing': {
    fa: 'بنویسید خود فرد چگونه موافقت کرد: حضوری یا تلفنی.',
    en: 'Say how the person agreed: in person or by telephone.',
  },
  'visits.companion-awaited': {
    fa: 'این دیدار دو همیار می‌خواهد و هنوز یکی پیدا نشده است. وقتی هر دو پذیرفتند، از خود فرد بپرسید.',
    en: 'This visit takes two volunteers and one is still being looked for. Ask the person once both have accepted.',
  },
  'visits.companion-missing': {
    fa: 'بگویید همراه شما آمد یا نه.',
    en: 'Say whether the volunteer who was to come along came.',
  },
  'visits.too-early': {
    fa: 'هنوز زود است. این دکمه دو ساعت پیش از دیدار باز می‌شود.',
    en: 'It is too early. This opens two hours before the visit.',
  },
  'visits.outcome-missing': { fa: 'بگویید نیاز برآورده شد یا نه.', en: 'Say whether the need was met.' },
  'visits.code-wrong': {
    fa: 'رمز درست نیست. رمز ۶ رقمی پیامک را دوباره بنویسید.',
    en: 'The code is not right. Type the 6 digits of the message again.',
  },
  'visits.code-locked': {
    fa: 'چند بار رمز نادرست وارد شد. با مرکز تماس بگیرید تا حضوری یا تلفنی تأیید شود.',
    en: 'A wrong code was entered several times. Call the centre to confirm in person or by telephone.',
  },
})
