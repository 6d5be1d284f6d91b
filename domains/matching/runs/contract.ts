import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'

export const RunId = idOf('RunId')
export type RunId = z.infer<typeof RunId>

/** Why a need has nobody: the one requirement that gave way would bring somebody, or what stands for the rest. */
export const Reason = z.enum([
  'availability', 'travel', 'level', 'skill', 'language', 'capacity', 'vetting', 'same-sex',
  /** Of a run by hours: somebody fits, and their hours of the week are taken. */
  'hours',
  /** More than one requirement at once. */
  'several',
  /** Somebody fits, and nobody who could come with them. */
  'second',
  /** Nobody at all could be asked. */
  'nobody',
  /** Reasons too rare to be told of a wide area, together. */
  'other',
])
export type Reason = z.infer<typeof Reason>

const ByReason = z.array(z.object({ reason: Reason, needs: z.int() }))
const Load = z.object({ carried: z.int(), volunteers: z.int() })
/** Needs met, days waited so far by those that are not, and kilometres to all that are, as the crow flies. */
const Compared = z.object({ matched: z.int(), waitingDays: z.int(), travelKm: z.int() })

/** What a run did, in counts. */
export const Summary = z.object({
  needs: z.int(),
  matched: z.int(),
  /** Waited too, and were more than one night takes. */
  left: z.int(),
  unmatched: ByReason,
  primal: z.int(),
  dual: z.int(),
  before: z.array(Load),
  after: z.array(Load),
  ours: Compared,
  /** The same needs and candidates by priority, then nearest. */
  greedy: Compared,
  /** Against the proposals that stood before. */
  newly: z.int(),
  changed: z.int(),
  dropped: z.int(),
  same: z.int(),
})
export type Summary = z.infer<typeof Summary>

/** The same of the whole area, for a desk that answers for a part: no count under five, and none that is left over by subtraction. */
export const WideSummary = z.object({
  needs: z.int(),
  matched: z.int(),
  unmatched: ByReason,
  proven: z.boolean(),
  newly: z.int().nullable(),
  changed: z.int().nullable(),
  dropped: z.int().nullable(),
})
export type WideSummary = z.infer<typeof WideSummary>

const Side = Compared.extend({ unmatched: ByReason, after: z.array(Load) })
export type Side = z.infer<typeof Side>

/** The same needs and volunteers twice: by the weights in force, and by those of a draft. */
export const Trial = z.object({
  needs: z.int(),
  now: Side,
  draft: Side,
  /** Needs for which another volunteer, or somebody rather than nobody, would be proposed. */
  differ: z.int(),
})
export type Trial = z.infer<typeof Trial>

const WideSide = z.object({ matched: z.int(), waitingDays: z.int(), travelKm: z.int(), unmatched: ByReason.nullable(), idle: z.int().nullable() })

/** For whoever decides about a draft: without counts under five. */
export const WideTrial = z.object({ needs: z.int(), now: WideSide, draft: WideSide, differ: z.int().nullable() })
export type WideTrial = z.infer<typeof WideTrial>

export const RunLine = z.object({
  id: RunId,
  revision: z.int(),
  how: z.enum(['night', 'hand', 'trial']),
  /** Whether a volunteer gives so many tasks, or so many hours of the week. */
  form: z.enum(['tasks', 'hours']),
  state: z.enum(['planned', 'running', 'done', 'cancelled', 'failed']),
  areaFa: z.string(),
  areaEn: z.string(),
  recordedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  regions: z.int(),
  regionsDone: z.int(),
  regionsFailed: z.int(),
})
export type RunLine = z.infer<typeof RunLine>

export const Weights = z.object({
  version: z.int(),
  travelPerKm: z.int(),
  waitingPerDay: z.int(),
  waitingDaysMost: z.int(),
  priorityStep: z.int(),
  newFace: z.int(),
  preferredSex: z.int(),
  loadStep: z.int(),
  unmatched: z.int(),
})

export const listRuns = operation({
  id: 'matching.runs',
  method: 'GET',
  path: '/api/matching/runs',
  may: ['liaison'],
  ok: z.object({
    areaFa: z.string(),
    areaEn: z.string(),
    /** When the next one comes by itself. */
    nightAt: z.iso.datetime(),
    runs: z.array(RunLine),
  }),
  problems: [],
  offline: 'never',
  summary: 'Runs of the matching through the desk’s area, the newest first',
})

export const getRun = operation({
  id: 'matching.run',
  method: 'GET',
  path: '/api/matching/runs/:run',
  may: ['liaison'],
  params: z.object({ run: RunId }),
  ok: RunLine.extend({
    percent: z.int(),
    secondsLeft: z.int().nullable(),
    mayStop: z.boolean(),
    weights: Weights,
    /** Of a trial: what was tried, and what it came to as far as it got. Null of any other run. */
    draftWeights: Weights.omit({ version: true }).nullable(),
    trial: Trial.nullable(),
    /** Of the desk's own area, as far as the run got there; null where nothing of it is over. */
    own: Summary.nullable(),
    /** The run goes beyond the desk's area. */
    wider: z.boolean(),
    /** Null until it ended, and where the counts are too small to be told. */
    wide: WideSummary.nullable(),
  }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'How far a run is and what it did, in counts; exact for the desk’s own area, without small counts beyond it',
})

/** A need that a run left without anybody, and the least that would have to give way. No name, no case. */
const Left = z.object({
  kind: z.string(),
  areaFa: z.string(),
  areaEn: z.string(),
  from: z.iso.datetime(),
  pair: z.boolean(),
  /** Somebody fits, and nobody who could come with them: `relax` is then about a second one. */
  short: z.boolean(),
  relax: z.object({ requirements: z.array(z.string()), candidates: z.int() }).nullable(),
})

export const listLeft = operation({
  id: 'matching.run-left',
  method: 'GET',
  path: '/api/matching/runs/:run/left',
  may: ['liaison'],
  params: z.object({ run: RunId }),
  ok: z.object({ left: z.array(Left), more: z.int() }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'The needs of the desk’s area that a run left without anybody, each with the smallest set of requirements to relax',
})

export const startRun = operation({
  id: 'matching.start-run',
  method: 'POST',
  path: '/api/matching/runs',
  may: ['liaison'],
  body: z.object({ form: z.enum(['tasks', 'hours']).default('tasks') }),
  ok: z.object({ run: RunId }),
  problems: ['matching.run-under-way'],
  offline: 'never',
  summary: 'Match the whole area now, county by county, as the nightly run does; nothing is sent',
})

export const stopRun = operation({
  id: 'matching.stop-run',
  method: 'POST',
  path: '/api/matching/runs/:run/stop',
  may: ['liaison'],
  params: z.object({ run: RunId }),
  body: z.object({ revision: z.int() }),
  ok: z.object({ run: RunId }),
  problems: ['record.not-found', 'request.stale', 'matching.run-over'],
  offline: 'never',
  summary: 'Stop a run after the county it is in; what was proposed until then stays proposed',
})
