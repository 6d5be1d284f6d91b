export { jobs } from './runs/jobs.ts'
