import { Problem } from '#platform/problem/index.ts'

/*
 * SDMX's own numbers of "no" (web services guidelines of 2.1; since 3.0 the standard speaks in HTTP's): 100 nothing found,
 * 140 syntax, 150 meaning, 501 not offered. They go along for clients that know them.
 */

/** The query is not written as the standard has it. */
export const malformed = (parameter: string, value: string): Problem => new Problem('sdmx.malformed', { sdmx: 140, parameter, value })
/** It is, and names something that this dataset does not have. */
export const unknown = (parameter: string, value: string): Problem => new Problem('sdmx.unknown', { sdmx: 150, parameter, value })
/** The standard has it, we do not. */
export const notOffered = (parameter: string, value: string): Problem => new Problem('sdmx.not-offered', { sdmx: 501, parameter, value })
export const notFound = (): Problem => new Problem('sdmx.not-found', { sdmx: 100 })
export const notAcceptable = (offered: readonly string[]): Problem => new Problem('sdmx.not-acceptable', { offered: offered.join(', ') })

export const SDMX_PROBLEMS = ['sdmx.malformed', 'sdmx.unknown', 'sdmx.not-offered', 'sdmx.not-found', 'sdmx.not-acceptable'] as const
