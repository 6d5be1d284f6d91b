import { defineWords } from '#platform/words/index.ts'

export const defineIndicatorWords = defineWords({
  open: { fa: 'تعریف نسخهٔ تازه', en: 'Define a new version' },
  title: { fa: 'نسخهٔ تازهٔ این تعریف', en: 'A new version of this definition' },
  lead: {
    fa: 'تعریف منتشرشده هرگز عوض نمی‌شود؛ نسخهٔ تازه‌ای کنار آن می‌آید و عددهای پیشین همان می‌ماند.',
    en: 'A published definition never changes: a new version comes beside it, and earlier figures stay as they are.',
  },
  nameFa: { fa: 'نام، فارسی', en: 'Name, Persian' },
  nameEn: { fa: 'نام، انگلیسی', en: 'Name, English' },
  explanationFa: { fa: 'چه شمرده می‌شود، فارسی', en: 'What is counted, Persian' },
  explanationEn: { fa: 'چه شمرده می‌شود، انگلیسی', en: 'What is counted, English' },
  caveatsFa: { fa: 'هنگام خواندن، فارسی', en: 'When reading it, Persian' },
  caveatsEn: { fa: 'هنگام خواندن، انگلیسی', en: 'When reading it, English' },
  kinds: { fa: 'تنها این نوع‌های کمک', en: 'Only these kinds of help' },
  kindsHint: { fa: 'هیچ‌کدام یعنی همه.', en: 'None means all.' },
  level: { fa: 'کوچک‌ترین محل', en: 'Smallest place' },
  frequency: { fa: 'کوتاه‌ترین دوره', en: 'Shortest period' },
  percent: { fa: 'کامل است وقتی از هر صد مرکز این‌قدر گزارش داده باشد', en: 'Complete when so many of a hundred centres reported' },
  days: { fa: 'روزهای مهلت پس از پایان دوره', en: 'Days of grace after the period’s end' },
  from: { fa: 'از چه روزی', en: 'From which day' },
  bridge: { fa: 'تا چه روزی کنار تعریف پیشین منتشر شود', en: 'Published beside the one before until' },
  bridgeHint: (p: { date: string }) => ({
    fa: `معنا عوض شده است: یک دورهٔ کامل، یعنی دست‌کم تا ${p.date}.`,
    en: `The meaning changes: one whole period, so at least until ${p.date}.`,
  }),
  reason: { fa: 'چرا', en: 'Why' },
  reasonHint: { fa: 'یک جمله که کنار خط نمودار هم نوشته می‌شود.', en: 'One sentence; it also stands beside the line.' },
  'becomes-major': (p: { version: string }, f) => ({
    fa: `نسخهٔ ${f.digits(p.version)} می‌شود: عدد دیگری می‌دهد.`,
    en: `It becomes version ${p.version}: it gives other numbers.`,
  }),
  'becomes-minor': (p: { version: string }, f) => ({
    fa: `نسخهٔ ${f.digits(p.version)} می‌شود: همان عددها، برای محل‌ها، دوره‌ها یا گروه‌های دیگر.`,
    en: `It becomes version ${p.version}: the same numbers for other places, periods or groups.`,
  }),
  'becomes-patch': (p: { version: string }, f) => ({
    fa: `نسخهٔ ${f.digits(p.version)} می‌شود: همان عددها، با واژه‌های دیگر.`,
    en: `It becomes version ${p.version}: the same numbers in other words.`,
  }),
  nothingChanged: { fa: 'هنوز چیزی عوض نشده است', en: 'Nothing is changed yet' },
  dayFirst: { fa: 'نخست روز آغاز را برگزینید', en: 'Choose the first day first' },
  bridgeFirst: { fa: 'نخست پایان دورهٔ همپوشی را برگزینید', en: 'Choose the end of the bridge first' },
  reasonFirst: { fa: 'نخست بنویسید چرا', en: 'Say why first' },
  publish: { fa: 'منتشر کردن تعریف', en: 'Publish the definition' },
  published: { fa: 'تعریف تازه منتشر شد.', en: 'The new definition is published.' },
  cancel: { fa: 'انصراف', en: 'Cancel' },
})
