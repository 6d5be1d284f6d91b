import { endByStaff, take } from './by-staff.ts'
import { add, close, review, withdraw } from './commands.ts'
import { get, list } from './queries.ts'

export const routes = [list, get, add, withdraw, close, review, take, endByStaff]
