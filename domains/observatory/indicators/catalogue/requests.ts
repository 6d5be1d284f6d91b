import { common, flow, onTime, term, type Listed } from './parts.ts'

const decided = 'desk.request-decided'
const danger = 'danger.answered'

export const requests: readonly Listed[] = [
  {
    id: 'requests-received',
    definition: {
      ...common,
      name: { fa: 'درخواست‌های رسیده', en: 'Requests received' },
      explanation: {
        fa: 'هر درخواستی که از هر راهی به مرکزها رسید.',
        en: 'Every request that reached a centre, through any channel.',
      },
      numerator: flow(term('desk.request-received')),
      unit: 'request',
      dimensions: ['channel', 'urgency'],
      caveats: {
        fa: 'درخواست تکراری هم شمرده می‌شود؛ تکراری بودنش بعد معلوم می‌شود.',
        en: 'A duplicate counts as well: it is known to be one only later.',
      },
    },
  },
  {
    id: 'requests-answered-on-time',
    definition: {
      ...common,
      name: { fa: 'سهم درخواست‌هایی که در مهلت پاسخ گرفت', en: 'Share of requests answered on time' },
      explanation: {
        fa: 'از هر صد درخواستی که پاسخ گرفت، چند تا پیش از پایان مهلتِ روزهای کاری بود.',
        en: 'Of a hundred requests answered, how many were within their due time in working days.',
      },
      numerator: flow(term(decided, onTime)),
      denominator: flow(term(decided)),
      unit: 'percent',
      dimensions: ['decision'],
      caveats: {
        fa: 'درخواستی که هنوز پاسخ نگرفته در این سهم نیست، حتی اگر مهلتش گذشته باشد.',
        en: 'A request without an answer is not in it, even when it is late already.',
      },
    },
  },
  {
    id: 'danger-answered-on-time',
    definition: {
      ...common,
      name: { fa: 'سهم زنگ‌های خطر که در مهلت پاسخ گرفت', en: 'Share of danger answered on time' },
      explanation: {
        fa: 'از هر صد درخواستی که خطر در آن بود و کسی پاسخ داد، چند تا در مهلت شبانه‌روزیِ خطر بود.',
        en: 'Of a hundred requests about danger that somebody answered, how many were within danger’s own clock, day and night.',
      },
      numerator: flow(term(danger, onTime)),
      denominator: flow(term(danger)),
      unit: 'percent',
      dimensions: [],
      level: 'province',
      caveats: {
        fa: 'شمارش‌ها کوچک است؛ یک سهم بدون شمارِ کنارش چیزی نمی‌گوید.',
        en: 'The counts are small: a share says nothing without the count beside it.',
      },
    },
  },
  {
    id: 'referrals-offered',
    definition: {
      ...common,
      name: { fa: 'ارجاع‌های پیشنهادشده', en: 'Referrals offered' },
      explanation: {
        fa: 'هر بار که نیازی با رضایت فرد به گروهی پیشنهاد شد.',
        en: 'Each time that a need was offered to a unit, with the person’s consent.',
      },
      numerator: flow(term('referrals.referral-offered')),
      unit: 'referral',
      dimensions: ['kind', 'attempt'],
      caveats: {
        fa: 'نیازی که چند بار پیشنهاد شد چند بار شمرده می‌شود؛ بُعدِ «بارِ چندم» آن را نشان می‌دهد.',
        en: 'A need offered several times counts several times; the dimension “attempt” tells it.',
      },
    },
  },
  {
    id: 'visits-confirmed',
    definition: {
      ...common,
      name: { fa: 'دیدارهای انجام‌شده به تأیید خود فرد', en: 'Visits done, confirmed by the person' },
      explanation: {
        fa: 'هر دیدار همیار که فرد با رمز خود تأیید کرد. دیدار دو همیار با هم یک دیدار است.',
        en: 'Every visit that the person confirmed with their code. Two who went together made one visit.',
      },
      numerator: flow(term('visits.visit-confirmed')),
      unit: 'visit',
      dimensions: ['kind', 'sex', 'ageGroup'],
      caveats: {
        fa: 'دیدارِ بیشتر هدف نیست؛ این عدد را کنار نیازهای برآورده‌شده بخوانید.',
        en: 'More visits are no aim: read it beside the needs met.',
      },
    },
  },
  {
    id: 'minutes-given',
    definition: {
      ...common,
      name: { fa: 'دقیقه‌های کمک', en: 'Minutes given' },
      explanation: {
        fa: 'زمان دیدارهای تأییدشده، به دقیقه، برای هر همیار.',
        en: 'Time of confirmed visits, in minutes, of each volunteer.',
      },
      numerator: flow(term('visits.minutes-given')),
      unit: 'minute',
      dimensions: ['kind'],
      caveats: {
        fa: 'راه رفت و برگشت در آن نیست. هرگز به‌تفکیک همیار شمرده نمی‌شود.',
        en: 'The way there and back is not in it. It is never told apart by volunteer.',
      },
    },
  },
]
