import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireNode } from './node-version.mjs'
import { dataFolder, inRoot } from './root.mjs'
import { run, script } from './run.mjs'

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/**
 * npm writes what it installed to a lock file of its own, as its last step: an installation that was cut off
 * has none, and one for an older package-lock.json differs. Optional packages of other systems are absent.
 */
export const isInstalled = () => {
  const installedLock = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(installedLock)) return false
  const installed = packagesOf(installedLock)
  return Object.entries(packagesOf(inRoot('package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (found === undefined) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

const writable = (folder) => {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** npm fails where it cannot write its cache, for instance in a container with a read-only home. */
const cacheFolder = () => {
  const usual = process.env.npm_config_cache || join(homedir(), '.npm')
  if (writable(usual)) return usual
  const other = [join(dataFolder(), 'npm-cache'), join(tmpdir(), 'hamyar-npm-cache')].find(writable)
  if (other !== undefined) console.log(`${usual} cannot be written: npm keeps its cache in ${other}.`)
  return other
}

const npm = (...args) => {
  const path = process.env.npm_execpath ?? ''
  return /npm-cli\.[cm]?js$/.test(path) ? script(path, ...args) : ['npm', args]
}

/** Ends the program when the packages cannot be had. Install scripts are never run. */
export const ensureInstalled = async () => {
  requireNode()
  if (isInstalled()) return
  console.log('Installing the packages of package-lock.json (once; needs the network).')
  const cache = cacheFolder()
  const environment = { npm_config_update_notifier: 'false', ...(cache && { npm_config_cache: cache }) }
  const code = await run(npm('ci', '--ignore-scripts'), environment)
  if (code === 0 && isInstalled()) return
  console.error('The packages could not be installed; what npm said stands above. Is there a network?')
  process.exit(1)
}
