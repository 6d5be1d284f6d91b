import { get } from './queries.ts'

export const routes = [get]
