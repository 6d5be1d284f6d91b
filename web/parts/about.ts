import { useEffect, useState } from 'react'
import { call, type Answer } from '#web/api/index.ts'

export type About = Answer<'about.get'>

let asked: Promise<About> | undefined

/** Where a door keeps the last answer for times without a network. The public door keeps nothing on a shared phone. */
export interface AboutKeeper {
  readonly find: () => Promise<About | undefined>
  readonly keep: (about: About) => Promise<void>
}
let keeper: AboutKeeper | undefined

export const keepAbout = (by: AboutKeeper) => {
  keeper = by
}

/** Asked once for a page's life; a failure is asked again by the next part that needs it. */
function ask(): Promise<About> {
  asked ??= call('about.get', {}).then(
    (about) => {
      void keeper?.keep(about).catch(() => undefined)
      return about
    },
    async (reason: unknown) => {
      asked = undefined
      const kept = await keeper?.find().catch(() => undefined)
      if (kept === undefined) throw reason
      return kept
    },
  )
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
