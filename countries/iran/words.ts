import type { Named } from '#countries/pack.ts'

export const spokenLanguages: readonly Named[] = [
  { code: 'fa', name: { fa: 'فارسی', en: 'Persian' } },
  { code: 'az', name: { fa: 'ترکی آذربایجانی', en: 'Azeri Turkish' } },
  { code: 'ku', name: { fa: 'کردی', en: 'Kurdish' } },
  { code: 'lrc', name: { fa: 'لری', en: 'Luri' } },
  { code: 'glk', name: { fa: 'گیلکی', en: 'Gilaki' } },
  { code: 'mzn', name: { fa: 'مازندرانی', en: 'Mazandarani' } },
  { code: 'ar', name: { fa: 'عربی', en: 'Arabic' } },
  { code: 'bal', name: { fa: 'بلوچی', en: 'Balochi' } },
  { code: 'tk', name: { fa: 'ترکمنی', en: 'Turkmen' } },
  { code: 'prs', name: { fa: 'دری', en: 'Dari' } },
]

export const levels = {
  nation: { fa: 'کشور', en: 'Nation' },
  province: { fa: 'استان', en: 'Province' },
  county: { fa: 'شهرستان', en: 'County' },
  centre: { fa: 'مرکز', en: 'Centre' },
} as const

// The provincial office of a state organisation is an ادارهٔ کل.
export const offices = {
  province: { fa: 'ادارهٔ کل استان {place}', en: '{place} Provincial Office' },
  county: { fa: 'ادارهٔ شهرستان {place}', en: '{place} County Office' },
  centre: { fa: 'مرکز {place}', en: '{place} Centre' },
} as const
