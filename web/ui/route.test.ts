import { describe, expect, test } from 'vitest'
import { match } from './route.tsx'

describe('the path table', () => {
  test('finds the parameters, decoded', () => {
    expect(match('/follow/:code', '/follow/KH7M-4QXR')).toEqual({ code: 'KH7M-4QXR' })
    expect(match('/places/:name', '/places/%D8%AA%D9%87%D8%B1%D8%A7%D9%86')).toEqual({ name: 'تهران' })
  })

  test('does not mind a slash at the end', () => {
    expect(match('/ask', '/ask/')).toEqual({})
    expect(match('/', '/')).toEqual({})
  })

  test('takes neither more nor fewer parts', () => {
    expect(match('/follow/:code', '/follow')).toBeUndefined()
    expect(match('/follow/:code', '/follow/a/b')).toBeUndefined()
    expect(match('/', '/ask')).toBeUndefined()
  })

  test('an address that cannot be decoded is no match, not a broken page', () => {
    expect(match('/follow/:code', '/follow/%E0%A4%A')).toBeUndefined()
  })
})
