import { describe, expect, it } from 'vitest'
import { vocabularyOf, type Ask, type Has } from './vocabulary.ts'

const nobody: Has = { kinds: [], languages: [], sex: null, skills: [] }
const asks: readonly Ask[] = [
  { kind: 'company' },
  { language: 'fa' },
  { sex: 'female' },
  { skill: '2221', level: 1 },
  { skill: '2221', level: 3 },
]

const has = (known: readonly Ask[], asked: readonly Ask[], own: Partial<Has>): boolean => {
  const { words, ask, give } = vocabularyOf(known)
  const wanted = new Int32Array(words)
  const given = new Int32Array(words)
  ask(asked, wanted, 0)
  give({ ...nobody, ...own }, given, 0)
  return wanted.every((bits, word) => ((given[word] ?? 0) & bits) === bits)
}

describe('the vocabulary', () => {
  it('tells who has what is asked', () => {
    expect(has(asks, [{ kind: 'company' }, { language: 'fa' }], { kinds: ['company', 'meal'], languages: ['fa'] })).toBe(true)
    expect(has(asks, [{ kind: 'company' }, { language: 'fa' }], { kinds: ['company'], languages: ['az'] })).toBe(false)
    expect(has(asks, [{ sex: 'female' }], { sex: 'female' })).toBe(true)
    expect(has(asks, [{ sex: 'female' }], { sex: null })).toBe(false)
  })

  it('takes a level for every level below it', () => {
    const nurse = (level: number) => ({ skills: [{ code: '2221', level }] })
    expect(has(asks, [{ skill: '2221', level: 1 }], nurse(2))).toBe(true)
    expect(has(asks, [{ skill: '2221', level: 3 }], nurse(2))).toBe(false)
    expect(has(asks, [{ skill: '2221', level: 3 }], nurse(4))).toBe(true)
  })

  it('gives nobody what it was never told of, or what cannot be', () => {
    const everything = { kinds: ['company', 'meal'], languages: ['fa', 'az'], sex: 'male' as const, skills: [{ code: '7411', level: 9 }] }
    for (const ask of [{ kind: 'meal' }, { language: 'az' }, { sex: 'male' }, { skill: '7411', level: 1 }, 'impossible'] as const)
      expect(has(asks, [ask], everything)).toBe(false)
  })

  it('has room for as many as there are, the last bit of a word too', () => {
    const many = Array.from({ length: 70 }, (_, index): Ask => ({ kind: `kind-${index}` }))
    expect(vocabularyOf(many).words).toBe(3)
    for (let index = 0; index < 70; index += 1) {
      expect(has(many, [{ kind: `kind-${index}` }], { kinds: [`kind-${index}`] })).toBe(true)
      expect(has(many, [{ kind: `kind-${index}` }], { kinds: many.flatMap((_, other) => (other === index ? [] : `kind-${other}`)) })).toBe(false)
    }
  })
})
