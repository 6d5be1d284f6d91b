import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  case: { fa: 'پرونده', en: 'Case' },
  cases: { fa: 'پرونده‌ها', en: 'Cases' },
  need: { fa: 'نیاز', en: 'Need' },
  needs: { fa: 'نیازها', en: 'Needs' },
  caseStates: { fa: 'حالت پرونده', en: 'State of the case' },
  'case-open': { fa: 'باز', en: 'Open' },
  'case-assessed': { fa: 'ارزیابی‌شده', en: 'Assessed' },
  'case-planned': { fa: 'دارای برنامه', en: 'Planned' },
  'case-active': { fa: 'در جریان', en: 'Active' },
  'case-under-review': { fa: 'در حال بازبینی', en: 'Under review' },
  'case-closed': { fa: 'بسته', en: 'Closed' },
  'case-reopened': { fa: 'بازگشوده', en: 'Reopened' },
  'need-draft': { fa: 'پیش‌نویس', en: 'Draft' },
  'need-open': { fa: 'باز', en: 'Open' },
  'need-referred': { fa: 'ارجاع‌شده؛ در جست‌وجوی همیار', en: 'Referred; looking for a volunteer' },
  'need-matched': { fa: 'همیار پیدا شد', en: 'Volunteer found' },
  'need-under-way': { fa: 'در حال انجام', en: 'Under way' },
  'need-met': { fa: 'برآورده شد', en: 'Met' },
  'need-unmet': { fa: 'برآورده نشد', en: 'Not met' },
  'need-withdrawn': { fa: 'پس گرفته شد', en: 'Withdrawn' },
  'same-sex-none': { fa: 'فرقی ندارد', en: 'No preference' },
  'same-sex-preferred': { fa: 'ترجیحاً هم‌جنس', en: 'Same sex preferred' },
  'same-sex-required': { fa: 'حتماً هم‌جنس', en: 'Same sex required' },
  'close-needs-met': { fa: 'نیازها برآورده شد', en: 'Needs were met' },
  'close-person-declined': { fa: 'خودش نخواست ادامه دهد', en: 'The person chose not to go on' },
  'close-moved-away': { fa: 'از این شهرستان رفت', en: 'Moved away' },
  'close-passed-on': { fa: 'معرفی به دستگاه دیگر', en: 'Passed on to another body' },
  'close-died': { fa: 'درگذشت', en: 'Died' },
  'withdraw-person-declined': { fa: 'خودش دیگر نمی‌خواهد', en: 'The person no longer wants it' },
  'withdraw-no-longer-needed': { fa: 'دیگر لازم نیست', en: 'No longer needed' },
  'withdraw-mistake': { fa: 'اشتباه ثبت شده بود', en: 'Recorded by mistake' },
})

export const problems = defineWords({
  'casework.case-closed': {
    fa: 'این پرونده بسته است و چیزی در آن عوض نمی‌شود. اگر باز هم کمک لازم است، درخواست تازه‌ای ثبت کنید.',
    en: 'This case is closed and nothing in it changes. If help is needed again, record a new request.',
  },
  'casework.needs-open': {
    fa: 'هنوز نیازی باز است. هر نیاز را به پایان برسانید یا پس بگیرید، سپس پرونده را ببندید.',
    en: 'A need is still open. End or withdraw each need, then close the case.',
  },
  'casework.kind-unknown': {
    fa: 'این نوع نیاز در فهرست نیست. یکی از نوع‌های فهرست را برگزینید.',
    en: 'This kind of need is not on the list. Choose one from the list.',
  },
  'casework.window-past': {
    fa: 'زمانی که نوشته‌اید گذشته است. روزی از امروز به بعد برگزینید.',
    en: 'The time you gave has passed. Choose a day from today on.',
  },
  'casework.review-past': {
    fa: 'روز بازبینی گذشته است. امروز یا روزی پس از آن را برگزینید.',
    en: 'That day of review has passed. Choose today or a later day.',
  },
  'casework.review-too-far': {
    fa: 'روز بازبینی بیش از یک سال دیگر است. روزی نزدیک‌تر برگزینید.',
    en: 'That day of review is more than a year away. Choose a nearer one.',
  },
  'casework.not-by-staff': {
    fa: 'این کار را کارکنان به دست نگرفته‌اند یا پایانش پیش‌تر ثبت شده است. صفحه را تازه کنید.',
    en: 'Staff did not take this, or its outcome was recorded before. Reload the page.',
  },
  'casework.need-not-open': {
    fa: 'حالت این نیاز دیگر عوض شده است. صفحه را تازه کنید و آخرین وضعیت را ببینید.',
    en: 'The need has moved on meanwhile. Reload the page to see where it stands.',
  },
})
