import { save } from './commands.ts'

export const routes = [save]
