import { common, flow, ofPerson, onTime, persons, stock, term, type Listed } from './parts.ts'

const met = 'casework.need-met'
const byStaff = 'casework.need-met-by-staff'
const unmet = 'casework.need-unmet'
const opened = 'casework.need-opened'
const withdrawn = 'casework.need-withdrawn'

export const needs: readonly Listed[] = [
  {
    id: 'needs-met-on-time',
    definition: {
      ...common,
      name: { fa: 'نیازهایی که به‌موقع برآورده شد و خود فرد تأیید کرد', en: 'Needs met on time, confirmed by the person' },
      explanation: {
        fa: 'نیازی شمرده می‌شود که همیار در بازهٔ زمانی خود نیاز رسیده باشد و فرد با رمز خود تأیید کرده باشد که برآورده شد.',
        en: 'A need counts when the volunteer came within the need’s own window and the person confirmed with their code that it was met.',
      },
      numerator: flow(term(met, onTime)),
      unit: 'need',
      dimensions: ofPerson,
      caveats: {
        fa: 'روزِ تأیید شمرده می‌شود، نه روز دیدار. اگر در بازپرسی تلفنی معلوم شود کسی نیامده بود، همان شمار پس گرفته می‌شود.',
        en: 'It counts on the day of confirmation, not of the visit. When a call-back finds that nobody came, the count is taken back.',
      },
    },
  },
  {
    id: 'needs-met',
    definition: {
      ...common,
      name: { fa: 'نیازهای برآورده‌شده به تأیید خود فرد', en: 'Needs met, confirmed by the person' },
      explanation: {
        fa: 'هر نیازی که همیاری برآورده کرد و خود فرد تأیید کرد، به‌موقع یا دیرتر.',
        en: 'Every need that a volunteer met and the person confirmed, on time or later.',
      },
      numerator: flow(term(met)),
      unit: 'need',
      dimensions: [...ofPerson, 'onTime'],
      caveats: {
        fa: 'آنچه کارکنان مرکز خود انجام داده‌اند در این شمار نیست و جداگانه آمده است.',
        en: 'What the centre’s own staff did is not in it; it stands apart.',
      },
    },
  },
  {
    id: 'needs-met-on-time-share',
    definition: {
      ...common,
      name: { fa: 'سهم به‌موقع از نیازهای برآورده‌شده', en: 'Share of needs met that were met on time' },
      explanation: {
        fa: 'از هر صد نیازی که برآورده و تأیید شد، چند تا در بازهٔ زمانی خود بود.',
        en: 'Of a hundred needs met and confirmed, how many were met within their own window.',
      },
      numerator: flow(term(met, onTime)),
      denominator: flow(term(met)),
      unit: 'percent',
      dimensions: ofPerson,
      caveats: {
        fa: 'نیازهای برآورده‌نشده در مخرج نیستند؛ آن‌ها را کنار همین عدد ببینید.',
        en: 'Needs not met are not in the denominator; read them beside it.',
      },
    },
  },
  {
    id: 'needs-met-by-staff',
    definition: {
      ...common,
      name: { fa: 'نیازهای برآورده‌شده به دست کارکنان', en: 'Needs met by staff' },
      explanation: {
        fa: 'نیازی که کارکنان مرکز خود برآورده کردند و فرد به آن‌ها گفت که برآورده شد.',
        en: 'A need that the centre’s own staff met, as the person told them.',
      },
      numerator: flow(term(byStaff)),
      unit: 'need',
      dimensions: [...ofPerson, 'onTime'],
      caveats: {
        fa: 'تأیید آن با رمز فرد نیست؛ برای همین با عدد اصلی جمع نمی‌شود.',
        en: 'It is not confirmed with the person’s code, so it is never added to the headline.',
      },
    },
  },
  {
    id: 'needs-unmet',
    definition: {
      ...common,
      name: { fa: 'نیازهای برآورده‌نشده', en: 'Needs not met' },
      explanation: {
        fa: 'نیازی که پایان یافت و خود فرد گفت برآورده نشد، یا تنها بخشی از آن برآورده شد.',
        en: 'A need that ended and that, as the person said, was not met or was met in part only.',
      },
      numerator: flow(term(unmet)),
      unit: 'need',
      dimensions: ofPerson,
      caveats: {
        fa: 'نیازی که هنوز در نوبت است این‌جا نیست.',
        en: 'A need that still waits is not here.',
      },
    },
  },
  {
    id: 'needs-recorded',
    definition: {
      ...common,
      name: { fa: 'نیازهای ثبت‌شده', en: 'Needs recorded' },
      explanation: {
        fa: 'هر نیازی که مددکار در پرونده‌ای ثبت کرد.',
        en: 'Every need that a case worker recorded in a case.',
      },
      numerator: flow(term(opened)),
      unit: 'need',
      dimensions: ofPerson,
      caveats: {
        fa: 'یک نفر می‌تواند چند نیاز داشته باشد؛ شمارِ افراد جداست.',
        en: 'One person may have several needs; persons are counted apart.',
      },
    },
  },
  {
    id: 'needs-waiting',
    definition: {
      ...common,
      name: { fa: 'نیازهای در نوبت', en: 'Needs waiting' },
      explanation: {
        fa: 'در پایان دوره، نیازهایی که ثبت شده و نه برآورده شده، نه بی‌نتیجه پایان یافته و نه پس گرفته شده بود.',
        en: 'At the period’s end, needs that were recorded and neither met, ended unmet, nor withdrawn.',
      },
      numerator: stock(term(opened), term(met, {}, -1), term(byStaff, {}, -1), term(unmet, {}, -1), term(withdrawn, {}, -1)),
      unit: 'need',
      dimensions: ofPerson,
      caveats: {
        fa: 'موجودی پایان دوره است: ماه‌ها با هم جمع نمی‌شوند، ولی محل‌ها جمع می‌شوند.',
        en: 'It is what stands at the end: months do not add up, places do.',
      },
    },
  },
  {
    id: 'persons-helped',
    definition: {
      ...common,
      name: { fa: 'افرادی که نیازشان برآورده شد', en: 'Persons whose need was met' },
      explanation: {
        fa: 'هر کس یک بار، هر چند نیازش که در دوره برآورده شد؛ با همیار یا به دست کارکنان.',
        en: 'Each person once, however many of their needs were met in the period, by a volunteer or by staff.',
      },
      numerator: persons(term(met), term(byStaff)),
      unit: 'person',
      dimensions: ofPerson,
      caveats: {
        fa: 'با شناسهٔ بی‌نام شمرده می‌شود. کسی که در دو شهرستان کمک گرفته، در کشور یک نفر است؛ این همپوشانی کنار عدد آمده است.',
        en: 'Counted by pseudonym. Somebody helped in two counties is one person in the nation: the overlap stands beside the number.',
      },
    },
  },
]
