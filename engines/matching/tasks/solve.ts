import { auctionFrom, auctionRound } from './auction.ts'
import { answerOf } from './answer.ts'
import type { Assignment, Instance } from './instance.ts'
import { refill } from './refill.ts'
import { renumber } from './renumber.ts'
import { finish, keepExact } from './settle.ts'
import { openSlots } from './slots.ts'
import { clear, openState, type State } from './state.ts'

/** Smaller ones are in the cache whatever their numbers. */
const LARGE = 300_000

const FACTOR = 16
const LAST = 1

/** From an eighth of what is at stake, each a sixteenth of the one before. */
const stepsOf = ({ penalty, begin, cost }: State): number[] => {
  let stake = 1
  for (let need = 0; need < penalty.length; need += 1) {
    if (begin[need]! >= cost.length) continue
    stake = Math.max(stake, penalty[need]! - cost[begin[need]!]!)
  }
  const steps: number[] = []
  for (let step = Math.ceil(stake / 8); step > LAST; step = Math.ceil(step / FACTOR)) steps.push(step)
  return [...steps, LAST]
}

const lookAtAll = (state: State): void => {
  for (let need = 0; need < state.penalty.length; need += 1) refill(state, need)
}

/** Easy: one round of small steps, then exactly; false where that does not end soon. */
const tryEasy = (state: State): boolean => {
  const needs = state.penalty.length
  const slots = openSlots(state)
  lookAtAll(state)
  const reached = auctionRound(state, slots, state.price.slice(), 1, Math.ceil(1.5 * needs) + 10)
  if (reached < needs) return false
  return finish(state, keepExact(state, slots), 10 * state.col.length + 1000)
}

export const assign = (state: State): void => {
  const slots = openSlots(state)
  lookAtAll(state)
  const steps = stepsOf(state)
  auctionFrom(state, slots, steps)
  const waiting = keepExact(state, slots)
  finish(state, waiting, Infinity)
}

export const solve = (instance: Instance): Assignment => {
  const state = openState(instance)
  const easy = tryEasy(state)
  if (easy) return answerOf(instance, state, null)
  if (instance.col.length < LARGE) {
    clear(state)
    assign(state)
    return answerOf(instance, state, null)
  }
  const near = renumber(instance)
  const nearState = openState(near.instance)
  for (let j = 0; j < near.volunteers.length; j += 1) nearState.price[j] = state.price[near.volunteers[j]!]!
  assign(nearState)
  return answerOf(instance, nearState, near)
}
