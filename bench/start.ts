import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '#apps/root.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

/** What `npm start` stands for: with the options that Node gets there. */
const startCommand = async (): Promise<string[]> => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}

/** Seconds from the command to the first page that is served, then the server is asked to stop. */
const start = (command: readonly string[], folder: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const server = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, HAMYAR_DATA: folder, PORT: '0', HAMYAR_DEMONSTRATION_SCALE: '1', DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, address] = /Hamyar is ready: (http:\S+)/.exec(said) ?? []
      if (address === undefined) return
      said = ''
      fetch(address).then(() => {
        const seconds = (performance.now() - begun) / 1000
        server.once('exit', () => resolve(seconds))
        server.kill('SIGTERM')
      }, reject)
    })
    server.once('error', reject)
  })

/** Server and pages anew, as the very first start does beforehand. */
const build = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const building = spawn(process.execPath, [join(root, 'tools', 'lib', 'build.mjs'), 'server', 'web'], { cwd: root, stdio: 'ignore' })
    building.once('error', reject)
    building.once('exit', (code) => (code === 0 ? resolve((performance.now() - begun) / 1000) : reject(new Error('the build failed'))))
  })

/**
 * First start with the whole demonstration country, then later ones: from the command to the first page, packages
 * installed and pages built; the build stands beside. Absolute times, so the machine is named, and how busy it was.
 */
const main = async (): Promise<void> => {
  print(`  ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`)
  print(`  building server and pages                  ${(await build()).toFixed(1)} s`)
  const command = await startCommand()
  const folder = await mkdtemp(join(tmpdir(), 'hamyar-start-'))
  print(`  first start, whole demonstration country   ${(await start(command, folder)).toFixed(1)} s   aim ≤ 90`)
  for (let later = 1; later <= 2; later++) print(`  later start                                ${(await start(command, folder)).toFixed(1)} s   aim ≤ 5`)
  await rm(folder, { recursive: true, force: true })
}

await main()
