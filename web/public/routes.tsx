import { later, type PathTable } from '#web/ui/index.ts'

/** Every page of the public door: `'/follow/:code': later(() => import('./follow.tsx'), 'Follow')`. */
export const routes: PathTable = {
  '/sign-in': later(() => import('./sign-in.tsx'), 'StaffSignIn'),
  '/sign-in/recovery': later(() => import('./sign-in.tsx'), 'StaffRecovery'),
  '/outbox': later(() => import('./outbox.tsx'), 'PublicOutbox'),
}
