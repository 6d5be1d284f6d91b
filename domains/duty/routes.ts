import { list, save } from './list.ts'

export const routes = [list, save]
