import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { dangerAnswered } from './facts.ts'
import type { AlarmRecord } from './store.ts'

export const countAnswered = (scope: WriteScope, alarm: AlarmRecord): void =>
  scope.fact({
    kind: dangerAnswered,
    home: alarm.home,
    on: today(scope.now, countryPack(scope.country).timeZone),
    unit: alarm.team,
    place: alarm.place,
    quantity: 1,
    dimensions: { onTime: scope.now <= alarm.due_at ? 'yes' : 'no' },
    source: alarm.request,
  })
