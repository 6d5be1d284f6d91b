import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const here = import.meta.dirname
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
const sheets = files.filter((file) => file.endsWith('.css'))

/** What would look wrong in the other direction of reading, or not at all in the oldest browsers. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a physical side', /(?:^|[;{\s])(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b/],
  ['a physical position', /(?:^|[;{\s])(?:left|right|top|bottom)\s*:/],
  ['a physical alignment', /(?:text-align|float|clear)\s*:\s*(?:left|right)/],
  ['a physical size', /(?:^|[;{\s])(?:min-|max-)?(?:width|height)\s*:/],
  ['nesting', /&/],
  ['a selector the floor does not know', /:has\(/],
  ['a colour the floor does not know', /\b(?:oklch|oklab|lab|lch|color-mix|color)\(/],
  ['a unit the floor does not know', /\d(?:dvh|svh|lvh|dvw|cqw|cqh)\b/],
]

const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '')
/** Conditions of media queries name width and height of the screen: those have no logical form. */
const withoutConditions = (css: string) => css.replace(/@media[^{]*/g, '@media ')

const rules = sheets.map((file) => {
  const css = withoutConditions(withoutComments(readFileSync(join(here, file), 'utf8')))
  return { file, css }
})

/** Print is black on white, and a dialog's backdrop knows no custom properties. */
const plainColours = ['#000', '#fff', '#25211A66', '#060B0BB3']

describe('the style of the app', () => {
  test('is looked at', () => {
    expect(rules.length).toBeGreaterThan(20)
  })

  test.each(forbidden)('has no %s', (_, pattern) => {
    const offences = rules.flatMap(({ file, css }) => {
      const found = pattern.exec(css)
      return found === null ? [] : [`${file}: …${css.slice(found.index, found.index + 60)}…`]
    })
    expect(offences).toEqual([])
  })

  test('takes its colours from the tokens', () => {
    const offences = rules
      .filter(({ file }) => file !== 'ui/tokens.css')
      .flatMap(({ file, css }) => (css.match(/#[0-9a-f]{3,8}\b/gi) ?? []).map((colour) => ({ file, colour })))
      .filter(({ colour }) => !plainColours.includes(colour))
    expect(offences).toEqual([])
  })
})
