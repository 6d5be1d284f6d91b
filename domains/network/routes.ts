import { near, volunteers } from './queries.ts'

export const routes = [near, volunteers]
