import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { FactKind } from '#platform/facts/index.ts'
import { minutesGiven, visitConfirmed, visitDeclined, visitMissed, visitOffered } from './facts.ts'
import type { VisitRecord } from './store.ts'

type Counted = Pick<VisitRecord, 'home' | 'id' | 'team' | 'place' | 'kind' | 'subject' | 'sex' | 'age_group'>

const write = <D extends string>(
  scope: WriteScope,
  visit: Counted,
  kind: FactKind<D>,
  quantity: number,
  dimensions: Partial<Record<D, string>>,
  subject: string | null,
): void => {
  scope.fact({
    kind,
    home: visit.home,
    on: today(scope.now, countryPack(scope.country).timeZone),
    unit: visit.team,
    place: visit.place,
    subject,
    quantity,
    dimensions,
    source: visit.id,
  })
}

export const countOffered = (scope: WriteScope, visit: Counted): void =>
  write(scope, visit, visitOffered, 1, { kind: visit.kind }, null)

export const countDeclined = (scope: WriteScope, visit: Counted): void =>
  write(scope, visit, visitDeclined, 1, { kind: visit.kind }, null)

export const countMissed = (scope: WriteScope, visit: Counted, who: 'person' | 'volunteer'): void =>
  write(scope, visit, visitMissed, 1, { kind: visit.kind, who }, null)

export const countMinutes = (scope: WriteScope, visit: Counted, minutes: number): void =>
  write(scope, visit, minutesGiven, minutes, { kind: visit.kind }, null)

export const countConfirmed = (scope: WriteScope, visit: Counted): void => {
  const { kind, sex, age_group: ageGroup, subject } = visit
  write(scope, visit, visitConfirmed, 1, { kind, sex: sex ?? 'unknown', ageGroup: ageGroup ?? 'unknown' }, subject)
}
