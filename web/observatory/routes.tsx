import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '#web/staff/root.tsx'

/** Pages of figures, fetched when first shown. */
export const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/staff/centre',
    component: lazyRouteComponent(() => import('./centre/page.tsx'), 'CentrePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/indicators',
    component: lazyRouteComponent(() => import('./indicators/list.tsx'), 'IndicatorsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/indicators/$indicator',
    component: lazyRouteComponent(() => import('./indicators/page.tsx'), 'IndicatorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/releases',
    component: lazyRouteComponent(() => import('./releases/list.tsx'), 'ReleasesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/releases/$release',
    component: lazyRouteComponent(() => import('./releases/page.tsx'), 'ReleasePage'),
  }),
] as const
