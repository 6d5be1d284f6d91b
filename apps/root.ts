import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the program: migrations, country packs and built pages are found from here, also from a bundle. */
const findRoot = (): string => {
  let folder = process.env['HAMYAR_ROOT'] ?? dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('the folder db/migrations was not found above the program')
    folder = above
  }
  return folder
}

export const root = findRoot()
