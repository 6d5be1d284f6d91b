import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { doorFile, doorOf } from './doors.ts'

/**
 * Vite inside our own server, for `HAMYAR_DEV=1`: `middlewares` is a connect handler that serves
 * modules and styles; `html` gives the document of the door that owns `url`, ready to be sent.
 * Development pages carry Vite's inline reload script, so the server leaves the content security
 * policy away for them.
 */
export async function devMiddleware(server: Server) {
  // Only development has Vite installed.
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  })
  return {
    middlewares: vite.middlewares,
    html: async (url: string) => {
      const door = doorOf(new URL(url, 'http://local').pathname)
      const raw = await readFile(new URL(doorFile(door), import.meta.url), 'utf8')
      return vite.transformIndexHtml(`/${doorFile(door)}`, raw, url)
    },
    close: () => vite.close(),
  }
}
