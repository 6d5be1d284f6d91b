import type pg from 'pg'
import type { Role } from '#platform/actor/index.ts'
import { countyRange, NATION, NO_AREA, provinceRange, WHOLE_NATION, type HomeRange } from '#platform/ids/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { demoId } from './ids.ts'
import type { CountryPack } from '#countries/index.ts'
import { AGENCY, type AgencyCentre, type Group, type Organisations } from './organisations.ts'
import { phoneOf } from './phones.ts'
import type { Helper } from './volunteers.ts'

interface Person {
  readonly name: string
  readonly role: Role
  readonly unit: string
  readonly unitName: string
  readonly home: number
  readonly area: HomeRange
  readonly volunteer?: string
}

const signing = (number: number) => ({ account: demoId('account', number), appointment: demoId('appointment', number) })

/** Account ids of the case workers, known before the accounts are written: cases name them. */
export const caseWorkers: readonly string[] = [demoId('account', 2), demoId('account', 3)]

/** Who makes the demonstration's releases, and who signs them. */
export const statisticians = { makes: signing(9), signs: signing(14) } as const

export interface AccountParts {
  readonly pack: CountryPack
  readonly keys: Keyring
  readonly now: Date
  readonly organisations: Organisations
  readonly centre: AgencyCentre
  readonly group: Group
  readonly volunteer: Helper
  /** Whoever goes along where two are needed. */
  readonly together: readonly Helper[]
}

/** Accounts of every role around one centre, two where a deed takes two: what the sign-in page offers while the demonstration is loaded. */
export const loadAccounts = async (client: pg.Client, parts: AccountParts): Promise<void> => {
  const { pack, keys, now, organisations, centre, group, volunteer, together } = parts
  const own: HomeRange = { from: centre.home, to: centre.home }
  const at = { unit: centre.id, unitName: centre.nameFa, home: centre.home }
  const nation = { unit: organisations.agency, unitName: AGENCY.fa, home: NATION }
  // As people are called in the country that is shown.
  const name = (fa: string, en: string): string => ({ fa, en })[pack.languages[0]]
  const asVolunteer = ({ id, given, family }: Helper): Person => ({
    name: `${given} ${family}`, role: 'volunteer', unit: group.id, unitName: group.nameFa, home: group.home, area: NO_AREA, volunteer: id,
  })
  const people: readonly Person[] = [
    { name: name('سارا سپهری', 'Grace Wanjiru'), role: 'clerk', ...at, area: own },
    { name: name('مینا رستگار', 'Faith Akinyi'), role: 'case-worker', ...at, area: own },
    { name: name('امید فرهمند', 'Brian Mutiso'), role: 'case-worker', ...at, area: own },
    { name: name('پروین دانا', 'Lucy Chebet'), role: 'supervisor', ...at, area: own },
    { name: name('بهزاد رهنما', 'Peter Omondi'), role: 'liaison', ...at, area: countyRange(centre.home) },
    { name: name('بهار یزدانی', 'Esther Nyambura'), role: 'coordinator', unit: group.id, unitName: group.nameFa, home: group.home, area: NO_AREA },
    asVolunteer(volunteer),
    { name: name('آرش بینا', 'Samuel Kiprono'), role: 'director', ...at, area: provinceRange(centre.home) },
    { name: name('شیوا ستوده', 'Ruth Mwikali'), role: 'statistician', ...nation, area: WHOLE_NATION },
    { name: name('آوا پناهی', 'Agnes Atieno'), role: 'safeguarding-lead', ...at, area: NO_AREA },
    { name: name('فرهاد راد', 'Daniel Barasa'), role: 'auditor', ...nation, area: NO_AREA },
    { name: name('یاسمن کاویانی', 'Joyce Wairimu'), role: 'administrator', ...nation, area: NO_AREA },
    { name: name('سهراب نجفی', 'Kevin Otieno'), role: 'administrator', ...nation, area: NO_AREA },
    // A release takes two: whoever made it does not sign it.
    { name: name('کیان مهرآیین', 'Victor Kimani'), role: 'statistician', ...nation, area: WHOLE_NATION },
    // First visits and visits to children, too.
    ...together.map(asVolunteer),
  ]
  for (const [index, person] of people.entries()) {
    const number = index + 1
    const phone = phoneOf(pack, 'account', number)
    await client.query(
      `insert into auth.account (id, phone_digest, contact, display_name, recorded_at, demonstration) values ($1,$2,$3,$4,$5,true)`,
      [demoId('account', number), keys.digest('phone', phone), keys.seal(0, JSON.stringify({ phone })), person.name, now],
    )
    await client.query(
      `insert into auth.appointment (id, account, role, unit, unit_name, home, area_from, area_to, volunteer, valid_from)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [
        demoId('appointment', number),
        demoId('account', number),
        person.role,
        person.unit,
        person.unitName,
        person.home,
        person.area.from,
        person.area.to,
        person.volunteer ?? null,
        now,
      ],
    )
  }
}
