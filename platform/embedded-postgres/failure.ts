/** The server cannot be started, in words for whoever runs the program: what is wrong and what to do. */
export class EmbeddedPostgresError extends Error {}

interface Cause {
  readonly sign: RegExp
  readonly say: (folder: string) => string
}

const ELSEWHERE = 'Make it writable, or set HAMYAR_DATA to another folder.'

const causes: readonly Cause[] = [
  {
    sign: /ENOSPC|No space left on device|Check free disk space|EDQUOT|quota exceeded/i,
    say: (folder) =>
      `The disk that holds the data folder ${folder} is full. ` +
      'Free some space, or set HAMYAR_DATA to a folder on another disk.',
  },
  {
    sign: /EROFS|Read-only file system/i,
    say: (folder) => `The data folder ${folder} is on a read-only file system. ${ELSEWHERE}`,
  },
  {
    sign: /EACCES|EPERM|Permission denied|Operation not permitted/i,
    say: (folder) => `The data folder ${folder} cannot be read and written by this user. ${ELSEWHERE}`,
  },
  {
    sign: /could not create shared memory|Cannot allocate memory|out of memory/i,
    say: (folder) =>
      'There is not enough memory to start the database. Close other programs, or lower shared_buffers in ' +
      `${folder}/postgres/data/postgresql.conf.`,
  },
  {
    sign: /ENOTDIR|EEXIST/,
    say: (folder) => `The data folder ${folder} is a file, not a folder. Set HAMYAR_DATA to a folder.`,
  },
]

/** initdb tells a whole page; the lines that matter are these, or else the last ones. */
const gist = (text: string): string => {
  const lines = text.trim().split('\n')
  const bad = lines.filter((line) => /error|FATAL|PANIC|HINT|hint:|denied|refus|failed/.test(line))
  return (bad.length > 0 ? bad : lines).slice(-6).join('\n')
}

/** Known causes in plain words, with the original text below. */
export const explain = (text: string, folder: string): EmbeddedPostgresError => {
  const known = causes.find(({ sign }) => sign.test(text))?.say(folder)
  const said = known ?? `The embedded database did not start in ${folder}.`
  return new EmbeddedPostgresError(`${said}\n(${gist(text)})`)
}

/** Runs file work on the data folder; what the file system refuses comes out explained. */
export const explained = <T>(folder: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw explain(error.message, folder)
    throw error
  }
}
