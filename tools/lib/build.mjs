import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inRoot, root } from './root.mjs'
import { listen, script } from './run.mjs'

const shared = ['domains', 'engines', 'platform', 'countries']

/** What each half of dist/ is made from. */
const halves = {
  server: { folders: ['apps', 'demonstration', ...shared], proof: 'dist/apps/server.js' },
  web: { folders: ['web', ...shared], proof: 'dist/web' },
}

const isSource = (path) => !/\.(test\.tsx?|md)$/.test(path)

const sourcesIn = (folder) =>
  existsSync(inRoot(folder))
    ? readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isSource(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    : []

/** By content: dates lie after a checkout, a copy or a restore. */
const digestOf = (half) => {
  const hash = createHash('sha256')
  const add = (path) => hash.update(`${path}\0`).update(readFileSync(inRoot(path))).update('\0')
  for (const path of ['package.json', 'package-lock.json', 'tools/lib/build.mjs']) add(path)
  for (const path of halves[half].folders.flatMap(sourcesIn).sort()) add(path)
  return hash.digest('hex')
}

const stampOf = (half) => inRoot('dist', `${half}.stamp`)

/** Whether dist/ holds what the sources say now. */
export const isFresh = (half) =>
  existsSync(inRoot(halves[half].proof)) &&
  existsSync(stampOf(half)) &&
  readFileSync(stampOf(half), 'utf8') === digestOf(half)

const buildServer = async () => {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['server', 'worker', 'cli', 'thread'].map((name) => `apps/${name}.ts`),
    outdir: 'dist/apps',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // Ours (`#platform/…`) come in, by "imports" of package.json; installed packages stay outside.
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
  })
}

const buildWeb = async () => {
  const { build } = await import('vite')
  await build({ configFile: inRoot('web', 'vite.config.ts'), logLevel: 'error' })
}

const builders = { server: buildServer, web: buildWeb }

const build = async (half) => {
  const digest = digestOf(half)
  rmSync(stampOf(half), { force: true })
  if (half === 'server') rmSync(inRoot('dist', 'apps'), { recursive: true, force: true })
  await builders[half]()
  mkdirSync(inRoot('dist'), { recursive: true })
  writeFileSync(stampOf(half), digest)
}

/** Builds the halves that are not fresh; answers what went wrong, or undefined. */
export const ensureBuilt = async () => {
  const stale = Object.keys(halves).filter((half) => !isFresh(half))
  if (stale.length === 0) return undefined
  console.log(`Building the ${stale.join(' and the ')}.`)
  // In a process of its own: the bundlers' memory is given back before the server starts.
  const { code, text } = await listen(script(inRoot('tools', 'lib', 'build.mjs'), ...stale))
  return code === 0 ? undefined : text
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const half of process.argv.slice(2))
    await build(half).catch((error) => {
      console.error(`The ${half} could not be built. ${error.message}`)
      process.exitCode = 1
    })
