import { search } from './queries.ts'

export const routes = [search]
