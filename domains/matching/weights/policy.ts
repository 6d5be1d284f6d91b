import type { Actor } from '#platform/actor/index.ts'

interface Drafted {
  readonly area_from: number
  readonly area_to: number
}

/** The desk that drafted it, and nobody else’s. */
export const mayDraft = ({ role, area }: Actor, drafted: Drafted): boolean =>
  role === 'liaison' && drafted.area_from === area.from && drafted.area_to === area.to

export const mayDecideWeights = ({ role }: Actor): boolean => role === 'administrator'

/** Nobody decides about a draft that they wrote in, in whatever role. */
export const wroteDraft = ({ id }: Actor, { authors }: { readonly authors: readonly string[] }): boolean => authors.includes(id)
