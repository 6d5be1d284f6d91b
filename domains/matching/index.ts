export { proposalsOf, run } from './run.ts'
export { engineNeed } from './shapes.ts'
