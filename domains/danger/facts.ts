import { factKind } from '#platform/facts/index.ts'

export const dangerAnswered = factKind({
  id: 'danger.answered',
  version: 1,
  measure: 'request',
  dimensions: ['onTime'],
  name: { fa: 'درخواست فوری پاسخ‌گرفته', en: 'Danger answered' },
})

export const facts = [dangerAnswered]
