// Derived from db/migrations by tools/derive.ts; do not edit.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** May be left away when a row is written: the database has a default. */
export type Generated<T> = [T] extends [ColumnType<infer Read, infer Inserted, infer Updated>]
  ? ColumnType<Read, Inserted | undefined, Updated>
  : ColumnType<T, T | undefined, T>
export type Json = ColumnType<unknown, string, string>
export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface AuditEntry {
  home: number
  chain: string
  seq: number
  at: Timestamp
  actor: string
  role: string
  act: string
  record: string | null
  person: string | null
  refused: boolean
  details: Json
  hash: Buffer
}

export interface AuditSeal {
  number: number
  at: Timestamp
  chains: number
  heads: Json
  root: Buffer
  previous: Buffer
  hash: Buffer
}

export interface AuthAccount {
  id: string
  revision: Generated<number>
  phone_digest: Buffer | null
  email_digest: Buffer | null
  contact: Buffer
  display_name: string
  language: Generated<string>
  totp: Buffer | null
  totp_confirmed: Generated<boolean>
  totp_last_step: number | null
  secret_hash: string | null
  recovery: Json | null
  demonstration: Generated<boolean>
  suspended_at: Timestamp | null
  recorded_at: Timestamp
}

export interface AuthAppointment {
  id: string
  account: string
  role: string
  unit: string | null
  unit_name: Generated<string>
  home: number
  area_from: number
  area_to: number
  volunteer: string | null
  valid_from: Timestamp
  valid_until: Timestamp | null
  appointed_by: string | null
  seconded_by: string | null
}

export interface AuthAttempt {
  what: string
  who: Buffer
  window_start: Timestamp
  count: number
}

export interface AuthChallenge {
  id: string
  contact_digest: Buffer
  account: string | null
  purpose: string
  code_hash: Buffer
  attempts: Generated<number>
  started_at: Timestamp
  ends_at: Timestamp
  code_shown_at: Timestamp | null
  used_at: Timestamp | null
}

export interface AuthProposal {
  id: string
  kind: string
  account: string
  home: number
  unit: string | null
  details: Json
  needed: number
  agreed: Generated<string[]>
  proposed_at: Timestamp
  not_before: Timestamp
  ends_at: Timestamp
  decided_at: Timestamp | null
  outcome: string | null
}

export interface AuthSession {
  id: string
  token_digest: Buffer
  kind: string
  account: string | null
  appointment: string | null
  person: string | null
  home: number
  keys: Generated<string[]>
  strength: string
  device: Generated<string>
  started_at: Timestamp
  seen_at: Timestamp
  ends_at: Timestamp
  ended_at: Timestamp | null
}

export interface CaseworkCase {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  person: string
  request: string | null
  worker: string
  team: string
  restricted: Generated<boolean>
  state: string
  reason: string | null
  opened_at: Timestamp
  review_on: string | null
  closed_at: Timestamp | null
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
  danger: Generated<boolean>
  review_changes: Generated<Json>
}

export interface CaseworkHandover {
  home: number
  id: string
  recorded_at: Timestamp
  recorded_by: string
  case_id: string
  person: string
  from_worker: string
  to_worker: string
  worker: string
  team: string
  restricted: boolean
  reason: string
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
}

export interface CaseworkNeed {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  case_id: string
  person: string
  worker: string
  team: string
  restricted: Generated<boolean>
  kind: string
  requires: Json
  minutes: number
  window_from: Timestamp
  window_to: Timestamp
  place: string
  quarter: string | null
  lat: number
  lon: number
  priority: Generated<number>
  since: Timestamp
  state: string
  reason: string | null
  outcome: string | null
  ended_at: Timestamp | null
  subject: string
  sex: string | null
  age_group: string | null
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
  pair: Generated<string>
  by_staff_at: Timestamp | null
  danger: Generated<boolean>
}

export interface ConsentsConsent {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  person: string
  case_id: string | null
  need: string | null
  worker: string
  team: string
  state: string
  notice: string
  notice_version: number
  purpose: string
  categories: string[]
  recipients: string
  until: Timestamp
  how: string
  witness: string | null
  ended_at: Timestamp | null
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
}

