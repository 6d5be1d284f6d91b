import { type PathTable } from '#web/ui/index.ts'

/** Every page of the public door: `'/follow/:code': later(() => import('./follow.tsx'), 'Follow')`. */
export const routes: PathTable = {}
