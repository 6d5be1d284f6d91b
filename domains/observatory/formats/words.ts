import { defineWords } from '#platform/words/index.ts'

/** Names of columns, components and sheets. */
export const formatWords = defineWords({
  indicator: { fa: 'شاخص', en: 'Indicator' },
  period: { fa: 'دوره', en: 'Period' },
  periodStart: { fa: 'اولین روز دوره', en: 'First day of the period' },
  periodEnd: { fa: 'آخرین روز دوره', en: 'Last day of the period' },
  frequency: { fa: 'طول دوره', en: 'Frequency' },
  timePeriod: { fa: 'بازهٔ زمانی', en: 'Time period' },
  value: { fa: 'مقدار', en: 'Value' },
  state: { fa: 'وضعیت', en: 'Status' },
  noise: { fa: 'با خطای تصادفی', en: 'With random noise' },
  unit: { fa: 'واحد اندازه‌گیری', en: 'Unit of measure' },
  decimals: { fa: 'شمار رقم‌های اعشار', en: 'Decimals' },
  observationStatus: { fa: 'وضعیت مشاهده', en: 'Observation status' },
  confidentiality: { fa: 'وضعیت محرمانگی', en: 'Confidentiality status' },
  treatment: { fa: 'روش حفاظت', en: 'Protection treatment' },
  data: { fa: 'داده‌ها', en: 'Data' },
  about: { fa: 'دربارهٔ این داده‌ها', en: 'About these data' },
  definitions: { fa: 'تعریف‌ها', en: 'Definitions' },
  completeness: { fa: 'کامل بودن گزارش‌ها', en: 'Completeness' },
  expected: { fa: 'واحدهایی که باید گزارش می‌دادند', en: 'Units expected to report' },
  reported: { fa: 'واحدهایی که گزارش دادند', en: 'Units that reported' },
  late: { fa: 'از آن میان، دیرتر از موعد', en: 'Of those, late' },
  title: { fa: 'عنوان', en: 'Title' },
  description: { fa: 'شرح', en: 'Description' },
  release: { fa: 'انتشار', en: 'Release' },
  asOf: { fa: 'داده‌ها تا پایان روز', en: 'Data as of' },
  releasedAt: { fa: 'زمان انتشار (به وقت جهانی)', en: 'Released at (UTC)' },
  revision: { fa: 'دلیل بازنگری', en: 'Reason of revision' },
  hash: { fa: 'اثر انگشت انتشار (SHA-256)', en: 'Fingerprint of the release (SHA-256)' },
  publisher: { fa: 'منتشرکننده', en: 'Publisher' },
  contact: { fa: 'تماس', en: 'Contact' },
  source: { fa: 'منبع', en: 'Source' },
  licence: { fa: 'اجازه‌نامه', en: 'Licence' },
  protection: { fa: 'حفاظت از افراد', en: 'Protection of people' },
  caveat: { fa: 'هشدار', en: 'Caveat' },
  version: { fa: 'نسخهٔ تعریف', en: 'Version of the definition' },
  concepts: { fa: 'مفهوم‌ها', en: 'Concepts' },
})

/** What a cell may say. Nothing here tells small from large: a hidden cell is hidden, that is all. */
export const stateWords = defineWords({
  value: { fa: 'مقدار', en: 'Value' },
  hidden: { fa: 'محرمانه', en: 'Hidden' },
  missing: { fa: 'گردآوری نشده', en: 'Not collected' },
  exact: { fa: 'بدون خطای تصادفی', en: 'No random noise' },
  noise: { fa: 'با خطای تصادفی', en: 'Random noise added' },
  free: { fa: 'آزاد برای انتشار', en: 'Free for publication' },
  hiddenMeans: {
    fa: 'خانهٔ محرمانه یعنی عددی هست که برای حفظ حریم خصوصی افراد منتشر نمی‌شود. صفر نیست و لزوماً عدد کوچکی هم نیست: گاهی خانه‌ای بزرگ محرمانه می‌ماند تا خانهٔ دیگری از تفریق به دست نیاید.',
    en: 'A hidden cell has a number that is not published, to protect people. It is not zero, and it need not be small: sometimes a large cell stays hidden so that another cannot be worked out by subtraction.',
  },
  missingMeans: {
    fa: 'گردآوری نشده یعنی برای این خانه گزارشی نرسیده یا اصلاً آماری گرفته نشده است. صفر نیست.',
    en: 'Not collected means that nothing was reported or gathered for this cell. It is not zero.',
  },
  noiseMeans: {
    fa: 'با خطای تصادفی یعنی برای حفظ حریم خصوصی افراد عددی کوچک و تصادفی به مقدار افزوده یا از آن کاسته شده است؛ جمع خانه‌ها ممکن است با جمع کل یکی نباشد.',
    en: 'With random noise means that a small random number was added or taken away to protect people; cells may not add up to their total.',
  },
  synthetic: {
    fa: 'این داده‌ها ساختگی است و دربارهٔ هیچ فرد واقعی چیزی نمی‌گوید.',
    en: 'These data are synthetic: they say nothing about real people.',
  },
})

/** Lengths of periods, in the letters of SDMX; Persian ones have none there and carry a letter of our own before. */
export const frequencyWords = defineWords({
  A: { fa: 'سال میلادی', en: 'Gregorian year' },
  S: { fa: 'نیم‌سال میلادی', en: 'Gregorian half-year' },
  Q: { fa: 'سه‌ماههٔ میلادی', en: 'Gregorian quarter' },
  M: { fa: 'ماه میلادی', en: 'Gregorian month' },
  W: { fa: 'هفتهٔ میلادی', en: 'ISO week' },
  P_A: { fa: 'سال خورشیدی', en: 'Persian year' },
  P_S: { fa: 'نیم‌سال خورشیدی', en: 'Persian half-year' },
  P_Q: { fa: 'فصل خورشیدی', en: 'Persian quarter' },
  P_M: { fa: 'ماه خورشیدی', en: 'Persian month' },
  P_W: { fa: 'هفتهٔ خورشیدی', en: 'Persian week' },
})
