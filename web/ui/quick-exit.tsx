import './quick-exit.css'
import { dropDrafts } from './draft.ts'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import { depth } from './route.tsx'
import { words } from './words.ts'

const away = '/leave'
/** How long the browser may take to step back before we leave anyway. */
const msToStepBack = 250

let closing: (() => void) | undefined

/** What else must end when somebody leaves; the field's own, which this part does not know. */
export const whenLeaving = (close: () => void): void => {
  closing = close
}

/** What was typed, and whatever is still open. */
export const dropTraces = (): void => {
  dropDrafts()
  closing?.()
}

/**
 * Leaves at once, and leaves as little as a page can: what was typed is dropped, the screen is emptied,
 * our own entries are stepped back over and then cut off by the neutral page. The first entry's title
 * stays in the browser's own history; only a private window keeps none.
 */
export function leave() {
  dropTraces()
  document.title = ' '
  document.body.replaceChildren()
  const steps = depth()
  if (steps === 0) return location.replace(away)
  let left = false
  const cutOff = () => {
    if (left) return
    left = true
    history.replaceState(null, '', away)
    // Only a new entry cuts off the ones that still lie ahead.
    location.assign(`${away}?done`)
  }
  addEventListener('popstate', cutOff, { once: true })
  setTimeout(cutOff, msToStepBack)
  return history.go(-steps)
}

export function QuickExit() {
  const t = useWords(words)
  return (
    <button type="button" className="quick-exit no-print" onClick={leave}>
      <Icon name="exit" size={18} />
      {t.quickExit}
    </button>
  )
}
