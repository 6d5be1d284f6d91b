import type { PlainDate } from '#engines/calendar/index.ts'
import { isOpened, type Story } from './story/index.ts'

/**
 * Needs of a quarter that were met late, and entered as on time in one province. It was found out after the numbers had
 * gone out, and each entry was taken back and written anew: what a correction of a release is about.
 */
export interface Mistake {
  readonly first: PlainDate
  readonly last: PlainDate
  readonly corrected: Date
}

export const provinceOf = ({ centre }: Pick<Story, 'centre'>): number => Math.floor(centre.home / 10_000)

/** Where most cases are: of a small province a correction could tell of single people. */
export const largestProvince = (stories: readonly Story[]): number | undefined => {
  const cases = new Map<number, number>()
  for (const story of stories) if (isOpened(story)) cases.set(provinceOf(story), (cases.get(provinceOf(story)) ?? 0) + 1)
  return [...cases].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}
