import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { inRoot } from './root.mjs'

/** Kilobytes of JavaScript, brotli, that a door may fetch before its first page. */
export const budgets = { public: 100, volunteer: 100, staff: 300 }

const brotli = (path) =>
  brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** The entry of each door with everything it imports at once, and the page that it opens with. */
const firstPages = { public: 'public/home.tsx', volunteer: 'volunteer/today.tsx', staff: undefined }

export const firstLoad = () => {
  const manifest = JSON.parse(readFileSync(inRoot('dist', 'web', 'manifest.json'), 'utf8'))
  return Object.entries(budgets).map(([door, budget]) => {
    const files = new Set()
    const add = (name) => {
      const chunk = manifest[name]
      if (chunk === undefined || files.has(chunk.file)) return
      files.add(chunk.file)
      for (const imported of chunk.imports ?? []) add(imported)
    }
    add(`${door}/index.html`)
    if (firstPages[door] !== undefined) add(firstPages[door])
    const scripts = [...files].filter((file) => file.endsWith('.js'))
    const kilobytes = scripts.reduce((sum, file) => sum + brotli(inRoot('dist', 'web', file)), 0) / 1000
    return { door, kilobytes, budget, fits: scripts.length > 0 && kilobytes <= budget }
  })
}
