import { defineWords } from '#platform/words/index.ts'

export const overdueWords = defineWords({
  title: (p: { count: number }, f) => ({
    fa: `از ${p.count === 1 ? 'یک' : f.number(p.count)} همیار خبری نرسیده است`,
    en: f.plural(p.count, { one: 'One volunteer has not been heard of', other: `${f.number(p.count)} volunteers have not been heard of` }),
  }),
  since: (p: { when: string }) => ({ fa: `باید تا ساعت ${p.when} تمام می‌شد`, en: `should have ended by ${p.when}` }),
  arrived: (p: { when: string; area: string }) => ({ fa: `ساعت ${p.when} رسید؛ محدودهٔ ${p.area}`, en: `arrived at ${p.when}, around ${p.area}` }),
  'told-buddy': { fa: 'همیار و همراهش خبر شدند', en: 'The volunteer and their buddy were told' },
  'told-duty': { fa: 'کشیک مرکز هم خبر شد', en: 'Whoever is on duty was told, too' },
  'told-plan': { fa: 'برنامهٔ اضطراری آغاز شده است', en: 'The emergency plan has begun' },
  'told-waiting': { fa: 'هنوز کسی خبر نشده', en: 'Nobody was told yet' },
  next: (p: { when: string }) => ({ fa: `گام بعد، ساعت ${p.when}`, en: `Next step at ${p.when}` }),
  callVolunteer: { fa: 'تماس با همیار', en: 'Call the volunteer' },
  callPerson: { fa: 'تماس با خود فرد', en: 'Call the person' },
  address: { fa: 'نشانی', en: 'Address' },
  plan: { fa: 'برنامهٔ اضطراری', en: 'Emergency plan' },
  reached: { fa: 'با او حرف زدم؛ حالش خوب است', en: 'I spoke with them; they are all right' },
  saved: { fa: 'ثبت شد؛ زمان‌سنج پایان یافت.', en: 'Saved; the timer has ended.' },
})
