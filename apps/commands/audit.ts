import { readRoots, rootsFile } from '#platform/audit/export.ts'
import { verifyAudit } from '#platform/audit/verify.ts'
import { withRole } from './with-role.ts'

/** `audit verify`: reads the whole trail and says what is altered, missing or cut. Exit code 1 when anything is. */
export const verify = async (print: (line: string) => void): Promise<number> =>
  withRole('loader', async (client, _ground, { dataFolder }) => {
    const verdict = await verifyAudit(client, readRoots(rootsFile(dataFolder)))
    const { entries, chains, seals, unsealed, faults } = verdict
    print(JSON.stringify({ entries, chains, seals, unsealed, faults: faults.length }))
    for (const { kind, where } of faults) print(`${kind}: ${where}`)
    return faults.length === 0 ? 0 : 1
  })
