import { defineWords } from '#platform/words/index.ts'

export { problems as sdmxProblems } from './formats/sdmx/rest/words.ts'

const faults: Readonly<Record<string, { readonly fa: string; readonly en: string }>> = {
  'kind-unknown': { fa: 'یکی از ثبت‌های آماری آن در فهرست ثبت‌ها نیست.', en: 'One of its facts is not in the catalogue of facts.' },
  'dimension-unknown': { fa: 'یکی از ثبت‌های آن این بُعد را ندارد.', en: 'One of its facts does not have this dimension.' },
  'value-of-no-dimension': { fa: 'شرطی بر بُعدی گذاشته شده که ثبتِ آن ندارد.', en: 'A condition names a dimension that the fact does not have.' },
  'persons-of-two-domains': {
    fa: 'افراد تنها در یک حوزه شمرده می‌شوند؛ شناسهٔ بی‌نام در هر حوزه جداست.',
    en: 'Persons are counted within one field of work: pseudonyms differ from one to another.',
  },
  'persons-as-stock': { fa: 'افراد را نمی‌توان کم کرد یا به‌صورت موجودی شمرد.', en: 'Persons can be neither taken away nor counted as a stock.' },
  'percent-without-denominator': { fa: 'سهم، مخرج می‌خواهد و شمارِ ساده مخرج ندارد.', en: 'A share needs a denominator, and a plain count has none.' },
}

