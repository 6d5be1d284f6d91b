import { defineWords } from '#platform/words/index.ts'

export const problems = defineWords({
  'places.unknown': {
    fa: 'این محل را نمی‌شناسیم. چند حرف از نام شهر یا روستا را بنویسید و از فهرست برگزینید.',
    en: 'We do not know this place. Type a few letters of the town or village and choose it from the list.',
  },
})
