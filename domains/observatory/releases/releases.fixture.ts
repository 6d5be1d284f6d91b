import { unzipSync } from 'fflate'
import { readParquet } from '#domains/observatory/formats/read-back.fixture.ts'
import { homes, units, type TestHouse } from '#apps/testing/index.ts'
import { needMet, needOpened } from '#domains/casework/facts.ts'
import { system } from '#platform/actor/index.ts'
import { inDeed } from '#platform/command/index.ts'
import type { Fact } from '#platform/facts/index.ts'
import { newId, WHOLE_NATION } from '#platform/ids/index.ts'

/** Two centres in each: a centre that is alone in a place knows its numbers, and could tell those of the other. */
const places = {
  'T-1-1': [{ home: homes.a, unit: units.centreA, place: 'T-1-1-1' }, { home: homes.b, unit: units.centreB, place: 'T-1-1-2' }],
  'T-2-1': [{ home: homes.c, unit: units.centreC, place: 'T-2-1-1' }, { home: homes.c, unit: units.elsewhere, place: 'T-2-1-1' }],
} as const
export type County = keyof typeof places

export interface Told {
  readonly county: County
  readonly kind: string
  readonly many: number
  readonly onTime?: 'yes' | 'no'
  readonly on?: string
  /** All of one person. */
  readonly by?: string
}

/** Needs recorded and met: `many` of a kind in a county, each of another person. */
export const factsOf = (told: readonly Told[]): Fact[] =>
  told.flatMap(({ county, kind, many, onTime = 'yes', on = '2026-11-10', by }, line) =>
    Array.from({ length: many }, (_, at): Fact[] => {
      const who = { kind, sex: 'female', ageGroup: '60+' }
      const base = { ...places[county][at % 2], on, subject: by ?? `${county} ${kind} ${line} ${at}`, quantity: 1, source: newId<string>(Date.parse(on)) }
      return [
        { ...base, kind: needOpened, dimensions: who },
        { ...base, kind: needMet, dimensions: { ...who, onTime } },
      ] as unknown as Fact[]
    }).flat(),
  )

export const record = (house: TestHouse, facts: readonly Fact[]) =>
  inDeed(house.open.house, { ...system('test'), counts: WHOLE_NATION }, 'test.record', { wait: true }, async ({ fact, audit }) => {
    for (const each of facts) fact(each)
    audit(null)
  })

/** An autumn in two counties, with a few cells that nobody may be told: 2 repairs here, 3 visits to a clinic there. */
export const autumn: readonly Told[] = [
  { county: 'T-1-1', kind: 'company', many: 31 },
  { county: 'T-1-1', kind: 'company', many: 9, onTime: 'no' },
  { county: 'T-1-1', kind: 'repair', many: 2 },
  { county: 'T-1-1', kind: 'shopping', many: 17 },
  { county: 'T-1-1', kind: 'clinic', many: 13 },
  { county: 'T-2-1', kind: 'company', many: 23 },
  { county: 'T-2-1', kind: 'repair', many: 19 },
  { county: 'T-2-1', kind: 'shopping', many: 11 },
  { county: 'T-2-1', kind: 'clinic', many: 3 },
]

/** All that a file says, opened as far as it opens. */
export const textOfFile = async (name: string, bytes: Uint8Array): Promise<string> => {
  const plain = Buffer.from(bytes).toString('latin1')
  if (name.endsWith('.parquet')) return plain + JSON.stringify(await readParquet(bytes), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  if (!name.endsWith('.xlsx')) return plain
  return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('latin1')).join('\n')
}
