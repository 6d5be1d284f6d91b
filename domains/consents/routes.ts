import { record, withdraw } from './commands.ts'
import { list, notices } from './queries.ts'

export const routes = [list, notices, record, withdraw]
