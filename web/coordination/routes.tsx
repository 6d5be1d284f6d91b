/**
 * Pages of the staff door, fetched when first shown:
 * `createRoute({ getParentRoute: () => root, path: '/staff/…', component: lazyRouteComponent(() => import('./….tsx'), '…') })`.
 */
export const routes = [] as const
