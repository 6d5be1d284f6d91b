import { addressFillers } from '#countries/addresses.ts'
import { needKinds } from '#countries/needs.ts'
import { notices } from '#countries/notices.ts'
import type { CountryPack } from '#countries/pack.ts'
import { phoneReader } from '#countries/phone.ts'
import { professions } from '#countries/professions.ts'
import { purposes } from '#countries/purposes.ts'
import { vetting } from '#countries/vetting.ts'
import { watch } from '#countries/watch.ts'
import { asking } from './asking.ts'
import { danger } from './danger.ts'
import { holidays, listHolidays } from './holidays.ts'
import { isIdentityNumber } from './identity.ts'
import { names } from './names.ts'
import { places } from './places.ts'
import { levels, offices, spokenLanguages } from './words.ts'

/** Small but real: it proves that nothing outside the packs leans on one country. */
export const kenya: CountryPack = {
  code: 'kenya',
  name: { fa: 'کنیا', en: 'Kenya' },
  // Swahili follows when the house speaks it.
  languages: ['en'],
  timeZone: 'Africa/Nairobi',
  calendar: 'gregorian',
  currency: { code: 'KES', digits: 2, name: { fa: 'شیلینگ کنیا', en: 'Kenyan shilling' } },
  // Children Act (2022), section 2.
  ageOfMajority: 18,
  confirmations: { sharedPhone: { people: 3, days: 90 }, callBack: { percent: 5, days: 7, tries: 3 } },
  matching: { night: { from: 120, until: 300 }, proposalHours: 72, takeBackMinutes: 10, standingDays: 90 },
  dangerNumber: '999',
  danger,
  vetting,
  watch,
  weekend: [6, 7],
  listHolidays,
  holidays,
  addressFillers,
  phone: phoneReader('KE'),
  identityName: { fa: 'شمارهٔ شناسایی', en: 'ID number' },
  isIdentityNumber,
  levels,
  offices,
  needKinds,
  notices,
  professions,
  spokenLanguages,
  purposes,
  places,
  names,
  // 019 is assigned to no operator.
  synthetic: { phonePrefix: '+25419', asking },
}
