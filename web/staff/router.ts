import { createRouter } from '@tanstack/react-router'
import { routes as admin } from '#web/admin/routes.tsx'
import { routes as casework } from '#web/casework/routes.tsx'
import { routes as coordination } from '#web/coordination/routes.tsx'
import { routes as observatory } from '#web/observatory/routes.tsx'
import { root, start } from './root.tsx'

export const router = createRouter({
  routeTree: root.addChildren([start, ...casework, ...coordination, ...observatory, ...admin]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
