import { useEffect, useState } from 'react'
import { call, type Answer } from '#web/api/index.ts'

export type About = Answer<'about.get'>

let asked: Promise<About> | undefined

/** Asked once for a page's life; a failure is asked again by the next part that needs it. */
function ask(): Promise<About> {
  asked ??= call('about.get', {}).catch((reason: unknown) => {
    asked = undefined
    throw reason
  })
  return asked
}

/** What this installation says of itself: country pack, danger number, whether its data is synthetic. */
export function useAbout(): About | undefined {
  const [about, setAbout] = useState<About>()
  useEffect(() => {
    let here = true
    ask().then((answer) => here && setAbout(answer), () => undefined)
    return () => {
      here = false
    }
  }, [])
  return about
}
