import type { WatchRules } from './pack.ts'

/** The same wherever people go to a door; who is called for danger stands in the pack's own `danger`. */
export const watch: WatchRules = {
  graceMinutes: 20,
  againMinutes: 15,
  plan: [
    {
      fa: 'دو بار، با پنج دقیقه فاصله، به همیار زنگ بزنید.',
      en: 'Call the volunteer twice, five minutes apart.',
    },
    {
      fa: 'مرکز به کسی که همیار نزدش رفته زنگ می‌زند و فقط می‌پرسد حال همیار خوب است یا نه.',
      en: 'The centre calls the person who was visited, and asks only whether the volunteer is all right.',
    },
    {
      fa: 'اگر پاسخی نبود، دو نفر با هم تا دم در بروند. تنها نروند، وارد نشوند و از همان‌جا خبر بدهند.',
      en: 'If nobody answers, two people go to the door together. Nobody goes alone or goes in; they report from there.',
    },
    {
      fa: 'اگر در باز نشد یا نشانه‌ای از خطر بود، اورژانس را خبر کنید و اگر راه دیگری نماند، پلیس را. نشانی را بدهید.',
      en: 'If the door stays closed or there is any sign of danger, call the ambulance and, if there is no other way, the police. Give the address.',
    },
    {
      fa: 'ساعت هر کار را بنویسید و سرپرست مرکز را خبر کنید.',
      en: 'Write down the time of each step, and tell the supervisor of the centre.',
    },
  ],
}
