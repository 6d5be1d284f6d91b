export * from './dates.ts'
export * from './periods.ts'
export * from './working-days.ts'
export * from './zone.ts'
