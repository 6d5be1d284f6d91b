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

export const iran: CountryPack = {
  code: 'iran',
  name: { fa: 'ایران', en: 'Iran' },
  languages: ['fa', 'en'],
  timeZone: 'Asia/Tehran',
  calendar: 'persian',
  currency: { code: 'IRR', digits: 0, name: { fa: 'ریال', en: 'rial' } },
  // Law for the Protection of Children and Adolescents (1399), article 1: whoever is under 18.
  ageOfMajority: 18,
  confirmations: { sharedPhone: { people: 3, days: 90 }, callBack: { percent: 5, days: 7, tries: 3 } },
  matching: { night: { from: 120, until: 300 }, proposalHours: 72, takeBackMinutes: 10, standingDays: 90 },
  // اورژانس اجتماعی, the social emergency line of the State Welfare Organisation, day and night.
  dangerNumber: '123',
  danger,
  vetting,
  watch,
  // Thursday and Friday: executive bodies work from Saturday to Wednesday, by the revision of article 87 of
  // the Civil Service Management Law (parliament, 15 Esfand 1403; Saturday had been refused). Where it is
  // not yet followed Thursday is a half day, no day to count a deadline by.
  weekend: [4, 5],
  listHolidays,
  holidays,
  addressFillers,
  phone: phoneReader('IR'),
  identityName: { fa: 'شمارهٔ ملی', en: 'National number' },
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
  // 0997 is assigned to no operator.
  synthetic: { phonePrefix: '+98997', asking },
}
