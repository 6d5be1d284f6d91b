import type { Notice } from './pack.ts'

/** Read aloud before consent is asked: short, plain, and each with the no that changes nothing else. */
export const notices: readonly Notice[] = [
  {
    code: 'volunteer-visit',
    version: 4,
    title: { fa: 'یافتن همیار برای این کار', en: 'Finding a volunteer for this' },
    text: {
      fa: 'برای این کار از یک گروه محلی کمک می‌خواهیم. آن‌ها نخست فقط نوع کمک، روز و ساعت و محدودهٔ محل را می‌بینند، بدون نام شما. برای بعضی دیدارها دو نفر با هم می‌آیند، شاید از دو گروه. وقتی پذیرفتند، نامشان را به شما می‌گوییم و تا شما نگویید «بله»، نام و تلفن و نشانی‌تان را نمی‌بینند. پس از آن هم فقط دو ساعت پیش از دیدار تا نیم ساعت پس از آن.',
      en: 'We ask a local group for help with this. At first they see only the kind of help, day and time and the rough area, without your name. For some visits two come together, perhaps of two groups. When they accept we tell you who; until you say yes they do not see your name, telephone or address, and then only from two hours before the visit until half an hour after it.',
    },
    refusal: {
      fa: 'اگر نه بگویید چیز دیگری تغییر نمی‌کند؛ کارکنان مرکز خودشان کار را پی می‌گیرند.',
      en: 'If you say no nothing else changes; staff of the centre go on with it themselves.',
    },
    purpose: 'find-volunteer',
    purposeWords: { fa: 'یافتن همیار برای این کار', en: 'Finding a volunteer for this' },
    categories: ['kind', 'time', 'area', 'sex', 'givenName', 'familyName', 'quarter', 'phone', 'address'],
    recipients: 'near-local-groups',
    recipientsWords: { fa: 'یک گروه محلی نزدیک شما؛ اگر دو همیار بیایند، شاید دو گروه', en: 'One local group near you; where two come together, perhaps two' },
  },
  {
    code: 'pass-on',
    version: 1,
    title: { fa: 'معرفی به دستگاه دیگر', en: 'Passing you on to another body' },
    text: {
      fa: 'این کار را دستگاه دیگری انجام می‌دهد. اگر بخواهید، نام و شمارهٔ تماس شما و نوع کمک را به همان دستگاه می‌دهیم، نه چیز دیگری از پرونده را. نام آن دستگاه را پیش از فرستادن به شما می‌گوییم.',
      en: 'Another body does this work. If you wish, we give that one body your name, your telephone and the kind of help, and nothing else from your file. We tell you which body it is before anything is sent.',
    },
    refusal: {
      fa: 'اگر نه بگویید، نشانی و شمارهٔ آن دستگاه را به خودتان می‌دهیم تا اگر خواستید خودتان تماس بگیرید.',
      en: 'If you say no, we give you the address and number of that body, so that you can ask there yourself.',
    },
    purpose: 'pass-on',
    purposeWords: { fa: 'معرفی به یک دستگاه دیگر', en: 'Passing on to one other body' },
    categories: ['kind', 'givenName', 'familyName', 'phone'],
    recipients: 'one-named-body',
    recipientsWords: { fa: 'همان یک دستگاهی که نامش به شما گفته شد', en: 'The one body that was named to you' },
  },
  {
    code: 'reminders',
    version: 1,
    title: { fa: 'پیام یادآوری', en: 'Reminder messages' },
    text: {
      fa: 'یک روز پیش از دیدار پیامکی کوتاه می‌فرستیم. در پیام نامی از ما و نوع کمک نیست و هر کس گوشی را ببیند چیزی نمی‌فهمد.',
      en: 'A day before a visit we send a short message. It names neither us nor the kind of help, so that somebody else who sees your phone learns nothing.',
    },
    refusal: {
      fa: 'اگر نه بگویید، هیچ پیامی نمی‌فرستیم؛ زمان دیدار را روی کاغذ به شما می‌دهیم.',
      en: 'If you say no, we send no message at all; you get the time of the visit on paper.',
    },
    purpose: 'reminders',
    purposeWords: { fa: 'یادآوری زمان دیدار', en: 'Reminding you of a visit' },
    categories: ['phone', 'time'],
    recipients: 'nobody-else',
    recipientsWords: { fa: 'هیچ کس دیگر', en: 'Nobody else' },
  },
  {
    code: 'call-back',
    version: 1,
    title: { fa: 'پرسش بعد از دیدار', en: 'A question after the visit' },
    text: {
      fa: 'شاید کسی از یک دفتر مستقل، که نه همیار است و نه از کارکنان مرکز شما، زنگ بزند و بپرسد دیدار خوب بود یا نه و آیا کسی از شما پول یا کاری خواسته است. پاسخ شما بدون نام نگه داشته می‌شود.',
      en: 'Somebody of an independent desk, neither a volunteer nor of your centre, may call and ask whether the visit went well and whether anybody asked you for money or a favour. Your answer is kept without your name.',
    },
    refusal: {
      fa: 'اگر نه بگویید، کسی زنگ نمی‌زند و هیچ چیز در کمک به شما تغییر نمی‌کند.',
      en: 'If you say no, nobody calls, and nothing in the help you get changes.',
    },
    purpose: 'call-back',
    purposeWords: { fa: 'پرسش مستقل دربارهٔ دیدار', en: 'An independent question about the visit' },
    categories: ['phone', 'kind', 'time'],
    recipients: 'independent-desk',
    recipientsWords: { fa: 'دفتر مستقل رسیدگی', en: 'The independent desk' },
  },
]
