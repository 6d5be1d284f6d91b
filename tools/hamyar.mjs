// npm run -s hamyar -- <command>: the command line, from the bundle where it is fresh, else from the sources.
import { isFresh } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot, root } from './lib/root.mjs'
import { become, run, typescript } from './lib/run.mjs'

await ensureInstalled()
process.env.HAMYAR_ROOT = root
if (isFresh('server')) await become(inRoot('dist', 'apps', 'cli.js'))
else process.exitCode = await run(typescript('apps/cli.ts', ...process.argv.slice(2)))