export interface ConsentsDisclosure {
  home: number
  id: string
  recorded_at: Timestamp
  recorded_by: string
  consent: string
  person: string
  need: string
  referral: string
  worker: string
  unit: string | null
  volunteer: string | null
  stage: string
  purpose: string
  fields: string[]
  content: Buffer
  open_from: Timestamp
  open_until: Timestamp
  reads: Generated<number>
  last_read_at: Timestamp | null
  access: GeneratedAlways<string[]>
  lent: GeneratedAlways<string[]>
}

export interface DangerAlarm {
  home: number
  request: string
  team: string
  leads: string[]
  place: string
  raised_at: Timestamp
  due_at: Timestamp
  state: string
  rings: Generated<number>
  next_ring_at: Timestamp | null
  answered_at: Timestamp | null
  answered_by: string | null
  answered_role: string | null
  over_at: Timestamp | null
  unreceipted: Generated<number>
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
}

export interface DangerHandOver {
  home: number
  id: string
  recorded_at: Timestamp
  recorded_by: string
  recorded_role: string
  request: string
  team: string
  leads: string[]
  receiver: string
  basis: string
  received_at: Timestamp | null
  receipt: Buffer | null
  receipt_by: string | null
  access: GeneratedAlways<string[]>
}

export interface DeskConfirmation {
  home: number
  request: string
  digest: Buffer
  recorded_at: Timestamp
  until: Timestamp
  access: GeneratedAlways<string[]>
}

export interface DeskRequest {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  team: string
  code_digest: Buffer
  channel: string
  kinds: string[]
  words: Buffer
  given_name: string
  family_name: string
  birth_year: number | null
  sex: string | null
  contact: Buffer
  place: string
  quarter: string | null
  secret_hash: string | null
  unwanted: Buffer | null
  phone_digest: Buffer | null
  name_token: number | null
  on_behalf: Generated<boolean>
  confirmed_at: Timestamp | null
  urgency: string
  due_at: Timestamp
  state: string
  reason: string | null
  answer: Buffer | null
  points_at: string | null
  points_kind: string | null
  triaged_at: Timestamp | null
  triaged_by: string | null
  case_id: string | null
  person: string | null
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
}

export interface DutyList {
  home: number
  team: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  contacts: Buffer
  access: GeneratedAlways<string[]>
}

export interface FactsFact {
  home: number
  id: string
  kind: string
  version: number
  occurred_on: string
  unit: string
  place: string
  subject: string | null
  quantity: number
  dimensions: Json
  source: string
  reverses: string | null
  recorded_at: Timestamp
  recorded_xid: Generated<string>
}

export interface FactsFold {
  one: Generated<boolean>
  folded_before: string
  at: Timestamp
}

export interface FactsKind {
  id: string
  version: number
  measure: string
  dimensions: string[]
  name_fa: string
  name_en: string
}

export interface FactsRollup {
  home: number
  kind: string
  version: number
  occurred_on: string
  unit: string
  place: string
  dimensions: Json
  quantity: number
  facts: number
  recorded_on: string
}

export interface JobsSubscription {
  event: string
  task: string
}

export interface MatchingCountyPicture {
  home: number
  at: Timestamp
  run: string
  loads: Json
  idle: Json
  waiting: number
  longest_days: number
  lacks: Json
  access: GeneratedAlways<string[]>
}

export interface MatchingProposal {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  run: string
  referral: string
  need: string
  volunteer: string | null
  volunteer_home: number | null
  unit: string | null
  state: string
  reason: string | null
  weights_version: number
  cost: Json
  why: Json
  runners_up: Json
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
  companion: string | null
  companion_home: number | null
  companion_unit: string | null
  companion_cost: Json | null
  expires_at: Timestamp
  rule: string | null
  released_at: Timestamp | null
}

export interface MatchingRun {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  area_from: number
  area_to: number
  how: string
  night: string | null
  state: string
  reason: string | null
  weights: Json
  started_at: Timestamp | null
  ended_at: Timestamp | null
  beat_at: Timestamp
  cancelled_by: string | null
  regions: number
  regions_done: Generated<number>
  regions_failed: Generated<number>
  waiting: number
  waited: Generated<number>
  wide: Json | null
  access: GeneratedAlways<string[]>
  draft: string | null
  draft_revision: number | null
  draft_weights: Json | null
  form: Generated<string>
}

