import { describe, expect, it } from 'vitest'
import { anyone, type Actor } from '#platform/actor/index.ts'
import { mayCallBack } from './policy.ts'

const sara: Actor = { ...anyone, kind: 'account', id: 'sara', role: 'clerk', unit: 'centre' }

describe('who asks about a confirmed visit', () => {
  it('is of its centre and had no part in the case', () => {
    expect(mayCallBack(sara, { team: 'centre', barred: ['actor:mina'] })).toBe(true)
    expect(mayCallBack(sara, { team: 'centre', barred: ['actor:mina', 'actor:sara'] })).toBe(false)
    expect(mayCallBack(sara, { team: 'elsewhere', barred: [] })).toBe(false)
  })
})
