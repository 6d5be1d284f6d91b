import type { Named } from './pack.ts'

/** Professions of the network's professional units, by ISCO-08; nothing that is a belief (design 8.19). */
export const professions: readonly Named[] = [
  { code: '2211', name: { fa: 'پزشکان', en: 'Physicians' } },
  { code: '2221', name: { fa: 'پرستاران', en: 'Nurses' } },
  { code: '2261', name: { fa: 'دندان‌پزشکان', en: 'Dentists' } },
  { code: '2262', name: { fa: 'داروسازان', en: 'Pharmacists' } },
  { code: '2264', name: { fa: 'فیزیوتراپیست‌ها', en: 'Physiotherapists' } },
  { code: '2330', name: { fa: 'دبیران', en: 'Secondary teachers' } },
  { code: '2341', name: { fa: 'آموزگاران', en: 'Primary teachers' } },
  { code: '2142', name: { fa: 'مهندسان عمران', en: 'Civil engineers' } },
  { code: '2411', name: { fa: 'حسابداران', en: 'Accountants' } },
  { code: '2611', name: { fa: 'وکیلان', en: 'Lawyers' } },
  { code: '2634', name: { fa: 'روان‌شناسان', en: 'Psychologists' } },
  { code: '2635', name: { fa: 'مددکاران اجتماعی', en: 'Social workers' } },
  { code: '7115', name: { fa: 'نجاران', en: 'Carpenters' } },
  { code: '7126', name: { fa: 'لوله‌کشان', en: 'Plumbers' } },
  { code: '7411', name: { fa: 'برق‌کاران ساختمان', en: 'Electricians' } },
  { code: '7531', name: { fa: 'خیاطان', en: 'Tailors' } },
]
