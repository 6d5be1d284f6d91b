export { createServer, type ServerParts } from './server.ts'
export { languageOf, type ProblemWords } from './problem-document.ts'
export type { ActorOf } from './routes.ts'
