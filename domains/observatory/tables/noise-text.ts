import { persianDigits } from '#platform/words/index.ts'
import type { Text } from '#domains/observatory/formats/index.ts'

/** What readers are told of the noise, in every file. */
export const noiseText = ({ most, hidden }: { readonly most: number; readonly hidden: number }): Text => ({
  fa: persianDigits(`به هر عدد خطای تصادفی کوچکی، بین ${most}− و ${most}+، افزوده شده که میانگین آن صفر است و برای همان افراد همه‌جا همان است. هیچ عددی از ۱ تا ${hidden} نشان داده نمی‌شود و جمع خانه‌ها با خانهٔ «همه» برابر نیست.`),
  en: `A small random error between −${most} and +${most} was added to every number. It is zero on average and the same for the same people everywhere. No number from 1 to ${hidden} is shown, and cells do not add up to the cell “All”.`,
})
