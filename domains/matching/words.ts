import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  travel: { fa: 'راه', en: 'Travel' },
  waiting: { fa: 'انتظار', en: 'Waiting' },
  priority: { fa: 'اولویت', en: 'Priority' },
  continuity: { fa: 'آشنایی', en: 'Known to each other' },
  preferences: { fa: 'ترجیح‌ها', en: 'Preferences' },
  load: { fa: 'بار', en: 'Load' },
  'met-same-sex': { fa: 'هم‌جنس است؛ شرط فرد', en: 'Same sex, as the person requires' },
  'met-vetting': { fa: 'بررسی ایمنی برقرار است', en: 'Vetting is in force' },
  'met-skill': { fa: 'مهارت لازم را دارد', en: 'Has the skill' },
  'met-language': { fa: 'هم‌زبان است', en: 'Speaks the language' },
  'met-availability': { fa: 'در این ساعت آزاد است', en: 'Free at this time' },
  'met-travel': { fa: 'در فاصله‌ای که پذیرفته', en: 'Within the distance they offered' },
  'met-unrelated': { fa: 'دو همیارند و خویشاوند یا هم‌خانه نیستند', en: 'Two volunteers, not related and not of one home' },
  'met-known': { fa: 'فرد او را از دیدار پیشین می‌شناسد؛ تنها می‌آید', en: 'The person knows them from a visit before; comes alone' },
  'lack-skill': { fa: 'مهارت لازم را ندارد', en: 'Lacks the skill' },
  'lack-level': { fa: 'سطح مهارت کافی نیست', en: 'Skill level too low' },
  'lack-vetting': { fa: 'بررسی ایمنی برقرار نیست', en: 'Vetting is not in force' },
  'lack-same-sex': { fa: 'هم‌جنس نیست', en: 'Not of the same sex' },
  'lack-language': { fa: 'هم‌زبان نیست', en: 'Does not speak the language' },
  'lack-availability': { fa: 'در این ساعت آزاد نیست', en: 'Not free at this time' },
  'lack-travel': { fa: 'دورتر از فاصله‌ای است که پذیرفته', en: 'Farther than they offered to travel' },
  'lack-capacity': { fa: 'ظرفیتش پر است', en: 'Has no task left' },
  'relax-availability': { fa: 'ساعت دیدار', en: 'the time of the visit' },
  'relax-travel': { fa: 'فاصله', en: 'the distance' },
  'relax-level': { fa: 'سطح مهارت', en: 'the level of the skill' },
  'relax-skill': { fa: 'مهارت', en: 'the skill' },
  'relax-language': { fa: 'زبان', en: 'the language' },
  'relax-capacity': { fa: 'ظرفیت همیاران', en: 'how much volunteers carry' },
  'relax-vetting': { fa: 'بررسی ایمنی تازه', en: 'a new vetting' },
  'relax-same-sex': { fa: 'شرط هم‌جنس بودن', en: 'same sex' },
})

