import type { Named } from '#countries/pack.ts'

export const spokenLanguages: readonly Named[] = [
  { code: 'sw', name: { fa: 'سواحیلی', en: 'Swahili' } },
  { code: 'en', name: { fa: 'انگلیسی', en: 'English' } },
  { code: 'ki', name: { fa: 'کیکویو', en: 'Kikuyu' } },
  { code: 'luy', name: { fa: 'لویا', en: 'Luhya' } },
  { code: 'luo', name: { fa: 'لوئو', en: 'Dholuo' } },
  { code: 'kam', name: { fa: 'کامبا', en: 'Kamba' } },
  { code: 'kln', name: { fa: 'کالنجین', en: 'Kalenjin' } },
  { code: 'so', name: { fa: 'سومالی', en: 'Somali' } },
]

export const levels = {
  nation: { fa: 'کشور', en: 'Nation' },
  province: { fa: 'کانتی', en: 'County' },
  county: { fa: 'بخش کانتی', en: 'Sub-county' },
  centre: { fa: 'مرکز', en: 'Centre' },
} as const

export const offices = {
  province: { fa: 'ادارهٔ کانتی {place}', en: '{place} County Office' },
  county: { fa: 'ادارهٔ بخش {place}', en: '{place} Sub-county Office' },
  centre: { fa: 'مرکز {place}', en: '{place} Centre' },
} as const
