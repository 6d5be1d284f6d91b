import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { openIn } from '#web/parts/staff.ts'
import { root } from '#web/staff/root.tsx'

/** Pages of the centre's staff, fetched when first shown. */
export const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/staff/inbox',
    validateSearch: openIn,
    component: lazyRouteComponent(() => import('./inbox/page.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/cases',
    component: lazyRouteComponent(() => import('./cases.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/cases/$case',
    component: lazyRouteComponent(() => import('./case/page.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/danger',
    component: lazyRouteComponent(() => import('./danger/page.tsx'), 'DangerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/duty',
    component: lazyRouteComponent(() => import('./duty/page.tsx'), 'DutyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/call-backs',
    component: lazyRouteComponent(() => import('./call-backs/page.tsx'), 'CallBacksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/vetting',
    validateSearch: openIn,
    component: lazyRouteComponent(() => import('./vetting/page.tsx'), 'VettingPage'),
  }),
] as const
