import type { Definition } from '#domains/observatory/indicators/contract.ts'
import { cubes, type NoisedCube } from './cubes.ts'

type Counting = Pick<Definition, 'numerator' | 'denominator'>

/** The cubes with noise that count facts which these definitions would tell exactly: a cube is served one way or the other. */
export const servedWithNoise = (definitions: readonly Counting[], among: readonly NoisedCube[] = cubes): NoisedCube[] => {
  const kinds = new Set(definitions.flatMap(({ numerator, denominator }) => [...numerator.terms, ...(denominator?.terms ?? [])].map(({ kind }) => kind)))
  return among.filter(({ fact }) => kinds.has(fact.kind))
}
