export const professions = [
  { code: '2211', name: { fa: 'پزشکان', en: 'Physicians' } },
  { code: '2221', name: { fa: 'پرستاران', en: 'Nurses' } },
  { code: '2330', name: { fa: 'معلمان', en: 'Teachers' } },
  { code: '2142', name: { fa: 'مهندسان عمران', en: 'Civil engineers' } },
  { code: '2611', name: { fa: 'وکیلان', en: 'Lawyers' } },
  { code: '2635', name: { fa: 'مددکاران اجتماعی', en: 'Social workers' } },
  { code: '2634', name: { fa: 'روان‌شناسان', en: 'Psychologists' } },
  { code: '7411', name: { fa: 'برق‌کاران ساختمان', en: 'Electricians' } },
  { code: '7115', name: { fa: 'نجاران', en: 'Carpenters' } },
  { code: '7531', name: { fa: 'خیاطان', en: 'Tailors' } },
] as const

export const spokenLanguages = [
  { code: 'fa', name: { fa: 'فارسی', en: 'Persian' } },
  { code: 'az', name: { fa: 'ترکی آذربایجانی', en: 'Azeri Turkish' } },
  { code: 'ku', name: { fa: 'کردی', en: 'Kurdish' } },
  { code: 'lrc', name: { fa: 'لری', en: 'Luri' } },
  { code: 'ar', name: { fa: 'عربی', en: 'Arabic' } },
  { code: 'bal', name: { fa: 'بلوچی', en: 'Balochi' } },
  { code: 'tk', name: { fa: 'ترکمنی', en: 'Turkmen' } },
] as const

// Design 8.16: closed. Policing, searching people, elections, rallies and canvassing are not in it.
export const purposes = [
  { code: 'health', name: { fa: 'بهداشت و درمان', en: 'Health' } },
  { code: 'relief', name: { fa: 'امداد', en: 'Relief' } },
  { code: 'education', name: { fa: 'آموزش', en: 'Education' } },
  { code: 'care', name: { fa: 'مراقبت', en: 'Care' } },
  { code: 'housing-repair', name: { fa: 'تعمیر خانه', en: 'Housing repair' } },
  { code: 'environment', name: { fa: 'محیط زیست', en: 'Environment' } },
] as const

export const levels = {
  nation: { fa: 'کشور', en: 'Nation' },
  province: { fa: 'استان', en: 'Province' },
  county: { fa: 'شهرستان', en: 'County' },
  centre: { fa: 'مرکز', en: 'Centre' },
} as const
