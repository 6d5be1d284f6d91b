import { factKind } from '#platform/facts/index.ts'

export const requestReceived = factKind({
  id: 'desk.request-received',
  version: 1,
  measure: 'request',
  dimensions: ['channel', 'urgency'],
  name: { fa: 'درخواست رسیده', en: 'Request received' },
})

export const requestDecided = factKind({
  id: 'desk.request-decided',
  version: 1,
  measure: 'request',
  dimensions: ['decision', 'onTime'],
  name: { fa: 'درخواست پاسخ‌گرفته', en: 'Request decided' },
})

export const facts = [requestReceived, requestDecided]
