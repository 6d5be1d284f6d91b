import { answerOf } from './answer.ts'
import { auctionFrom, auctionRound } from './auction.ts'
import { dearAsCanBe, fillAll } from './from-volunteers.ts'
import type { Assignment, Instance } from './instance.ts'
import { refill } from './refill.ts'
import { isInOrder, renumber } from './renumber.ts'
import { finish, keepExact } from './settle.ts'
import { openSlots, type Slots } from './slots.ts'
import { clear, openState, type State } from './state.ts'
import { LAST, scaleOf, stepsFor, type Scale, type Step } from './steps.ts'

/** With fewer edges everything is in the cache, whatever the numbers. */
const LARGE = 1_000_000

/** So many looks at each edge are cheaper than an auction from large steps. */
const LOOKS = 3

/** Where more of the needs than this have not found anybody soon, tasks are not plentiful. */
const SOME = 1 / 4

const smallest: Step = { size: LAST, blind: 0 }

const lookAtAll = (state: State): void => {
  for (let need = 0; need < state.penalty.length; need += 1) refill(state, need)
}

/**
 * Where volunteers are plentiful: one round of the smallest steps, then exactly. False where that does not end
 * soon; the prices it leaves are a start, for none is above what it is worth at the optimum by more than a step.
 */
const plentiful = (state: State, slots: Slots): boolean => {
  auctionRound(state, slots, state.price.slice(), smallest, 2 * state.penalty.length + 10)
  const waiting = keepExact(state, slots)
  return waiting.length <= SOME * state.penalty.length + 10 && finish(state, waiting, LOOKS)
}

/**
 * Where tasks are fewer than needs, it is they who choose: from prices at which nobody comes, one task after the
 * other is filled. False where that costs more than a few looks at each edge, as when the tasks are short in one
 * place and not in another.
 */
const fromVolunteers = (state: State, { tasks }: Scale): boolean => {
  if (tasks >= state.penalty.length) return false
  const before = state.price.slice()
  clear(state)
  dearAsCanBe(state)
  if (fillAll(state, tasks)) return true
  state.price.set(before)
  state.rest.fill(-Infinity)
  return false
}

/** Any instance: prices near by large steps and small ones, then exactly. */
const byAuction = (state: State, slots: Slots, scale: Scale): void => {
  clear(state)
  auctionFrom(state, slots, stepsFor(scale, state.penalty.length))
  finish(state, keepExact(state, slots), Infinity)
}

/** Brings a state without anybody in it to the optimum. */
export const assign = (state: State): void => {
  const slots = openSlots(state)
  lookAtAll(state)
  if (plentiful(state, slots)) return
  const scale = scaleOf(state, slots)
  if (!fromVolunteers(state, scale)) byAuction(state, slots, scale)
}

/**
 * The optimum and the prices that prove it. Tries what is cheapest first, each under a budget of work, so that
 * no instance meets only the method that does not suit it.
 */
export const solve = (instance: Instance): Assignment => {
  const state = openState(instance)
  if (instance.col.length < LARGE || isInOrder(instance)) {
    assign(state)
    return answerOf(instance, state, null)
  }
  lookAtAll(state)
  if (plentiful(state, openSlots(state))) return answerOf(instance, state, null)
  const near = renumber(instance)
  const nearState = openState(near.instance)
  for (let j = 0; j < near.volunteers.length; j += 1) nearState.price[j] = state.price[near.volunteers[j]!]!
  const slots = openSlots(nearState)
  lookAtAll(nearState)
  const scale = scaleOf(nearState, slots)
  if (!fromVolunteers(nearState, scale)) byAuction(nearState, slots, scale)
  return answerOf(instance, nearState, near)
}
