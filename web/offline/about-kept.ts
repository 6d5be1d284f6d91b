import type { AboutKeeper } from '#web/parts/about.ts'
import type { Answer } from '#web/api/index.ts'
import { openStore } from './store.ts'

/** The names of the kinds of help, the country's clock and the danger number, so that cards can be read offline. */
export const aboutKept: AboutKeeper = {
  find: async () => (await (await openStore()).find('about')) as Answer<'about.get'> | undefined,
  keep: async (about) => (await openStore()).keep('about', about),
}
