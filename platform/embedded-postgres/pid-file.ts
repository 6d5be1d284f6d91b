import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/** What a postmaster writes about itself; the later lines are missing while it starts. */
export interface PidFile {
  readonly pid: number
  readonly socketFolder: string | undefined
  readonly port: number | undefined
  readonly status: string | undefined
}

/** Line by line as in PostgreSQL's src/include/utils/pidfile.h. */
export const parsePidFile = (text: string): PidFile | undefined => {
  const [pid, , , port, socketFolder, , , status] = text.split('\n').map((line) => line.trim())
  if (pid === undefined || !/^\d+$/.test(pid)) return undefined
  return {
    pid: Number(pid),
    socketFolder: socketFolder === '' ? undefined : socketFolder,
    port: port === undefined || port === '' ? undefined : Number(port),
    status: status === '' ? undefined : status,
  }
}

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export const readPidFile = (path: string): PidFile | undefined => {
  const text = read(path)
  return text === undefined ? undefined : parsePidFile(text)
}

/** Empty for a process that has ended, also for one that nobody has buried yet. */
const commandLine = (pid: number): string => {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`) ?? ''
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Numbers are used again, in containers very soon: only a postmaster over these very files counts. */
export const isPostmasterOf = (pid: number, files: string): boolean => {
  const words = commandLine(pid)
  return words.includes('postgres') && words.includes(files)
}

export const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Makes a lock file whose number now belongs to a stranger stale for the server we are about to start:
 * PostgreSQL takes a lock of its own parent for one that was left behind. Better than removing the file: the
 * shared memory that it names is still looked at, so a surviving backend still keeps a second server out.
 */
export const disown = (path: string): void => {
  const text = read(path)
  if (text !== undefined) writeFileSync(path, text.replace(/^\d+/, String(process.pid)))
}
