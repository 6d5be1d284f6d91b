import { centre } from './queries.ts'

export const routes = [centre]
