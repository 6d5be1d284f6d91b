import type { Answer } from '#web/api/index.ts'

/** A month of a centre's work, as the server counts it. */
export type Centre = Answer<'observatory.centre'>
