import type { OperationId } from '#web/api/index.ts'

/** A deed that waits in the phone for a network. Its key makes sure that it is done once, however often it is sent. */
export interface Waiting {
  readonly key: string
  readonly operation: OperationId
  /** The record it is about, so that pages can show it as done already. */
  readonly record: string
  readonly args: unknown
  readonly at: string
}

/**
 * The phone's own store, encrypted with a key that the browser never hands out (not extractable): it resists a
 * copy of the profile, not an unlocked phone.
 */
export interface PhoneStore {
  all(): Promise<Waiting[]>
  put(waiting: Waiting): Promise<void>
  drop(key: string): Promise<void>
  clear(): Promise<void>
}

interface Sealed {
  readonly key: string
  readonly at: string
  readonly iv: Uint8Array<ArrayBuffer>
  readonly body: ArrayBuffer
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the phone’s store failed'))
  })

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the phone’s store is full'))
  })

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('hamyar', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys')
    request.result.createObjectStore('waiting', { keyPath: 'key' })
  }
  return asked(request)
}

const keyOf = async (database: IDBDatabase): Promise<CryptoKey> => {
  const known = await asked(database.transaction('keys').objectStore('keys').get('outbox'))
  if (known instanceof CryptoKey) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const transaction = database.transaction('keys', 'readwrite')
  transaction.objectStore('keys').put(made, 'outbox')
  await finished(transaction)
  return made
}

const open = async (): Promise<PhoneStore> => {
  const database = await openDatabase()
  const key = await keyOf(database)
  const unseal = async ({ iv, body }: Sealed): Promise<Waiting> =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, body))) as Waiting
  const change = async (deed: (store: IDBObjectStore) => void) => {
    const transaction = database.transaction('waiting', 'readwrite')
    deed(transaction.objectStore('waiting'))
    await finished(transaction)
  }
  return {
    all: async () => {
      const rows = await asked<Sealed[]>(database.transaction('waiting').objectStore('waiting').getAll())
      const opened = await Promise.all(rows.map(unseal))
      return opened.sort((one, other) => (one.at < other.at ? -1 : 1))
    },
    put: async (waiting) => {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(waiting)))
      const sealed: Sealed = { key: waiting.key, at: waiting.at, iv, body }
      await change((store) => store.put(sealed))
    },
    drop: (name) => change((store) => store.delete(name)),
    clear: () => change((store) => store.clear()),
  }
}

let opened: Promise<PhoneStore> | undefined

export const openStore = (): Promise<PhoneStore> => {
  opened ??= open().catch((reason: unknown) => {
    opened = undefined
    throw reason
  })
  return opened
}
