import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  outbox: { fa: 'پیام‌های فرستاده‌نشده', en: 'Messages not sent' },
  outboxWhy: {
    fa: 'سرویس پیامکی تنظیم نشده است و همهٔ داده‌ها ساختگی است؛ پیام‌ها به‌جای گوشی این‌جا می‌مانند.',
    en: 'No provider is configured and all data is synthetic, so messages stay here instead of reaching a phone.',
  },
  nothing: { fa: 'هنوز پیامی نیست.', en: 'No messages yet.' },
  nothingDetail: {
    fa: 'هر رمز یا خبری که سامانه بفرستد، تازه‌ترین در بالا، این‌جا دیده می‌شود.',
    en: 'Every code or notice that is sent appears here, newest first.',
  },
  to: { fa: 'به', en: 'To' },
  refresh: { fa: 'تازه کردن', en: 'Refresh' },
  copyCode: { fa: 'رونوشت رمز', en: 'Copy code' },
})