export interface MatchingRunRegion {
  home: number
  run: string
  area_to: number
  waiting: number
  state: string
  done_at: Timestamp | null
  summary: Json | null
  access: GeneratedAlways<string[]>
  lacks: Json | null
}

export interface MatchingStandingRule {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  name: string
  unit: string
  area_from: number
  area_to: number
  kinds: string[]
  within_km: number
  until: Timestamp
  stopped_at: Timestamp | null
  stopped_by: string | null
  access: GeneratedAlways<string[]>
}

export interface MatchingSuggestion {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  referral: string
  need: string
  unit: string
  instead_of: string
  instead_name: string
  instead_cost: Json
  volunteer: string
  name: string
  cost: Json
  weights_version: number
  state: string
  open_until: Timestamp
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
  lent: GeneratedAlways<string[]>
}

export interface MatchingWeights {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  area_from: number
  area_to: number
  state: string
  version: number | null
  weights: Json
  reason: string
  authors: string[]
  proposed_at: Timestamp | null
  trial: Json | null
  decided_by: string | null
  decided_at: Timestamp | null
  decision_reason: string | null
  ended_at: Timestamp | null
  access: GeneratedAlways<string[]>
}

export interface MessagesOutbox {
  home: number
  id: string
  at: Timestamp
  channel: string
  purpose: string
  recipient: Buffer
  body: Buffer
  state: Generated<string>
  attempts: Generated<number>
  next_at: Generated<Timestamp>
  sent_at: Timestamp | null
  about: string | null
}

export interface NetworkUnit {
  id: string
  organisation: string
  parent: string | null
  level: string
  kind: string | null
  membership: string | null
  profession: string | null
  name_fa: string
  name_en: string
  place: string
  quarter_fa: string | null
  quarter_en: string | null
  home: number
  hosted_by: string | null
  lat: number
  lon: number
  hours: string | null
  phone: string | null
  opened_on: string
  closed_on: string | null
  synthetic: Generated<boolean>
  revision: Generated<number>
  closed_reason: string | null
}

export interface NetworkVenue {
  id: string
  kind: string
  name_fa: string
  name_en: string
  place: string
  home: number
  rooms: number
  capacity: number
  step_free: boolean
  lat: number
  lon: number
  synthetic: Generated<boolean>
}

export interface NetworkVetting {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  volunteer: string
  purposes: string[]
  evidence: string[]
  until: string
  state: string
  ended_at: Timestamp | null
  ended_by: string | null
  reason: string | null
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
}

export interface NetworkVolunteer {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  unit: string
  given_name: string
  family_name: string
  sex: string
  place: string
  lat: number
  lon: number
  skills: Json
  languages: string[]
  kinds: string[]
  windows: Json
  weekly_minutes: number
  capacity: number
  load: Generated<number>
  travel_km: number
  vetted_until: string | null
  vetted_for: Generated<string[]>
  paused_until: string | null
  confirmed_at: Timestamp | null
  contact: Buffer | null
  phone_digest: Buffer | null
  family_token: number | null
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
  address_digest: Buffer | null
  kin: Generated<string[]>
  vetted_by: string | null
  left_at: Timestamp | null
  without_group_since: Timestamp | null
}

export interface ObservatoryIndicator {
  id: string
  version: string
  from_day: string
  bridge_until: string | null
  definition: Json
  reason: string
  recorded_at: Timestamp
  recorded_by: string
}

export interface ObservatoryNoisedBlock {
  home: number
  edition: string
  place: string
  period: string
  numbers: number[]
  out_at: Timestamp
}

export interface ObservatoryNoisedEdition {
  home: number
  id: string
  recorded_at: Timestamp
  recorded_by: string
  cube: string
  cube_version: string
  number: number
  last_period: string
  periods: string[]
  as_of: Timestamp
  out_at: Timestamp
  noise: Json
  synthetic: boolean
  hash: string
}

export interface ObservatoryRelease {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  plan: string
  dataset: string
  number: number
  state: string
  frozen: Json
  as_of: Timestamp
  scheduled: boolean
  reason: Json | null
  releases_at: Timestamp
  steps: Generated<number>
  steps_done: Generated<number>
  beat_at: Timestamp
  failure: Json | null
  hash: string | null
  manifest: Json | null
  content: Json | null
  signed_by: string | null
  signed_at: Timestamp | null
  withdrawn_by: string | null
  withdrawn_at: Timestamp | null
  access: GeneratedAlways<string[]>
}

