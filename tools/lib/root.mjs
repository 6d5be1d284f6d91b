import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the program, wherever the command was typed. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

export const inRoot = (...parts) => join(root, ...parts)

/** As platform/settings reads it, which needs packages that may not be installed yet. */
export const dataFolder = () => {
  const given = process.env.HAMYAR_DATA || '.hamyar'
  return isAbsolute(given) ? given : resolve(root, given)
}
