import { describe, expect, it } from 'vitest'
import { anyone, type Actor } from '#platform/actor/index.ts'
import { mayAnswer } from './policy.ts'

const alarm = { team: 'centre', leads: ['safeguarding:centre', 'safeguarding:province'] }
const of = (role: Actor['role'], unit: string): Actor => ({ ...anyone, role, unit })

describe('who may answer an alarm', () => {
  it('are the centre’s own, and the safeguarding leads of the offices above it', () => {
    expect(mayAnswer(of('clerk', 'centre'), alarm)).toBe(true)
    expect(mayAnswer(of('safeguarding-lead', 'province'), alarm)).toBe(true)
  })

  it('are not another centre’s, nor the safeguarding lead of another province', () => {
    expect(mayAnswer(of('clerk', 'elsewhere'), alarm)).toBe(false)
    expect(mayAnswer(of('supervisor', 'province'), alarm)).toBe(false)
    expect(mayAnswer(of('safeguarding-lead', 'elsewhere'), alarm)).toBe(false)
  })
})
