import { proposeForArea, reject } from './commands.ts'
import { proposeForOne } from './propose-one.ts'
import { board } from './queries.ts'
import { counties } from './counties/queries.ts'
import { release, releaseTogether } from './release.ts'
import { start, stop } from './runs/commands.ts'
import { left, one, runs } from './runs/queries.ts'
import { confirm, keep, suggest } from './suggestions/commands.ts'
import { proposed, substitutes } from './suggestions/queries.ts'
import { set, stop as stopStanding } from './standing/commands.ts'
import { standing } from './standing/queries.ts'
import { takeSeveralBack } from './take-back.ts'
import { attempt, change, discard, draft, propose } from './weights/commands.ts'
import { enforce, refuse } from './weights/decide.ts'
import { weights } from './weights/queries.ts'

export const routes = [
  board, proposeForArea, proposeForOne, release, releaseTogether, reject, proposed, substitutes, suggest, confirm, keep, runs, one, left, start, stop,
  counties, takeSeveralBack, standing, set, stopStanding, weights, draft, change, discard, attempt, propose, enforce, refuse,
]
