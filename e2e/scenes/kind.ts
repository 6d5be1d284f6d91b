import { needKinds } from '#countries/needs.ts'
import type { Stage } from '#e2e/actors.ts'

/** What is asked for in the journey: a kind of help that requires no skill. */
export const kindOf = ({ kind, language }: Pick<Stage, 'kind' | 'language'>): string => {
  const found = needKinds.find(({ code }) => code === kind)
  if (found === undefined) throw new Error('There is no such kind of help.')
  return found.name[language]
}
