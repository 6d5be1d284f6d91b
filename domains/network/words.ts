import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  unit: { fa: 'گروه', en: 'Group' },
  neighbourhood: { fa: 'گروه محلی', en: 'Local group' },
  professional: { fa: 'کانون تخصصی', en: 'Professional group' },
  liaison: { fa: 'دفتر رابط', en: 'Liaison unit' },
  centre: { fa: 'مرکز', en: 'Centre' },
  women: { fa: 'زنان', en: 'Women' },
  men: { fa: 'مردان', en: 'Men' },
  mixed: { fa: 'زنان و مردان', en: 'Women and men' },
  volunteers: { fa: 'همیاران', en: 'Volunteers' },
  load: (p: { load: number; capacity: number }, f) => ({
    fa: `${f.number(p.load)} نوبت از ${f.number(p.capacity)}`,
    en: `${p.load} of ${p.capacity} tasks`,
  }),
  'vetting-none': { fa: 'در دسترس نیست', en: 'Not available' },
  smsMoved: (p: { from: string; to: string }) => ({
    fa: `همیار: «${p.from}» بسته شد. از این پس با «${p.to}» هستید.`,
    en: `Hamyar: “${p.from}” has closed. From now on you are with “${p.to}”.`,
  }),
  smsChoose: (p: { from: string; link: string }) => ({
    fa: `همیار: «${p.from}» بسته شد. تا گروه دیگری برگزینید چیزی از شما خواسته نمی‌شود.${p.link}`,
    en: `Hamyar: “${p.from}” has closed. Nothing is asked of you until you choose another group.${p.link}`,
  }),
})

export const problems = defineWords({
  'network.unit-closed': {
    fa: 'این گروه پیش‌تر بسته شده است. صفحه را تازه کنید.',
    en: 'This group has been closed already. Reload the page.',
  },
  'network.unit-has-units': {
    fa: 'زیر این واحد گروه‌های باز هست. نخست آن‌ها را ببندید.',
    en: 'There are open groups beneath this unit. Close those first.',
  },
  'network.unit-has-staff': {
    fa: 'همکارانی جز هماهنگ‌کننده این‌جا سمت دارند. نخست سمت آن‌ها را پایان دهید یا جای دیگری به آن‌ها سمت بدهید.',
    en: 'Colleagues other than coordinators are appointed here. End their appointments or appoint them elsewhere first.',
  },
  'network.unit-cannot-take': {
    fa: 'آن گروه نمی‌تواند این همیاران را بپذیرد: بسته شده یا از شهرستان یا رشتهٔ دیگری است. گروه دیگری برگزینید.',
    en: 'That group cannot take these volunteers in: it is closed, or of another county or profession. Choose another.',
  },
  'network.has-group': {
    fa: 'شما گروهی دارید و لازم نیست گروه دیگری برگزینید.',
    en: 'You have a group; there is no need to choose another.',
  },
  'network.vetting-own-group': {
    fa: 'خود شما در این گروه هستید؛ بررسی ایمنی همیارانش با همکار دیگری است.',
    en: 'You belong to this group yourself; a colleague vets its volunteers.',
  },
  'network.vetting-evidence': {
    fa: 'برای این کار هنوز چیزی دیده نشده است. کنار هر کار نوشته‌ایم چه باید دیده شود.',
    en: 'Something has not been seen for this yet. Beside each purpose stands what has to be seen.',
  },
  'network.vetting-day': {
    fa: 'این روز نمی‌شود. روزی پس از امروز و در مهلتی که کشور گذاشته است برگزینید.',
    en: 'Not this day. Choose one after today, within what the country allows.',
  },
  'network.vetting-none': {
    fa: 'بررسی ایمنی برقراری نیست که پایان یابد. صفحه را تازه کنید.',
    en: 'There is no vetting in force to end. Reload the page.',
  },
})
