import type { Agency, Text } from '#domains/observatory/formats/index.ts'
import type { Definition } from '#domains/observatory/indicators/contract.ts'
import { persianDigits } from '#platform/words/index.ts'
import type { Protection } from './plan.ts'

export const AGENCY: Agency = {
  id: 'HAMYAR',
  name: { fa: 'همیار', en: 'Hamyar' },
  contact: { name: { fa: 'میز آمار', en: 'Statistics desk' } },
}

export const LICENCE = { name: { fa: 'CC BY 4.0', en: 'CC BY 4.0' }, page: 'https://creativecommons.org/licenses/by/4.0/' }

export const SOURCE: Text = {
  fa: 'ثبت‌های آماری همیار که همراه خود کار نوشته می‌شود؛ شمارش کامل است و نمونه‌گیری در آن نیست.',
  en: 'Facts that Hamyar writes together with the deed itself: a full count, no sample.',
}

export const UNITS: Readonly<Record<Definition['unit'], { readonly id: string; readonly label: Text }>> = {
  need: { id: 'NEED', label: { fa: 'نیاز', en: 'need' } },
  visit: { id: 'VISIT', label: { fa: 'دیدار', en: 'visit' } },
  minute: { id: 'MINUTE', label: { fa: 'دقیقه', en: 'minute' } },
  request: { id: 'REQUEST', label: { fa: 'درخواست', en: 'request' } },
  referral: { id: 'REFERRAL', label: { fa: 'ارجاع', en: 'referral' } },
  person: { id: 'PERSON', label: { fa: 'نفر', en: 'person' } },
  case: { id: 'CASE', label: { fa: 'پرونده', en: 'case' } },
  percent: { id: 'PERCENT', label: { fa: 'درصد', en: 'per cent' } },
}

/** What readers are told of the rule: enough to read the table, nothing that helps to reckon back. */
export const protectionText = ({ k }: Protection): Text => ({
  fa: `عددی که کمتر از ${persianDigits(String(k))} نفر پشت آن باشند منتشر نمی‌شود؛ خانه‌هایی هم که برای پوشاندن آن لازم است محرمانه می‌ماند. درستی این کار پیش از انتشار با برنامه‌ای جدا وارسی شده است.`,
  en: `A number that fewer than ${k} people are behind is not published, nor are the cells needed to cover it. Separate code has checked this before the release.`,
})
