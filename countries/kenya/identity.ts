/** National identity cards carry seven or eight digits, Maisha cards nine; none has a check digit. */
export const isIdentityNumber = (typed: string): boolean => /^[1-9]\d{6,8}$/.test(typed.replace(/[\s-]/g, ''))
