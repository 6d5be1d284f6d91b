import { describe, expect, it } from 'vitest'
import { immutable, isNotModified, revalidated } from './caching.ts'

const validator = { tag: 'abc', at: '2024-06-01T06:30:00Z' }
const headers = revalidated(validator)

describe('a document that is kept by its readers', () => {
  it('is asked about each time where its address may say something else tomorrow, and never where it may not', () => {
    expect(headers).toEqual({ etag: '"abc"', 'last-modified': 'Sat, 01 Jun 2024 06:30:00 GMT', 'cache-control': 'public, no-cache' })
    expect(immutable(validator)['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('is the same one under one of the tags that the reader has', () => {
    expect(isNotModified({ ifNoneMatch: '"x", W/"abc"' }, headers)).toBe(true)
    expect(isNotModified({ ifNoneMatch: '*' }, headers)).toBe(true)
    expect(isNotModified({ ifNoneMatch: '"x"' }, headers)).toBe(false)
  })

  it('is told by its date only to a reader who has no tag', () => {
    const since = 'Sat, 01 Jun 2024 06:30:00 GMT'
    expect(isNotModified({ ifModifiedSince: since }, headers)).toBe(true)
    expect(isNotModified({ ifModifiedSince: since, ifNoneMatch: '"x"' }, headers)).toBe(false)
    expect(isNotModified({ ifModifiedSince: 'Sat, 01 Jun 2024 06:29:59 GMT' }, headers)).toBe(false)
    expect(isNotModified({ ifModifiedSince: 'soon' }, headers)).toBe(false)
    expect(isNotModified({}, headers)).toBe(false)
  })
})
