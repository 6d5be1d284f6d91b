import pg from 'pg'
import type { Role } from '#platform/actor/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { foldForSearch, searchText } from '#platform/words/index.ts'

/**
 * A small, hand-made world that every database test starts from: two provinces, three centres, four groups
 * of the network, and named people. Nobody in it exists.
 */
const id = (kind: number, number: number) =>
  `00000000-0000-7000-80${String(kind).padStart(2, '0')}-${String(number).padStart(12, '0')}`

export const units = {
  agency: id(1, 1),
  province: id(1, 2),
  county: id(1, 3),
  centreA: id(1, 4),
  centreB: id(1, 5),
  centreC: id(1, 6),
  network: id(1, 10),
  women: id(1, 11),
  mixed: id(1, 12),
  elsewhere: id(1, 13),
  physicians: id(1, 14),
  liaisonA: id(1, 15),
} as const

export const homes = { province: 10_000, county: 10_100, a: 10_101, b: 10_102, c: 20_101 } as const

export const volunteers = {
  mehri: id(2, 1),
  shirin: id(2, 2),
  kaveh: id(2, 3),
  dariush: id(2, 4),
  reza: id(2, 5),
} as const

interface Staff {
  readonly account: string
  readonly name: string
  readonly role: Role
  readonly unit: string
  readonly home: number
  readonly area: readonly [number, number]
  readonly volunteer?: string
}

const none = [1, 0] as const
const own = (home: number) => [home, home] as const

/** Everyone who signs in, by the short name the tests use. */
export const people = {
  sara: { account: id(3, 1), name: 'سارا سپهری', role: 'clerk', unit: units.centreA, home: homes.a, area: own(homes.a) },
  mina: { account: id(3, 2), name: 'مینا رستگار', role: 'case-worker', unit: units.centreA, home: homes.a, area: own(homes.a) },
  parvin: { account: id(3, 3), name: 'پروین دانا', role: 'supervisor', unit: units.centreA, home: homes.a, area: own(homes.a) },
  behzad: { account: id(3, 4), name: 'بهزاد رهنما', role: 'liaison', unit: units.liaisonA, home: homes.a, area: [10_100, 10_199] },
  bahar: { account: id(3, 5), name: 'بهار یزدانی', role: 'coordinator', unit: units.women, home: homes.a, area: none },
  nasrin: { account: id(3, 6), name: 'نسرین کیانی', role: 'coordinator', unit: units.mixed, home: homes.a, area: none },
  mehri: { account: id(3, 7), name: 'مهری سلیمی', role: 'volunteer', unit: units.women, home: homes.a, area: none, volunteer: volunteers.mehri },
  kaveh: { account: id(3, 8), name: 'کاوه شریفی', role: 'volunteer', unit: units.mixed, home: homes.a, area: none, volunteer: volunteers.kaveh },
  clerkOfB: { account: id(3, 9), name: 'نگار صدیقی', role: 'clerk', unit: units.centreB, home: homes.b, area: own(homes.b) },
  otherWorker: { account: id(3, 10), name: 'امید فرهمند', role: 'case-worker', unit: units.centreA, home: homes.a, area: own(homes.a) },
  workerOfC: { account: id(3, 11), name: 'لاله پارسا', role: 'case-worker', unit: units.centreC, home: homes.c, area: own(homes.c) },
  director: { account: id(3, 12), name: 'آرش بینا', role: 'director', unit: units.province, home: homes.province, area: [10_000, 19_999] },
  statistician: { account: id(3, 13), name: 'شیوا شمار', role: 'statistician', unit: units.agency, home: 1, area: [0, 999_999] },
  auditor: { account: id(3, 14), name: 'فرهاد راست', role: 'auditor', unit: units.agency, home: 1, area: none },
  administrator: { account: id(3, 15), name: 'یاسمن کاردان', role: 'administrator', unit: units.agency, home: 1, area: none },
  safeguarding: { account: id(3, 16), name: 'آوا پناه', role: 'safeguarding-lead', unit: units.province, home: homes.province, area: none },
  liaisonOfC: { account: id(3, 17), name: 'سینا پل', role: 'liaison', unit: units.centreC, home: homes.c, area: [20_100, 20_199] },
  coordinatorOfC: { account: id(3, 18), name: 'ژاله نور', role: 'coordinator', unit: units.elsewhere, home: homes.c, area: none },
  volunteerOfC: { account: id(3, 19), name: 'داریوش نیک', role: 'volunteer', unit: units.elsewhere, home: homes.c, area: none, volunteer: volunteers.dariush },
  supervisorOfC: { account: id(3, 20), name: 'پرستو آرام', role: 'supervisor', unit: units.centreC, home: homes.c, area: own(homes.c) },
  otherStatistician: { account: id(3, 21), name: 'کیان بازبین', role: 'statistician', unit: units.agency, home: 1, area: [0, 999_999] },
  leadOfC: { account: id(3, 22), name: 'ترانه امین', role: 'safeguarding-lead', unit: units.centreC, home: homes.c, area: none },
} as const satisfies Record<string, Staff>
export type Name = keyof typeof people

