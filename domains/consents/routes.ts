import { record, withdraw } from './commands.ts'
import { list } from './queries.ts'

export const routes = [list, record, withdraw]
