export const budgets: Readonly<Record<string, number>>
export const firstLoad: () => { door: string; kilobytes: number; budget: number; fits: boolean }[]
