import { useRef } from 'react'
import { newKey } from './client.ts'

/**
 * One idempotency key for one intent: the same words sent again after a broken line keep their key, so
 * the deed is done once; changed words, or a decided answer, begin a new intent.
 */
export function useIntent() {
  const intent = useRef<{ said: string; key: string } | undefined>(undefined)
  return {
    keyFor: (args: unknown) => {
      const said = JSON.stringify(args)
      if (intent.current?.said !== said) intent.current = { said, key: newKey() }
      return intent.current.key
    },
    decided: () => {
      intent.current = undefined
    },
  }
}
