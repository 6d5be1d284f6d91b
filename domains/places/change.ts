import { z } from 'zod'
import { searchText } from '#platform/words/index.ts'

/** A border that was drawn anew, as the official gazette tells it: one day, and everything that changed on it. */
export const PlaceChange = z.strictObject({
  on: z.iso.date(),
  /** Places that come to be. */
  new: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(40),
        kind: z.enum(['province', 'county', 'town']),
        parent: z.string(),
        nameFa: z.string().min(1),
        nameEn: z.string().min(1),
        lat: z.number().min(-90).max(90),
        lon: z.number().min(-180).max(180),
      }),
    )
    .default([]),
  /** Places that lie in another one from then on. */
  moved: z.array(z.strictObject({ place: z.string(), to: z.string() })).default([]),
  cameFrom: z.array(z.strictObject({ place: z.string(), origin: z.string(), how: z.enum(['split', 'joined', 'renamed', 'part']) })).default([]),
  /** Places that are no more. */
  ended: z.array(z.string()).default([]),
})
export type PlaceChange = z.infer<typeof PlaceChange>

interface Known {
  readonly code: string
  readonly kind: string
  readonly parent: string | null
  readonly home: number
  /** The latest day on which it was moved. */
  readonly moved: string | null
}

/** What it needs of a connection: one that may write places (the loader's). */
export interface PlacesConnection {
  query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[] }>
}

const ABOVE: Readonly<Record<string, string>> = { province: 'country', county: 'province', town: 'county' }

/** Everything that is wrong with a change, by the entry where it stands; nothing is written while there is anything. */
export const faultsOf = (change: PlaceChange, places: readonly Known[]): string[] => {
  const kinds = new Map([...places, ...change.new].map(({ code, kind }) => [code, kind]))
  const byCode = new Map(places.map((place) => [place.code, place]))
  const faults: string[] = []
  const check = (wrong: boolean, fault: string) => {
    if (wrong) faults.push(fault)
  }
  for (const [at, { code, kind, parent }] of change.new.entries()) {
    check(byCode.has(code) || change.new.some((other, index) => index < at && other.code === code), `new ${at + 1}: there is a place ${code} already`)
    check(kinds.get(parent) !== ABOVE[kind], `new ${at + 1}: ${kind} ${code} cannot lie in ${parent}`)
  }
  for (const [at, { place, to }] of change.moved.entries()) {
    const known = byCode.get(place)
    if (known === undefined) faults.push(`moved ${at + 1}: no place is called ${place}`)
    else {
      check(kinds.get(to) !== ABOVE[known.kind], `moved ${at + 1}: ${known.kind} ${place} cannot lie in ${to}`)
      check(known.parent === to, `moved ${at + 1}: ${place} lies in ${to} already`)
      check(known.moved !== null && known.moved >= change.on, `moved ${at + 1}: ${place} was moved on ${known.moved}, which is not before`)
    }
  }
  for (const [at, { place, origin }] of change.cameFrom.entries())
    check(!kinds.has(place) || !kinds.has(origin) || place === origin, `cameFrom ${at + 1}: ${place} cannot come from ${origin}`)
  for (const [at, code] of change.ended.entries()) {
    const lefts = places.filter(({ parent, code: child }) => parent === code && !change.moved.some(({ place }) => place === child))
    check(!byCode.has(code), `ended ${at + 1}: no place is called ${code}`)
    check(lefts.length > 0, `ended ${at + 1}: ${lefts.length} places still lie in ${code}`)
  }
  return faults
}

/** Writes a change, or nothing of it. Facts are left alone: they stay with the place as it was on their date. */
export const changePlaces = async (loader: PlacesConnection, change: PlaceChange, { dry }: { readonly dry: boolean }): Promise<string[]> => {
  await loader.query('begin')
  try {
    await loader.query('lock table places.place in share row exclusive mode')
    const { rows } = await loader.query<Known>(
      'select p.code, p.kind, p.parent, p.home, (select max(m.moved_on)::text from places.moved m where m.place = p.code) as moved from places.place p',
    )
    const faults = faultsOf(change, rows)
    if (faults.length === 0 && !dry) await write(loader, change, rows)
    await loader.query(faults.length === 0 && !dry ? 'commit' : 'rollback')
    return faults
  } catch (error) {
    await loader.query('rollback')
    throw error
  }
}

const write = async (loader: PlacesConnection, change: PlaceChange, places: readonly Known[]): Promise<void> => {
  const { on } = change
  // An office is asked for as long as it stands: a new place is served by the one of what it came from.
  const homeOf = (code: string, parent: string): number => {
    const origin = change.cameFrom.find(({ place }) => place === code)?.origin ?? parent
    return places.find((place) => place.code === origin)?.home ?? places.find((place) => place.code === parent)?.home ?? 0
  }
  // Large places first: small ones lie in them.
  for (const { code, kind, parent, nameFa, nameEn, lat, lon } of [...change.new].sort((a, b) => (a.kind === ABOVE[b.kind] ? -1 : 1)))
    await loader.query(
      `insert into places.place (code, kind, parent, name_fa, name_en, search, lat, lon, home, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [code, kind, parent, nameFa, nameEn, searchText(nameFa, nameEn), lat, lon, homeOf(code, parent), on],
    )
  for (const { place, to } of change.moved) {
    await loader.query('insert into places.moved (place, moved_on, from_parent) select code, $2, parent from places.place where code = $1', [place, on])
    await loader.query('update places.place set parent = $2 where code = $1', [place, to])
  }
  for (const { place, origin, how } of change.cameFrom)
    await loader.query('insert into places.came_from (place, origin, changed_on, how) values ($1, $2, $3, $4)', [place, origin, on, how])
  for (const code of change.ended) await loader.query('update places.place set valid_until = $2 where code = $1', [code, on])
}
