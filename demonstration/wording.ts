import type { CountryPack } from '#countries/index.ts'
import type { Language } from '#platform/words/index.ts'
import { persianDigits } from '#platform/words/index.ts'

type Said = Readonly<Record<Language, readonly string[]>>

/** What people in the demonstration say when they ask; made up, by kind of help. */
const asked: Readonly<Record<string, Said>> = {
  clinic: {
    fa: ['کسی را ندارم که همراهم تا درمانگاه بیاید.', 'مادرم را باید هفته‌ای دو بار به درمانگاه ببرم.', 'از بیمارستان مرخص شده‌ام و پله را نمی‌توانم پایین بروم.'],
    en: ['I have nobody to come with me to the clinic.', 'My mother has to go to the clinic twice a week.', 'I am just out of hospital and cannot manage the stairs.'],
  },
  company: {
    fa: ['تنها زندگی می‌کنم؛ می‌خواهم با کسی حرف بزنم.', 'پدرم بعد از بازنشستگی از خانه بیرون نمی‌رود.'],
    en: ['I live alone and would like somebody to talk to.', 'Since he retired my father does not leave the house.'],
  },
  lessons: {
    fa: ['پسرم در ریاضی عقب افتاده است.', 'برای دخترم کمک درسی می‌خواهم، پایهٔ هفتم است.'],
    en: ['My son has fallen behind in mathematics.', 'I would like help with lessons for my daughter; she is in year seven.'],
  },
  repair: {
    fa: ['سقف اتاق چکه می‌کند و تنها از پسش برنمی‌آیم.', 'نردهٔ پله شکسته و می‌ترسم بیفتم.'],
    en: ['The ceiling leaks and I cannot mend it alone.', 'The banister is broken and I am afraid of falling.'],
  },
  shopping: {
    fa: ['کسی نیست داروهایم را بگیرد.', 'پایم در گچ است؛ برای خرید کمک می‌خواهم.'],
    en: ['There is nobody to fetch my medicines.', 'My leg is in plaster; I need help with shopping.'],
  },
  paperwork: {
    fa: ['فرم بیمه را نمی‌دانم چطور پر کنم.', 'برای کارهای اداری کسی را می‌خواهم که همراهم بیاید.'],
    en: ['I do not know how to fill in the insurance form.', 'I would like somebody to come with me to the offices.'],
  },
  respite: {
    fa: ['از همسرم پرستاری می‌کنم و یک روز هم استراحت ندارم.'],
    en: ['I look after my wife and have not one day of rest.'],
  },
  trade: {
    fa: ['خیاطی بلدم، ولی می‌خواهم بهتر یاد بگیرم.'],
    en: ['I can sew, but I would like to learn it better.'],
  },
  legal: {
    fa: ['صاحب‌خانه حکم تخلیه فرستاده؛ نمی‌دانم چه کنم.'],
    en: ['The landlord sent a notice to leave; I do not know what to do.'],
  },
  nursing: { fa: ['زخم پایم باید مرتب دیده شود.'], en: ['The wound on my foot has to be looked at regularly.'] },
  meal: { fa: ['دو هفته است نمی‌توانم آشپزی کنم.'], en: ['For two weeks I have not been able to cook.'] },
  moving: { fa: ['باید خانه را خالی کنم و کسی را ندارم.'], en: ['I have to move out and have nobody.'] },
  call: { fa: ['دلم می‌خواهد هفته‌ای یک‌بار کسی حالم را بپرسد.'], en: ['I would like somebody to ask how I am once a week.'] },
}
const otherwise: Said = {
  fa: ['به کمک نیاز دارم؛ لطفاً با من تماس بگیرید.'],
  en: ['I need help; please call me.'],
}

const replies = {
  complaint: {
    fa: ['از پاسخی که گرفتم راضی نیستم و شکایت دارم.'],
    en: ['I am not content with the answer I was given and want to complain.'],
  },
  appeal: {
    fa: ['به تصمیمی که دربارهٔ درخواستم گرفته شد اعتراض دارم.'],
    en: ['I appeal against what was decided about my request.'],
  },
  answered: {
    fa: ['با شما گفت‌وگو کردیم و راهنمایی لازم را دادیم. اگر باز هم نیاز داشتید، خبرمان کنید.'],
    en: ['We spoke with you and told you what you wanted to know. Come back whenever you need to.'],
  },
  passedOn: {
    fa: ['این کار با ادارهٔ بیمه است؛ نشانی و تلفن آن را به شما گفتیم.'],
    en: ['The insurance office does this; we gave you its address and telephone.'],
  },
  passedTo: { fa: ['ادارهٔ بیمه'], en: ['Insurance office'] },
} satisfies Record<string, Said>

const languageOf = (pack: CountryPack): Language => pack.languages[0]

const pick = (said: Said, pack: CountryPack, number: number): string => {
  const list = said[languageOf(pack)]
  return list[number % list.length] ?? ''
}

export const askedFor = (pack: CountryPack, kind: string, number: number): string => pick(asked[kind] ?? otherwise, pack, number)

export const replied = (pack: CountryPack, reply: keyof typeof replies): string => pick(replies[reply], pack, 0)

export const addressIn = (pack: CountryPack, town: { readonly nameFa: string; readonly nameEn: string }, street: string, house: number): string =>
  languageOf(pack) === 'fa'
    ? `${town.nameFa}، کوچهٔ ${street}، پلاک ${persianDigits(String(house))}`
    : `${house} ${street} Street, ${town.nameEn}`
