import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { countryPack } from '#countries/index.ts'
import { loadDemonstration } from './index.ts'

const nobody = () => {}

const load = async (house: TestHouse, { onProgress = nobody, adminUrl = house.open.adminUrl }: { readonly onProgress?: (what: string) => void; readonly adminUrl?: string } = {}) =>
  await loadDemonstration({
    adminUrl, loaderUrl: house.open.loaderUrl, ownerUrl: house.open.ownerUrl, keys: house.keys, pack: countryPack('iran'), now: house.clock.now(), scale: 0.02, onProgress,
  })

const emptied = async (): Promise<TestHouse> => {
  const house = await openTestHouse()
  await house.look('truncate network.unit, network.volunteer, places.place cascade')
  return house
}

/** Keys, indexes and whatever else binds the tables. */
const bounds = async (house: TestHouse) =>
  await house.look(`select indexdef as made from pg_indexes union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint order by 1`)

const loaded = async (house: TestHouse) =>
  await house.look(`select (select count(*) from facts.fact) as facts, (select sum(facts) from facts.rollup) as summed, (select count(*) from network.volunteer) as volunteers,
    (select count(*) from consents.disclosure) as disclosures, (select value from platform.setting where name = 'filled') as filled`)

const isFull = async (house: TestHouse) => (await house.look(`select from platform.setting where name = 'filled'`)).length === 1

/** The power goes when all tables are full, and the last transaction has not been committed. */
const cutAtTheEnd = (what: string) => {
  if (what === 'accounts') throw new Error('the power is gone')
}

const inAnother = async (test: (other: TestHouse) => Promise<void>): Promise<void> => {
  const other = await emptied()
  try {
    await test(other)
  } finally {
    await other.close()
  }
}

let house: TestHouse
let whole: readonly unknown[]
let bound: readonly unknown[]

beforeAll(async () => {
  house = await emptied()
  bound = await bounds(house)
  await load(house)
  whole = await loaded(house)
}, 120_000)
afterAll(() => house.close())

describe('a load', () => {
  it('gives every key and index back', async () => {
    expect(await bounds(house)).toEqual(bound)
  })

  it('that is cut off leaves nothing, and the next one loads everything', async () => {
    await inAnother(async (other) => {
      const cut = (what: string) => {
        if (what === 'requests')
          void other.look(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'copy%' and pid <> pg_backend_pid()`,
          )
      }
      await expect(load(other, { onProgress: cut })).rejects.toThrow()
      expect(await other.look('select from network.unit limit 1')).toEqual([])
      expect(await isFull(other)).toBe(false)
      expect(await bounds(other)).toEqual(bound)
      await load(other)
      expect(await loaded(other)).toEqual(whole)
      expect(await bounds(other)).toEqual(bound)
    })
  })

  it('that is cut off at the very end is begun anew', async () => {
    await inAnother(async (other) => {
      await expect(load(other, { onProgress: cutAtTheEnd })).rejects.toThrow('the power is gone')
      expect(await other.look('select from facts.fact limit 1')).toHaveLength(1)
      expect(await isFull(other)).toBe(false)
      await load(other)
      expect(await loaded(other)).toEqual(whole)
      expect(await bounds(other)).toEqual(bound)
    })
  })

  it('that finds rows of somebody leaves them alone, and nothing of its own when it is cut off', async () => {
    await inAnother(async (other) => {
      const theirs = async () => await other.look<{ token: number }>(`select token from people.name_token where home = 1`)
      await other.look(`insert into people.name_token (token, home, person) values (7, 1, '00000000-0000-7000-8000-000000000001')`)
      await expect(load(other, { onProgress: cutAtTheEnd })).rejects.toThrow('the power is gone')
      expect(await other.look('select from facts.fact limit 1')).toEqual([])
      await load(other)
      expect(await loaded(other)).toEqual(whole)
      expect(await theirs()).toEqual([{ token: 7 }])
    })
  })

  it('waits for one that is under way, and then has nothing to do', async () => {
    await inAnother(async (other) => {
      await Promise.all([load(other), load(other)])
      expect(await loaded(other)).toEqual(whole)
    })
  })

  it('is the same where nobody is a superuser', async () => {
    await inAnother(async (other) => {
      await load(other, { adminUrl: other.open.loaderUrl })
      expect(await loaded(other)).toEqual(whole)
    })
  })
})
