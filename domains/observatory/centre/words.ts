import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  needsMet: { fa: 'نیاز برآورده‌شده به تأیید خود فرد', en: 'Needs met, confirmed by the person' },
  needsMetOnTime: { fa: 'از آن میان، به‌موقع', en: 'Of those, on time' },
  needsMetByStaff: { fa: 'نیاز برآورده‌شده به دست کارکنان', en: 'Needs met by staff' },
  needsUnmet: { fa: 'نیاز برآورده‌نشده', en: 'Needs not met' },
  needsRecorded: { fa: 'نیاز ثبت‌شده', en: 'Needs recorded' },
  visitsConfirmed: { fa: 'دیدار تأییدشده', en: 'Visits confirmed' },
  minutesGiven: { fa: 'دقیقهٔ کمک', en: 'Minutes given' },
  casesOpened: { fa: 'پروندهٔ بازشده', en: 'Cases opened' },
  requestsReceived: { fa: 'درخواست رسیده', en: 'Requests received' },
})
