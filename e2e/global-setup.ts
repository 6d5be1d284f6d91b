import type { TestProject } from 'vitest/node'
import { startHouse } from './house.ts'

/** One whole Hamyar for all files of the project: a start takes longer than most of the tests. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const house = await startHouse()
  project.provide('origin', house.origin)
  return house.stop
}
export default setup

declare module 'vitest' {
  export interface ProvidedContext {
    readonly origin: string
  }
}
