import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  // To a duty telephone; it names nobody, no place and no harm.
  smsAlarm: (p: { link: string }) => ({
    fa: `همیار: یک مورد فوری در انتظار شماست. وارد شوید و «من پی می‌گیرم» را بزنید.${p.link}`,
    en: `Hamyar: something urgent waits for you. Sign in and press “I am on it”.${p.link}`,
  }),
})

export const problems = defineWords({
  'danger.not-open': {
    fa: 'کس دیگری پیش از شما این مورد را به دست گرفته است. صفحه را تازه کنید تا ببینید چه کسی.',
    en: 'Somebody else answered before you. Reload to see who.',
  },
  'danger.not-answered': {
    fa: 'نخست «من پی می‌گیرم» را بزنید تا دو نفر هم‌زمان کار را به دو جا نسپارند.',
    en: 'Press “I am on it” first, so that two people do not hand it over twice.',
  },
  'danger.receiver-unknown': { fa: 'این دستگاه در فهرست نیست. از فهرست برگزینید.', en: 'This body is not on the list. Choose one from the list.' },
  'danger.receipt-given': { fa: 'رسید این مورد پیش‌تر ثبت شده است.', en: 'The receipt of this hand-over was recorded before.' },
})
