import { defineWords } from '#platform/words/index.ts'

/** The administrator's page of groups of the network: closing one, and finding a group for whoever still has none. */
export const groupWords = defineWords({
  tab: { fa: 'گروه‌ها', en: 'Groups' },
  title: { fa: 'بستن گروه، بی آنکه کسی جا بماند', en: 'Closing a group, with nobody left behind' },
  why: {
    fa: 'گروه شبکه را این‌جا می‌بندید. پیش از بستن می‌بینید چه چیزی و برای چند نفر عوض می‌شود؛ نام هیچ همیار یا پرونده‌ای این‌جا نیست.',
    en: 'Groups of the network are closed here. You see beforehand what changes, and for how many; no volunteer and no case is named here.',
  },
  waiting: { fa: 'هنوز گروهی ندارند', en: 'Still without a group' },
  waitingWhy: {
    fa: 'گروه این همیاران بسته شده و خودشان هنوز گروهی برنگزیده‌اند. تا آن روز چیزی از آن‌ها خواسته نمی‌شود.',
    en: 'The group of these volunteers was closed, and they have not chosen another yet. Nothing is asked of them until then.',
  },
  waitingCount: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} همیار`,
    en: f.plural(p.count, { one: '1 volunteer', other: `${f.number(p.count)} volunteers` }),
  }),
  find: { fa: 'یافتن گروه', en: 'Find a group' },
  search: { fa: 'نام یا محل گروه', en: 'Name or place of the group' },
  searchExample: { fa: 'زنان سرچشمه', en: 'Women Sarcheshmeh' },
  nothing: { fa: 'گروه بازی با این نام و محل نیست.', en: 'No open group has such a name and place.' },
  close: { fa: 'بستن گروه', en: 'Close the group' },
  move: { fa: 'بردن به گروه دیگر', en: 'Send to another group' },
  closeTitle: (p: { name: string }) => ({ fa: `بستن «${p.name}»`, en: `Close “${p.name}”` }),
  closeLead: { fa: 'بستن گروه بازگشت ندارد. این‌ها پیش می‌آید:', en: 'A closed group does not open again. This is what happens:' },
  moveTitle: (p: { name: string }) => ({ fa: `همیاران «${p.name}»`, en: `Volunteers of “${p.name}”` }),
  moveLead: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} همیار هنوز گروهی ندارند. گروه تازه با پیامک به آن‌ها گفته می‌شود.`,
    en: `${f.plural(p.count, { one: '1 volunteer still has', other: `${f.number(p.count)} volunteers still have` })} no group. A message tells them of the new one.`,
  }),
  offers: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} پیشنهاد بی‌پاسخ به میز هماهنگی سازمان برمی‌گردد.`,
    en: `${f.plural(p.count, { one: '1 unanswered offer goes', other: `${f.number(p.count)} unanswered offers go` })} back to the liaison desk.`,
  }),
  ahead: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} دیدار که آغاز نشده پس گرفته می‌شود: نیاز دوباره در صف است و همیارش خبر می‌شود. شاید همان همیار از گروه تازه‌اش دوباره پیشنهاد شود؛ خود فرد از نو می‌پذیرد.`,
    en: `${f.plural(p.count, { one: '1 visit that has not begun is taken back: the need waits again and its volunteer is told.', other: `${f.number(p.count)} visits that have not begun are taken back: the needs wait again and their volunteers are told.` })} The same volunteer may be proposed again through their next group, and the person is asked again.`,
  }),
  underWay: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} دیدار که همین حالا در جریان است تا پایان و گزارش می‌رود.`,
    en: `${f.plural(p.count, { one: '1 visit under way goes', other: `${f.number(p.count)} visits under way go` })} on to the end and the report.`,
  }),
  coordinators: (p: { count: number }, f) => ({
    fa: `سمت ${f.number(p.count)} هماهنگ‌کننده پایان می‌یابد.`,
    en: `${f.plural(p.count, { one: 'The appointment of 1 coordinator ends', other: `The appointments of ${f.number(p.count)} coordinators end` })}.`,
  }),
  moved: (p: { count: number; to: string }, f) => ({
    fa: `${f.number(p.count)} همیار به «${p.to}» می‌روند.`,
    en: `${f.plural(p.count, { one: '1 volunteer goes', other: `${f.number(p.count)} volunteers go` })} to “${p.to}”.`,
  }),
  rests: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} همیار تا وقتی خودشان گروهی برگزینند استراحت می‌کنند؛ پیامکی به آن‌ها می‌رود.`,
    en: `${f.plural(p.count, { one: '1 volunteer rests until they choose', other: `${f.number(p.count)} volunteers rest until they choose` })} a group themselves; a message tells them.`,
  }),
  nobody: { fa: 'این گروه همیاری ندارد و چیزی نزدش نمانده است.', en: 'This group has no volunteers, and nothing waits with it.' },
  to: { fa: 'همیاران به کدام گروه بروند؟', en: 'Where do its volunteers go?' },
  toNobody: { fa: 'هر کس خودش برگزیند', en: 'Everybody chooses for themselves' },
  toChoose: { fa: 'گروهی را برگزینید', en: 'Choose a group' },
  toNone: {
    fa: 'در این شهرستان گروه بازی نیست که این همیاران را بپذیرد. تا باز شدن گروهی استراحت می‌کنند.',
    en: 'No open group of this county can take these volunteers in. They rest until there is one.',
  },
  toTakes: (p: { name: string; place: string; count: number }, f) => ({
    fa: `${p.name}، ${p.place}؛ ${f.number(p.count)} نفر`,
    en: `${p.name}, ${p.place}: takes ${f.number(p.count)}`,
  }),
  reason: { fa: 'چرا بسته می‌شود', en: 'Why it is closed' },
  'reason-merged': { fa: 'با گروه دیگری یکی می‌شود', en: 'It joins another group' },
  'reason-nobody-leads': { fa: 'کسی هماهنگی‌اش را به عهده نمی‌گیرد', en: 'Nobody can coordinate it' },
  'reason-too-few': { fa: 'همیارانش بسیار کم شده‌اند', en: 'Too few volunteers are left' },
  'reason-own-wish': { fa: 'خود گروه خواسته است', en: 'The group itself wishes it' },
  'reason-concern': { fa: 'برای ایمنی مردم', en: 'For people’s safety' },
  chooseReason: { fa: 'یک دلیل برگزینید.', en: 'Choose a reason.' },
  'hindrance-closed': { fa: 'این گروه پیش‌تر بسته شده است.', en: 'This group has been closed already.' },
  'hindrance-has-units': { fa: 'زیر این واحد گروه‌های باز هست. نخست آن‌ها را ببندید.', en: 'There are open groups beneath this unit. Close those first.' },
  'hindrance-has-staff': {
    fa: 'همکارانی جز هماهنگ‌کننده این‌جا سمت دارند. نخست سمتشان را در صفحهٔ «سمت‌ها» پایان دهید یا جای دیگری به آن‌ها سمت بدهید.',
    en: 'Colleagues other than coordinators are appointed here. End their appointments first, or appoint them elsewhere, on the page of appointments.',
  },
  notYet: { fa: 'نمی‌شود؛ دلیلش بالا آمده است.', en: 'Not possible now; the reason stands above.' },
  stay: { fa: 'باز بماند', en: 'Keep it open' },
  cancel: { fa: 'انصراف', en: 'Cancel' },
  done: (p: { name: string }) => ({ fa: `«${p.name}» بسته شد.`, en: `“${p.name}” is closed.` }),
  movedDone: (p: { count: number }, f) => ({
    fa: `${f.number(p.count)} همیار گروه تازه‌ای دارند.`,
    en: `${f.plural(p.count, { one: '1 volunteer has', other: `${f.number(p.count)} volunteers have` })} a new group.`,
  }),
})
