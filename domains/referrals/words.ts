import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  referral: { fa: 'ارجاع', en: 'Referral' },
  referrals: { fa: 'ارجاع‌ها', en: 'Referrals' },
  ready: { fa: 'آماده؛ در انتظار یافتن همیار', en: 'Ready; waiting for a volunteer' },
  offered: { fa: 'پیشنهاد شده', en: 'Offered' },
  accepted: { fa: 'پذیرفته شده', en: 'Accepted' },
  closed: { fa: 'پایان‌یافته', en: 'Closed' },
  declined: { fa: 'نپذیرفتند', en: 'Declined' },
  withdrawn: { fa: 'پس گرفته شد', en: 'Withdrawn' },
  expired: { fa: 'بی‌پاسخ ماند', en: 'Not answered in time' },
  'decline-nobody-free': { fa: 'کسی آزاد نیست', en: 'Nobody is free' },
  'decline-too-far': { fa: 'دور است', en: 'Too far' },
  'decline-not-our-work': { fa: 'کار گروه ما نیست', en: 'Not the work of our group' },
  'decline-other': { fa: 'چیز دیگر', en: 'Something else' },
})

export const problems = defineWords({
  'referrals.part-in-it': {
    fa: 'در گام دیگری از همین پرونده نقش داشته‌اید؛ این گام با همکار دیگری است.',
    en: 'You took another step of this same case; a colleague takes this one.',
  },
  'referrals.not-open': {
    fa: 'این ارجاع دیگر باز نیست. شاید پاسخ داده شده، پس گرفته شده یا مهلتش گذشته است.',
    en: 'This referral is no longer open. It may have been answered, taken back, or its time has passed.',
  },
  'referrals.other-consent': {
    fa: 'این رضایت برای نیاز دیگری است. رضایت همین نیاز را برگزینید یا بپرسید.',
    en: 'This consent is for another need. Choose the consent for this need, or ask for it.',
  },
})
