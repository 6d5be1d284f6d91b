import { accept, decline, prepare, withdraw } from './commands.ts'
import { list, offers, preview } from './queries.ts'

export const routes = [preview, prepare, list, withdraw, offers, accept, decline]
