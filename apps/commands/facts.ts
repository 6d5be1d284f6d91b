import { rebuildRollups } from '#platform/facts/rebuild.ts'
import { withRole } from './with-role.ts'

/** `facts rebuild`: every roll-up again, from the facts alone. */
export const rebuild = async (print: (line: string) => void): Promise<number> =>
  withRole('loader', async (client) => {
    print(`${await rebuildRollups(client)} roll-up rows.`)
    return 0
  })
