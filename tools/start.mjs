// npm start: installs and builds what is missing or changed, then is the server.
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot, root } from './lib/root.mjs'
import { become } from './lib/run.mjs'

await ensureInstalled()
const failure = await ensureBuilt()
if (failure !== undefined) {
  console.error(failure)
  process.exit(1)
}
process.env.HAMYAR_ROOT = root
process.env.NODE_ENV ??= 'production'
await become(inRoot('dist', 'apps', 'server.js'))
