export type Print = (line: string) => void
/** A command: answers the exit code. */
export type Run = (print: Print, rest: readonly string[]) => Promise<number>

/** Why a file or a word of the command line is not taken: where, and what is wrong there. */
export class Refused extends Error {}

export const refuse = (where: string, why: string): never => {
  throw new Refused(`${where}: ${why}`)
}

/** What is refused exits with 2, and nothing is written: 1 is left for what a command found out. */
export const refusing =
  (run: Run): Run =>
  async (print, rest) => {
    try {
      return await run(print, rest)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      process.stderr.write(`${error.message}\n`)
      return 2
    }
  }
