import { periodOfCode } from '#engines/calendar/index.ts'
import { system } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { inTransaction, wallOf } from '#platform/db/index.ts'
import { catalogue } from './catalogue/index.ts'
import { changeOf, faultOf, FIRST_VERSION } from './lifecycle.ts'
import * as store from './store.ts'

/** The first day of the periods that are read: they hold for everything that was ever counted. */
const EVER = periodOfCode('P1300').start
const REASON = 'The first definition.'

const actor = system('observatory.publish')

/** What is not published yet. A definition that means something else than its published version is refused: old numbers would silently change. */
const missingIn = async (house: House) => {
  const { result } = await inTransaction(house.pool, { wall: wallOf(actor, house.clock.now()), wait: false }, async (tx) => ({
    result: await Promise.all([store.allVersions(tx), store.allKinds(tx)]),
  }))
  const [published, kinds] = result
  return catalogue.filter(({ id, definition }) => {
    const fault = faultOf(definition, kinds)
    if (fault !== undefined) throw new Error(`the indicator ${id} cannot be counted: ${fault}`)
    const known = published.find((one) => one.id === id && one.version === FIRST_VERSION)
    if (known !== undefined && changeOf(known.definition, definition) !== undefined)
      throw new Error(`the indicator ${id} was changed without a new version: ${FIRST_VERSION} is published`)
    return known === undefined
  })
}

/** Publishes what Hamyar counts from its first day, where it is not published yet. Safe at every start. */
export const publishCatalogue = async (house: House): Promise<void> => {
  const missing = await missingIn(house)
  if (missing.length === 0) return
  await inDeed(house, actor, 'observatory.publish', { wait: true }, async ({ tx, now, audit }) => {
    for (const { id, definition } of missing)
      store.publishVersion(tx, { id, version: FIRST_VERSION, from: EVER, bridgeUntil: null, reason: REASON, definition }, actor.id, now)
    audit(null, { indicators: missing.map(({ id }) => id) })
  })
}
