import { defineWords } from './define.ts'
import type { Formatter } from './formatter.ts'

/** What any operation may answer. Each says what happened and what to do next. */
export const problems = defineWords({
  'request.invalid': {
    fa: 'همه‌چیز درست پر نشده است. کنار هر قسمت نوشته‌ایم چه باید کرد؛ بقیهٔ نوشته‌هایتان سر جایش است.',
    en: 'Something is not filled in rightly. Each field says what to do; everything else you typed is kept.',
  },
  'request.untrusted': {
    fa: 'این درخواست از صفحهٔ خود همیار نیامده است. صفحه را از نو باز کنید و دوباره بفرستید.',
    en: 'This did not come from a page of Hamyar. Open the page again and send it once more.',
  },
  'request.stale': {
    fa: 'در این میان کس دیگری این را تغییر داده است. صفحه را تازه کنید، تغییر را ببینید و دوباره انجام دهید.',
    en: 'Somebody changed this meanwhile. Reload, look at the change, and do it again.',
  },
  'request.repeated-differently': {
    fa: 'این درخواست پیش‌تر با محتوای دیگری فرستاده شده است. صفحه را تازه کنید و از نو بفرستید.',
    en: 'This was already sent with other content. Reload the page and send it afresh.',
  },
  'sign-in.required': {
    fa: 'برای این کار باید وارد شده باشید. وارد شوید و ادامه دهید.',
    en: 'You need to be signed in for this. Sign in and carry on.',
  },
  'record.not-found': {
    fa: 'پیدا نشد: شاید نشانی درست نیست یا دیگر در دسترس شما نیست. از صفحهٔ نخست پی بگیرید.',
    en: 'Not found: the address may be wrong, or it is no longer open to you. Go on from the first page.',
  },
  'rate.limited': (p: { seconds: number }, f) => {
    const wait = waiting(p.seconds, f)
    return {
      fa: `چند بار پشت سر هم تلاش شد. ${wait.fa} دیگر دوباره امتحان کنید.`,
      en: `Too many tries in a row. Try again in ${wait.en}.`,
    }
  },
  'body.too-large': {
    fa: 'آنچه فرستادید بیش از اندازه بزرگ است. نوشته را کوتاه‌تر یا پرونده را کوچک‌تر کنید.',
    en: 'What you sent is too large. Shorten the text or choose a smaller file.',
  },
  'server.busy': {
    fa: 'سامانه همین حالا نمی‌تواند پاسخ دهد و چیزی تغییر نکرد. چند ثانیهٔ دیگر دوباره بفرستید.',
    en: 'The system cannot answer just now and nothing was changed. Send it again in a few seconds.',
  },
  'server.failed': {
    fa: 'خطایی از سوی ما رخ داد و چیزی تغییر نکرد. دوباره امتحان کنید؛ اگر باز هم شد به مرکز خبر دهید.',
    en: 'Something went wrong on our side and nothing was changed. Try again; if it stays, tell the centre.',
  },
})

/** Rounded up, in minutes from a minute and a half on. */
const waiting = (seconds: number, f: Formatter) => {
  if (seconds < 90) {
    const many = `${f.number(seconds)} seconds`
    return { fa: `${f.number(seconds)} ثانیهٔ`, en: f.plural(seconds, { one: '1 second', other: many }) }
  }
  const minutes = f.number(Math.ceil(seconds / 60))
  return { fa: `${minutes} دقیقهٔ`, en: `${minutes} minutes` }
}

/** `limit` is the rule's number where it has one, an example where it has that, and empty otherwise. */
interface Rule {
  readonly limit: number | string
}

const atLeast = ({ limit }: Rule, f: Formatter) => ({
  fa: `باید دست‌کم ${f.number(Number(limit))} باشد.`,
  en: `Must be at least ${f.number(Number(limit))}.`,
})

const atMost = ({ limit }: Rule, f: Formatter) => ({
  fa: `باید حداکثر ${f.number(Number(limit))} باشد.`,
  en: `Must be at most ${f.number(Number(limit))}.`,
})

const characters = ({ limit }: Rule, f: Formatter) => {
  const count = Number(limit)
  const many = `${f.number(count)} characters`
  return { fa: `${f.number(count)} نویسه`, en: f.plural(count, { one: '1 character', other: many }) }
}

