import { needKinds } from '#countries/needs.ts'
import type { Language } from '#e2e/actors.ts'

/** What everybody in the journeys asks for: it requires no skill. */
export const kindOf = (language: Language): string => {
  const clinic = needKinds.find(({ code }) => code === 'clinic')
  if (clinic === undefined) throw new Error('There is no such kind of help.')
  return clinic.name[language]
}
