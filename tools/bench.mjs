// npm run bench -- [name …] [--only word …]: measures; without a name everything in bench/, one after the other. With
// words, of the instances of `matching` those whose name has them all.
import { existsSync, readdirSync } from 'node:fs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot, root } from './lib/root.mjs'
import { run, script } from './lib/run.mjs'

await ensureInstalled()
const known = existsSync(inRoot('bench'))
  ? readdirSync(inRoot('bench'))
      .filter((name) => /^[a-z-]+\.ts$/.test(name))
      .map((name) => name.replace('.ts', ''))
  : []
/** What belongs together, under one name. */
const together = { observatory: ['counting', 'disclosure'] }
const words = process.argv.slice(2)
const only = words.includes('--only') ? words.splice(words.indexOf('--only')).slice(1) : []
const asked = words.flatMap((name) => together[name] ?? [name])
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no measure called ${unknown.join(', ')}. There are: ${[...known, ...Object.keys(together)].join(', ')}.`)
  process.exit(1)
}
// In the form in which the server runs in production (`tools/lib/build.mjs`), ours and the peers alike: the loader of
// the development form names every closure each time it is made.
const { build } = await import('esbuild')
await build({
  absWorkingDir: root,
  entryPoints: known.map((name) => `bench/${name}.ts`),
  outdir: 'dist/bench',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'silent',
})
for (const name of asked.length > 0 ? asked : known) {
  console.log(`— ${name}`)
  const code = await run(script(`dist/bench/${name}.js`, ...only), { HAMYAR_ROOT: root })
  if (code !== 0) process.exitCode = code
}
