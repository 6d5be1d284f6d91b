import type { Housemates } from './contract.ts'

/** One line for each age group and sex, however often it was said. */
export const together = (household: readonly Housemates[]): Housemates[] => {
  const lines = new Map<string, Housemates>()
  for (const { ageGroup, sex, count } of household) {
    const key = `${ageGroup} ${sex}`
    lines.set(key, { ageGroup, sex, count: count + (lines.get(key)?.count ?? 0) })
  }
  return [...lines.values()].sort((a, b) => (a.ageGroup + a.sex < b.ageGroup + b.sex ? -1 : 1))
}