export const problems = defineWords({
  'observatory.month-unknown': {
    fa: 'این ماه را نمی‌شناسیم. از دکمه‌های ماه پیش و ماه بعد استفاده کنید.',
    en: 'We do not know this month. Use the buttons for the month before and after.',
  },
  'observatory.indicator-unknown': {
    fa: 'چنین شاخصی، یا چنین نسخه‌ای از آن، نداریم. از فهرست شاخص‌ها برگزینید.',
    en: 'There is no such indicator, or no such version of it. Choose from the list of indicators.',
  },
  'observatory.indicator-taken': {
    fa: 'شاخصی با این شناسه هست. شناسهٔ دیگری بنویسید یا نسخهٔ تازهٔ همان را تعریف کنید.',
    en: 'There is an indicator of this name. Choose another name, or define a new version of that one.',
  },
  'observatory.definition-same': {
    fa: 'این تعریف با تعریف کنونی یکی است. چیزی را که باید عوض شود عوض کنید.',
    en: 'This is the present definition. Change what is to be changed.',
  },
  'observatory.definition-invalid': (p: { fault: string }) => ({
    fa: `با این تعریف نمی‌توان شمرد: ${faults[p.fault]?.fa ?? ''} آن را درست کنید.`,
    en: `This cannot be counted: ${faults[p.fault]?.en ?? ''} Mend it.`,
  }),
  'observatory.bridge-missing': {
    fa: 'تعریف تازه باید پس از تعریف کنونی بیاید و اگر معنا عوض می‌شود، یک دورهٔ کامل کنار آن منتشر شود. روزها را درست کنید.',
    en: 'A new definition follows the present one, and where the meaning changes one whole period is published under both. Mend the days.',
  },
  'observatory.nation-only': {
    fa: 'تعریف شاخص برای همهٔ کشور است؛ کارشناس آماری که سمتش سراسری است می‌تواند آن را بنویسد. از او بخواهید.',
    en: 'A definition holds for the whole nation: a statistician appointed for the nation writes it. Ask one.',
  },
  'observatory.place-unknown': {
    fa: 'این محل را نمی‌شناسیم. از فهرست محل‌ها برگزینید.',
    en: 'We do not know this place. Choose one from the list of places.',
  },
  'observatory.dimension-unknown': {
    fa: 'این شاخص با این بُعد تفکیک نمی‌شود. یکی از بُعدهای خودش را برگزینید.',
    en: 'This indicator cannot be told apart by that. Choose one of its own dimensions.',
  },
  'observatory.period-too-short': {
    fa: 'این شاخص برای دوره‌های به این کوتاهی داده نمی‌شود. دورهٔ بلندتری برگزینید.',
    en: 'This indicator is not given for periods that short. Choose longer ones.',
  },
  'observatory.period-unknown': {
    fa: 'این دوره را نمی‌شناسیم. از فهرست دوره‌ها برگزینید.',
    en: 'We do not know this period. Choose one from the list.',
  },
  'observatory.too-many-facts': (p: { most: number }, f) => ({
    fa: `بیش از ${f.number(p.most)} ثبت پشت این عدد است. محل کوچک‌تر یا دورهٔ کوتاه‌تری برگزینید، یا دستور hamyar recount را اجرا کنید.`,
    en: `More than ${f.number(p.most)} facts are behind this number. Choose a smaller place or a shorter period, or run hamyar recount.`,
  }),
  'observatory.table-unknown': {
    fa: 'چنین جدولی نمی‌توان ساخت: یکی از انتخاب‌ها در این داده نیست. از فهرست‌ها برگزینید؛ سطر و ستون باید دو چیز باشند.',
    en: 'There is no such table: one of the choices is not in this data. Choose from the lists; rows and columns must be two things.',
  },
  'observatory.served-with-noise': {
    fa: 'یکی از شاخص‌های این طرح همان ثبت‌هایی را می‌شمارد که در جدول‌ساز با خطای تصادفی نشان داده می‌شود. یک داده یا دقیق منتشر می‌شود یا با خطا، نه هر دو. شاخص دیگری برگزینید.',
    en: 'An indicator of this plan counts facts that the table builder shows with noise. Data goes out exactly or with noise, never both. Choose another indicator.',
  },
  'observatory.result-unknown': {
    fa: 'چنین عددی منتشر نشده است، یا در این ویرایش نیست. از فهرست شاخص‌های منتشرشده برگزینید.',
    en: 'No such number has been released, or not in this vintage. Choose one from the list of released indicators.',
  },
  'observatory.plan-unknown': {
    fa: 'چنین طرح انتشاری نداریم. از فهرست طرح‌ها برگزینید.',
    en: 'There is no such plan of releases. Choose one from the list.',
  },
  'observatory.release-off-its-day': {
    fa: 'دورهٔ بعدی هنوز به پایان نرسیده است و بیرون از تقویم انتشار چیزی منتشر نمی‌شود. تا پایان دوره بمانید، یا اگر اصلاحی لازم است دلیل و زمان آن را بنویسید.',
    en: 'The next period is not over yet, and nothing goes out off the calendar of releases. Wait until it is, or, for a correction, say why and when.',
  },
  'observatory.release-in-work': {
    fa: 'انتشار دیگری از این طرح در دست تهیه است. نخست آن را به پایان برسانید یا بازپس بگیرید.',
    en: 'Another release of this plan is being made. Finish or withdraw that one first.',
  },
  'observatory.release-moment-passed': {
    fa: 'زمان انتشار باید در آینده باشد. زمان دیگری بنویسید.',
    en: 'The moment of release must lie ahead. Give another one.',
  },
  'observatory.release-not-counted': {
    fa: 'این دوره پیش از آغاز شمارش در اینجا شروع شده است و عدد آن کامل نیست. نخستین دوره‌ای که از روز اول شمرده شود منتشر می‌شود.',
    en: 'This period had begun before counting began here, so its numbers would not be whole. The first period that is counted from its first day goes out.',
  },
  'observatory.release-not-checked': {
    fa: 'این انتشار هنوز وارسی نشده یا پیش‌تر امضا شده است. صفحه را تازه کنید.',
    en: 'This release is not checked yet, or was signed before. Reload the page.',
  },
  'observatory.release-own': {
    fa: 'کسی که انتشار را آماده کرده آن را امضا نمی‌کند. از همکار دیگری بخواهید.',
    en: 'Whoever made a release does not sign it. Ask a colleague.',
  },
  'observatory.release-day-passed': {
    fa: 'زمان این انتشار گذشته است. آن را بازپس بگیرید و انتشار تازه‌ای آماده کنید.',
    en: 'The moment of this release has passed. Withdraw it and make a new one.',
  },
  'observatory.release-out': {
    fa: 'آنچه منتشر شده بازپس گرفته نمی‌شود. اگر اشتباهی در آن هست، انتشار اصلاحی آماده کنید.',
    en: 'What is out is not taken back. If there is a mistake in it, make a release that corrects it.',
  },
})
