import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '#web/staff/root.tsx'

/** Pages of figures, fetched when first shown. */
export const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/staff/centre',
    component: lazyRouteComponent(() => import('./centre/page.tsx'), 'CentrePage'),
  }),
] as const
