import type { CountryPack } from '#countries/index.ts'
import { addressOf } from './rows/people.ts'
import { isOpened, type Story } from './story/index.ts'
import type { Helper } from './volunteers.ts'
import { addressIn } from './wording.ts'

// Above the houses of those who ask: nobody lives with a volunteer by chance.
const FIRST_HOUSE = 101
const HOUSES = 800
/** Of so many volunteers one lives with whoever came before them: the fifth of the shown group with the fourth. */
const ONE_SHARES = 40
const SHARES = 5
/** Of so many volunteers elsewhere one has written an address; in the shown county everybody has. */
const ONE_WROTE = 4

export type Homes = ReadonlyMap<Helper, string>

/** Where volunteers live who have written it; some with each other, and one with somebody of the shown centre whose need waits. */
export const homesOf = (pack: CountryPack, helpers: readonly Helper[], shown: readonly Story[]): Homes => {
  const homes = new Map<Helper, string>()
  const { streets } = pack.names
  const county = helpers[0] === undefined ? 0 : Math.floor(helpers[0].group.home / 100)
  for (const [at, helper] of helpers.entries()) {
    const { group, number } = helper
    if (Math.floor(group.home / 100) !== county && number % ONE_WROTE !== 0) continue
    const before = helpers[at - 1]
    const own = addressIn(pack, group.town, streets[number % streets.length] ?? '', FIRST_HOUSE + (number % HOUSES))
    const shared = number % ONE_SHARES === SHARES && before?.group.town === group.town ? homes.get(before) : undefined
    homes.set(helper, shared ?? own)
  }
  const waiting = shown.filter(isOpened).findLast(({ needs }) => needs.some(({ pair, referrals }) => pair === 'never' && referrals.at(-1)?.state === 'ready'))
  const housemate = helpers.findLast(({ group }) => group === helpers[0]?.group)
  if (waiting !== undefined && housemate !== undefined) homes.set(housemate, addressOf({ pack }, waiting))
  return homes
}
