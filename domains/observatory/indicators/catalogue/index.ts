import { needs } from './needs.ts'
import type { Listed } from './parts.ts'
import { requests } from './requests.ts'

export type { Listed } from './parts.ts'

/** What Hamyar counts from its first day: published at start-up as version 1.0.0, in this order. */
export const catalogue: readonly Listed[] = [...needs, ...requests]

export const order: readonly string[] = catalogue.map(({ id }) => id)

/** Design 8.20: utilisation stands beside it, never alone. */
export const headline = 'needs-met-on-time'
