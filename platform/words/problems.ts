import { defineWords } from './define.ts'

/** What any operation may answer. Each says what happened and what to do next. */
export const problems = defineWords({
  'request.invalid': {
    fa: 'چیزی در فرم درست نیست. کنار هر خانه نوشته‌ایم چه باید کرد؛ بقیهٔ نوشته‌ها سر جایش است.',
    en: 'Something in the form is not right. Each field says what to do; everything else you typed is kept.',
  },
  'request.untrusted': {
    fa: 'این درخواست از صفحهٔ خود همیار نیامده است. صفحه را از نو باز کنید و دوباره بفرستید.',
    en: 'This did not come from a page of Hamyar. Open the page again and resend.',
  },
  'request.stale': {
    fa: 'در این میان کس دیگری این را تغییر داده است. صفحه را تازه کنید، تغییر را ببینید و دوباره انجام دهید.',
    en: 'Somebody changed this meanwhile. Reload, look at the change, and do it again.',
  },
  'request.repeated-differently': {
    fa: 'این درخواست پیش‌تر با محتوای دیگری فرستاده شده است. صفحه را تازه کنید و از نو بفرستید.',
    en: 'This was already sent with other content. Reload the page and send it afresh.',
  },
  'sign-in.required': { fa: 'برای دیدن این صفحه وارد شوید.', en: 'Sign in to see this page.' },
  'record.not-found': {
    fa: 'چنین چیزی پیدا نشد. شاید نشانی درست نیست یا دیگر در دسترس شما نیست.',
    en: 'Nothing was found here. The address may be wrong, or it is no longer open to you.',
  },
  'rate.limited': (p: { seconds: number }, f) => ({
    fa: `چند بار پشت سر هم تلاش شد. ${f.number(p.seconds)} ثانیهٔ دیگر دوباره بیازمایید.`,
    en: `Too many tries in a row. Try again in ${f.number(p.seconds)} seconds.`,
  }),
  'body.too-large': { fa: 'نوشته بیش از اندازه بلند است. کوتاه‌ترش کنید.', en: 'This is too long. Please shorten it.' },
  'server.busy': {
    fa: 'سامانه همین حالا نمی‌تواند پاسخ دهد و چیزی تغییر نکرد. چند ثانیهٔ دیگر دوباره بفرستید.',
    en: 'The system cannot answer just now and nothing was changed. Send it again in a few seconds.',
  },
  'server.failed': {
    fa: 'خطایی از سوی ما رخ داد و چیزی تغییر نکرد. دوباره بیازمایید؛ اگر باز هم شد به مرکز خبر دهید.',
    en: 'Something went wrong on our side and nothing was changed. Try again; if it stays, tell the centre.',
  },
})

/** What is wrong with one field. `limit` is the rule's number where it has one. */
export const fieldProblems = defineWords({
  required: { fa: 'این خانه را پر کنید.', en: 'Please fill this in.' },
  wrong: { fa: 'این درست نیست؛ دوباره نگاه کنید.', en: 'This is not right; please look again.' },
  'too-small-string': (p: { limit: number | string }, f) => ({
    fa: `کوتاه است: دست‌کم ${f.digits(String(p.limit))} نویسه.`,
    en: `Too short: at least ${p.limit} characters.`,
  }),
  'too-big-string': (p: { limit: number | string }, f) => ({
    fa: `بلند است: حداکثر ${f.digits(String(p.limit))} نویسه.`,
    en: `Too long: at most ${p.limit} characters.`,
  }),
  'too-small-number': (p: { limit: number | string }, f) => ({
    fa: `باید دست‌کم ${f.digits(String(p.limit))} باشد.`,
    en: `Must be at least ${p.limit}.`,
  }),
  'too-big-number': (p: { limit: number | string }, f) => ({
    fa: `باید حداکثر ${f.digits(String(p.limit))} باشد.`,
    en: `Must be at most ${p.limit}.`,
  }),
  'too-small-int': (p: { limit: number | string }, f) => ({
    fa: `باید دست‌کم ${f.digits(String(p.limit))} باشد.`,
    en: `Must be at least ${p.limit}.`,
  }),
  'too-big-int': (p: { limit: number | string }, f) => ({
    fa: `باید حداکثر ${f.digits(String(p.limit))} باشد.`,
    en: `Must be at most ${p.limit}.`,
  }),
  'too-small-array': (p: { limit: number | string }, f) => ({
    fa: `دست‌کم ${f.digits(String(p.limit))} مورد را برگزینید.`,
    en: `Choose at least ${p.limit}.`,
  }),
  'too-big-array': (p: { limit: number | string }, f) => ({
    fa: `حداکثر ${f.digits(String(p.limit))} مورد را برگزینید.`,
    en: `Choose at most ${p.limit}.`,
  }),
  'not-number': { fa: 'این باید عدد باشد، مانند ۱۲.', en: 'This must be a number, like 12.' },
  'not-int': { fa: 'این باید عدد درست باشد، مانند ۱۲.', en: 'This must be a whole number, like 12.' },
  'not-string': { fa: 'این باید نوشته باشد.', en: 'This must be text.' },
  'not-boolean': { fa: 'بله یا نه را برگزینید.', en: 'Choose yes or no.' },
  'not-array': { fa: 'این باید فهرست باشد.', en: 'This must be a list.' },
  'not-object': { fa: 'این بخش درست پر نشده است.', en: 'This part is not filled in rightly.' },
  'not-datetime': { fa: 'روز و ساعت درست نیست؛ نمونه: ۱۵ آذر، ۹:۳۰.', en: 'Not a day and time; example: 6 December, 9:30.' },
  'not-date': { fa: 'تاریخ درست نیست؛ نمونه: ۱۵ آذر ۱۴۰۵.', en: 'Not a date; example: 6 December 2026.' },
  'not-uuid': { fa: 'این شناسه درست نیست.', en: 'This identifier is not right.' },
  'not-email': { fa: 'نشانی رایانامه درست نیست؛ نمونه: name@example.org', en: 'Not an e-mail address; example: name@example.org' },
  'not-phone': { fa: 'شماره کامل نیست؛ نمونه: ۰۹۱۲ ۳۴۵ ۶۷۸۹', en: 'The number is not complete; example: 0912 345 6789' },
  'not-in-list': { fa: 'از فهرست برگزینید.', en: 'Choose from the list.' },
  'not-regex': { fa: 'شکل این نوشته درست نیست.', en: 'This is not in the right form.' },
  'unknown-field': { fa: 'این خانه شناخته نیست و پذیرفته نمی‌شود.', en: 'This field is not known and is not accepted.' },
  past: { fa: 'این زمان گذشته است.', en: 'This time has passed.' },
  'window-too-short': {
    fa: 'پایان باید آن‌قدر پس از آغاز باشد که دیدار در آن بگنجد.',
    en: 'The end must leave room for the visit after the start.',
  },
})
