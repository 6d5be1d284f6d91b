import { defineWords } from '#platform/words/index.ts'

/** What the controls themselves say, whatever the page is about. */
export const words = defineWords({
  brand: { fa: 'همیار', en: 'Hamyar' },
  quickExit: { fa: 'خروج سریع', en: 'Quick exit' },
  skipToContent: { fa: 'رفتن به متن صفحه', en: 'Skip to the content' },
  close: { fa: 'بستن', en: 'Close' },
  back: { fa: 'بازگشت', en: 'Back' },
  undo: { fa: 'برگردان', en: 'Undo' },
  optional: { fa: 'اختیاری', en: 'optional' },
  example: (p: { text: string }) => ({ fa: `نمونه: ${p.text}`, en: `Example: ${p.text}` }),
  loading: { fa: 'در حال آوردن…', en: 'Loading…' },
  stillThere: { fa: 'هنوز این‌جایید؟', en: 'Are you still there?' },
  willClear: { fa: 'اگر نه، برای امنیت شما همه‌چیز پاک می‌شود:', en: 'If not, everything is cleared for your safety:' },
  goOn: { fa: 'بله، ادامه می‌دهم', en: 'Yes, I go on' },
  stop: { fa: 'توقف', en: 'Stop' },
  tryAgain: { fa: 'دوباره امتحان کنید', en: 'Try again' },
  errorSummary: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} مورد را درست کنید`,
    en: f.plural(p.count, { one: 'Please mend 1 thing', other: `Please mend ${f.number(p.count)} things` }),
  }),
  day: { fa: 'روز', en: 'Day' },
  month: { fa: 'ماه', en: 'Month' },
  year: { fa: 'سال', en: 'Year' },
  choose: { fa: 'انتخاب کنید', en: 'Choose' },
  openCalendar: { fa: 'باز کردن تقویم', en: 'Open the calendar' },
  previousMonth: { fa: 'ماه پیش', en: 'Previous month' },
  nextMonth: { fa: 'ماه بعد', en: 'Next month' },
  noMatch: { fa: 'چیزی پیدا نشد', en: 'Nothing found' },
  done: { fa: 'انجام شد', en: 'done' },
  now: { fa: 'اکنون', en: 'now' },
  next: { fa: 'بعد', en: 'next' },
  saidNo: { fa: 'نه گفت', en: 'said no' },
  step: (p: { step: number; of: number }, f) => ({
    fa: `گام ${f.number(p.step)} از ${f.number(p.of)}`,
    en: `Step ${f.number(p.step)} of ${f.number(p.of)}`,
  }),
  rows: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} ردیف`,
    en: f.plural(p.count, { one: '1 row', other: `${f.number(p.count)} rows` }),
  }),
  secondsLeft: (p: { seconds: number }, f) => ({
    fa: `حدود ${f.number(p.seconds)} ثانیه مانده`,
    en: f.plural(p.seconds, {
      one: 'about 1 second left',
      other: `about ${f.number(p.seconds)} seconds left`,
    }),
  }),
  minutesLeft: (p: { minutes: number }, f) => ({
    fa: `حدود ${f.number(p.minutes)} دقیقه مانده`,
    en: f.plural(p.minutes, {
      one: 'about 1 minute left',
      other: `about ${f.number(p.minutes)} minutes left`,
    }),
  }),
  countOf: (p: { done: number; of: number }, f) => ({
    fa: `${f.number(p.done)} از ${f.number(p.of)}`,
    en: `${f.number(p.done)} of ${f.number(p.of)}`,
  }),
  keys: { fa: 'کلیدهای این صفحه', en: 'Keys of this page' },
  sortedUp: { fa: 'از کم به زیاد', en: 'ascending' },
  sortedDown: { fa: 'از زیاد به کم', en: 'descending' },
  lightTheme: { fa: 'روشن', en: 'Light' },
  darkTheme: { fa: 'تاریک', en: 'Dark' },
})
