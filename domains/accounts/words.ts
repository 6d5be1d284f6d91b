import { defineWords, type Language } from '#platform/words/index.ts'

/** Neutral, and first on the screen of a locked phone. Latin digits: phones offer them for filling in. */
export const oneTimeCodeText = (code: string, language: Language): string =>
  language === 'fa'
    ? `${code}\nرمز یک‌بارمصرف شما؛ ده دقیقه اعتبار دارد. آن را به هیچ‌کس نگویید.`
    : `${code}\nYour one-time code, good for ten minutes. Tell it to nobody.`

export const recoveryAskedText = (language: Language): string =>
  language === 'fa'
    ? 'کسی خواسته است راه ورود شما عوض شود. اگر شما نبوده‌اید، همین امروز یک بار وارد شوید؛ درخواست خودبه‌خود لغو می‌شود.'
    : 'Somebody asked to change the way you sign in. If it was not you, sign in once today and the request is cancelled.'

export const words = defineWords({
  // signing in
  signIn: { fa: 'ورود', en: 'Sign in' },
  signInStaff: { fa: 'ورود کارکنان', en: 'Staff sign-in' },
  signInVolunteer: { fa: 'ورود همیاران', en: 'Volunteer sign-in' },
  contact: { fa: 'شمارهٔ همراه یا رایانامه', en: 'Mobile number or e-mail' },
  contactHint: { fa: 'همان که هنگام معرفی داده‌اید', en: 'The one you gave when you joined' },
  sendCode: { fa: 'رمز را بفرست', en: 'Send the code' },
  codeSent: (p: { contact: string }) => ({
    fa: `اگر ${p.contact} نزد ما شناخته باشد، رمزی شش‌رقمی به آن رسیده است.`,
    en: `If ${p.contact} is known to us, a six-digit code has been sent to it.`,
  }),
  code: { fa: 'رمز یک‌بارمصرف', en: 'One-time code' },
  codeHint: { fa: 'شش رقم؛ ده دقیقه اعتبار دارد', en: 'Six digits, good for ten minutes' },
  next: { fa: 'ادامه', en: 'Continue' },
  otherContact: { fa: 'شمارهٔ دیگر', en: 'Another number' },
  again: { fa: 'رمز تازه بفرست', en: 'Send a new code' },
  second: { fa: 'گام دوم', en: 'Second step' },
  authenticatorCode: { fa: 'رمز برنامهٔ رمزساز', en: 'Code of your authenticator' },
  authenticatorHint: { fa: 'شش رقمی که اکنون در برنامه می‌بینید', en: 'The six digits that it shows now' },
  useRecoveryCode: { fa: 'با رمز بازیابی وارد می‌شوم', en: 'Use a recovery code' },
  useAuthenticator: { fa: 'با برنامهٔ رمزساز وارد می‌شوم', en: 'Use the authenticator' },
  recoveryCode: { fa: 'رمز بازیابی', en: 'Recovery code' },
  recoveryCodeHint: { fa: 'یکی از هشت رمزی که هنگام راه‌اندازی نوشتید', en: 'One of the eight that you wrote down' },
  setUp: { fa: 'راه‌اندازی گام دوم', en: 'Set up the second step' },
  setUpWhy: {
    fa: 'کارکنان جز شمارهٔ همراه به برنامهٔ رمزساز نیاز دارند (هر برنامهٔ TOTP مانند Aegis یا FreeOTP)؛ پس کسی که گوشی یا سیم‌کارت شما را بردارد، به پروندهٔ مردم نمی‌رسد.',
    en: 'Staff need an authenticator besides the telephone (any TOTP application, such as Aegis or FreeOTP), so that nobody who takes your phone or SIM card reaches people’s files.',
  },
  setUpScan: { fa: 'این تصویر را با برنامهٔ رمزساز گوشی بخوانید:', en: 'Read this picture with the authenticator on your phone:' },
  setUpPicture: {
    fa: 'کلید رمزساز به‌صورت تصویر؛ همین کلید پایین‌تر با حروف آمده است',
    en: 'The authenticator’s key as a picture; the same key stands below in letters',
  },
  setUpAdd: { fa: 'یا این کلید را در برنامه وارد کنید:', en: 'Or enter this key in the application:' },
  keyCopied: { fa: 'کلید رونوشت شد', en: 'The key is copied' },
  keyChosen: { fa: 'کلید انتخاب شد؛ آن را رونوشت کنید', en: 'The key is selected; copy it' },
  setUpOpen: { fa: 'بازکردن در برنامهٔ همین گوشی', en: 'Open in the application on this device' },
  copyKey: { fa: 'رونوشت کلید', en: 'Copy the key' },
  setUpConfirm: { fa: 'سپس شش رقمی را که نشان می‌دهد بنویسید', en: 'Then type the six digits that it shows' },
  recoveryCodes: { fa: 'رمزهای بازیابی', en: 'Recovery codes' },
  recoveryCodesWhy: {
    fa: 'این هشت رمز را روی کاغذ بنویسید و جای امنی بگذارید. اگر گوشی‌تان گم شد، هر کدام یک بار شما را وارد می‌کند. دیگر نشان داده نمی‌شوند.',
    en: 'Write these eight codes on paper and keep them safe. If your phone is lost, each lets you in once. They are not shown again.',
  },
  written: { fa: 'نوشتم', en: 'I have written them down' },
  lost: { fa: 'گوشی‌ام گم یا عوض شده است', en: 'My phone is lost or changed' },
  chooseAppointment: { fa: 'با کدام سمت کار می‌کنید؟', en: 'Which appointment will you use?' },
  chooseAppointmentHint: { fa: 'هر بار تنها یک سمت فعال است؛ بعداً می‌توانید عوضش کنید.', en: 'Only one is in use at a time; you can change it later.' },
  noAppointment: { fa: 'سمتی ندارید', en: 'No appointment' },
  noAppointmentDetail: {
    fa: 'حساب شما هست، ولی اکنون سمتی ندارد. مدیر سامانه می‌تواند سمتی بدهد.',
    en: 'Your account is there but holds no appointment now. An administrator can give you one.',
  },
  // a way back
  recovery: { fa: 'بازگرداندن راه ورود', en: 'Get back in' },
  recoveryHow: {
    fa: 'دو نفر از مسئولان شما (برای همیار: هماهنگ‌کنندهٔ گروه) شما را حضوری می‌شناسند و تأیید می‌کنند. دست‌کم ۲۴ ساعت طول می‌کشد. سپس راه‌های پیشین و همهٔ نشست‌ها بسته می‌شود و با شمارهٔ تازه وارد می‌شوید.',
    en: 'Two of your superiors (for a volunteer, the coordinator of the group) see you in person and confirm. It takes at least 24 hours. Then your old ways in and all sessions are closed and you sign in with the new number.',
  },
  oldContact: { fa: 'شماره یا رایانامه‌ای که تاکنون داشتید', en: 'The number or e-mail you had until now' },
  newContact: { fa: 'شماره یا رایانامهٔ تازه', en: 'The new number or e-mail' },
  askRecovery: { fa: 'درخواست را بفرست', en: 'Send the request' },
  recoveryAsked: { fa: 'درخواست رسید', en: 'We have your request' },
  recoveryAskedDetail: {
    fa: 'اگر این حساب نزد ما باشد، مسئولان شما درخواست را می‌بینند. با کارت شناسایی نزد آنان بروید.',
    en: 'If this account is known to us, your superiors see the request. Go to them with your identity card.',
  },
  // demonstration
  demonstration: { fa: 'نگاهی به سامانه', en: 'Look around' },
  demonstrationWhy: {
    fa: 'همه‌چیز این‌جا ساختگی است. با هر یک از این سمت‌ها بی رمز وارد شوید:',
    en: 'Everything here is synthetic. Enter as any of these without a code:',
  },
  inUnit: (p: { unit: string }) => ({ fa: `، ${p.unit}`, en: `, ${p.unit}` }),
  asPerson: { fa: 'یا به جای کسی که کمک خواسته است', en: 'Or as somebody who asked for help' },
  asPersonHow: {
    fa: 'چنین کسی حسابی ندارد؛ با کد پیگیری و واژهٔ رمز پروندهٔ خود را می‌بیند.',
    en: 'They have no account: a tracking code and a secret word open their file.',
  },
  toFollow: { fa: 'به صفحهٔ پیگیری', en: 'To the page for following' },
  'person-approval': { fa: 'همیاری پیدا شده است و منتظر «بله»ی این فرد است', en: 'A volunteer was found; this person is asked for a yes' },
  'person-confirm': { fa: 'دیدار انجام شده است و تأیید این فرد مانده است', en: 'The visit is over; this person is asked how it went' },
  secretWord: { fa: 'واژهٔ رمز:', en: 'Secret word:' },
  outboxLink: { fa: 'پیام‌های فرستاده‌نشده', en: 'Messages not sent' },
  'can-clerk': { fa: 'درخواست‌های تازه را می‌خواند و پرونده باز می‌کند', en: 'reads new requests and opens cases' },
  'can-case-worker': { fa: 'پرونده و نیازها را پیش می‌برد، رضایت می‌گیرد', en: 'works on cases and needs, records consent' },
  'can-supervisor': { fa: 'کار مرکز را می‌بیند و بازبینی می‌کند', en: 'sees and reviews the work of the centre' },
  'can-liaison': { fa: 'نیازها را با همیاران جور می‌کند', en: 'matches needs with volunteers' },
  'can-coordinator': { fa: 'پیشنهادها را برای گروه خود می‌پذیرد', en: 'accepts offers for the group' },
  'can-volunteer': { fa: 'نوبت همیاری را می‌پذیرد و گزارش می‌دهد', en: 'takes a visit and reports on it' },
  'can-director': { fa: 'شمارهای حوزهٔ خود را می‌بیند', en: 'sees the figures of the area' },
  'can-statistician': { fa: 'آمار کشور را می‌سازد؛ نامی نمی‌بیند', en: 'makes the country’s statistics; sees no name' },
  'can-safeguarding-lead': { fa: 'نگرانی دربارهٔ کودکان و سالمندان را پی می‌گیرد', en: 'follows concerns about children and elders' },
  'can-auditor': { fa: 'رد کارها را می‌خواند', en: 'reads the trail of who did what' },
  'can-administrator': { fa: 'سمت می‌دهد و می‌گیرد؛ پرونده‌ای نمی‌بیند', en: 'appoints people; sees no file' },
  'can-person': { fa: 'پروندهٔ خود را می‌بیند', en: 'sees their own file' },
  // sessions
  sessions: { fa: 'جاهایی که وارد شده‌ام', en: 'Where I am signed in' },
  sessionsWhy: {
    fa: 'اگر یکی را نمی‌شناسید، پایانش دهید و به مسئول خود خبر دهید.',
    en: 'If you do not know one of these, end it and tell your supervisor.',
  },
  here: { fa: 'همین‌جا', en: 'Here' },
  unknownDevice: { fa: 'دستگاه ناشناخته', en: 'Unknown device' },
  seenAt: (p: { at: string }) => ({ fa: `آخرین بار ${p.at}`, en: `Last seen ${p.at}` }),
  startedAt: (p: { at: string }) => ({ fa: `از ${p.at}`, en: `Since ${p.at}` }),
  endSession: { fa: 'پایان این نشست', en: 'End this session' },
  signOut: { fa: 'خروج', en: 'Sign out' },
  signedOut: { fa: 'بیرون آمدید', en: 'You are signed out' },
  myAppointments: { fa: 'سمت‌های من', en: 'My appointments' },
  inUse: { fa: 'فعال', en: 'In use' },
  use: { fa: 'با این سمت کار کن', en: 'Use this' },
  // administration
  appointments: { fa: 'سمت‌ها', en: 'Appointments' },
  appointmentsWhy: {
    fa: 'سمت‌های حساس (مدیر سامانه، بازرس، مسئول حفاظت از افراد، سرپرست) با تأیید مدیر دوم برقرار می‌شود.',
    en: 'Sensitive roles (administrator, auditor, safeguarding lead, supervisor) need a second administrator.',
  },
  waiting: { fa: 'در انتظار تأیید', en: 'Waiting for agreement' },
  nothingWaits: { fa: 'چیزی در انتظار نیست.', en: 'Nothing waits.' },
  nothingWaitsDetail: {
    fa: 'پیشنهاد سمت‌های حساس و درخواست بازگرداندن راه ورود این‌جا می‌آید.',
    en: 'Proposals for sensitive roles and requests to get back in appear here.',
  },
  proposalAppointment: (p: { role: string; unit: string }) => ({ fa: `سمت ${p.role}، ${p.unit}`, en: `${p.role}, ${p.unit}` }),
  proposalRecovery: (p: { end: string }, f) => ({
    fa: `شمارهٔ تازه، پایان‌یافته به ${f.digits(p.end)}`,
    en: `New number ending in ${p.end}`,
  }),
  recoveries: { fa: 'بازگرداندن راه ورود همکاران', en: 'Ways back for your people' },
  recoveryCheck: {
    fa: 'تنها وقتی تأیید کنید که خود فرد روبه‌روی شماست و او را می‌شناسید یا کارت شناسایی‌اش را دیده‌اید.',
    en: 'Confirm only with the person in front of you, known to you or with their identity card.',
  },
  agreed: (p: { agreed: number; needed: number }, f) => ({
    fa: `${f.number(p.agreed)} از ${f.number(p.needed)} تأیید`,
    en: `${p.agreed} of ${p.needed} agreed`,
  }),
  proposedAt: (p: { at: string }) => ({ fa: `ثبت درخواست: ${p.at}`, en: `Asked on ${p.at}` }),
  notBefore: (p: { at: string }) => ({ fa: `زودتر از ${p.at} نمی‌شود`, en: `Not before ${p.at}` }),
  agree: { fa: 'تأیید می‌کنم', en: 'I agree' },
  refuse: { fa: 'نه', en: 'No' },
  youAgreed: { fa: 'شما تأیید کرده‌اید؛ نفر دیگری لازم است.', en: 'You agreed; another person is needed.' },
  people: { fa: 'کارکنان', en: 'Staff' },
  search: { fa: 'جست‌وجو با نام', en: 'Search by name' },
  noAuthenticator: { fa: 'گام دوم هنوز راه نیفتاده', en: 'Second step not set up yet' },
  suspended: { fa: 'معلق', en: 'Suspended' },
  suspend: { fa: 'تعلیق', en: 'Suspend' },
  restore: { fa: 'رفع تعلیق', en: 'Restore' },
  endAppointment: { fa: 'پایان سمت', en: 'End appointment' },
  endTitle: (p: { name: string }) => ({ fa: `سمت ${p.name} پایان یابد؟`, en: `End the appointment of ${p.name}?` }),
  endedNow: (p: { name: string }) => ({ fa: `سمت ${p.name} پایان یافت`, en: `The appointment of ${p.name} has ended` }),
  suspendTitle: (p: { name: string }) => ({ fa: `حساب ${p.name} معلق شود؟`, en: `Suspend the account of ${p.name}?` }),
  suspendLead: {
    fa: 'همین حالا از همه‌جا بیرون می‌رود. با برگرداندن حساب، آنچه جابه‌جا شده برنمی‌گردد.',
    en: 'It is signed out everywhere at once. Letting it in again does not bring back what has moved.',
  },
  suspendedNow: (p: { name: string }) => ({ fa: `حساب ${p.name} معلق شد`, en: `The account of ${p.name} is suspended` }),
  stay: { fa: 'انصراف', en: 'Cancel' },
  'leaves-case-worker': {
    fa: 'پرونده‌های بازش به سرپرست مرکز می‌رسد؛ اگر سرپرستی نباشد، میان مددکاران همان مرکز پخش می‌شود.',
    en: 'Open cases go to the centre’s supervisor; where there is none, they are shared among its case workers.',
  },
  'leaves-supervisor': {
    fa: 'پرونده‌هایی که خودش پاسخ‌گوست به سرپرست دیگر یا مددکاران همان مرکز می‌رسد.',
    en: 'Cases that they answer for themselves go to another supervisor or to the centre’s case workers.',
  },
  'leaves-coordinator': {
    fa: 'اگر گروه هماهنگ‌کنندهٔ دیگری نداشته باشد، پیشنهادهای بی‌پاسخش به دفتر رابط برمی‌گردد.',
    en: 'Unless the group has another coordinator, offers that wait for it go back to the liaison unit.',
  },
  'leaves-volunteer': {
    fa: 'دیدارهای پیش رو پس داده می‌شود و دفتر رابط دنبال همیار دیگری می‌گردد.',
    en: 'Visits that lie ahead are given back, and the liaison unit looks for another volunteer.',
  },
  'leaves-nothing': { fa: 'پرونده یا پیشنهادی به نام این سمت نیست.', en: 'No case and no offer is in the name of this appointment.' },
  appoint: { fa: 'دادن سمت', en: 'Appoint' },
  name: { fa: 'نام و نام خانوادگی', en: 'Full name' },
  role: { fa: 'سمت', en: 'Role' },
  unit: { fa: 'واحد', en: 'Unit' },
  unitHint: { fa: 'چند حرف از نام واحد را بنویسید', en: 'Type a few letters of its name' },
  appointed: { fa: 'سمت داده شد', en: 'Appointed' },
  proposed: { fa: 'پیشنهاد شد؛ مدیر دوم باید تأیید کند', en: 'Proposed; a second administrator has to agree' },
  more: { fa: 'بیش از این هست؛ نام را دقیق‌تر بنویسید.', en: 'There are more; type more of the name.' },
  cancel: { fa: 'انصراف', en: 'Cancel' },
})