export interface ObservatoryReleaseFile {
  home: number
  release: string
  name: string
  place: number
  title: Json
  media_type: string
  conforms_to: string | null
  sha256: string
  size: number
  content: Buffer
  out_at: Timestamp | null
  access: GeneratedAlways<string[]>
}

export interface ObservatoryReleasePart {
  home: number
  release: string
  part: number
  summary: Json
  sealed: Buffer
  sha256: string
  attack: Json | null
  access: GeneratedAlways<string[]>
  hidden: Buffer | null
}

export interface PeopleExclusion {
  home: number
  id: string
  person: string
  kind: string
  digest: Buffer | null
  token: number | null
  reference: string | null
  label: Buffer | null
  recorded_at: Timestamp
  recorded_by: string
  access: GeneratedAlways<string[]>
}

export interface PeopleNameToken {
  token: number
  home: number
  person: string
}

export interface PeoplePerson {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  worker: string | null
  team: string
  restricted: Generated<boolean>
  sheltered: Generated<boolean>
  given_name: string
  family_name: string
  sex: string | null
  birth_year: number | null
  languages: Generated<string[]>
  access_needs: Generated<string[]>
  contact: Buffer | null
  address: Buffer | null
  place: string
  quarter: string | null
  lat: number | null
  lon: number | null
  secret_hash: string | null
  secret: Buffer
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
  household: Generated<Json>
}

export interface PlacesCameFrom {
  place: string
  origin: string
  changed_on: string
  how: string
}

export interface PlacesMoved {
  place: string
  moved_on: string
  from_parent: string
}

export interface PlacesPlace {
  code: string
  kind: string
  parent: string | null
  name_fa: string
  name_en: string
  search: string
  lat: number
  lon: number
  population: number | null
  population_kind: string | null
  home: number
  valid_from: Generated<string>
  valid_until: string | null
}

export interface PlatformIdempotency {
  home: number
  actor: string
  key: string
  request_hash: Buffer
  record: string | null
  at: Timestamp
}

export interface PlatformSetting {
  name: string
  value: Json
}

export interface ReferralsReferral {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  need: string
  case_id: string
  person: string
  worker: string
  team: string
  from_unit: string
  to_unit: string | null
  consent: string
  state: string
  reason: string | null
  card: Json
  attempt: Generated<number>
  passed_units: Generated<string[]>
  passed_volunteers: Generated<string[]>
  volunteer: string | null
  answer_by: Timestamp | null
  open_from: Timestamp
  open_until: Timestamp
  closed_at: Timestamp | null
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
  lent: GeneratedAlways<string[]>
  seat: Generated<number>
  offered_by: string | null
  accepted_by: string | null
  seen_at: Timestamp | null
}

export interface ReferralsSight {
  home: number
  person: string
  reader_digest: Buffer
  first_at: Timestamp
  access: GeneratedAlways<string[]>
}

export interface VisitsAssignment {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  recorded_by: string
  need: string
  referral: string
  case_id: string
  person: string
  worker: string
  team: string
  unit: string
  volunteer: string
  volunteer_home: number
  volunteer_name: string
  consent: string
  kind: string
  card: Json
  visit_from: Timestamp
  visit_to: Timestamp
  state: string
  reason: string | null
  answer_by: Timestamp
  accepted_at: Timestamp | null
  approved_at: Timestamp | null
  approved_how: string | null
  on_way_at: Timestamp | null
  arrived_at: Timestamp | null
  done_at: Timestamp | null
  report: Json | null
  confirm_hash: Buffer | null
  confirm_attempts: Generated<number>
  confirmed_at: Timestamp | null
  confirmed_how: string | null
  outcome: string | null
  open_from: Timestamp
  open_until: Timestamp
  subject: string
  sex: string | null
  age_group: string | null
  place: string
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
  lent: GeneratedAlways<string[]>
  seat: Generated<number>
  companion_name: string | null
  accepted_by: string | null
  approved_by: string | null
  code_phone_digest: Buffer | null
}

export interface VisitsBooking {
  home: number
  id: string
  volunteer: string
  assignment: string
  during: string
  access: GeneratedAlways<string[]>
}

