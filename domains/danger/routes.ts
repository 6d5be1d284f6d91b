import { answer, hand, receipt } from './commands.ts'
import { get, open } from './queries.ts'

export const routes = [open, get, answer, hand, receipt]
