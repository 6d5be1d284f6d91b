import parsePhoneNumber from 'libphonenumber-js/min'
import type { CountryPack, GazetteerPlace } from '#countries/pack.ts'
import { latinDigits } from '#platform/words/index.ts'
import { holidays } from './holidays.ts'
import { isIdentityNumber } from './identity.ts'
import { names } from './names.ts'
import { needKinds } from './needs.ts'
import { notices } from './notices.ts'
import { readPlaces } from './places.ts'
import { levels, professions, purposes, spokenLanguages } from './words.ts'

export const iran: CountryPack = {
  code: 'iran',
  name: { fa: 'ایران', en: 'Iran' },
  languages: ['fa', 'en'],
  timeZone: 'Asia/Tehran',
  calendar: 'persian',
  // Social emergency line (اورژانس اجتماعی)
  dangerNumber: '123',
  // Public offices rest on Thursday and Friday.
  weekend: [4, 5],
  holidays,
  phone: (typed) => {
    const number = parsePhoneNumber(latinDigits(typed), 'IR')
    return number?.isPossible() === true && number.country !== undefined ? number.number : undefined
  },
  isIdentityNumber,
  levels,
  needKinds,
  notices,
  professions,
  spokenLanguages,
  purposes,
  places: (): readonly GazetteerPlace[] => readPlaces(),
  names,
}
