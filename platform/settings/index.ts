import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'

/** The whole table of settings: every one comes from the environment, is checked, and is explained here. */
export const settingsTable = {
  PORT: {
    about: 'Port of the web server. When it is taken the next free one is used, and said.',
    shape: z.coerce.number().int().min(0).max(65_535).default(3000),
  },
  HOST: {
    about: 'Address to listen on. Only this machine by default; 0.0.0.0 for everyone, behind a TLS proxy.',
    shape: z.string().min(1).default('127.0.0.1'),
  },
  PUBLIC_URL: {
    about: 'Address that people type, e.g. https://help.example.org. https makes cookies secure.',
    shape: z.url().optional(),
  },
  HAMYAR_PROXY: {
    about: 'yes: a proxy in front passes the caller\'s address in X-Forwarded-For. no: that header is ignored.',
    shape: z.enum(['yes', 'no']).default('no'),
  },
  DATABASE_URL: {
    about: 'PostgreSQL 15 or newer, as a user that may create roles. Absent: the embedded server.',
    shape: z.string().regex(/^postgres(ql)?:\/\//).optional(),
  },
  HAMYAR_DATA: {
    about: 'Folder for the embedded database, keys and files. Default: .hamyar beside the program.',
    shape: z.string().min(1).default('.hamyar'),
  },
  HAMYAR_KEYS: {
    about: 'Key file (docs/keys.md). Default: keys.json in the data folder, made strong on the first start.',
    shape: z.string().min(1).optional(),
  },
  HAMYAR_COUNTRY: { about: 'Country pack.', shape: z.enum(['iran', 'kenya']).default('iran') },
  HAMYAR_DEMONSTRATION: {
    about: 'yes: an empty database is filled with a synthetic country on the first start. no: it stays empty.',
    shape: z.enum(['yes', 'no']).default('yes'),
  },
  HAMYAR_DEMONSTRATION_SCALE: {
    about: 'Part of the demonstration country to load, above 0 up to 1. Tests use a small one.',
    shape: z.coerce.number().positive().max(1).default(1),
  },
  HAMYAR_DEMONSTRATION_RELEASES: {
    about: 'yes: after the first start the demonstration makes its statistical releases in the background. no: it does not.',
    shape: z.enum(['yes', 'no']).default('yes'),
  },
  HAMYAR_LOG: {
    about: 'Least level of log lines that are written.',
    shape: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  },
  HAMYAR_WORKER: {
    about: 'yes: this server runs jobs too. no: a worker of its own does (npm run -s hamyar -- worker).',
    shape: z.enum(['yes', 'no']).default('yes'),
  },
  HAMYAR_POOL: {
    about: 'Most database connections of the application in this process.',
    shape: z.coerce.number().int().min(1).max(200).default(12),
  },
  HAMYAR_THREADS: {
    about: 'Counties that a matching run reckons at once, each in a thread beside the one that answers pages.',
    shape: z.coerce.number().int().min(1).max(64).default(1),
  },
  HAMYAR_SMS_URL: {
    about: 'Address of an HTTP gateway that sends text messages. Absent: messages wait on the outbox page.',
    shape: z.url().optional(),
  },
  HAMYAR_SMTP_URL: {
    about: 'SMTP server for e-mail, smtp(s)://user:password@host. Absent: as above.',
    shape: z.url().optional(),
  },
  HAMYAR_ON_CALL: {
    about: 'Telephone of the agency for danger, day and night: shown where the country pack names none, and told when nobody on a centre\'s duty list answers.',
    shape: z.string().min(2).optional(),
  },
} as const

export type Settings = {
  readonly [K in keyof typeof settingsTable]: z.output<(typeof settingsTable)[K]['shape']>
} & { readonly dataFolder: string; readonly keyFile: string }

/** Every wrong setting at once, each with its name and what it should be; undefined when all are right. */
export class SettingsError extends Error {}

/** `root` is the folder of the program: relative folders start there, not where the command was typed. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>, root: string): Settings => {
  const wrong: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, { about, shape }] of Object.entries(settingsTable)) {
    const given = environment[name] === '' ? undefined : environment[name]
    const parsed = shape.safeParse(given)
    if (parsed.success) values[name] = parsed.data
    else wrong.push(`${name}=${given}: ${parsed.error.issues[0]?.message ?? 'wrong'}. ${about}`)
  }
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'))
  const settings = values as Omit<Settings, 'dataFolder' | 'keyFile'>
  const dataFolder = isAbsolute(settings.HAMYAR_DATA) ? settings.HAMYAR_DATA : resolve(root, settings.HAMYAR_DATA)
  return { ...settings, dataFolder, keyFile: settings.HAMYAR_KEYS ?? join(dataFolder, 'keys.json') }
}

/** The table as text, for the command line and the documentation. */
export const describeSettings = (): string =>
  Object.entries(settingsTable)
    .map(([name, { about }]) => `${name}\n    ${about}`)
    .join('\n')
