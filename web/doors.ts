/** The three doors, each one HTML file with its own bundle. */
export type Door = 'public' | 'volunteer' | 'staff'

const under = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`)

/** Which door answers an address; everything that nobody claims is public. */
export function doorOf(path: string): Door {
  if (under(path, '/staff')) return 'staff'
  if (under(path, '/v')) return 'volunteer'
  return 'public'
}

/** Where a door's HTML lies, below `web/` in development and below `dist/web/` after a build. */
export const doorFile = (door: Door) => `${door}/index.html`

/**
 * The document in the reader's language. The opening tag stands in every door's `index.html` exactly
 * as `openingTag`, so that the first paint has the right direction before any script runs.
 */
export function inLanguage(html: string, language: 'fa' | 'en') {
  const direction = language === 'fa' ? 'rtl' : 'ltr'
  return html.replace(openingTag, `<html lang="${language}" dir="${direction}">`)
}

export const openingTag = '<html lang="fa" dir="rtl">'
