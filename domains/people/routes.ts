import { household, save } from './commands.ts'

export const routes = [save, household]
