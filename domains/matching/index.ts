export { reckonCounty } from './apart.ts'
export { foundIn, proposalsOf, run } from './run.ts'
export { engineNeed } from './shapes.ts'
