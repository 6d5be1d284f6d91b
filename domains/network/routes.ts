import { declare } from './kin.ts'
import { near, volunteers } from './queries.ts'
import { begin, end, mine } from './rest.ts'

export const routes = [near, volunteers, declare, mine, begin, end]
