import { defineWords } from '#platform/words/index.ts'

/** What the matching did by night, or when the desk asked for it. */
export const nightlyWords = defineWords({
  tab: { fa: 'اجرای شبانه', en: 'Nightly run' },
  titleNone: { fa: 'هنوز اجرایی در این منطقه نبوده است', en: 'There has been no run in this area yet' },
  titlePlanned: { fa: 'جست‌وجوی همیار به‌زودی آغاز می‌شود', en: 'The search for volunteers is about to begin' },
  titleRunning: (p: { done: number; of: number }, f) => ({
    fa: `جست‌وجوی همیار در جریان است: ${f.number(p.done)} شهرستان از ${f.number(p.of)}`,
    en: `Looking for volunteers: ${f.number(p.done)} of ${f.plural(p.of, { one: '1 county', other: `${f.number(p.of)} counties` })}`,
  }),
  titleDone: (p: { matched: number; needs: number }, f) => ({
    fa: `برای ${f.number(p.matched)} نیاز از ${f.number(p.needs)} همیار پیدا شد`,
    en: `A volunteer was found for ${f.number(p.matched)} of ${f.plural(p.needs, { one: '1 need', other: `${f.number(p.needs)} needs` })}`,
  }),
  titleNothing: { fa: 'در منطقهٔ شما نیازی در انتظار نبود', en: 'Nothing was waiting in your area' },
  titleCancelled: (p: { done: number; of: number }, f) => ({
    fa: `این اجرا پس از ${f.number(p.done)} شهرستان از ${f.number(p.of)} متوقف شد`,
    en: `This run was stopped after ${f.number(p.done)} of ${f.plural(p.of, { one: '1 county', other: `${f.number(p.of)} counties` })}`,
  }),
  titleFailed: (p: { failed: number; of: number }, f) => ({
    fa: `کار ${f.number(p.failed)} شهرستان از ${f.number(p.of)} ناتمام ماند`,
    en: `${f.number(p.failed)} of ${f.plural(p.of, { one: '1 county', other: `${f.number(p.of)} counties` })} could not be finished`,
  }),
  titleLost: { fa: 'این اجرا نیمه‌کاره ماند', en: 'This run was left unfinished' },
  failedText: {
    fa: 'پیشنهادهای پیشین همان شهرستان‌ها سر جایشان است و بقیه تازه شده‌اند. خطا برای پشتیبانی فنی ثبت شده است؛ می‌توانید دوباره اجرا کنید.',
    en: 'There the earlier proposals stand as they were; all others are new. The error is logged for technical support; you can run it again.',
  },
  lostText: {
    fa: 'سامانه در میان کار از ادامه بازماند. آنچه تا آن هنگام پیشنهاد شده معتبر است؛ می‌توانید دوباره اجرا کنید.',
    en: 'The system did not go on with it. What was proposed until then holds; you can run it again.',
  },
  cancelledText: {
    fa: 'پیشنهادهای شهرستان‌هایی که به پایان رسیده بودند می‌ماند؛ در بقیه چیزی عوض نشده است.',
    en: 'Proposals of the counties that were finished stay; nothing changed in the others.',
  },
  byHours: { fa: 'با ساعت‌های همیاران', en: 'By volunteers’ hours' },
  byHoursHint: {
    fa: 'به‌جای شمار نوبت‌ها، درازای هر دیدار در ساعت‌هایی که همیار در هفته داده جا داده می‌شود.',
    en: 'Instead of counting tasks, each visit’s length is fitted into the hours that a volunteer gave for the week.',
  },
  formHours: { fa: 'این اجرا با ساعت‌های همیاران بود، نه با شمار نوبت‌ها.', en: 'This run went by volunteers’ hours, not by tasks.' },
  hoursText: (p: { gap: number }, f) => ({
    fa: `چیدن دیدارهای کوتاه و بلند در ساعت‌های همه، در چنین زمانی بی‌نقص نمی‌شود. بررسی جداگانه‌ای حساب کرده که بهترین چینش، هر چه باشد، حداکثر ${f.percent(p.gap, { decimals: 2 })} ارزان‌تر است.`,
    en: `Short and long visits cannot be fitted into everybody’s hours perfectly in such a time. A separate check has reckoned that the best plan, whatever it is, costs at most ${f.percent(p.gap, { decimals: 2 })} less.`,
  }),
  leftHours: { fa: 'کسی هست، ولی ساعت‌های هفته‌اش پر است', en: 'Somebody fits, and their hours of the week are taken' },
  runNow: { fa: 'همین حالا اجرا شود', en: 'Run now' },
  runNowBlocked: { fa: 'اجرایی در همین منطقه در جریان است.', en: 'A run is under way in this area.' },
  started: { fa: 'اجرا آغاز می‌شود. می‌توانید صفحه را ببندید.', en: 'The run begins. You may close the page.' },
  stopped: { fa: 'اجرا متوقف شد.', en: 'The run was stopped.' },
  next: (p: { when: string }) => ({ fa: `اجرای بعدی: ${p.when}.`, en: `The next run: ${p.when}.` }),
  nothingSent: {
    fa: 'چیزی برای کسی فرستاده نمی‌شود؛ پیشنهادها منتظر تصمیم دفتر رابط می‌مانند.',
    en: 'Nothing is sent to anybody; proposals wait for the liaison desk to decide.',
  },
  emptyTitle: { fa: 'نتیجهٔ هر شب این‌جا می‌آید', en: 'What each night brings stands here' },
  emptyText: {
    fa: 'هر شب برای همهٔ نیازها یک‌جا همیار جست‌وجو می‌شود و صبح نتیجه را این‌جا می‌بینید.',
    en: 'Every night volunteers are looked for, for all needs at once; in the morning you see here what came of it.',
  },
  progress: (p: { area: string }) => ({ fa: `پیشرفت در ${p.area}`, en: `Progress in ${p.area}` }),
  progressNote: {
    fa: 'شهرستان به شهرستان پیش می‌رود. با بستن صفحه ادامه می‌یابد؛ توقف، پس از شهرستانی است که در دست است.',
    en: 'It goes county by county, and on when the page is closed. A stop comes after the county in hand.',
  },
  progressNotYours: {
    fa: 'شهرستان به شهرستان پیش می‌رود و با بستن صفحه ادامه می‌یابد. توقفش با دفتر رابطی است که همهٔ این منطقه با اوست.',
    en: 'It goes county by county, and on when the page is closed. Only the desk that answers for the whole area can stop it.',
  },

  ready: { fa: 'پیشنهادهای آمادهٔ ارسال', en: 'Proposals ready to be offered' },
  readyHint: {
    fa: 'هر کدام را در «نیاز و ظرفیت» ببینید و سپس علامت بزنید؛ بی‌نام به گروه همیار پیشنهاد می‌شود.',
    en: 'Look at each under “Needs and capacity”, then tick it; it is offered, nameless, to the volunteer’s group.',
  },
  readyLine: (p: { kind: string; area: string; when: string }) => ({ fa: `${p.kind}، ${p.area}، ${p.when}`, en: `${p.kind}, ${p.area}, ${p.when}` }),
  readyWho: (p: { who: string; unit: string; until: string }) => ({
    fa: `${p.who}، از ${p.unit}. اعتبار پیشنهاد تا ${p.until}`,
    en: `${p.who}, of ${p.unit}. Holds until ${p.until}`,
  }),
  tickFirst: { fa: 'نخست دست‌کم یک پیشنهاد را علامت بزنید.', en: 'Tick at least one proposal first.' },
  send: (p: { count: number }, f) => ({
    fa: p.count === 0 ? 'پیشنهاد به گروه‌ها' : `پیشنهاد ${f.number(p.count)} مورد به گروه‌ها`,
    en: p.count === 0 ? 'Offer to the groups' : `Offer ${f.number(p.count)} to the groups`,
  }),
  sent: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} پیشنهاد برای گروه‌ها فرستاده شد.`,
    en: f.plural(p.count, { one: '1 offer went to its group.', other: `${f.number(p.count)} offers went to their groups.` }),
  }),
  notSent: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} مورد فرستاده نشد و سر جایش ماند.`,
    en: f.plural(p.count, { one: '1 was not sent and stays as it is.', other: `${f.number(p.count)} were not sent and stay as they are.` }),
  }),
  sentJustNow: (p: { count: number; until: string }, f) => ({
    fa: `${f.number(p.count)} پیشنهاد در دست گروه‌ها است. تا ساعت ${p.until}، اگر هنوز کسی ندیده باشد، می‌توانید بازگردانید.`,
    en: f.plural(p.count, {
      one: `1 offer is with its group. Until ${p.until} you can take it back, as long as nobody has seen it.`,
      other: `${f.number(p.count)} offers are with their groups. Until ${p.until} you can take them back, as long as nobody has seen them.`,
    }),
  }),
  takeBack: { fa: 'بازگرداندن', en: 'Take back' },
  takenBack: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} پیشنهاد بازگردانده شد و دوباره منتظر تصمیم شما است.`,
    en: f.plural(p.count, { one: '1 offer was taken back and waits for you again.', other: `${f.number(p.count)} offers were taken back and wait for you again.` }),
  }),
  stayed: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} پیشنهاد در دست گروه ماند:`,
    en: f.plural(p.count, { one: '1 offer stays with its group:', other: `${f.number(p.count)} offers stay with their groups:` }),
  }),
  lookingNow: { fa: 'این نیاز پس از آخرین اجرا رسیده است؛ همین حالا برایش همیار جست‌وجو می‌شود…', en: 'This came in since the last run; a volunteer is being looked for now…' },
  moved: (p: { count: number }, f) => ({
    fa: `برای ${f.number(p.count)} نیاز دیگر هم همیار دیگری پیشنهاد شد، تا روی هم بهتر باشد.`,
    en: f.plural(p.count, { one: 'For 1 other need somebody else is proposed now, so that both together are better off.', other: `For ${f.number(p.count)} other needs somebody else is proposed now, so that all together are better off.` }),
  }),
  changedMeanwhile: { fa: 'در این میان تغییر کرده است؛ صفحه را تازه کنید.', en: 'It changed meanwhile; reload the page.' },

  runs: { fa: 'اجراها', en: 'Runs' },
  night: { fa: 'شبانه', en: 'by night' },
  hand: { fa: 'به خواست دفتر رابط', en: 'at a desk’s request' },
  trial: { fa: 'آزمایش وزن‌ها', en: 'a trial of weights' },
  planned: { fa: 'در صف', en: 'queued' },
  running: { fa: 'در جریان', en: 'under way' },
  done: { fa: 'پایان یافت', en: 'done' },
  cancelled: { fa: 'متوقف شد', en: 'stopped' },
  failed: { fa: 'ناتمام ماند', en: 'unfinished' },

  without: { fa: 'چرا بقیه بی‌همیار ماندند', en: 'Why the others have nobody' },
  withoutNone: { fa: 'هیچ نیازی بی‌همیار نماند.', en: 'No need was left without a volunteer.' },
  reason: { fa: 'شرطی که برآورده نشد', en: 'Requirement that nobody met' },
  needs: { fa: 'نیاز', en: 'Needs' },
  share: { fa: 'سهم', en: 'Share' },
  'reason-availability': { fa: 'ساعت دیدار', en: 'Time of the visit' },
  'reason-travel': { fa: 'فاصله', en: 'Distance' },
  'reason-level': { fa: 'سطح مهارت', en: 'Level of the skill' },
  'reason-skill': { fa: 'مهارت', en: 'Skill' },
  'reason-language': { fa: 'زبان', en: 'Language' },
  'reason-capacity': { fa: 'ظرفیت همیاران پر است', en: 'Volunteers have no task left' },
  'reason-vetting': { fa: 'بررسی ایمنی', en: 'Vetting' },
  'reason-same-sex': { fa: 'هم‌جنس بودن', en: 'Same sex' },
  'reason-hours': { fa: 'ساعت‌های همیاران پر است', en: 'Volunteers’ hours are taken' },
  'reason-several': { fa: 'چند شرط با هم', en: 'Several at once' },
  'reason-second': { fa: 'همراه دوم پیدا نشد', en: 'No second volunteer' },
  'reason-nobody': { fa: 'کسی در این نزدیکی نیست', en: 'Nobody near at all' },
  'reason-other': { fa: 'دلیل‌های کم‌شمار، روی هم', en: 'Rare reasons, together' },
  leftOver: (p: { needs: number }, f) => ({
    fa: `${f.number(p.needs)} نیاز دیگر به اجرای بعدی ماند.`,
    en: f.plural(p.needs, { one: '1 more need was left for the next run.', other: `${f.number(p.needs)} more needs were left for the next run.` }),
  }),

  changes: { fa: 'نسبت به پیشنهادهای پیشین', en: 'Against the proposals before' },
  newly: { fa: 'تازه همیار پیدا کردند', en: 'Newly found' },
  changed: { fa: 'همیار دیگری پیشنهاد شد', en: 'Somebody else proposed' },
  dropped: { fa: 'دیگر همیاری ندارند', en: 'No longer anybody' },
  same: { fa: 'همان همیار پیشنهاد شد', en: 'The same proposed' },
  tooFew: { fa: 'کمتر از ۵؛ گفته نمی‌شود', en: 'under 5; not told' },

  compared: { fa: 'اگر ساده‌تر انتخاب می‌شد', en: 'Had the choice been simpler' },
  comparedText: {
    fa: 'همان نیازها و همان همیاران، ولی به ترتیب اولویت و هر بار نزدیک‌ترین نفر.',
    en: 'The same needs and volunteers, by order of priority and each with the nearest.',
  },
  measure: { fa: 'سنجه', en: 'Measure' },
  ours: { fa: 'این اجرا', en: 'This run' },
  greedy: { fa: 'ساده‌تر', en: 'Simpler' },
  met: { fa: 'نیاز با همیار', en: 'Needs met' },
  waited: { fa: 'روز انتظار بی‌همیاران', en: 'Days waited by the rest' },

  travel: { fa: 'راه همهٔ همیاران، کیلومتر', en: 'Travel of all volunteers, km' },

  loads: { fa: 'بار همیاران، پیش و پس از این پیشنهادها', en: 'Load of volunteers, before and after these proposals' },
  before: { fa: 'پیش', en: 'Before' },
  after: { fa: 'پس، اگر همه پذیرفته شوند', en: 'After, if all are accepted' },
  loadSays: (p: { idle: number; most: number }, f) => ({
    fa: `${f.number(p.idle)} نفر نوبتی ندارند؛ بیشترین ${f.number(p.most)} نوبت است.`,
    en: `${f.plural(p.idle, { one: '1 person has', other: `${f.number(p.idle)} people have` })} no task; the most is ${f.number(p.most)}.`,
  }),
  axis: { fa: 'شمار همیاران، بر پایهٔ نوبت‌هایی که دارند', en: 'Volunteers by the number of tasks they have' },
  carried: { fa: 'نوبت', en: 'Tasks' },
  table: { fa: 'همین در جدول', en: 'The same as a table' },

  certificate: { fa: 'گواهی', en: 'Certificate' },
  proven: { fa: 'بهترین پاسخ ممکن، اثبات‌شده.', en: 'The best answer there is, proven.' },
  near: { fa: 'نزدیک به بهترین پاسخ ممکن.', en: 'Close to the best answer there is.' },
  provenText: {
    fa: 'بررسی جداگانه‌ای، بی‌خبر از شیوهٔ جست‌وجو، حساب کرده که با همین نیازها، همیاران و وزن‌ها هیچ چینشی ارزان‌تر از این نمی‌شود.',
    en: 'A separate check, which knows nothing of the search, has reckoned that with these needs, volunteers and weights no choice can cost less.',
  },
  nearText: (p: { gap: number }, f) => ({
    fa: `بررسی جداگانه‌ای حساب کرده که بهترین پاسخ، هر چه باشد، حداکثر ${f.percent(p.gap, { decimals: 2 })} ارزان‌تر است. نیازهای دونفره یکی‌یکی چیده می‌شوند.`,
    en: `A separate check has reckoned that the best answer, whatever it is, costs at most ${f.percent(p.gap, { decimals: 2 })} less. Needs of two volunteers are settled one by one.`,
  }),
  bound: (p: { primal: number; dual: number; gap: number }, f) => ({
    fa: `هزینهٔ این چینش ${f.number(p.primal)}، کمترین هزینهٔ ممکن ${f.number(p.dual)}، فاصله ${f.percent(p.gap, { decimals: 2 })}.`,
    en: `This choice costs ${f.number(p.primal)}, the least possible is ${f.number(p.dual)}, the gap ${f.percent(p.gap, { decimals: 2 })}.`,
  }),
  costText: {
    fa: 'هزینه جمعِ راه، انتظار، اولویت، آشنایی و بار است، با وزن‌های پایین همین صفحه؛ پول نیست. انتظار و اولویت از آن کم می‌کنند، پس شاید زیر صفر باشد.',
    en: 'The cost adds up travel, waiting, priority, familiarity and load, by the weights further down; it is not money. Waiting and priority take off it, so it may be below nothing.',
  },

  left: { fa: 'نیازهای بی‌همیار، یکی‌یکی', en: 'Needs without anybody, one by one' },
  leftHint: {
    fa: 'برای هر کدام، کوچک‌ترین گروه شرط‌هایی که اگر آسان‌تر گرفته شوند کسی پیدا می‌شود.',
    en: 'For each, the smallest set of requirements that would have to give way for somebody to be found.',
  },
  leftNeed: { fa: 'نیاز', en: 'Need' },
  leftWhen: { fa: 'زمان', en: 'When' },
  leftRelax: { fa: 'چه باید آسان‌تر شود', en: 'What would have to give way' },
  leftGives: { fa: 'نفر در دسترس', en: 'Would bring' },
  leftNobody: { fa: 'کسی در این نزدیکی نیست', en: 'Nobody near at all' },
  leftSecond: (p: { what: string }) => ({ fa: `همراه دوم: ${p.what}`, en: `The second of two: ${p.what}` }),
  leftSecondNobody: { fa: 'همراه دومی در این نزدیکی نیست', en: 'Nobody near who could come along' },
  leftDear: { fa: 'کسی هست، ولی گران‌تر از بی‌همیار ماندن', en: 'Somebody fits, and costs more than leaving it' },
  leftMore: (p: { count: number }, f) => ({ fa: `و ${f.number(p.count)} نیاز دیگر.`, en: f.plural(p.count, { one: 'and 1 more.', other: `and ${f.number(p.count)} more.` }) }),

  weights: { fa: 'چه چیز چقدر به حساب آمد', en: 'What counted how much' },
  weightsUnit: (p: { version: number }, f) => ({
    fa: `هر واحد برابر ۱۰۰ متر راه است. نگارش ${f.number(p.version)}.`,
    en: `A unit is worth 100 metres of travel. Version ${f.number(p.version)}.`,
  }),
  wTravel: { fa: 'هر کیلومتر راه', en: 'Each kilometre of travel' },
  wWaiting: (p: { days: number }, f) => ({
    fa: `هر روز انتظار، تا ${f.number(p.days)} روز`,
    en: `Each day of waiting, up to ${f.number(p.days)}`,
  }),
  wPriority: { fa: 'هر پلهٔ اولویت', en: 'Each step of priority' },
  wNewFace: { fa: 'همیار ناآشنا، جایی که آشنا هست', en: 'Somebody new where somebody helped before' },
  wSex: { fa: 'هم‌جنس نبودن، جایی که ترجیح بوده', en: 'Not of the same sex, where preferred' },
  wLoad: { fa: 'نوبت دوم همان همیار؛ نوبت‌های بعد تندتر بالا می‌رود', en: 'A volunteer’s second task; later ones rise faster' },
  wUnmatched: { fa: 'بی‌همیار ماندن یک نیاز', en: 'Leaving a need without anybody' },

  whole: (p: { area: string }) => ({ fa: `سراسر ${p.area}`, en: `All of ${p.area}` }),
  wholeSays: (p: { matched: number; needs: number }, f) => ({
    fa: `برای ${f.number(p.matched)} نیاز از ${f.number(p.needs)} همیار پیدا شد.`,
    en: `A volunteer was found for ${f.number(p.matched)} of ${f.number(p.needs)} needs.`,
  }),
  wholeNone: {
    fa: 'شمارهای این منطقه کمتر از آن است که بیرون از هر شهرستان گفته شود.',
    en: 'The counts of this area are too small to be told beyond each county.',
  },
  wholeLater: { fa: 'شمارهای سراسری پس از پایان اجرا می‌آید.', en: 'The counts of the whole come when the run has ended.' },
})