/** A made-up mobile number of each person: an unassigned prefix, so nobody is ever called. */
export const phoneOf = (name: Name): string => `+98999000${String(Object.keys(people).indexOf(name)).padStart(4, '0')}`

const PLACES = [
  ['T', 'country', null, 'سرزمین نمونه', 'Sample Land', 35, 51, 1],
  ['T-1', 'province', 'T', 'استان یک', 'Province One', 35, 51, 10_000],
  ['T-1-1', 'county', 'T-1', 'فیروزه‌دشت', 'Firuzedasht', 35, 51, 10_100],
  ['T-1-1-1', 'town', 'T-1-1', 'سرچشمه', 'Sarcheshmeh', 35.01, 51.01, 10_101],
  ['T-1-1-2', 'town', 'T-1-1', 'باغ‌انار', 'Bagh-e Anar', 35.05, 51.05, 10_102],
  ['T-2', 'province', 'T', 'استان دو', 'Province Two', 30, 50, 20_000],
  ['T-2-1', 'county', 'T-2', 'نارنجستان', 'Narenjestan', 30, 50, 20_100],
  ['T-2-1-1', 'town', 'T-2-1', 'پل‌سفید', 'Pol-e Sefid', 30.01, 50.01, 20_101],
] as const

const UNITS = [
  [units.agency, 'agency', null, 'nation', null, null, 'سازمان نمونه', 'Sample Agency', 'T', 1, null],
  [units.province, 'agency', units.agency, 'province', null, null, 'اداره کل استان یک', 'Province One Office', 'T-1', 10_000, null],
  [units.county, 'agency', units.province, 'county', null, null, 'ادارهٔ فیروزه‌دشت', 'Firuzedasht Office', 'T-1-1', 10_100, null],
  [units.centreA, 'agency', units.county, 'centre', null, null, 'مرکز ۱ فیروزه‌دشت', 'Firuzedasht Centre 1', 'T-1-1-1', homes.a, null],
  [units.centreB, 'agency', units.county, 'centre', null, null, 'مرکز ۲ فیروزه‌دشت', 'Firuzedasht Centre 2', 'T-1-1-2', homes.b, null],
  [units.centreC, 'agency', units.agency, 'centre', null, null, 'مرکز نارنجستان', 'Narenjestan Centre', 'T-2-1-1', homes.c, null],
  [units.network, 'network', null, 'nation', null, null, 'شبکهٔ نمونه', 'Sample Network', 'T', 1, null],
  [units.women, 'network', units.network, 'local', 'neighbourhood', 'women', 'گروه محلی زنان سرچشمه', 'Sarcheshmeh Women', 'T-1-1-1', homes.a, null],
  [units.mixed, 'network', units.network, 'local', 'neighbourhood', 'mixed', 'گروه محلی سرچشمه', 'Sarcheshmeh Neighbours', 'T-1-1-1', homes.a, null],
  [units.elsewhere, 'network', units.network, 'local', 'neighbourhood', 'men', 'گروه محلی پل‌سفید', 'Pol-e Sefid Group', 'T-2-1-1', homes.c, null],
  [units.physicians, 'network', units.network, 'local', 'professional', 'mixed', 'کانون تخصصی پزشکان', 'Physicians', 'T-1-1-1', homes.a, null],
  [units.liaisonA, 'network', units.network, 'local', 'liaison', 'mixed', 'دفتر رابط فیروزه‌دشت', 'Firuzedasht Liaison', 'T-1-1-1', homes.a, units.centreA],
] as const

const ALL_WEEK = [[0, 7 * 24 * 60]]
const KINDS = ['clinic', 'company', 'lessons', 'repair', 'shopping', 'paperwork']

