import { chance } from '#engines/matching/hours/chance.ts'

/** A generalized assignment as the literature has it: by agent, then by job. */
export interface Literature {
  readonly agents: number
  readonly jobs: number
  readonly cost: Int32Array
  readonly hours: Int32Array
  readonly capacityHours: Int32Array
}

export type Kind = 'c' | 'd' | 'e'
export const kinds: readonly Kind[] = ['c', 'd', 'e']

/**
 * Types c, d and e as Yagiura, Ibaraki and Glover (2004) draw them, after Chu and Beasley (1997) and Laguna (1995):
 * c: hours 5 to 25, costs 10 to 50, nothing to do with each other;
 * d: hours 1 to 100, costs 111 − hours ± 10, so what is short is dear;
 * e: hours 1 − 10 ln(u), costs 1000 / hours − 10 v, the same more sharply.
 * Each agent has four fifths of an equal share of all hours.
 */
export const literature = (kind: Kind, agents: number, jobs: number, seed: number): Literature => {
  const next = chance(seed)
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const hours = new Int32Array(agents * jobs)
  const cost = new Int32Array(agents * jobs)
  for (let at = 0; at < hours.length; at += 1) {
    if (kind === 'c') {
      hours[at] = between(5, 25)
      cost[at] = between(10, 50)
    } else if (kind === 'd') {
      hours[at] = between(1, 100)
      cost[at] = 111 - (hours[at] ?? 0) + between(-10, 10)
    } else {
      const own = 1 - 10 * Math.log(1 - next())
      hours[at] = Math.floor(own)
      cost[at] = Math.floor(1000 / own - 10 * next())
    }
  }
  const capacityHours = Int32Array.from({ length: agents }, (_, agent) => {
    const sum = hours.subarray(agent * jobs, (agent + 1) * jobs).reduce((all, own) => all + own, 0)
    return Math.floor((0.8 * sum) / agents)
  })
  return { agents, jobs, cost, hours, capacityHours }
}

/** The text that `hamyar match --gap` reads. */
export const textOf = ({ agents, jobs, cost, hours, capacityHours }: Literature): string => {
  const lines = [`${agents} ${jobs}`]
  for (const table of [cost, hours])
    for (let agent = 0; agent < agents; agent += 1) lines.push(table.subarray(agent * jobs, (agent + 1) * jobs).join(' '))
  return [...lines, capacityHours.join(' '), ''].join('\n')
}
