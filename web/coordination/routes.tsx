import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { openIn } from '#web/parts/staff.ts'
import { root } from '#web/staff/root.tsx'

/** Pages between the agency and the network's groups, fetched when first shown. */
export const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/staff/board',
    validateSearch: openIn,
    component: lazyRouteComponent(() => import('./board/page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/nightly',
    component: lazyRouteComponent(() => import('./nightly/page.tsx'), 'NightlyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/counties',
    component: lazyRouteComponent(() => import('./counties/page.tsx'), 'CountiesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/weights',
    component: lazyRouteComponent(() => import('./weights/page.tsx'), 'WeightsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/offers',
    component: lazyRouteComponent(() => import('./offers/page.tsx'), 'Offers'),
  }),
] as const
