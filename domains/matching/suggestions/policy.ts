import type { Actor } from '#platform/actor/index.ts'

/** The liaison desk decides in its own area, by the office that opened the record. */
export const mayDecide = (actor: Actor, suggestion: { readonly home: number }): boolean =>
  actor.role === 'liaison' && suggestion.home >= actor.area.from && suggestion.home <= actor.area.to
