import { defineWords } from '#platform/words/index.ts'

/** What counts how much in the matching: in force, drafted, tried, decided. */
export const weightsWords = defineWords({
  tab: { fa: 'وزن‌ها', en: 'Weights' },
  title: (p: { version: number }, f) => ({
    fa: `چه چیز چقدر به حساب می‌آید: نگارش ${f.number(p.version)}`,
    en: `What counts how much: version ${f.number(p.version)}`,
  }),
  about: {
    fa: 'همیار برای هر نیاز با این وزن‌ها برگزیده می‌شود و در همهٔ کشور یکی است. هیچ‌کدام دربارهٔ ارزش یا پیشینهٔ کسی نیست.',
    en: 'By these weights a volunteer is chosen for each need, the same in the whole country. None is about anybody’s worth or past.',
  },
  unit: { fa: 'هر ۱۰ واحد به اندازهٔ یک کیلومتر راه به حساب می‌آید.', en: 'Ten units count as much as a kilometre of travel.' },

  inForce: { fa: 'اکنون به کار می‌رود', en: 'In force' },
  since: (p: { when: string }) => ({ fa: `از ${p.when}`, en: `Since ${p.when}` }),
  sinceBegin: { fa: 'از آغاز کار سامانه', en: 'Since the system began' },
  history: { fa: 'نگارش‌های پیشین', en: 'Earlier versions' },
  historyNone: { fa: 'نگارش پیشینی نیست.', en: 'There is no earlier version.' },
  versionLine: (p: { version: number; from: string; until: string }, f) => ({
    fa: `نگارش ${f.number(p.version)}، ${p.from} تا ${p.until}`,
    en: `Version ${f.number(p.version)}, ${p.from} to ${p.until}`,
  }),
  fromBegin: { fa: 'از آغاز', en: 'from the beginning' },

  weight: { fa: 'وزن', en: 'Weight' },
  now: { fa: 'اکنون', en: 'Now' },
  inDraft: { fa: 'پیش‌نویس', en: 'Draft' },
  travelPerKm: { fa: 'هر کیلومتر راه', en: 'Each kilometre of travel' },
  travelPerKmHint: {
    fa: 'هر چه بیشتر باشد، همیار نزدیک‌تر برگزیده می‌شود، حتی اگر آشنا نباشد یا نوبت بیشتری داشته باشد.',
    en: 'The more, the nearer the volunteer who is chosen, even where another is known to the person or carries less.',
  },
  waitingPerDay: { fa: 'هر روز انتظار', en: 'Each day of waiting' },
  waitingPerDayHint: {
    fa: 'هر چه بیشتر باشد، جایی که همیار کم است، نیازهای قدیمی‌تر زودتر همیار پیدا می‌کنند.',
    en: 'The more, the sooner older needs are met where volunteers are few.',
  },
  waitingDaysMost: { fa: 'بیشترین روز انتظار که شمرده می‌شود', en: 'Most days of waiting that count' },
  waitingDaysMostHint: { fa: 'از این پس، روزهای بیشتر چیزی نمی‌افزاید.', en: 'Past these, more days add nothing.' },
  priorityStep: { fa: 'هر پلهٔ اولویت', en: 'Each step of priority' },
  priorityStepHint: {
    fa: 'هر چه بیشتر باشد، نیازی که مددکار پراولویت‌تر دانسته از نیازهای دیگر پیش می‌افتد.',
    en: 'The more, the further ahead a need comes that the case worker called more pressing.',
  },
  newFace: { fa: 'همیار ناآشنا، جایی که آشنا هست', en: 'Somebody new where somebody helped before' },
  newFaceHint: {
    fa: 'هر چه بیشتر باشد، همیاری که پیش‌تر نزد همین فرد بوده بیشتر دوباره پیشنهاد می‌شود.',
    en: 'The more, the oftener the volunteer comes again who was with this person before.',
  },
  preferredSex: { fa: 'هم‌جنس نبودن، جایی که ترجیح بوده', en: 'Not of the same sex, where that was preferred' },
  preferredSexHint: {
    fa: 'تنها دربارهٔ ترجیح است. جایی که فرد آن را شرط کرده، وزنی در کار نیست و همیشه رعایت می‌شود.',
    en: 'About a preference only. Where the person requires it, no weight has a say: it always holds.',
  },
  loadStep: { fa: 'نوبت‌های بعدی همان همیار', en: 'A volunteer’s further tasks' },
  loadStepHint: {
    fa: 'هر چه بیشتر باشد، نوبت‌ها میان همیاران بیشتری پخش می‌شود و راه‌ها کمی درازتر.',
    en: 'The more, the more volunteers share the tasks, and the ways grow a little longer.',
  },
  unmatched: { fa: 'بی‌همیار ماندن یک نیاز', en: 'Leaving a need without anybody' },
  unmatchedHint: {
    fa: 'باید چنان زیاد باشد که برای کوتاه شدن راه کسی، نیازی بی‌همیار نماند.',
    en: 'Has to be so much that nobody is left alone to spare somebody a way.',
  },
  range: (p: { from: number; to: number; value: number }, f) => ({
    fa: `میان ${f.number(p.from)} و ${f.number(p.to)}؛ اکنون ${f.number(p.value)}.`,
    en: `Between ${f.number(p.from)} and ${f.number(p.to)}; now ${f.number(p.value)}.`,
  }),

  draft: { fa: 'پیش‌نویس دفتر شما', en: 'Your desk’s draft' },
  newDraft: { fa: 'پیش‌نویس وزن‌های تازه', en: 'Draft other weights' },
  newDraftText: {
    fa: 'پیش‌نویس چیزی را عوض نمی‌کند. نخست روی نیازهای در انتظار آزمایش می‌شود، سپس کس دیگری دربارهٔ آن تصمیم می‌گیرد.',
    en: 'A draft changes nothing. It is tried on the needs that wait first, and then somebody else decides about it.',
  },
  reason: { fa: 'چرا', en: 'Why' },
  reasonHint: { fa: 'برای کسی که تصمیم می‌گیرد؛ بی نام هیچ‌کس.', en: 'For whoever decides; without anybody’s name.' },
  save: { fa: 'ذخیرهٔ پیش‌نویس', en: 'Save the draft' },
  saved: { fa: 'پیش‌نویس ذخیره شد.', en: 'The draft is saved.' },
  discard: { fa: 'کنار گذاشتن پیش‌نویس', en: 'Give the draft up' },
  discarded: { fa: 'پیش‌نویس کنار گذاشته شد.', en: 'The draft was given up.' },
  tryIt: { fa: 'آزمایش روی نیازهای در انتظار', en: 'Try it on what waits' },
  tryAgain: { fa: 'آزمایش دوباره', en: 'Try it again' },
  saveFirst: { fa: 'نخست تغییرها را ذخیره کنید.', en: 'Save your changes first.' },
  trying: { fa: 'آزمایش پیش‌نویس', en: 'Trying the draft' },
  tryingNote: {
    fa: 'نیازهای در انتظار دو بار، با وزن‌های کنونی و با پیش‌نویس، تطبیق داده می‌شوند. چیزی پیشنهاد نمی‌شود.',
    en: 'What waits is matched twice, by the weights in force and by the draft. Nothing is proposed.',
  },
  trialFailed: { fa: 'آزمایش ناتمام ماند؛ دوباره آزمایش کنید.', en: 'The trial was left unfinished; try it again.' },
  propose: { fa: 'ارسال برای تصمیم', en: 'Put it to a second person' },
  proposeNote: {
    fa: 'مدیر سامانه این پیش‌نویس و نتیجهٔ آزمایش را می‌بیند و تصمیم می‌گیرد؛ هیچ‌کس دربارهٔ پیش‌نویس خودش.',
    en: 'An administrator sees the draft and what the trial came to, and decides; nobody about a draft of their own.',
  },
  proposed: { fa: 'برای تصمیم فرستاده شد.', en: 'It waits for a decision now.' },
  waitsSince: (p: { when: string }) => ({
    fa: `از ${p.when} در انتظار تصمیم مدیر سامانه است. با ویرایش، از دست تصمیم‌گیرنده بیرون می‌آید.`,
    en: `Waits for an administrator’s decision since ${p.when}. Changing it takes it back.`,
  }),
  whyNotSame: { fa: 'با آنچه اکنون به کار می‌رود یکی است.', en: 'It is the same as what is in force.' },
  whyNotUntried: { fa: 'نخست همین پیش‌نویس را آزمایش کنید.', en: 'Try this very draft first.' },
  refused: (p: { when: string; reason: string }) => ({
    fa: `پیش‌نویس پیشین در ${p.when} پذیرفته نشد: «${p.reason}»`,
    en: `The last draft was refused on ${p.when}: “${p.reason}”`,
  }),

  compared: { fa: 'همین نیازها، دو بار', en: 'The same needs, twice' },
  differ: (p: { count: number; needs: number }, f) => ({
    fa: p.count === 0 ? 'برای همهٔ نیازها همان همیاران پیشنهاد می‌شدند.' : `برای ${f.number(p.count)} نیاز از ${f.number(p.needs)} همیار دیگری پیشنهاد می‌شد.`,
    en: p.count === 0 ? 'The same volunteers would be proposed for every need.' : `For ${f.number(p.count)} of ${f.number(p.needs)} needs somebody else would be proposed.`,
  }),
  differFew: { fa: 'برای شمار کمی از نیازها همیار دیگری پیشنهاد می‌شد.', en: 'For a few needs somebody else would be proposed.' },
  measure: { fa: 'سنجه', en: 'Measure' },
  met: { fa: 'نیاز با همیار', en: 'Needs met' },
  left: { fa: 'نیاز بی‌همیار', en: 'Needs without anybody' },
  leftFor: (p: { reason: string }) => ({ fa: `بی‌همیار برای: ${p.reason}`, en: `Without, for: ${p.reason}` }),
  travel: { fa: 'راه همهٔ همیاران، کیلومتر', en: 'Travel of all volunteers, km' },
  waited: { fa: 'روز انتظار بی‌همیاران', en: 'Days waited by the rest' },
  idle: { fa: 'همیار بی‌نوبت', en: 'Volunteers without a task' },
  most: { fa: 'بیشترین نوبت یک همیار', en: 'Most tasks of one volunteer' },
  tooFew: { fa: 'کمتر از ۵', en: 'under 5' },
  trialNone: { fa: 'در منطقهٔ شما نیازی در انتظار نبود؛ چیزی برای سنجیدن نیست.', en: 'Nothing was waiting in your area; there is nothing to compare.' },
  untold: { fa: 'شمارهای این آزمایش کمتر از آن است که بیرون از دفتر رابط گفته شود.', en: 'The counts of this trial are too small to be told beyond the desk.' },
  loads: { fa: 'بار همیاران، اگر همه پذیرفته شوند', en: 'Load of volunteers, if all are accepted' },

  decide: { fa: 'پیش‌نویس‌هایی که منتظر تصمیم شما هستند', en: 'Drafts that wait for your decision' },
  decideNone: { fa: 'پیش‌نویسی در انتظار تصمیم نیست', en: 'No draft waits for a decision' },
  decideNoneText: { fa: 'دفتر رابطی که وزن‌های دیگری را آزموده باشد، آن را این‌جا می‌فرستد.', en: 'A liaison desk that has tried other weights puts them here.' },
  of: (p: { area: string; when: string }) => ({ fa: `دفتر رابط ${p.area}، ${p.when}`, en: `Liaison desk of ${p.area}, ${p.when}` }),
  enforce: { fa: 'از این پس به کار رود', en: 'Put in force' },
  enforced: (p: { version: number }, f) => ({ fa: `از این پس نگارش ${f.number(p.version)} به کار می‌رود.`, en: `Version ${f.number(p.version)} is in force from now on.` }),
  enforceNote: {
    fa: 'اجراهای بعدی در همهٔ کشور با این وزن‌ها است؛ اجرایی که در جریان است با وزن‌های خودش به پایان می‌رسد.',
    en: 'Every later run, in the whole country, goes by these; a run under way ends by those it began with.',
  },
  refuse: { fa: 'نپذیرفتن', en: 'Refuse' },
  refuseDone: { fa: 'پذیرفته نشد؛ دفتر رابط دلیل را می‌بیند.', en: 'Refused; the desk reads the reason.' },
  refuseWhy: { fa: 'دلیل، برای دفتر رابط', en: 'The reason, for the desk' },
  refuseSure: { fa: 'دلیل را بفرست و نپذیر', en: 'Refuse with this reason' },
  ownDraft: { fa: 'در نوشتن آن دست داشته‌اید؛ همکار دیگری تصمیم می‌گیرد.', en: 'You had a hand in it; a colleague decides.' },
})
