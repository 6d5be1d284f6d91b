import { defineWords } from '#platform/words/index.ts'

/** Roles as staff read them beside a name. */
export const roleWords = defineWords({
  clerk: { fa: 'پذیرش', en: 'Intake' },
  'case-worker': { fa: 'کارشناس پرونده', en: 'Case worker' },
  supervisor: { fa: 'سرپرست', en: 'Supervisor' },
  liaison: { fa: 'دفتر رابط', en: 'Liaison desk' },
  coordinator: { fa: 'هماهنگ‌کننده', en: 'Coordinator' },
  director: { fa: 'مدیر', en: 'Director' },
  statistician: { fa: 'کارشناس آمار', en: 'Statistician' },
  'safeguarding-lead': { fa: 'مسئول مراقبت', en: 'Safeguarding lead' },
  auditor: { fa: 'بازرس', en: 'Auditor' },
  administrator: { fa: 'مدیر سامانه', en: 'Administrator' },
  volunteer: { fa: 'همیار', en: 'Volunteer' },
  person: { fa: 'درخواست‌کننده', en: 'Person asking' },
})

export const words = defineWords({
  roleIn: (p: { role: string; unit: string }) => ({ fa: `${p.role}، ${p.unit}`, en: `${p.role}, ${p.unit}` }),
  account: { fa: 'حساب من', en: 'My account' },
  workAs: (p: { role: string }) => ({ fa: `کار به‌عنوان ${p.role}`, en: `Work as ${p.role}` }),
  signOut: { fa: 'خروج از حساب', en: 'Sign out' },
  chooseAppointment: { fa: 'با کدام سمت کار می‌کنید؟', en: 'Which appointment do you work under?' },
  noTabs: { fa: 'برای سمت شما این‌جا صفحه‌ای نیست', en: 'There is no page here for your role' },
})
