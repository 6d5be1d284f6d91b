import type { CountryPack } from '#countries/index.ts'

const ROOMS = { account: 0, person: 1, volunteer: 2, group: 3, centre: 4 } as const

/** A telephone of the demonstration: of a prefix that nobody has, so that no message can reach anybody. */
export const phoneOf = (pack: CountryPack, room: keyof typeof ROOMS, number: number): string =>
  `${pack.synthetic.phonePrefix}${ROOMS[room]}${String(number % 1_000_000).padStart(6, '0')}`
