interface Colleague {
  readonly account: string
}

interface Team {
  readonly supervisors: readonly Colleague[]
  readonly workers: readonly Colleague[]
  /** Open cases of each; absent: none. */
  readonly loads: readonly { readonly worker: string; readonly cases: number }[]
}

/**
 * Who answers next, by case. The supervisor answers for the team; where there is none, the case worker who carries
 * least, one case after the other. Undefined where the team is empty.
 */
export const handOverPlan = (cases: readonly string[], { supervisors, workers, loads }: Team): Map<string, string> | undefined => {
  const able = supervisors.length > 0 ? supervisors : workers
  if (able.length === 0) return undefined
  const carried = new Map(able.map(({ account }) => [account, loads.find(({ worker }) => worker === account)?.cases ?? 0]))
  return new Map(
    cases.map((id) => {
      const [next = '', load = 0] = [...carried].reduce((least, one) => (one[1] < least[1] ? one : least))
      carried.set(next, load + 1)
      return [id, next]
    }),
  )
}
