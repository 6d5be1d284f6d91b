import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { doorFile, doorOf, inLanguage } from './doors.ts'

const doors = ['public', 'volunteer', 'staff'] as const

describe('the doors', () => {
  test.each([
    ['/', 'public'],
    ['/ask', 'public'],
    ['/volunteers', 'public'],
    ['/v', 'volunteer'],
    ['/v/visits/7', 'volunteer'],
    ['/staff', 'staff'],
    ['/staff/inbox', 'staff'],
    ['/staffing', 'public'],
  ])('%s leads to the %s door', (path, door) => {
    expect(doorOf(path)).toBe(door)
  })

  test.each(doors)('the %s document can be served in English', async (door) => {
    const html = await readFile(new URL(doorFile(door), import.meta.url), 'utf8')
    expect(inLanguage(html, 'en')).toContain('<html lang="en" dir="ltr">')
    expect(inLanguage(html, 'en')).not.toContain('lang="fa"')
  })

  test.each(doors)(
    'the %s document holds no script of its own: the policy would refuse it',
    async (door) => {
      const html = await readFile(new URL(doorFile(door), import.meta.url), 'utf8')
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      expect(scripts).toHaveLength(2)
      for (const tag of scripts) expect(tag).toContain('src=')
    },
  )
})
