import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

export type Files = Readonly<Record<string, string>>

/** Writes a small tree of files into a folder of its own under the temporary one; answers where. */
export const plant = (files: Files): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hamyar-house-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** A package that can be found and has nothing in it. */
export const emptyPackage = (name: string): Files => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js', types: 'index.d.ts' }),
  [`node_modules/${name}/index.js`]: 'export {}\n',
  [`node_modules/${name}/index.d.ts`]: 'export declare const x: number\n',
})