export interface VisitsCallBack {
  home: number
  id: string
  revision: Generated<number>
  recorded_at: Timestamp
  assignment: string
  case_id: string
  need: string
  person: string
  team: string
  kind: string
  visit_from: Timestamp
  visit_to: Timestamp
  reason: string
  due_at: Timestamp
  tries: Generated<number>
  state: string
  done_at: Timestamp | null
  done_by: string | null
  barred: string[]
  access: GeneratedAlways<string[]>
}

export interface VisitsConfirmation {
  home: number
  id: string
  assignment: string
  case_id: string
  person: string
  team: string
  phone_digest: Buffer
  confirmed_at: Timestamp
  access: GeneratedAlways<string[]>
}

export interface VisitsSharedPhone {
  home: number
  id: string
  revision: Generated<number>
  team: string
  leads: string[]
  phone_digest: Buffer
  people: number
  cases: string[]
  first_at: Timestamp
  last_at: Timestamp
  state: string
  seen_at: Timestamp | null
  seen_by: string | null
  access: GeneratedAlways<string[]>
}

export interface WallOpenTable {
  name: string
  reason: string
}

export interface WallSealedColumn {
  name: string
  home: string | null
}

export interface WatchTimer {
  home: number
  visit: string
  volunteer: string
  unit: string
  team: string
  arrived_at: Timestamp
  overdue_at: Timestamp
  due_at: Timestamp
  stage: Generated<string>
  told: Generated<number>
  ended_at: Timestamp | null
  ended_how: string | null
  ended_by: string | null
  synthetic: Generated<boolean>
  access: GeneratedAlways<string[]>
}

export interface Database {
  'audit.entry': AuditEntry
  'audit.seal': AuditSeal
  'auth.account': AuthAccount
  'auth.appointment': AuthAppointment
  'auth.attempt': AuthAttempt
  'auth.challenge': AuthChallenge
  'auth.proposal': AuthProposal
  'auth.session': AuthSession
  'casework.case': CaseworkCase
  'casework.handover': CaseworkHandover
  'casework.need': CaseworkNeed
  'consents.consent': ConsentsConsent
  'consents.disclosure': ConsentsDisclosure
  'danger.alarm': DangerAlarm
  'danger.hand_over': DangerHandOver
  'desk.confirmation': DeskConfirmation
  'desk.request': DeskRequest
  'duty.list': DutyList
  'facts.fact': FactsFact
  'facts.fold': FactsFold
  'facts.kind': FactsKind
  'facts.rollup': FactsRollup
  'jobs.subscription': JobsSubscription
  'matching.county_picture': MatchingCountyPicture
  'matching.proposal': MatchingProposal
  'matching.run': MatchingRun
  'matching.run_region': MatchingRunRegion
  'matching.standing_rule': MatchingStandingRule
  'matching.suggestion': MatchingSuggestion
  'matching.weights': MatchingWeights
  'messages.outbox': MessagesOutbox
  'network.unit': NetworkUnit
  'network.venue': NetworkVenue
  'network.vetting': NetworkVetting
  'network.volunteer': NetworkVolunteer
  'observatory.indicator': ObservatoryIndicator
  'observatory.noised_block': ObservatoryNoisedBlock
  'observatory.noised_edition': ObservatoryNoisedEdition
  'observatory.release': ObservatoryRelease
  'observatory.release_file': ObservatoryReleaseFile
  'observatory.release_part': ObservatoryReleasePart
  'people.exclusion': PeopleExclusion
  'people.name_token': PeopleNameToken
  'people.person': PeoplePerson
  'places.came_from': PlacesCameFrom
  'places.moved': PlacesMoved
  'places.place': PlacesPlace
  'platform.idempotency': PlatformIdempotency
  'platform.setting': PlatformSetting
  'referrals.referral': ReferralsReferral
  'referrals.sight': ReferralsSight
  'visits.assignment': VisitsAssignment
  'visits.booking': VisitsBooking
  'visits.call_back': VisitsCallBack
  'visits.confirmation': VisitsConfirmation
  'visits.shared_phone': VisitsSharedPhone
  'wall.open_table': WallOpenTable
  'wall.sealed_column': WallSealedColumn
  'watch.timer': WatchTimer
}
