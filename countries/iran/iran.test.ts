import { describe, expect, it } from 'vitest'
import { kilometres } from '#countries/gazetteer-sources.ts'
import { addWorkingDays, fromJalali, plainDate, toJalali, weekday } from '#engines/calendar/index.ts'
import { iran } from './index.ts'
import { persianNames } from './build-places.ts'
import { persianSpelling } from './persian-spelling.ts'

const places = iran.places()
const of = (kind: string) => places.filter((place) => place.kind === kind)
const named = (nameFa: string, kind = 'town') =>
  places.filter((place) => place.nameFa === nameFa && place.kind === kind)
const codes = new Map(places.map((place) => [place.code, place]))
const jalali = (year: number, month: number, day: number) => fromJalali({ year, month, day })

describe('the geography of Iran', () => {
  it('has 31 provinces, the 448 counties of 1399 and every town of the gazetteer', () => {
    expect(of('country')).toHaveLength(1)
    expect(of('province')).toHaveLength(31)
    expect(of('county')).toHaveLength(448)
    expect(of('town').length).toBeGreaterThanOrEqual(2000)
  })

  it('lies within Iran, and a town near the seat of its county', () => {
    for (const { nameEn, lat, lon, kind, parent } of places) {
      expect(lat > 25 && lat < 40 && lon > 44 && lon < 63.5, nameEn).toBe(true)
      if (kind !== 'town') continue
      const county = codes.get(parent ?? '')!
      expect(kilometres({ lat, lon }, county), `${nameEn} of ${county.nameEn}`).toBeLessThan(200)
    }
  })

  it('has a Persian name for every place, written with Persian letters', () => {
    for (const { nameFa, code } of places) expect(nameFa, code).toMatch(/^[\u0621-\u06CC\u200C\u0654 ()]+$/)
    for (const { nameFa, code } of places) expect(nameFa, code).not.toMatch(/[يك]/)
  })

  it('never has two counties of one name in a province', () => {
    const names = of('county').map(({ parent, nameFa }) => `${parent} ${nameFa}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('numbers provinces by the official code plus one, so that no office begins with 0', () => {
    const ordinal = (nameFa: string) => named(nameFa, 'province')[0]?.province
    expect([ordinal('مرکزی'), ordinal('گیلان'), ordinal('تهران'), ordinal('البرز')]).toEqual([1, 2, 24, 31])
  })

  it('counts the people of the census of 1395', () => {
    expect(of('country')[0]?.population).toBe(79_926_270)
  })

  it.each([
    ['تهران', 'تهران', 'تهران'],
    ['طبس', 'طبس', 'خراسان جنوبی'],
    ['سرعین', 'سرعین', 'اردبیل'],
    ['فردیس', 'فردیس', 'البرز'],
    ['کیش', 'بندر لنگه', 'هرمزگان'],
    ['لواسان', 'شمیرانات', 'تهران'],
    ['هوراند', 'هوراند', 'آذربایجان شرقی'],
  ])('puts %s into %s in %s', (town, county, province) => {
    const above = named(town).map(({ parent }) => codes.get(parent ?? ''))
    const names = above.map((place) => [place?.nameFa, codes.get(place?.parent ?? '')?.nameFa])
    expect(names).toContainEqual([county, province])
  })

  it('is there at once', () => {
    const begun = performance.now()
    iran.places()
    expect(performance.now() - begun).toBeLessThan(50)
  })
})

describe('Persian names from romanised ones', () => {
  it.each([
    ['Solţānābād', 'سلطان‌آباد'],
    ['Kheyrābād', 'خیرآباد'],
    ['Naz̧arābād', 'نظرآباد'],
    ['Reẕvānshahr', 'رضوانشهر'],
    ['Āz̄arshahr', 'آذرشهر'],
    ['Mashhad', 'مشهد'],
    ['Khvāf', 'خواف'],
    ['Moḩammadīyeh', 'محمدیه'],
    ['Bū’īn Zahrā', 'بوئین زهرا'],
    ['Do Borjī', 'دو برجی'],
    ['Qal‘eh-ye Khvājeh', 'قلعه خواجه'],
  ])('reads %s as %s', (romanised, persian) => {
    expect(persianSpelling(romanised)).toBe(persian)
  })

  it('prefers our own table, then the list of the province, and spells the rest', () => {
    const nameOf = persianNames()
    const ask = (province: string, romanised: string, name: string) => nameOf(province, { romanised, name })
    expect(ask('IR-23', 'Robāţ Karīm', 'Robat Karim')).toEqual(['رباط‌کریم', 'written'])
    expect(ask('IR-07', 'Shiraz', 'Shiraz')).toEqual(['شیراز', 'listed'])
    expect(ask('IR-00', 'Shiraz', 'Shiraz')[1]).toBe('spelled')
  })
})

describe('an identity number', () => {
  it.each(['0001079190', '0001158384', '0001237578', '0000000310', '0000000061', '۰۰۰۱۰۷۹۱۹۰', '000-107919-0'])('accepts %s', (typed) => {
    expect(iran.isIdentityNumber(typed)).toBe(true)
  })

  it.each(['0001079191', '0001079109', '001079190', '00010791900', '1111111111', '0000000000', '', 'شماره'])(
    'refuses %s',
    (typed) => {
      expect(iran.isIdentityNumber(typed)).toBe(false)
    },
  )
})

describe('a telephone number', () => {
  it.each([
    ['09091234567', '+989091234567'],
    ['۰۹۰۹ ۱۲۳ ۴۵۶۷', '+989091234567'],
    ['00989091234567', '+989091234567'],
    ['+98 (0) 909 123 4567', '+989091234567'],
    ['9091234567', '+989091234567'],
    ['021-8888 1234', '+982188881234'],
    ['+254 712 000 000', '+254712000000'],
  ])('reads %s', (typed, e164) => {
    expect(iran.phone(typed)).toBe(e164)
  })

  it.each(['0909123456', '090912345678', 'نامشخص', '', '110'])('refuses %s', (typed) => {
    expect(iran.phone(typed)).toBeUndefined()
  })
})

describe('days off', () => {
  const off = iran.holidays()

  it('keeps Nowruz, Nature Day and 22 Bahman in every year from 1300 to 1500', () => {
    for (const year of [1300, 1358, 1404, 1405, 1500])
      for (const [month, day] of [[1, 1], [1, 4], [1, 13], [11, 22], [12, 29]] as const)
        expect(off, `${year}/${month}/${day}`).toContain(jalali(year, month, day))
    expect(off).not.toContain(jalali(1405, 1, 5))
  })

  it.each([
    ['Eid al-Fitr 1403', 1403, 1, 22],
    ['Eid al-Adha 1403', 1403, 3, 28],
    ['Ashura 1403', 1403, 4, 26],
    ['Arbaeen 1403', 1403, 6, 4],
    ['birthday of Imam Ali 1403', 1403, 10, 25],
    ['Eid al-Adha 1404', 1404, 3, 16],
    ['Tasua 1404', 1404, 4, 14],
    ['Arbaeen 1404', 1404, 5, 23],
    ['last of Safar 1404', 1404, 6, 2],
    ['mission 1404', 1404, 10, 27],
    ['Eid al-Fitr 1405', 1405, 1, 1],
    ['Eid al-Ghadir 1405', 1405, 3, 14],
    ['Tasua 1405', 1405, 4, 3],
    ['Ashura 1402, reckoned', 1402, 5, 6],
    ['Eid al-Fitr 1401, reckoned', 1401, 2, 13],
  ])('keeps %s as the official calendar has it', (_, year, month, day) => {
    expect(off).toContain(jalali(year, month, day))
  })

  // ILNA, 8 Aban 1404, of the calendar of the Council of Public Culture.
  it('has 25 days off in 1405, and none of them in Ordibehesht, Mehr and Azar', () => {
    const months = [...off].map(toJalali).flatMap(({ year, month }) => (year === 1405 ? [month] : []))
    expect(months).toHaveLength(25)
    for (const month of [2, 7, 9]) expect(months).not.toContain(month)
  })

  it('says which days the moon may still move', () => {
    const onDay = (date: string) => iran.listHolidays().filter((holiday) => holiday.date === date)
    expect(onDay(jalali(1405, 4, 4)).map(({ tentative }) => tentative)).toEqual([false])
    expect(onDay(jalali(1405, 12, 20)).map(({ tentative }) => tentative)).toEqual([true])
  })

  it('rests on Thursday and Friday: three working days after a Wednesday is the next Monday', () => {
    const wednesday = plainDate(2026, 10, 21)
    expect(weekday(wednesday)).toBe(3)
    expect(addWorkingDays(wednesday, 3, { weekend: iran.weekend, holidays: off })).toBe('2026-10-26')
  })
})