/** What is wrong with one field, and an example where that helps. */
export const fieldProblems = defineWords({
  required: { fa: 'این قسمت را پر کنید.', en: 'Please fill this in.' },
  wrong: { fa: 'این درست نیست؛ دوباره نگاه کنید.', en: 'This is not right; please look again.' },
  'too-small-string': (p: Rule, f) => ({
    fa: `کوتاه است: دست‌کم ${characters(p, f).fa}.`,
    en: `Too short: at least ${characters(p, f).en}.`,
  }),
  'too-big-string': (p: Rule, f) => ({
    fa: `بلند است: حداکثر ${characters(p, f).fa}.`,
    en: `Too long: at most ${characters(p, f).en}.`,
  }),
  'too-small-number': atLeast,
  'too-big-number': atMost,
  'too-small-int': atLeast,
  'too-big-int': atMost,
  'too-small-array': ({ limit }: Rule, f) => ({
    fa: `دست‌کم ${f.number(Number(limit))} مورد را برگزینید.`,
    en: `Choose at least ${f.number(Number(limit))}.`,
  }),
  'too-big-array': ({ limit }: Rule, f) => ({
    fa: `حداکثر ${f.number(Number(limit))} مورد را برگزینید.`,
    en: `Choose at most ${f.number(Number(limit))}.`,
  }),
  'not-number': { fa: 'این باید عدد باشد، مانند ۱۲.', en: 'This must be a number, like 12.' },
  'not-int': { fa: 'این باید عدد بی‌اعشار باشد، مانند ۱۲.', en: 'This must be a whole number, like 12.' },
  'not-string': { fa: 'این باید نوشته باشد.', en: 'This must be text.' },
  'not-boolean': { fa: 'بله یا نه را برگزینید.', en: 'Choose yes or no.' },
  'not-array': { fa: 'این باید فهرست باشد.', en: 'This must be a list.' },
  'not-object': { fa: 'این بخش درست پر نشده است.', en: 'This part is not filled in rightly.' },
  'not-datetime': {
    fa: 'روز و ساعت درست نیست؛ نمونه: ۱۵ آذر، ۹:۳۰.',
    en: 'Not a day and time; example: 6 December, 9:30.',
  },
  'not-date': { fa: 'تاریخ درست نیست؛ نمونه: ۱۵ آذر ۱۴۰۵.', en: 'Not a date; example: 6 December 2026.' },
  'not-time': { fa: 'ساعت درست نیست؛ نمونه: ۹:۳۰.', en: 'Not a time; example: 9:30.' },
  'not-uuid': { fa: 'این شناسه درست نیست.', en: 'This identifier is not right.' },
  'not-email': {
    fa: 'نشانی ایمیل درست نیست؛ نمونه: name@example.org',
    en: 'Not an e-mail address; example: name@example.org',
  },
  // The example is the country's own, given as the limit: a number of one country misleads in another.
  'not-phone': ({ limit }: Rule, f) => {
    const fa = limit === '' ? 'همهٔ رقم‌ها را بنویسید.' : `نمونه: ${f.digits(String(limit))}`
    const en = limit === '' ? 'write all its digits.' : `example: ${limit}`
    return { fa: `شمارهٔ تلفن کامل نیست؛ ${fa}`, en: `The telephone number is not complete; ${en}` }
  },
  'not-in-list': { fa: 'از فهرست برگزینید.', en: 'Choose from the list.' },
  'not-regex': {
    fa: 'شکل این نوشته درست نیست؛ دوباره نگاه کنید.',
    en: 'This is not in the right form; please look again.',
  },
  'unknown-field': {
    fa: 'این قسمت شناخته نیست و پذیرفته نمی‌شود.',
    en: 'This field is not known and is not accepted.',
  },
  'code-unknown': { fa: 'چنین کدی پیدا نشد؛ یک بار دیگر نگاه کنید.', en: 'No such code was found; look once more.' },
  past: {
    fa: 'این زمان گذشته است؛ زمانی در آینده برگزینید.',
    en: 'This time has passed; choose one to come.',
  },
  'vetting-too-long': {
    fa: 'بررسی ایمنی این‌همه نمی‌ماند؛ روزی زودتر را برگزینید.',
    en: 'A vetting does not hold that long; choose an earlier day.',
  },
  'vetting-evidence': {
    fa: 'برای این کار چیزهای دیگری هم باید دیده شود؛ آن‌ها را هم برگزینید.',
    en: 'More has to be seen for this purpose; choose that as well.',
  },
  'review-past': {
    fa: 'این روز گذشته است؛ امروز یا روزی پس از آن را برگزینید.',
    en: 'This day has passed; choose today or a later day.',
  },
  'review-too-far': {
    fa: 'این روز بیش از یک سال دیگر است؛ روزی نزدیک‌تر برگزینید.',
    en: 'This day is more than a year away; choose a nearer one.',
  },
  'bridge-too-short': ({ limit }: Rule, f) => ({
    fa: `یک دورهٔ کامل باید با هر دو تعریف منتشر شود: دست‌کم تا ${f.date(String(limit), { style: 'day-month' })}.`,
    en: `One whole period must be published under both definitions: at least up to ${f.date(String(limit), { style: 'day-month' })}.`,
  }),
  'before-last-version': {
    fa: 'این روز پیش از آغاز تعریف کنونی است؛ روزی پس از آن را برگزینید.',
    en: 'This day is before the present definition begins; choose a later one.',
  },
  'window-too-short': {
    fa: 'پایان باید آن‌قدر پس از آغاز باشد که دیدار در آن بگنجد.',
    en: 'The end must leave room for the visit after the start.',
  },
})

/** A rule that a field can break: one without a sentence does not compile. */
export type FieldCode = keyof typeof fieldProblems

export const isFieldCode = (code: string): code is FieldCode => Object.hasOwn(fieldProblems, code)
