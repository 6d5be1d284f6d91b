import { fine, spokeWith } from './commands.ts'
import { overdue } from './queries.ts'

export const routes = [fine, overdue, spokeWith]
