import type { Notice } from '#countries/pack.ts'

export const notices: readonly Notice[] = [
  {
    code: 'volunteer-visit',
    version: 3,
    title: { fa: 'یافتن همیار برای این کار', en: 'Finding a volunteer for this' },
    text: {
      fa: 'برای این کار از یک گروه محلی کمک می‌خواهیم. آن‌ها نخست فقط نوع کمک، روز و ساعت و محدودهٔ محل را می‌بینند، بدون نام شما. وقتی کسی پذیرفت، نامش را به شما می‌گوییم و تا شما نگویید «بله»، نام و تلفن و نشانی‌تان را نمی‌بیند. پس از آن هم فقط دو ساعت پیش از دیدار تا نیم ساعت پس از آن.',
      en: 'We ask a local group for help with this. At first they see only the kind of help, day and time and the rough area, without your name. When somebody accepts we tell you who; until you say yes they do not see your name, telephone or address, and then only from two hours before the visit until half an hour after it.',
    },
    refusal: {
      fa: 'اگر نه بگویید چیز دیگری تغییر نمی‌کند؛ کارکنان مرکز خودشان کار را پی می‌گیرند.',
      en: 'If you say no nothing else changes; staff of the centre go on with it themselves.',
    },
    purpose: 'find-volunteer',
    purposeWords: { fa: 'یافتن همیار برای این کار', en: 'Finding a volunteer for this' },
    categories: ['kind', 'time', 'area', 'sex', 'givenName', 'familyName', 'quarter', 'phone', 'address'],
    recipients: 'one-local-group',
    recipientsWords: { fa: 'یک گروه محلی نزدیک شما', en: 'One local group near you' },
  },
]
