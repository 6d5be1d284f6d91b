import { useEffect, useState } from 'react'
import { isKiosk } from './kiosk.ts'

const prefix = 'draft:'

/**
 * State that outlives a reload, a lost network and a new sign-in, but not the tab: what somebody typed
 * on a shared phone must not wait there for the next person. `clear` when it has been sent.
 */
export function useDraft<Value>(key: string, empty: Value) {
  const [value, setValue] = useState<Value>(() => read(key) ?? empty)
  useEffect(() => {
    const text = JSON.stringify(value)
    if (text === JSON.stringify(empty)) dropDraft(key)
    else keep(key, text)
  }, [key, value])
  const clear = () => setValue(empty)
  return [value, setValue, clear] as const
}

function read<Value>(key: string): Value | undefined {
  try {
    const kept = sessionStorage.getItem(prefix + key)
    return kept === null ? undefined : (JSON.parse(kept) as Value)
  } catch {
    return undefined
  }
}

// Full or forbidden storage costs the draft, never the form.
function keep(key: string, text: string) {
  // A kiosk's tab lives on with the next person.
  if (isKiosk()) return
  try {
    sessionStorage.setItem(prefix + key, text)
  } catch {
    return
  }
}

function dropDraft(key: string) {
  try {
    sessionStorage.removeItem(prefix + key)
  } catch {
    return
  }
}

export function dropDrafts() {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  } catch {
    return
  }
}
