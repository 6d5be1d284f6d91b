import type { Chance } from './chance.ts'
import { copying } from './copy.ts'
import type { Filling } from './filling.ts'
import type { Geography } from './geography.ts'
import { demoId } from './ids.ts'
import { spread } from './organisations.ts'

const KINDS = [
  { kind: 'mosque', fa: 'مسجد', en: 'Mosque', share: 0.4 },
  { kind: 'school', fa: 'مدرسهٔ', en: 'School', share: 0.3 },
  { kind: 'hall', fa: 'سالن', en: 'Hall', share: 0.12 },
  { kind: 'clinic', fa: 'خانهٔ بهداشت', en: 'Clinic', share: 0.1 },
  { kind: 'library', fa: 'کتابخانهٔ', en: 'Library', share: 0.08 },
] as const

const kindOf = (chance: Chance) => {
  let left = chance.next()
  return KINDS.find(({ share }) => (left -= share) < 0) ?? KINDS[0]
}

export const loadVenues = async (filling: Filling, geography: Geography, count: number, chance: Chance, onRow: () => void): Promise<void> => {
  const table = await copying(filling, 'network.venue', [
    'id', 'kind', 'name_fa', 'name_en', 'place', 'home', 'rooms', 'capacity', 'step_free', 'lat', 'lon', 'synthetic',
  ])
  const counts = spread(count, geography.towns)
  let number = 0
  for (const [at, town] of geography.towns.entries())
    for (let own = 1; own <= (counts[at] ?? 0); own++) {
      const { kind, fa, en } = kindOf(chance)
      const rooms = chance.between(1, 8)
      onRow()
      await table.row([
        demoId('venue', (number += 1)),
        kind,
        `${fa} شمارهٔ ${own} ${town.nameFa}`,
        `${en} ${own}, ${town.nameEn}`,
        town.code,
        town.home,
        rooms,
        rooms * chance.between(15, 40),
        chance.is(0.35),
        town.lat + (chance.next() - 0.5) * 0.08,
        town.lon + (chance.next() - 0.5) * 0.08,
        true,
      ])
    }
  await table.end()
}
