import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '#web/staff/root.tsx'

/** Pages of the staff door about accounts and the house itself, fetched when first shown. */
export const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/staff/appointments',
    component: lazyRouteComponent(() => import('./appointments/page.tsx'), 'Appointments'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/groups',
    component: lazyRouteComponent(() => import('./groups/page.tsx'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/recoveries',
    component: lazyRouteComponent(() => import('./appointments/confirmations.tsx'), 'Confirmations'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/sessions',
    component: lazyRouteComponent(() => import('./sessions/page.tsx'), 'StaffSessions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/outbox',
    component: lazyRouteComponent(() => import('./outbox/page.tsx'), 'StaffOutbox'),
  }),
] as const
