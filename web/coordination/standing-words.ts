import { defineWords } from '#platform/words/index.ts'

/** The rule by which a desk lets some proposals go out by themselves. */
export const standingWords = defineWords({
  title: { fa: 'فرستادن خودکار', en: 'Sending by itself' },
  off: {
    fa: 'خاموش است: هر پیشنهاد را یکی از دفتر می‌بیند و می‌فرستد.',
    en: 'It is off: somebody of the desk looks at every proposal and sends it.',
  },
  set: { fa: 'تعیین قاعده', en: 'Set a rule' },
  setTitle: { fa: 'چه چیز خودکار فرستاده شود', en: 'What may go out by itself' },
  setLead: {
    fa: 'تنها وقتی همان همیاری پیشنهاد شده باشد که پیش‌تر نزد همین فرد بوده و فرد آن را تأیید کرده است.',
    en: 'Only where the volunteer proposed was with this very person before, as the person confirmed.',
  },
  kinds: { fa: 'برای این نیازها', en: 'For these kinds of help' },
  kindsHint: {
    fa: 'آنچه در خانه است، دو همیار می‌خواهد، مراقبت شخصی یا دربارهٔ کودک است، و آنچه با خطر آغاز شده، هرگز خودکار فرستاده نمی‌شود.',
    en: 'What takes place at home, takes two, is personal care, is about a child or began with danger never goes out by itself.',
  },
  withinKm: { fa: 'تا چند کیلومتر', en: 'Within how many kilometres' },
  withinKmHint: { fa: 'راه یک‌سرهٔ همیار، از ۱ تا ۵۰.', en: 'One way, from 1 to 50.' },
  until: { fa: 'تا پایان روز', en: 'Until the end of' },
  untilHint: (p: { latest: string }) => ({ fa: `حداکثر تا ${p.latest}؛ پس از آن خودش خاموش می‌شود.`, en: `${p.latest} at the latest; after that it is off by itself.` }),
  confirm: { fa: 'به نام من برقرار شود', en: 'Put it in force in my name' },
  confirmNote: {
    fa: 'هر پیشنهادی که با این قاعده فرستاده شود به نام شما ثبت می‌شود. هر لحظه می‌توانید متوقفش کنید.',
    en: 'Everything that goes out by it is on record in your name. You can stop it at any moment.',
  },
  done: { fa: 'قاعده برقرار شد.', en: 'The rule is in force.' },
  says: (p: { kinds: string; km: number; until: string }, f) => ({
    fa: `تا ${p.until}: ${p.kinds}، با همان همیار پیشین و تا ${f.number(p.km)} کیلومتر، خودکار به گروه پیشنهاد می‌شود.`,
    en: `Until ${p.until}: ${p.kinds}, with the same volunteer as before and within ${f.number(p.km)} km, goes out to the group by itself.`,
  }),
  by: (p: { name: string; when: string }) => ({ fa: `تعیین‌کننده: ${p.name}، ${p.when}.`, en: `Set by ${p.name}, ${p.when}.` }),
  sent: (p: { count: number }, f) => ({
    fa: p.count === 0 ? 'هنوز چیزی با این قاعده فرستاده نشده است.' : `${f.number(p.count)} پیشنهاد با این قاعده فرستاده شده است.`,
    en: p.count === 0 ? 'Nothing has gone out by it yet.' : f.plural(p.count, { one: '1 offer went out by it.', other: `${f.number(p.count)} offers went out by it.` }),
  }),
  last: (p: { when: string }) => ({ fa: `آخرین: ${p.when}.`, en: `The last one: ${p.when}.` }),
  byRule: (p: { name: string }) => ({ fa: `با قاعدهٔ خودکار ${p.name} فرستاده شد.`, en: `Sent by the standing rule of ${p.name}.` }),
  stop: { fa: 'همین حالا متوقف شود', en: 'Stop it now' },
  stopped: { fa: 'متوقف شد؛ از این پس هر پیشنهاد را دفتر می‌فرستد.', en: 'Stopped; from now on the desk sends every proposal.' },
})
