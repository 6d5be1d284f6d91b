import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatter, type Message } from '#platform/words/index.ts'

const domains = join(import.meta.dirname, '..')

/** Every text that leaves as a message, by where it stands: whatever is called `sms…` in any `words.ts`. */
const texts = async (): Promise<[string, { fa: string; en: string }][]> => {
  const files = readdirSync(domains, { recursive: true, encoding: 'utf8' }).filter((path) => /(^|\/)words\.ts$/.test(path))
  const found: [string, { fa: string; en: string }][] = []
  for (const file of files.sort()) {
    const { words = {} } = (await import(join(domains, file))) as { words?: Readonly<Record<string, Message>> }
    for (const [key, message] of Object.entries(words))
      if (key.startsWith('sms'))
        found.push([`${file} ${key}`, typeof message === 'function' ? message(new Proxy({}, { get: () => '1' }) as never, formatter('fa')) : message])
  }
  return found
}

describe('a message on a telephone that somebody else picks up', () => {
  it('has no word of help, welfare, a case, a harm or a home', async () => {
    const all = await texts()
    expect(all.length).toBeGreaterThan(8)
    for (const [where, { fa, en }] of all) {
      expect(fa, where).not.toMatch(/کمک|رفاه|بهزیستی|مددکار|پرونده|درخواست|نیازمند|خشونت|خطر|شکایت|نشانی/)
      expect(en, where).not.toMatch(/\b(help|welfare|aid|case|benefit|request|violence|danger|complaint|address|home)\b/i)
    }
  })

  it('is short enough for one or two text messages', async () => {
    for (const [where, { fa }] of await texts()) expect(fa.length, where).toBeLessThanOrEqual(134)
  })
})
