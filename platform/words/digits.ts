const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹'

/** Latin digits as Persian ones; everything else stays. */
export const persianDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => PERSIAN_DIGITS[Number(digit)] ?? digit)

/** Any Persian or Arabic digit as a Latin one: for parsing what somebody typed. */
export const latinDigits = (text: string): string =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
