export * from './cases.ts'
export * from './handovers.ts'
export * from './list.ts'
