import { createHash, randomBytes } from 'node:crypto'
import { anyone, keysOf, type Actor, type Role } from '#platform/actor/index.ts'
import type { Clock } from '#platform/clock/index.ts'
import type { Pool } from '#platform/db/index.ts'
import { NO_AREA, newId, type Home } from '#platform/ids/index.ts'

/** Staff work a shift, a volunteer keeps the phone signed in, a person's open file closes soon. */
export const sessionHours = { account: 12, volunteer: 24 * 30, person: 0.5 } as const

export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest()

interface SessionRow {
  readonly id: string
  readonly kind: 'account' | 'person'
  readonly account: string | null
  readonly person: string | null
  readonly home: number
  readonly keys: string[]
  readonly seen_at: Date
  readonly ends_at: Date
  readonly role: Role | null
  readonly unit: string | null
  readonly appointment_home: number | null
  readonly area_from: number | null
  readonly area_to: number | null
  readonly volunteer: string | null
}

// "Last seen" is for the owner's list of sessions: to the nearest minutes is enough.
const SEEN_EVERY_MS = 5 * 60_000

const READ = `
select s.id, s.kind, s.seen_at, s.account, s.person, s.home, s.keys, s.ends_at, a.role, a.unit, a.home as appointment_home,
  a.area_from, a.area_to, a.volunteer
from auth.session s
left join auth.account c on c.id = s.account
left join auth.appointment a on a.id = s.appointment
  and a.valid_from <= $2 and (a.valid_until is null or a.valid_until > $2)
where s.token_digest = $1 and s.ended_at is null and s.ends_at > $2 and c.suspended_at is null`

/** Roles whose area opens rows by home: the liaison desk sees open needs and proposals of its area. */
const AREA_ROLES: readonly Role[] = ['liaison']
/** Roles that read the aggregates of their area; nobody's area ever opens a file. */
const COUNT_ROLES: readonly Role[] = ['clerk', 'case-worker', 'supervisor', 'liaison', 'director', 'statistician']

const actorOfRow = (row: SessionRow): Actor => {
  if (row.kind === 'person' && row.person !== null)
    return {
      ...anyone,
      kind: 'person',
      id: `person:${row.person}`,
      role: 'person',
      home: row.home as Home,
      keys: [`person:${row.person}`, `actor:person:${row.person}`, ...row.keys],
      person: row.person,
      session: row.id,
    }
  const account = row.account ?? ''
  const role = row.role ?? undefined
  const range = { from: row.area_from ?? 1, to: row.area_to ?? 0 }
  return {
    kind: 'account',
    id: account,
    role,
    home: (row.appointment_home ?? row.home) as Home,
    unit: row.unit ?? undefined,
    keys:
      role === undefined
        ? [`actor:${account}`]
        : keysOf({ account, role, unit: row.unit ?? undefined, volunteer: row.volunteer ?? undefined }),
    area: role !== undefined && AREA_ROLES.includes(role) ? range : NO_AREA,
    counts: role !== undefined && COUNT_ROLES.includes(role) ? range : NO_AREA,
    session: row.id,
    volunteer: row.volunteer ?? undefined,
  }
}

export interface Sessions {
  /** The actor behind a token; `anyone` when it is unknown, ended or too old. */
  read(token: string | undefined): Promise<Actor>
  start(session: NewSession): Promise<{ token: string; endsAt: Date }>
  /** Ends it at once, in this process and in the others after at most `REMEMBERED_MS`. */
  end(id: string): Promise<void>
  /** Ends all of an account, or all but one: after a lost phone, a suspension, a change of roles. */
  endAll(account: string, but?: string): Promise<void>
  forget(): void
}

export interface NewSession {
  readonly kind: 'account' | 'person'
  readonly account?: string
  readonly appointment?: string
  readonly person?: string
  readonly home: number
  readonly keys?: readonly string[]
  readonly strength: 'code' | 'code+second'
  readonly device: string
  readonly hours: number
}

// A revoked session lives at most this long in another process; in its own it ends at once.
const REMEMBERED_MS = 5_000

export const createSessions = (pool: Pool, clock: Clock): Sessions => {
  const remembered = new Map<string, { actor: Actor; until: number; endsAt: number }>()
  const read: Sessions['read'] = async (token) => {
    if (token === undefined || token.length < 20) return anyone
    const now = clock.now()
    const known = remembered.get(token)
    if (known !== undefined && known.until > now.getTime() && known.endsAt > now.getTime()) return known.actor
    const { rows } = await pool.query<SessionRow>(READ, [tokenDigest(token), now])
    const [row] = rows
    if (row === undefined) return anyone
    const actor = actorOfRow(row)
    if (now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS)
      await pool.query('update auth.session set seen_at = $2 where id = $1', [row.id, now])
    if (remembered.size > 20_000) remembered.clear()
    remembered.set(token, { actor, until: now.getTime() + REMEMBERED_MS, endsAt: row.ends_at.getTime() })
    return actor
  }
  return {
    read,
    start: async (session) => {
      const now = clock.now()
      const token = randomBytes(32).toString('base64url')
      const endsAt = new Date(now.getTime() + session.hours * 3_600_000)
      await pool.query(
        `insert into auth.session (id, token_digest, kind, account, appointment, person, home, keys, strength, device,
           started_at, seen_at, ends_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$11,$12)`,
        [
          newId(now.getTime()),
          tokenDigest(token),
          session.kind,
          session.account ?? null,
          session.appointment ?? null,
          session.person ?? null,
          session.home,
          session.keys ?? [],
          session.strength,
          session.device,
          now,
          endsAt,
        ],
      )
      return { token, endsAt }
    },
    endAll: async (account, but) => {
      await pool.query(
        'update auth.session set ended_at = $2 where account = $1 and ended_at is null and id is distinct from $3::uuid',
        [account, clock.now(), but ?? null],
      )
      remembered.clear()
    },
    end: async (id) => {
      await pool.query('update auth.session set ended_at = $2 where id = $1 and ended_at is null', [id, clock.now()])
      remembered.clear()
    },
    forget: () => remembered.clear(),
  }
}
