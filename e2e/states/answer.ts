import type { Page } from 'playwright-core'
import type { Operation, ReceivedOf } from '#platform/contract/index.ts'
import type { Language } from '#e2e/actors.ts'

/** A page as it stands when something holds that takes hours, or somebody's mishap, to come about. */
export interface State {
  readonly name: string
  readonly role: string | undefined
  /** Where it opens; another page may lead there in `reach`. */
  readonly path: string
  /** Sets what the server answers, before the page is read again. */
  readonly given?: (page: Page) => Promise<void>
  /** What is pressed until the state is on the screen. */
  readonly reach?: (page: Page, language: Language) => Promise<void>
}

type Told<O extends Operation> = (real: ReceivedOf<O>) => ReceivedOf<O>

/** From now on the page hears this of the operation; what its contract would not let through fails here. */
export const answer = async <O extends Operation>(page: Page, operation: O, told: Told<O>): Promise<void> => {
  const path = new RegExp(`^${operation.path.replace(/:\w+/g, '[^/]+')}$`)
  await page.route(
    ({ pathname }) => path.test(pathname),
    async (route) => {
      if (route.request().method() !== operation.method) return await route.fallback()
      const real = operation.method === 'GET' ? await (await route.fetch()).json() : undefined
      await route.fulfill({ json: operation.ok.parse(told(real as ReceivedOf<O>)) as object })
    },
  )
}

const MINUTE = 60_000
/** Minutes from now, as an answer writes an instant. */
export const minutesOn = (minutes: number): string => new Date(Math.floor(Date.now() / MINUTE + minutes) * MINUTE).toISOString()

/** An id of nobody. */
export const someId = (last: number): never => `0193b0f0-0000-7000-8000-${String(last).padStart(12, '0')}` as never
