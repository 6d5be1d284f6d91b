import { proposeForArea, reject } from './commands.ts'
import { board } from './queries.ts'
import { release } from './release.ts'
import { confirm, keep, suggest } from './suggestions/commands.ts'
import { proposed, substitutes } from './suggestions/queries.ts'

export const routes = [board, proposeForArea, release, reject, proposed, substitutes, suggest, confirm, keep]
