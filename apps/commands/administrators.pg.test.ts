import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, people, phoneOf, units, type TestHouse } from '#apps/testing/index.ts'
import { finishSignIn, startSignIn } from '#domains/accounts/contract.ts'
import { textOf } from '#apps/testing/chain.ts'
import { appointIn } from './administrators.ts'

let house: TestHouse
let loader: pg.Client
beforeEach(async () => {
  house = await openTestHouse()
  loader = new pg.Client({ connectionString: house.urlOf('loader') })
  await loader.connect()
})
afterEach(async () => {
  await loader.end()
  await house.close()
})

const PAIR = ['یاسمن کاردان', '0912 100 0001', 'نادر استوار', 'nader@example.org']

const run = async (...words: string[]): Promise<string[]> => {
  const lines: string[] = []
  await appointIn(house.open, loader, words, (line) => lines.push(line))
  return lines
}

const noAdministrators = () => house.look(`delete from auth.appointment where role = 'administrator'`)

/** Administrators in force, by name, with their unit. */
const administrators = () =>
  house.look<{ name: string; unit: string }>(
    `select c.display_name as name, a.unit from auth.appointment a join auth.account c on c.id = a.account
     where a.role = 'administrator' order by c.display_name`,
  )

describe('the first administrators, from the command line', () => {
  it('are two, in the agency’s own office, and can sign in', async () => {
    await noAdministrators()
    const said = await run(...PAIR)
    expect(said[0]).toBe('یاسمن کاردان and نادر استوار are administrators now.')
    expect(await administrators()).toEqual([
      { name: 'نادر استوار', unit: units.agency },
      { name: 'یاسمن کاردان', unit: units.agency },
    ])
    const stranger = house.stranger()
    const { answer } = await stranger.send(startSignIn, { body: { contact: '۰۹۱۲۱۰۰۰۰۰۱' } })
    const code = /\d{4,8}/.exec((await textOf(house, 'sign-in')).replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))))![0]
    const finished = await stranger.send(finishSignIn, { body: { challenge: answer.challenge, code } })
    expect(finished.answer.step).toBe('set-up')
  })

  it('may be appointed in a unit that is named, by id or in either language', async () => {
    await noAdministrators()
    await run(...PAIR, '--unit', 'Province One Office')
    expect(await administrators()).toMatchObject([{ unit: units.province }, { unit: units.province }])
  })

  it('are refused where there is one already', async () => {
    await expect(run(...PAIR)).rejects.toThrow('there is an administrator already')
    expect(await administrators()).toEqual([{ name: people.administrator.name, unit: units.agency }])
  })

  it.each([
    ['only one person', PAIR.slice(0, 2), 'two people are needed'],
    ['a name without a contact', PAIR.slice(0, 3), 'two people are needed'],
    ['a third person', [...PAIR, 'سوم'], 'two people are needed'],
    ['one telephone for both', ['یک', '0912 100 0001', 'دو', '+989121000001'], 'two people need two telephones'],
    ['a contact that is none', ['یک', '12', 'دو', 'nader@example.org'], '“12” is neither a telephone nor an e-mail address'],
    ['a unit that is not there', [...PAIR, '--unit', 'Nowhere'], 'no open unit is called “Nowhere”'],
    ['somebody who has an account', ['مینا', phoneOf('mina'), 'دو', 'nader@example.org'], 'has an account already'],
  ])('are refused with %s, and nobody is appointed', async (_, words, says) => {
    await noAdministrators()
    await expect(run(...words)).rejects.toThrow(says)
    expect(await administrators()).toEqual([])
  })

  it('begin an empty directory with the agency’s own name, and leave it empty when they are refused', async () => {
    await noAdministrators()
    await house.look('delete from network.unit')
    await expect(run(...PAIR)).rejects.toThrow('--agency')
    await expect(run('یک', '12', 'دو', 'x@example.org', '--agency', 'سازمان رفاه')).rejects.toThrow('neither')
    expect(await house.look('select from network.unit')).toEqual([])
    await run(...PAIR, '--agency', 'سازمان رفاه', '--agency-en', 'Welfare Agency')
    const [unit] = await house.look<{ id: string; name_fa: string; name_en: string; place: string; level: string }>(
      'select id, name_fa, name_en, place, level from network.unit',
    )
    expect(unit).toMatchObject({ name_fa: 'سازمان رفاه', name_en: 'Welfare Agency', place: 'T', level: 'nation' })
    expect(await administrators()).toMatchObject([{ unit: unit!.id }, { unit: unit!.id }])
  })
})
