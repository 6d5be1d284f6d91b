import { defineWords } from '#platform/words/index.ts'

export const problems = defineWords({
  'duty.phone-invalid': {
    fa: 'شماره‌ای کامل نیست؛ نمونه: ۰۹۱۲ ۳۴۵ ۶۷۸۹',
    en: 'A number is not complete; example: 0912 345 6789',
  },
})
