// npm run dev: the server from its sources, started again at every change; pages change in the open browser.
import { ensureInstalled } from './lib/install.mjs'
import { inRoot, root } from './lib/root.mjs'
import { run, script } from './lib/run.mjs'

await ensureInstalled()
const tsx = inRoot('node_modules', 'tsx', 'dist', 'cli.mjs')
const watch = script(tsx, 'watch', '--clear-screen=false', 'apps/server.ts')
process.exitCode = await run(watch, { HAMYAR_ROOT: root, HAMYAR_DEV: '1' })
