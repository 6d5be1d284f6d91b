import type { Actor } from '#platform/actor/index.ts'

/** Somebody of the centre who had no part in the case, in any of their roles. The database's wall says the same. */
export const mayCallBack = (actor: Actor, row: { readonly team: string; readonly barred: readonly string[] }): boolean =>
  actor.unit === row.team && !row.barred.includes(`actor:${actor.id}`)
