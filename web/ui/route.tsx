import { Suspense, lazy, useSyncExternalStore } from 'react'
import type { AnchorHTMLAttributes, ComponentType, MouseEvent, ReactNode } from 'react'
import { doorOf } from '#web/doors.ts'

/** The path table of a small door: `/follow/:code` hands its page `{ params: { code } }`. */
export type PathTable = Readonly<Record<string, ComponentType<{ params: Readonly<Record<string, string>> }>>>

/** A page that is fetched when it is first shown. */
export const later = <Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) => lazy(async () => ({ default: (await load())[name] }))

const moved = 'hamyar:moved'

function subscribe(listener: () => void) {
  addEventListener('popstate', listener)
  addEventListener(moved, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(moved, listener)
  }
}

export const usePath = () => useSyncExternalStore(subscribe, () => location.pathname)
export const useQuery = () => new URLSearchParams(useSyncExternalStore(subscribe, () => location.search))

/** How many steps lie between this entry of the browser's history and the one we were entered by. */
export const depth = () => (history.state as { depth?: number } | null)?.depth ?? 0

/** `replace` leaves no entry in the browser's history; `stay` leaves the page where it is scrolled to. */
export function go(to: string, { replace = false, stay = false } = {}) {
  if (!sameDoor(to)) return replace ? location.replace(to) : location.assign(to)
  if (replace) history.replaceState({ depth: depth() }, '', to)
  else history.pushState({ depth: depth() + 1 }, '', to)
  if (!stay) scrollTo(0, 0)
  return void dispatchEvent(new Event(moved))
}

/** Another door is another document: only the browser can go there. */
const sameDoor = (to: string) => doorOf(new URL(to, location.href).pathname) === doorOf(location.pathname)

const isModified = (event: MouseEvent) =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0

/** A link. Inside the same door it only draws the other page. A modified click opens a tab, as everywhere. */
export function Go({ to, replace, onClick, ...rest }: GoProps) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || isModified(event) || !sameDoor(to)) return
        event.preventDefault()
        go(to, { replace })
      }}
    />
  )
}
export type GoProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  readonly to: string
  readonly replace?: boolean
}

/** The parameters of a path that fits the pattern. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.replace(/\/$/, '').split('/')
  if (path !== '/' && wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const value = decoded(given[at] ?? '')
    if (value === undefined) return undefined
    if (part.startsWith(':')) params[part.slice(1)] = value
    else if (part !== value) return undefined
  }
  return params
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** Shows the page that the table has for the present path. */
export function Routed({ table, missing, waiting }: RoutedProps) {
  const path = usePath()
  for (const [pattern, Page] of Object.entries(table)) {
    const params = match(pattern, path)
    if (params !== undefined) {
      return (
        <Suspense key={pattern} fallback={waiting}>
          <Page params={params} />
        </Suspense>
      )
    }
  }
  return missing
}
interface RoutedProps {
  readonly table: PathTable
  readonly missing: ReactNode
  readonly waiting?: ReactNode
}