const VOLUNTEERS = [
  [homes.a, volunteers.mehri, units.women, 'مهری', 'سلیمی', 'female', 'T-1-1-1', 35.012, 51.012, 'mehri', '2027-06-01'],
  [homes.a, volunteers.shirin, units.women, 'شیرین', 'عطایی', 'female', 'T-1-1-2', 35.045, 51.045, undefined, '2027-06-01'],
  [homes.a, volunteers.kaveh, units.mixed, 'کاوه', 'شریفی', 'male', 'T-1-1-1', 35.011, 51.011, 'kaveh', '2027-06-01'],
  [homes.c, volunteers.dariush, units.elsewhere, 'داریوش', 'نیک', 'male', 'T-2-1-1', 30.01, 50.01, 'volunteerOfC', '2027-06-01'],
  // vetting has lapsed
  [homes.a, volunteers.reza, units.mixed, 'رضا', 'آذرنوش', 'male', 'T-1-1-1', 35.01, 51.01, undefined, '2026-01-01'],
] as const

/** Writes the world, as the loader. `now` is when everybody was appointed. */
export const buildWorld = async (loaderUrl: string, keys: Keyring, now: Date): Promise<void> => {
  const loader = new pg.Client({ connectionString: loaderUrl })
  await loader.connect()
  try {
    for (const [code, kind, parent, fa, en, lat, lon, home] of PLACES)
      await loader.query(
        `insert into places.place (code, kind, parent, name_fa, name_en, search, lat, lon, population, population_kind, home)
         values ($1,$2,$3,$4,$5,$6,$7,$8,1000,'modelled',$9)`,
        [code, kind, parent, fa, en, searchText(fa, en), lat, lon, home],
      )
    for (const [unit, organisation, parent, level, kind, membership, fa, en, place, home, host] of UNITS)
      await loader.query(
        `insert into network.unit (id, organisation, parent, level, kind, membership, name_fa, name_en, place, home,
           hosted_by, lat, lon, opened_on, synthetic)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,35.01,51.01,'2020-01-01',true)`,
        [unit, organisation, parent, level, kind, membership, fa, en, place, home, host],
      )
    for (const [home, volunteer, unit, given, family, sex, place, lat, lon, name, vetted] of VOLUNTEERS) {
      const phone = name === undefined ? `+9899900099${String(VOLUNTEERS.findIndex((row) => row[1] === volunteer)).padStart(2, '0')}` : phoneOf(name)
      await loader.query(
        `insert into network.volunteer (home, id, recorded_at, recorded_by, unit, given_name, family_name, sex, place, lat,
           lon, skills, languages, kinds, windows, weekly_minutes, capacity, travel_km, vetted_until, vetted_for,
           confirmed_at, contact, phone_digest, family_token, synthetic)
         values ($1,$2,$3,'test',$4,$5,$6,$7,$8,$9,$10,'[]','{fa}',$11,$12,600,4,20,$13,'{home,children}',$3,$14,$15,$16,true)`,
        [
          home,
          volunteer,
          now,
          unit,
          given,
          family,
          sex,
          place,
          lat,
          lon,
          KINDS,
          JSON.stringify(ALL_WEEK),
          vetted,
          keys.seal(home, JSON.stringify({ phone })),
          keys.digest('phone', phone),
          keys.token('name', foldForSearch(family)),
        ],
      )
    }
    for (const [name, person] of Object.entries(people) as [Name, Staff][]) {
      const phone = phoneOf(name)
      await loader.query(
        `insert into auth.account (id, phone_digest, contact, display_name, recorded_at, demonstration)
         values ($1,$2,$3,$4,$5,false)`,
        [person.account, keys.digest('phone', phone), keys.seal(0, JSON.stringify({ phone })), person.name, now],
      )
      await loader.query(
        `insert into auth.appointment (id, account, role, unit, unit_name, home, area_from, area_to, volunteer, valid_from)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
        [
          person.account.replace('-8003-', '-8004-'),
          person.account,
          person.role,
          person.unit,
          UNITS.find(([unit]) => unit === person.unit)?.[6] ?? '',
          person.home,
          person.area[0],
          person.area[1],
          person.volunteer ?? null,
          now,
        ],
      )
    }
  } finally {
    await loader.end()
  }
}

export const appointmentOf = (name: Name): string => people[name].account.replace('-8003-', '-8004-')
