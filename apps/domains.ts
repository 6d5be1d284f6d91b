import type { Job } from '#platform/jobs/index.ts'
import type { Route } from '#platform/command/index.ts'
import type { FactKind } from '#platform/facts/index.ts'
import { problemSentences } from '#platform/http/say-problem.ts'
import { routes as aboutRoutes } from '#domains/about/routes.ts'
import { jobs as messagesJobs } from '#domains/messages/jobs.ts'
import { routes as messagesRoutes } from '#domains/messages/routes.ts'
import { facts as caseworkFacts } from '#domains/casework/facts.ts'
import { routes as caseworkRoutes } from '#domains/casework/routes.ts'
import { problems as caseworkProblems } from '#domains/casework/words.ts'
import { routes as consentsRoutes } from '#domains/consents/routes.ts'
import { problems as consentsProblems } from '#domains/consents/words.ts'
import { routes as placesRoutes } from '#domains/places/routes.ts'
import { problems as placesProblems } from '#domains/places/words.ts'

/** Every domain, by what it gives to the house. A new domain is one line in each list. */
const routes = [
  ...aboutRoutes,
  ...messagesRoutes,
  ...placesRoutes,
  ...caseworkRoutes,
  ...consentsRoutes,
]

// Each route knows its own operation's types; the door only needs that it has one.
export const domainRoutes: readonly Route[] = routes as unknown as readonly Route[]

export const domainJobs: readonly Job[] = [...messagesJobs]

export const domainFacts: readonly FactKind[] = [...caseworkFacts]

export const problemWords = problemSentences([
  placesProblems,
  caseworkProblems,
  consentsProblems,
])
