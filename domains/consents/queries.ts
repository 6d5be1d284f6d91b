import { requireOwnCase } from '#domains/casework/index.ts'
import { countryPack } from '#countries/index.ts'
import { openQuery, query } from '#platform/query/index.ts'
import { consentAnswer } from './commands.ts'
import { listConsents, listNotices } from './contract.ts'
import * as store from './store.ts'

export const list = query(listConsents, async (scope, { params }) => {
  const record = await requireOwnCase(scope, params.case, 'read')
  const rows = await store.ofCase(scope.tx, record.worker, record.team, record.id)
  scope.audit(record.id, { home: record.home, person: record.person })
  return { consents: rows.map(consentAnswer) }
})

export const notices = openQuery(listNotices, async ({ country }) => ({
  notices: countryPack(country).notices.map((notice) => ({
    code: notice.code,
    version: notice.version,
    titleFa: notice.title.fa,
    titleEn: notice.title.en,
    textFa: notice.text.fa,
    textEn: notice.text.en,
    refusalFa: notice.refusal.fa,
    refusalEn: notice.refusal.en,
    purpose: notice.purpose,
    purposeFa: notice.purposeWords.fa,
    purposeEn: notice.purposeWords.en,
    recipients: notice.recipients,
    recipientsFa: notice.recipientsWords.fa,
    recipientsEn: notice.recipientsWords.en,
    categories: [...notice.categories],
  })),
}))
