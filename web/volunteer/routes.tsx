import { type PathTable } from '#web/ui/index.ts'

/** Every page of the volunteer's phone: `'/v/visits/:visit': later(() => import('./visit.tsx'), 'Visit')`. */
export const routes: PathTable = {}
