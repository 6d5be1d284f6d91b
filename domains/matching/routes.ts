import { proposeForArea, reject } from './commands.ts'
import { board } from './queries.ts'
import { release, releaseTogether } from './release.ts'
import { start, stop } from './runs/commands.ts'
import { one, runs } from './runs/queries.ts'
import { confirm, keep, suggest } from './suggestions/commands.ts'
import { proposed, substitutes } from './suggestions/queries.ts'

export const routes = [board, proposeForArea, release, releaseTogether, reject, proposed, substitutes, suggest, confirm, keep, runs, one, start, stop]