/** Roles as people read them. */
export const roleWords = defineWords({
  clerk: { fa: 'پذیرش', en: 'Intake' },
  'case-worker': { fa: 'کارشناس پرونده', en: 'Case worker' },
  supervisor: { fa: 'سرپرست', en: 'Supervisor' },
  liaison: { fa: 'دفتر رابط', en: 'Liaison desk' },
  coordinator: { fa: 'هماهنگ‌کننده', en: 'Coordinator' },
  volunteer: { fa: 'همیار', en: 'Volunteer' },
  director: { fa: 'مدیر', en: 'Director' },
  statistician: { fa: 'کارشناس آمار', en: 'Statistician' },
  'safeguarding-lead': { fa: 'مسئول حفاظت از افراد', en: 'Safeguarding lead' },
  auditor: { fa: 'بازرس', en: 'Auditor' },
  administrator: { fa: 'مدیر سامانه', en: 'Administrator' },
  person: { fa: 'درخواست‌کننده', en: 'Person asking' },
})

export const problems = defineWords({
  'sign-in.wrong': {
    fa: 'این رمز درست نیست یا وقتش گذشته است. رمز را دوباره نگاه کنید، یا رمز تازه‌ای بخواهید.',
    en: 'This code is wrong or no longer good. Look at it again, or ask for a new one.',
  },
  'second-step.wrong': {
    fa: 'رمز گام دوم درست نیست. رمزی را که همین حالا در برنامه می‌بینید بنویسید؛ هر رمز فقط یک بار پذیرفته می‌شود.',
    en: 'The second code is not right. Type the one that the application shows now; each is accepted only once.',
  },
  'second-step.missing': {
    fa: 'این سمت به گام دوم نیاز دارد. یک بار خارج شوید و از صفحهٔ ورود کارکنان وارد شوید.',
    en: 'This appointment needs the second step. Sign out and sign in on the staff page.',
  },
  'appointment.yourself': {
    fa: 'دربارهٔ حساب خودتان مدیر دیگری باید این کار را بکند.',
    en: 'Another administrator has to do this for your own account.',
  },
  'appointment.forbidden-pair': {
    fa: 'این دو سمت در یک نفر جمع نمی‌شود، تا کسی همهٔ زنجیره را در دست نداشته باشد. نخست سمت پیشین را پایان دهید.',
    en: 'One person may not hold these two roles, so that nobody holds the whole chain. End the other one first.',
  },
  'appointment.there-already': {
    fa: 'این فرد همین سمت را در همین واحد دارد.',
    en: 'This person already holds this role in this unit.',
  },
  'appointment.unit-unknown': {
    fa: 'این واحد را نمی‌شناسیم. چند حرف از نامش بنویسید و از فهرست برگزینید.',
    en: 'We do not know this unit. Type a few letters of its name and choose it from the list.',
  },
  'appointment.last-administrators': {
    fa: 'دست‌کم دو مدیر سامانه باید بماند. نخست مدیر دیگری برگمارید.',
    en: 'Two administrators have to remain. Appoint another one first.',
  },
  'proposal.too-early': {
    fa: 'هنوز زود است: صاحب حساب باید فرصت اعتراض داشته باشد. پس از زمان نوشته‌شده دوباره بیایید.',
    en: 'It is too early: the owner must have time to object. Come back after the time shown.',
  },
  'proposal.already-agreed': {
    fa: 'شما تأیید کرده‌اید؛ اکنون نوبت نفر دیگری است.',
    en: 'You have agreed already; now somebody else has to.',
  },
  'recovery.contact-taken': {
    fa: 'شماره یا رایانامهٔ تازه از آنِ حساب دیگری است. درخواست را رد کنید تا با شمارهٔ دیگری فرستاده شود.',
    en: 'The new contact belongs to another account. Refuse the request so that it can be made with another one.',
  },
})
