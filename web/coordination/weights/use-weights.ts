import { bounds, weightNames, type WeightName } from '#domains/matching/weights/lifecycle.ts'
import type { Answer } from '#web/api/index.ts'
import { latinDigits } from '#platform/words/index.ts'

export type WeightsAnswer = Answer<'matching.weights'>
export type Draft = WeightsAnswer['drafts'][number]
export type Values = Draft['weights']
export type Tried = NonNullable<Answer<'matching.run'>['trial']>
export type Told = NonNullable<Draft['told']>

/** As they are typed: in either digits, and perhaps nothing yet. */
export type Typed = Readonly<Record<WeightName, string>>

export const typedOf = (values: Values): Typed =>
  Object.fromEntries(weightNames.map((name) => [name, String(values[name])])) as Record<WeightName, string>

/** What is no number is sent as one that no bound holds: the field then says which are allowed. */
export const valuesOf = (typed: Typed): Values =>
  Object.fromEntries(
    weightNames.map((name) => {
      const text = latinDigits(typed[name]).trim()
      return [name, /^\d{1,6}$/.test(text) ? Number(text) : bounds[name].to + 1]
    }),
  ) as Record<WeightName, number>
