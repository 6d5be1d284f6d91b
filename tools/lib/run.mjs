import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/** A script of an installed package, run by this Node: no shell, the same on every system. */
export const script = (path, ...args) => [process.execPath, [path, ...args]]

/** A TypeScript file of ours. */
export const typescript = (path, ...args) => [process.execPath, ['--import', 'tsx', path, ...args]]

const codeOf = (code, signal) => code ?? (signal === 'SIGINT' ? 130 : 1)

/** Runs with our own input and output; answers the exit code. A terminal sends Ctrl-C to both itself. */
export const run = ([command, args], environment = {}) =>
  new Promise((resolve) => {
    const env = { ...process.env, ...environment }
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env })
    const pass = (signal) => child.kill(signal)
    const interrupted = () => process.stdin.isTTY || child.kill('SIGINT')
    process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', interrupted)
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGHUP', pass).off('SIGINT', interrupted)
      resolve(codeOf(code, signal))
    })
  })

/** Runs in silence; answers the exit code and everything it said. */
export const listen = ([command, args], environment = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...environment } })
    let text = ''
    const gather = (chunk) => (text += chunk)
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.once('error', (error) => resolve({ code: 1, text: error.message }))
    child.once('close', (code, signal) => resolve({ code: codeOf(code, signal), text }))
  })

/** Goes on as that program, in this process: its signals, output and exit code are its own. */
export const become = async (path, args = process.argv.slice(2)) => {
  process.argv = [process.execPath, path, ...args]
  await import(pathToFileURL(path).href)
}
