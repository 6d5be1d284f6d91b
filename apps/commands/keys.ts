import { root } from '#apps/root.ts'
import { joinAddresses } from '#domains/people/index.ts'
import { backupKeys, restoreKeys } from '#platform/keys/backup.ts'
import { dropOldEpochs, readOrMakeKeyFile, rotateKeys, writeKeyFile } from '#platform/keys/file.ts'
import { resealRows } from '#platform/keys/reseal.ts'
import { readSettings } from '#platform/settings/index.ts'
import { existsSync } from 'node:fs'
import { withRole } from './with-role.ts'

const PASSPHRASE = 'HAMYAR_PASSPHRASE'

const passphrase = (): string => {
  const given = process.env[PASSPHRASE]
  if (given === undefined || given === '') throw new Error(`put the passphrase into ${PASSPHRASE}, so that it stays out of the shell's history`)
  return given
}

const keyFile = () => readSettings(process.env, root).keyFile

export const rotate = async (print: (line: string) => void): Promise<number> => {
  print(`Epoch ${rotateKeys(keyFile())} is written. Restart every process, then: hamyar keys reseal`)
  return 0
}

export const reseal = async (print: (line: string) => void): Promise<number> =>
  withRole('loader', async (client, { keys }) => {
    print(JSON.stringify(await resealRows(client, keys)))
    const joined = await joinAddresses(client, keys)
    if (joined > 0) print(`${joined} addresses are sealed together with their contact now.`)
    return 0
  })

export const drop = async (print: (line: string) => void): Promise<number> => {
  print(`${dropOldEpochs(keyFile())} old epochs are forgotten.`)
  return 0
}

export const backup = async (print: (line: string) => void, path: string): Promise<number> => {
  backupKeys(readOrMakeKeyFile(keyFile()).material, path, passphrase())
  print(`Written to ${path}. Keep it, and the passphrase, in two other places.`)
  return 0
}

export const restore = async (print: (line: string) => void, path: string): Promise<number> => {
  const target = keyFile()
  if (existsSync(target)) throw new Error(`${target} exists: move it away first, nothing is overwritten`)
  writeKeyFile(target, restoreKeys(path, passphrase()))
  print(`Restored to ${target}.`)
  return 0
}
