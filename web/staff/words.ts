import { defineWords } from '#platform/words/index.ts'

export const words = defineWords({
  roleIn: (p: { role: string; unit: string }) => ({ fa: `${p.role}، ${p.unit}`, en: `${p.role}, ${p.unit}` }),
  account: { fa: 'حساب من', en: 'My account' },
  workAs: (p: { role: string }) => ({ fa: `کار به‌عنوان ${p.role}`, en: `Work as ${p.role}` }),
  sessions: { fa: 'جاهایی که وارد شده‌ام', en: 'Where I am signed in' },
  signOut: { fa: 'خروج از حساب', en: 'Sign out' },
  chooseAppointment: { fa: 'با کدام سمت کار می‌کنید؟', en: 'Which appointment do you work under?' },
  noTabs: { fa: 'برای سمت شما این‌جا صفحه‌ای نیست', en: 'There is no page here for your role' },
})
