import type { DangerRules } from '#countries/pack.ts'

export const danger: DangerRules = {
  callMinutes: 30,
  againMinutes: 5,
  receivers: [
    // 115: اورژانس پیش‌بیمارستانی; 123: اورژانس اجتماعی; both day and night.
    { code: 'health', name: { fa: 'اورژانس پزشکی', en: 'Medical emergency' }, phone: '115', lastResort: false },
    { code: 'social', name: { fa: 'اورژانس اجتماعی', en: 'Social emergency' }, phone: '123', lastResort: false },
    // The judge on duty of the prosecutor's office orders protection; each county has its own number.
    { code: 'justice', name: { fa: 'قاضی کشیک دادسرا', en: 'Judge on duty' }, phone: null, lastResort: false },
    { code: 'police', name: { fa: 'پلیس ۱۱۰', en: 'Police' }, phone: '110', lastResort: true },
  ],
}
