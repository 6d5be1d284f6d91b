import { refuse } from '#apps/commands/refused.ts'
import { isObject, type Json } from './json.ts'

/** `hierarchies` names, for a dimension, the label above each label. Following them upward must come to an end. */
export const requireNoCycle = (hierarchies: Json): void => {
  if (hierarchies === undefined) return
  if (!isObject(hierarchies)) return refuse('hierarchies', 'no object of dimensions')
  for (const [dimension, parents] of Object.entries(hierarchies)) {
    const where = `hierarchies.${dimension}`
    if (!isObject(parents)) return refuse(where, 'no object of labels')
    const above = new Map(Object.entries(parents).map(([label, parent]) => [label, typeof parent === 'string' ? parent : refuse(`${where}.${label}`, 'no label')]))
    const settled = new Set<string>()
    for (const label of above.keys()) {
      const path: string[] = []
      for (let at: string | undefined = label; at !== undefined && !settled.has(at); at = above.get(at)) {
        if (path.includes(at)) refuse(`${where}.${at}`, `a circle: ${[...path.slice(path.indexOf(at)), at].join(' → ')}`)
        path.push(at)
      }
      for (const one of path) settled.add(one)
    }
  }
}
