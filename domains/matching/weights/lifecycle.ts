export type WeightsState = 'draft' | 'proposed' | 'in-force' | 'past' | 'refused' | 'discarded'

const moves = {
  change: { draft: 'draft', proposed: 'draft' },
  propose: { draft: 'proposed' },
  discard: { draft: 'discarded', proposed: 'discarded' },
  refuse: { proposed: 'refused' },
  'put-in-force': { proposed: 'in-force' },
  replace: { 'in-force': 'past' },
} as const satisfies Record<string, Partial<Record<WeightsState, WeightsState>>>

export const weightsAfter = (move: keyof typeof moves, state: WeightsState): WeightsState | undefined =>
  (moves[move] as Partial<Record<WeightsState, WeightsState>>)[state]

/** Everything that can be weighed. None of it is about what somebody is worth: see design 8. */
export const weightNames = [
  'travelPerKm', 'waitingPerDay', 'waitingDaysMost', 'priorityStep', 'newFace', 'preferredSex', 'loadStep', 'unmatched',
] as const
export type WeightName = (typeof weightNames)[number]
export type WeightValues = Readonly<Record<WeightName, number>>

/** So far that each still does what it says, and no sum of them leaves whole 32-bit numbers. */
export const bounds: Readonly<Record<WeightName, { readonly from: number; readonly to: number }>> = {
  travelPerKm: { from: 1, to: 50 },
  waitingPerDay: { from: 0, to: 50 },
  waitingDaysMost: { from: 7, to: 365 },
  priorityStep: { from: 0, to: 2_000 },
  newFace: { from: 0, to: 500 },
  preferredSex: { from: 0, to: 500 },
  loadStep: { from: 0, to: 100 },
  unmatched: { from: 2_000, to: 100_000 },
}

/** The longest way that a volunteer may offer to go, in kilometres; nobody is left alone to spare somebody's way. */
const FARTHEST_KM = 200

/** What leaving somebody without a volunteer has to cost at the least, with these for a kilometre. */
export const leastUnmatched = ({ travelPerKm }: Pick<WeightValues, 'travelPerKm'>): number => travelPerKm * FARTHEST_KM

/** Which of them differ. */
export const changedNames = (one: WeightValues, other: WeightValues): WeightName[] =>
  weightNames.filter((name) => one[name] !== other[name])

/** Why a draft cannot be put to the second person yet. */
export const whyNotYet = (draft: { readonly changed: boolean; readonly tried: boolean }): 'same' | 'untried' | undefined => {
  if (!draft.changed) return 'same'
  return draft.tried ? undefined : 'untried'
}
