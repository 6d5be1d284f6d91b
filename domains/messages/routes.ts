import { outbox } from './queries.ts'

export const routes = [outbox]
