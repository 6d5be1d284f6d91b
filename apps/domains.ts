import type { Job } from '#platform/jobs/index.ts'
import type { Route } from '#platform/command/index.ts'
import type { FactKind } from '#platform/facts/index.ts'
import { routes as placesRoutes } from '#domains/places/routes.ts'

/** Every domain, by what it gives to the house. A new domain is one line in each list. */
export const domainRoutes = [...placesRoutes] as unknown as readonly Route[]

export const domainJobs: readonly Job[] = []

export const domainFacts: readonly FactKind[] = []
