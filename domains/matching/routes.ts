import { proposeForArea, reject, release } from './commands.ts'
import { board } from './queries.ts'

export const routes = [board, proposeForArea, release, reject]
