import { describeSettings } from '#platform/settings/index.ts'
import { work } from '#apps/worker.ts'
import { appoint } from '#apps/commands/administrators.ts'
import { verify } from '#apps/commands/audit.ts'
import { attackCase, checkProofOfCase, protectCase, proveCase } from '#apps/commands/disclosure/commands.ts'
import { printCellKeyTable, printNoiseTable } from '#apps/commands/disclosure/noise.ts'
import { rebuild } from '#apps/commands/facts.ts'
import { backup, drop, reseal, restore, rotate } from '#apps/commands/keys.ts'
import { match } from '#apps/commands/match.ts'
import { change as changePlacesCommand } from '#apps/commands/places.ts'
import { recountCommand } from '#apps/commands/recount.ts'
import type { Print, Run } from '#apps/commands/refused.ts'
import { build, rebuildReleased, USAGE as RELEASE, verifyReleased } from '#apps/commands/release.ts'

interface Command {
  readonly usage: string
  readonly about: string
  readonly run: Run
}

const requireOne = (rest: readonly string[], what: string): string => {
  const [value] = rest
  if (value === undefined) throw new Error(`say which ${what}`)
  return value
}

const commands: Readonly<Record<string, Command>> = {
  'administrators appoint': {
    usage: 'NAME CONTACT NAME CONTACT',
    about: 'the two administrators that a new installation begins with (docs/first-day.md)',
    run: appoint,
  },
  'audit verify': { usage: '', about: 'check the trail: altered, missing or cut entries', run: verify },
  'facts rebuild': { usage: '', about: 'make all roll-ups again from the facts', run: rebuild },
  'keys rotate': { usage: '', about: 'begin a new epoch of sealing keys', run: rotate },
  'keys reseal': { usage: '', about: 'seal everything again with the current epoch', run: reseal },
  'keys drop-old': { usage: '', about: 'forget old epochs, after a resealing that found nothing more', run: drop },
  'keys backup': { usage: 'FILE', about: 'write the keys, sealed with HAMYAR_PASSPHRASE', run: (print, rest) => backup(print, requireOne(rest, 'file')) },
  'keys restore': { usage: 'FILE', about: 'bring the keys back from a backup', run: (print, rest) => restore(print, requireOne(rest, 'file')) },
  match: { usage: 'INSTANCE', about: 'match needs with volunteers: [--out RESULT] [--convex 0,300,…] [--form hours] [--seconds S]; match --gap FILE', run: match },
  protect: { usage: 'CASE', about: 'which cells to leave out: --out PATTERN [--k K] [--level linear|interval] (docs/how-to/protect-a-release.md)', run: protectCase },
  attack: { usage: 'CASE PATTERN', about: 'what the published cells say about the others: [--k K] [--primaries]', run: attackCase },
  prove: { usage: 'CASE PATTERN', about: 'two tables for each primary that nobody can rule out: --out PROOF [--k K]', run: proveCase },
  'check-proof': { usage: 'CASE PATTERN PROOF', about: 'check such a proof with whole numbers alone: [--k K]', run: checkProofOfCase },
  'release build': { usage: RELEASE, about: 'draft, protect, attack, prove and write a release of a plan (docs/how-to/make-a-release.md)', run: build },
  'release verify': { usage: 'NAME', about: 'check every hash and proof of a release, and attack it once more', run: verifyReleased },
  'release rebuild': { usage: 'NAME', about: 'make a release again from the facts, and say whether the bytes are the same', run: rebuildReleased },
  'noise-table': { usage: '', about: 'noise by count, of maximum entropy: --d D --v V --js J [--stay P] [--free]', run: printNoiseTable },
  'cell-key': { usage: 'FILE', about: 'counts with noise by cell key: --by COLUMNS, --table PTABLE or --d D --v V --js J; [--id COLUMN --secret FILE]', run: printCellKeyTable },
  'places change': { usage: 'FILE', about: 'a border drawn anew, all of it or nothing (docs/how-to/draw-a-border-anew.md): [--dry]', run: changePlacesCommand },
  recount: {
    usage: '[INDICATOR]',
    about: 'count numbers again from the facts by other code: [--period P1405-M08] [--level county] [--as-of MOMENT] [--fact ID]',
    run: recountCommand,
  },
  worker: {
    usage: '',
    about: 'run jobs in a process of their own (needs DATABASE_URL)',
    run: async () => {
      await work()
      return 0
    },
  },
  settings: {
    usage: '',
    about: 'the whole table of settings',
    run: async (print) => {
      print(describeSettings())
      return 0
    },
  },
}

const ASKS_FOR_HELP: ReadonlySet<string | undefined> = new Set([undefined, 'help', '--help', '-h'])

const help = (): string => {
  const lines = Object.entries(commands).map(([name, { usage, about }]) => [`${name} ${usage}`, about] as const)
  const width = Math.max(...lines.map(([command]) => command.length))
  return ['npm run -s hamyar -- COMMAND', ...lines.map(([command, about]) => `  ${command.padEnd(width)} ${about}`)].join('\n')
}

const main = async (words: readonly string[]): Promise<number> => {
  const print: Print = (line) => {
    process.stdout.write(`${line}\n`)
  }
  for (const length of [2, 1]) {
    const command = commands[words.slice(0, length).join(' ')]
    if (command !== undefined) return await command.run(print, words.slice(length))
  }
  print(help())
  return ASKS_FOR_HELP.has(words[0]) ? 0 : 2
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
