import { jobs as demonstrationJobs } from '#demonstration/releases.ts'
import type { Job } from '#platform/jobs/index.ts'
import type { Route } from '#platform/command/index.ts'
import type { FactKind } from '#platform/facts/index.ts'
import { seal } from '#platform/audit/seal.ts'
import { fold } from '#platform/facts/fold.ts'
import { problemSentences } from '#platform/http/say-problem.ts'
import { jobs as accountsJobs } from '#domains/accounts/jobs.ts'
import { routes as accountsRoutes } from '#domains/accounts/routes.ts'
import { problems as accountsProblems } from '#domains/accounts/words.ts'
import { jobs as watchJobs } from '#domains/watch/jobs.ts'
import { routes as watchRoutes } from '#domains/watch/routes.ts'
import { routes as dutyRoutes } from '#domains/duty/routes.ts'
import { problems as dutyProblems } from '#domains/duty/words.ts'
import { facts as dangerFacts } from '#domains/danger/facts.ts'
import { jobs as dangerJobs } from '#domains/danger/jobs.ts'
import { routes as dangerRoutes } from '#domains/danger/routes.ts'
import { problems as dangerProblems } from '#domains/danger/words.ts'
import { routes as aboutRoutes } from '#domains/about/routes.ts'
import { jobs as messagesJobs } from '#domains/messages/jobs.ts'
import { routes as messagesRoutes } from '#domains/messages/routes.ts'
import { facts as caseworkFacts } from '#domains/casework/facts.ts'
import { jobs as caseworkJobs } from '#domains/casework/jobs.ts'
import { routes as caseworkRoutes } from '#domains/casework/routes.ts'
import { problems as caseworkProblems } from '#domains/casework/words.ts'
import { jobs as consentsJobs } from '#domains/consents/jobs.ts'
import { routes as consentsRoutes } from '#domains/consents/routes.ts'
import { problems as consentsProblems } from '#domains/consents/words.ts'
import { routes as peopleRoutes } from '#domains/people/routes.ts'
import { routes as placesRoutes } from '#domains/places/routes.ts'
import { problems as placesProblems } from '#domains/places/words.ts'
import { jobs as observatoryJobs } from '#domains/observatory/jobs.ts'
import { routes as observatoryRoutes } from '#domains/observatory/routes.ts'
import { problems as observatoryProblems, sdmxProblems } from '#domains/observatory/words.ts'
import { facts as visitsFacts } from '#domains/visits/facts.ts'
import { jobs as visitsJobs } from '#domains/visits/jobs.ts'
import { routes as visitsRoutes } from '#domains/visits/routes.ts'
import { problems as visitsProblems } from '#domains/visits/words.ts'
import { facts as referralsFacts } from '#domains/referrals/facts.ts'
import { jobs as referralsJobs } from '#domains/referrals/jobs.ts'
import { routes as referralsRoutes } from '#domains/referrals/routes.ts'
import { problems as referralsProblems } from '#domains/referrals/words.ts'
import { facts as deskFacts } from '#domains/desk/facts.ts'
import { jobs as deskJobs } from '#domains/desk/jobs.ts'
import { routes as deskRoutes } from '#domains/desk/routes.ts'
import { problems as deskProblems } from '#domains/desk/words.ts'
import { jobs as matchingJobs } from '#domains/matching/jobs.ts'
import { routes as matchingRoutes } from '#domains/matching/routes.ts'
import { problems as matchingProblems } from '#domains/matching/words.ts'
import { jobs as networkJobs } from '#domains/network/jobs.ts'
import { routes as networkRoutes } from '#domains/network/routes.ts'
import { problems as networkProblems } from '#domains/network/words.ts'

/** Every domain, by what it gives to the house. A new domain is one line in each list. */
const routes = [
  ...aboutRoutes,
  ...accountsRoutes,
  ...messagesRoutes,
  ...placesRoutes,
  ...peopleRoutes,
  ...caseworkRoutes,
  ...consentsRoutes,
  ...networkRoutes,
  ...referralsRoutes,
  ...matchingRoutes,
  ...visitsRoutes,
  ...deskRoutes,
  ...dutyRoutes,
  ...watchRoutes,
  ...dangerRoutes,
  ...observatoryRoutes,
]

// Each route knows its own operation's types; the door only needs that it has one.
export const domainRoutes: readonly Route[] = routes as unknown as readonly Route[]

export const domainJobs: readonly Job[] = [
  seal,
  fold,
  ...accountsJobs,
  ...messagesJobs,
  ...networkJobs,
  ...caseworkJobs,
  ...consentsJobs,
  ...referralsJobs,
  ...matchingJobs,
  ...visitsJobs,
  ...deskJobs,
  ...dangerJobs,
  ...watchJobs,
  ...observatoryJobs,
  ...demonstrationJobs,
]

export const domainFacts: readonly FactKind[] = [...caseworkFacts, ...referralsFacts, ...visitsFacts, ...deskFacts, ...dangerFacts]

export const problemWords = problemSentences([
  accountsProblems,
  placesProblems,
  caseworkProblems,
  consentsProblems,
  referralsProblems,
  matchingProblems,
  visitsProblems,
  deskProblems,
  dutyProblems,
  dangerProblems,
  networkProblems,
  observatoryProblems,
  sdmxProblems,
])
