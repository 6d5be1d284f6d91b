import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import axeCore from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)

/** The browser that comes inside an npm package: today's, and the oldest we promise to work in. */
const packages = { today: '@sparticuz/chromium', floor: 'chromium-floor' } as const

/**
 * Unpacks the packaged browser once and gives its path. The packages' own unpacking goes to a fixed path
 * that the other version silently re-uses, so we unpack ourselves, each version into a folder of its own,
 * and rename it into place: two test runs at the same moment do not see half a browser.
 */
async function unpacked(name: string): Promise<string> {
  const manifest = require.resolve(name).replace(/[\\/]build[\\/].*$/, '/package.json')
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const folder = join(tmpdir(), `hamyar-chromium-${version}`)
  const executable = join(folder, 'chromium')
  if (existsSync(executable)) return executable

  const packed = await readFile(join(dirname(manifest), 'bin', 'chromium.br'))
  const unfinished = await mkdtemp(`${folder}-`)
  await writeFile(join(unfinished, 'chromium'), await promisify(brotliDecompress)(packed))
  await chmod(join(unfinished, 'chromium'), 0o755)
  await rename(unfinished, folder).catch(async (reason: unknown) => {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(executable)) throw reason
  })
  return executable
}

/** The packages hold a Linux x64 program; anywhere else an installed Chrome or Chromium is used. */
async function executable(floor: boolean): Promise<{ executablePath?: string; channel?: string }> {
  const installed = process.env.CHROME_PATH
  if (installed) return { executablePath: installed }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { executablePath: await unpacked(floor ? packages.floor : packages.today) }
  }
  if (floor) throw new Error('The oldest browser is only packaged for Linux x64: set CHROME_PATH to one.')
  return { channel: 'chrome' }
}

/** `floor` is Chromium 109, the oldest that the desk doors promise; without it today's. */
export async function launchBrowser({ floor = false }: { floor?: boolean } = {}): Promise<Browser> {
  const temporary = join(tmpdir(), `hamyar-browser-${floor ? 'floor' : 'today'}`)
  await mkdir(temporary, { recursive: true })
  return chromium.launch({
    ...(await executable(floor)),
    env: { ...process.env, TMPDIR: temporary },
    args: [
      // A browser refuses to run as root inside its own sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-zygote',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--no-pings',
      '--font-render-hinting=none',
    ],
  })
}

/**
 * What goes wrong in a page from now on: addresses asked for on another host, errors of scripts, and what the
 * browser itself complains of. An end-to-end test expects the list to stay empty.
 */
export function collectFaults(page: Page, origin: string): readonly string[] {
  const faults: string[] = []
  const where = () => new URL(page.url()).pathname
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    const leaves = /^(https?|wss?):$/.test(protocol) && asked.replace(/^ws/, 'http') !== origin
    if (leaves) faults.push(`${where()}: asked ${request.url()}`)
  })
  page.on('pageerror', (error) => faults.push(`${where()}: ${error.message}`))
  page.on('console', (line) => {
    // An answer such as "sign in first" is a fault of nothing, though the browser notes it in red.
    const refusal = /the server responded with a status of 4\d\d/.test(line.text())
    if (line.type() === 'error' && !refusal) faults.push(`${where()}: ${line.text()}`)
  })
  return faults
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with the page at WCAG 2.2 A and AA, or by the rules named, in one line each. */
export async function axe(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Taking axe in and reading the style sheets again costs more than looking: both once a page.
  const first = await page.evaluate(() => !('axe' in window))
  if (first) await page.evaluate(axeCore.source)
  const runOnly = rules === undefined ? { type: 'tag' as const, values: tags } : { type: 'rule' as const, values: [...rules] }
  return page.evaluate(
    async (options) => {
      const { axe: inPage } = window as unknown as { axe: typeof axeCore }
      const { violations } = await inPage.run(document, options)
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} — ${target.join(' ')}`))
    },
    { runOnly, resultTypes: ['violations' as const], preload: first },
  )
}
