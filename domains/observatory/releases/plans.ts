import { requirePlan, type Plan, type Protection } from './plan.ts'

const protection: Protection = { k: 5, zeros: 'shown', dominancePercent: 75, pPercent: 10, wholeRows: 'hidden' }

/** What Hamyar releases from its first day. */
export const plans: readonly Plan[] = [
  {
    id: 'needs',
    dataset: 'NEEDS',
    version: '1.0.0',
    name: { fa: 'نیازها: ثبت‌شده، برآورده‌شده و به‌موقع', en: 'Needs: recorded, met and met on time' },
    description: {
      fa: 'نیازهایی که ثبت شد و نیازهایی که برآورده شد و خود فرد تأیید کرد، به تفکیک نوع کمک، برای کشور و استان‌ها، فصل به فصل.',
      en: 'Needs recorded, and needs met as the person confirmed, by kind of help, for the country and its provinces, quarter by quarter.',
    },
    indicators: ['needs-met-on-time', 'needs-met', 'needs-recorded'],
    shares: ['needs-met-on-time-share'],
    // In a county a quarter has so few of each kind that nearly all would be hidden.
    level: 'province',
    dimensions: ['kind'],
    every: 'quarter',
    calendar: 'P',
    periods: 4,
    protection,
    // Two weeks of grace for late reports, and time to look at the result.
    releaseDay: { afterDays: 25, atMinutes: 9 * 60 },
  } satisfies Plan,
].map(requirePlan)

export const findPlan = (id: string): Plan | undefined => plans.find((plan) => plan.id === id)
