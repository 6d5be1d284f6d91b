import { ownAddress, writeAddress } from './address.ts'
import { choose, close, move } from './closing/commands.ts'
import { closing, groups, mine as myGroup } from './closing/queries.ts'
import { declare } from './kin.ts'
import { near, volunteers } from './queries.ts'
import { begin, end, mine } from './rest.ts'
import { end as endVetting, record } from './vetting/commands.ts'
import { ofUnit, units } from './vetting/queries.ts'

export const routes = [near, volunteers, declare, mine, begin, end, ownAddress, writeAddress, units, ofUnit, record, endVetting, groups, closing, close, move, myGroup, choose]