export const problems = defineWords({
  'matching.part-in-it': {
    fa: 'در گام دیگری از همین پرونده نقش داشته‌اید؛ این گام با همکار دیگری است.',
    en: 'You took another step of this same case; a colleague takes this one.',
  },
  'matching.superseded': {
    fa: 'این پیشنهاد با محاسبهٔ تازه‌ای جایگزین شده است. صفحه را تازه کنید.',
    en: 'A newer run replaced this proposal. Reload the page.',
  },
  'matching.time-passed': {
    fa: 'زمان این دیدار گذشته است. کارشناس پرونده باید نیاز را با زمان تازه ثبت کند.',
    en: 'The time of this visit has passed. Its case worker has to write down the need with a new time.',
  },
  'matching.expired': {
    fa: 'مهلت این پیشنهاد گذشته است. پیشنهادها را از نو محاسبه کنید.',
    en: 'This proposal is out of date. Compute the proposals again.',
  },
  'matching.run-under-way': {
    fa: 'هم‌اکنون اجرای دیگری در این منطقه در کار است. تا پایان آن بمانید یا آن را متوقف کنید.',
    en: 'Another run is under way in this area. Wait until it ends, or stop it.',
  },
  'matching.run-over': {
    fa: 'این اجرا پیش از این پایان یافته است. صفحه را تازه کنید.',
    en: 'This run has ended already. Reload the page.',
  },
  'matching.draft-open': {
    fa: 'دفتر شما یک پیش‌نویس باز دارد. همان را ویرایش کنید یا کنار بگذارید.',
    en: 'Your desk has a draft open. Change that one, or give it up.',
  },
  'matching.draft-decided': {
    fa: 'این پیش‌نویس دیگر برای تغییر باز نیست. صفحه را تازه کنید.',
    en: 'This draft is no longer open to change. Reload the page.',
  },
  'matching.draft-same': {
    fa: 'پیش‌نویس با آنچه اکنون به کار می‌رود یکی است. نخست دست‌کم یک وزن را تغییر دهید.',
    en: 'The draft is the same as what is in force. Change at least one weight first.',
  },
  'matching.draft-untried': {
    fa: 'نخست همین پیش‌نویس را روی نیازهای در انتظار آزمایش کنید و بگذارید آزمایش به پایان برسد.',
    en: 'Try this very draft on the needs that wait first, and let the trial end.',
  },
  'matching.trial-under-way': {
    fa: 'آزمایش همین پیش‌نویس در جریان است. تا پایان آن بمانید.',
    en: 'A trial of this draft is under way. Wait until it ends.',
  },
  'matching.own-draft': {
    fa: 'در نوشتن این پیش‌نویس دست داشته‌اید؛ تصمیم دربارهٔ آن با همکار دیگری است.',
    en: 'You had a hand in this draft; a colleague decides about it.',
  },
  'matching.not-offered': {
    fa: 'این پیشنهاد دیگر در دست گروه نیست. صفحه را تازه کنید.',
    en: 'This is no longer with the group. Reload the page.',
  },
  'matching.offer-seen': {
    fa: 'کسی از گروه این پیشنهاد را دیده است؛ دیگر بازگردانده نمی‌شود. اگر لازم است، با گروه تماس بگیرید.',
    en: 'Somebody of the group has seen this offer; it cannot be taken back any more. Call the group if need be.',
  },
  'matching.offer-late': {
    fa: 'از فرستادن این پیشنهاد چند دقیقه گذشته است؛ دیگر بازگردانده نمی‌شود. اگر لازم است، با گروه تماس بگیرید.',
    en: 'This offer went out too long ago to be taken back. Call the group if need be.',
  },
  'matching.rule-open': {
    fa: 'دفتر شما یک قاعدهٔ خودکار برقرار دارد. نخست آن را متوقف کنید.',
    en: 'Your desk has a standing rule in force. Stop that one first.',
  },
  'matching.rule-kind': {
    fa: 'این گونه نیاز خودکار فرستاده نمی‌شود؛ همیشه یکی از دفتر باید آن را ببیند.',
    en: 'This kind of help is never sent by a rule; somebody of the desk always looks at it.',
  },
  'matching.rule-day': (p: { days: number }, f) => ({
    fa: `روز پایان باید از امروز تا ${f.number(p.days)} روز دیگر باشد.`,
    en: `The last day is between today and ${f.number(p.days)} days from now.`,
  }),
  'matching.rule-over': {
    fa: 'این قاعده پیش از این متوقف شده است.',
    en: 'This rule was stopped already.',
  },
  'matching.nobody': {
    fa: 'برای این نیاز کسی پیدا نشده است؛ ببینید کدام شرط را می‌شود آسان‌تر گرفت.',
    en: 'Nobody was found for this need; see which requirement could be relaxed.',
  },
  'matching.suggestion-decided': {
    fa: 'دربارهٔ این پیشنهاد گروه پیش‌تر تصمیم گرفته شده است. صفحه را تازه کنید.',
    en: 'The group’s suggestion has been decided already. Reload the page.',
  },
  'matching.not-suitable-now': {
    fa: 'این همیار دیگر برای این نیاز در دسترس نیست. پیشنهاد نخست را نگه دارید.',
    en: 'This volunteer is no longer available for this need. Keep the first proposal.',
  },
})
