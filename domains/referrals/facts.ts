import { factKind } from '#platform/facts/index.ts'

export const referralOffered = factKind({
  id: 'referrals.referral-offered',
  version: 1,
  measure: 'referral',
  dimensions: ['kind', 'attempt'],
  name: { fa: 'ارجاع پیشنهادشده', en: 'Referral offered' },
})

export const facts = [referralOffered]
