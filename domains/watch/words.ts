import { defineWords } from '#platform/words/index.ts'

// Neutral: no name, no place, nobody who is helped (design 8.4).
export const words = defineWords({
  smsAsk: {
    fa: 'همیار: حالتان خوب است؟ در برنامه «حالم خوب است» را بزنید یا به گروهتان زنگ بزنید.',
    en: 'Hamyar: are you all right? Press “I am all right” in the app, or call your group.',
  },
  smsBuddy: {
    fa: 'همیار: از همراه شما خبری نرسیده است. همین حالا به او زنگ بزنید.',
    en: 'Hamyar: we have not heard from your companion. Please call them now.',
  },
  smsDuty: {
    fa: 'همیار: از یکی از همیاران خبری نرسیده است. وارد شوید و با او تماس بگیرید.',
    en: 'Hamyar: we have not heard from a volunteer. Sign in and call them.',
  },
  smsPlan: {
    fa: 'همیار: هنوز از همیار خبری نیست. وارد شوید و برنامهٔ اضطراری را گام‌به‌گام پیش ببرید.',
    en: 'Hamyar: still no word from the volunteer. Sign in and follow the emergency plan step by step.',
  },
})
