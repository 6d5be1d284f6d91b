import { accessSync, constants, mkdirSync } from 'node:fs'
import type { Database } from '#apps/house.ts'
import { changeUrl } from '#platform/db/url.ts'
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { keyring, type Keyring } from '#platform/keys/index.ts'
import { readOrMakeKeyFile } from '#platform/keys/file.ts'
import type { Settings } from '#platform/settings/index.ts'

export interface Ground {
  readonly database: Database
  readonly keys: Keyring
  stop(): Promise<void>
}

const requireFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Error(`cannot write to the data folder ${folder}: set HAMYAR_DATA to a folder that this user may write`)
  }
}

/** Keys and database: the given one, or the embedded one in the data folder. */
export const layGround = async (settings: Settings, say: (line: string) => void): Promise<Ground> => {
  requireFolder(settings.dataFolder)
  const { material, made } = readOrMakeKeyFile(settings.keyFile)
  if (made) say(`Made strong keys: ${settings.keyFile} — keep a copy somewhere else (docs/keys.md).`)
  const keys = keyring(material)
  const given = settings.DATABASE_URL
  if (given !== undefined)
    return {
      keys,
      database: { adminUrl: given, urlOf: (user, password) => changeUrl(given, { user, password }) },
      stop: async () => {},
    }
  const server = await startEmbeddedPostgres({ dataFolder: settings.dataFolder, log: say })
  const adminUrl = server.url('postgres')
  return {
    keys,
    database: { adminUrl, urlOf: (user, password) => changeUrl(adminUrl, { user, password }) },
    stop: () => server.stop(),
  }
}
