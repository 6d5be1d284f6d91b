import { later, type PathTable } from '#web/ui/index.ts'

/** Every page of the public door: `'/follow/:code': later(() => import('./follow.tsx'), 'Follow')`. */
export const routes: PathTable = {
  '/': later(() => import('./home.tsx'), 'Home'),
  '/ask': later(() => import('./ask.tsx'), 'Ask'),
  '/follow': later(() => import('./follow.tsx'), 'Follow'),
  '/m': later(() => import('./message.tsx'), 'Message'),
  '/file': later(() => import('./file.tsx'), 'File'),
  '/join': later(() => import('./join.tsx'), 'Join'),
  '/results': later(() => import('./results/page.tsx'), 'Results'),
  '/results/days': later(() => import('./results/days.tsx'), 'ReleaseDays'),
  '/results/tables': later(() => import('./results/tables.tsx'), 'Tables'),
  '/results/api': later(() => import('./results/api.tsx'), 'PublicApi'),
  '/results/:dataset/:indicator': later(() => import('./results/indicator/page.tsx'), 'ResultPage'),
  '/leave': later(() => import('./leave.tsx'), 'Leave'),
  '/sign-in': later(() => import('./sign-in.tsx'), 'StaffSignIn'),
  '/sign-in/recovery': later(() => import('./sign-in.tsx'), 'StaffRecovery'),
  '/outbox': later(() => import('./outbox.tsx'), 'PublicOutbox'),
}
