import { later, type PathTable } from '#web/ui/index.ts'

/** Every page of the volunteer's phone. */
export const routes: PathTable = {
  '/v/sign-in': later(() => import('./sign-in.tsx'), 'VolunteerSignIn'),
  '/v/sessions': later(() => import('./sessions.tsx'), 'VolunteerSessions'),
  '/v/rest': later(() => import('./rest.tsx'), 'Rest'),
  '/v/group': later(() => import('./group.tsx'), 'Group'),
  '/v/address': later(() => import('./address.tsx'), 'Address'),
  '/v/recovery': later(() => import('./sign-in.tsx'), 'VolunteerRecovery'),
  '/v': later(() => import('./today.tsx'), 'Today'),
  '/v/visits/:visit/report': later(() => import('./report.tsx'), 'Report'),
}
