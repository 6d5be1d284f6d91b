import { malformed, notOffered } from './refusal.ts'

export type Parameters = ReadonlyMap<string, string>

const decoded = (text: string): string => {
  try {
    // A `+` is SDMX's "and", not a blank.
    return decodeURIComponent(text)
  } catch {
    throw malformed('query', text)
  }
}

/** The query part of an address; each name at most once, as the standard has it. */
export const parametersOf = (search: string): Parameters => {
  const parameters = new Map<string, string>()
  for (const pair of search.replace(/^\?/, '').split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decoded(at === -1 ? pair : pair.slice(0, at))
    if (at === -1 || parameters.has(name)) throw malformed('query', name)
    parameters.set(name, decoded(pair.slice(at + 1)))
  }
  return parameters
}

/** Throws on a name that the standard does not have, or has and we do not answer. */
export const requireKnown = (parameters: Parameters, known: readonly string[], other: readonly string[]): void => {
  for (const [name, value] of parameters) {
    if (known.includes(name) || /^c\[[^\]]*\]$/.test(name)) continue
    throw other.includes(name) ? notOffered(name, value) : malformed('query', name)
  }
}

export const wholeNumber = (parameters: Parameters, name: string, least: number): number | undefined => {
  const text = parameters.get(name)
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw malformed(name, text)
  return Number(text)
}

/** A moment in UTC to the second; the standard lets a service read a time without a zone as its own, ours is UTC. */
export const moment = (parameters: Parameters, name: string): string | undefined => {
  const text = parameters.get(name)
  if (text === undefined) return undefined
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text
  const zoned = /T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(whole) ? `${whole}Z` : whole
  const at = /^\d{4}-\d\d-\d\dT/.test(zoned) ? Date.parse(zoned) : Number.NaN
  if (Number.isNaN(at)) throw malformed(name, text)
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
