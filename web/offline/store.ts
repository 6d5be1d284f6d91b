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
  /** Deeds that wait for a network, oldest first. */
  all(): Promise<Waiting[]>
  put(waiting: Waiting): Promise<void>
  drop(key: string): Promise<void>
  /** One thing by its name, such as the last list of visits, to be read without a network. */
  find(name: string): Promise<unknown>
  keep(name: string, value: unknown): Promise<void>
  forget(name: string): Promise<void>
  /** Everything, with the sign-out. */
  clear(): Promise<void>
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly body: ArrayBuffer
}
type Table = 'waiting' | 'last'

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

const openDatabase = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open('hamyar', 2)
  request.onupgradeneeded = () => {
    const { result } = request
    const has = (name: string) => result.objectStoreNames.contains(name)
    if (!has('keys')) result.createObjectStore('keys')
    if (!has('waiting')) result.createObjectStore('waiting', { keyPath: 'key' })
    if (!has('last')) result.createObjectStore('last')
  }
  const database = await asked(request)
  // A newer page in another tab must not wait for this one.
  database.onversionchange = () => database.close()
  return database
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

const sealing = (key: CryptoKey) => ({
  seal: async (value: unknown): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = new TextEncoder().encode(JSON.stringify(value))
    return { iv, body: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) }
  },
  unseal: async ({ iv, body }: Sealed): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, body))),
})

const open = async (): Promise<PhoneStore> => {
  const database = await openDatabase()
  const { seal, unseal } = sealing(await keyOf(database))
  const table = (name: Table) => database.transaction(name).objectStore(name)
  const change = async (names: Table[], deed: (transaction: IDBTransaction) => void) => {
    const transaction = database.transaction(names, 'readwrite')
    deed(transaction)
    await finished(transaction)
  }
  const changeOne = (name: Table, deed: (store: IDBObjectStore) => void) =>
    change([name], (transaction) => deed(transaction.objectStore(name)))
  return {
    all: async () => {
      const rows = await asked<Sealed[]>(table('waiting').getAll())
      const opened = (await Promise.all(rows.map(unseal))) as Waiting[]
      return opened.sort((one, other) => (one.at < other.at ? -1 : 1))
    },
    put: async (waiting) => {
      const sealed = { key: waiting.key, at: waiting.at, ...(await seal(waiting)) }
      await changeOne('waiting', (store) => store.put(sealed))
    },
    drop: (key) => changeOne('waiting', (store) => store.delete(key)),
    find: async (name) => {
      const sealed = await asked<Sealed | undefined>(table('last').get(name))
      return sealed === undefined ? undefined : unseal(sealed)
    },
    keep: async (name, value) => {
      const sealed = await seal(value)
      await changeOne('last', (store) => store.put(sealed, name))
    },
    forget: (name) => changeOne('last', (store) => store.delete(name)),
    clear: () =>
      change(['waiting', 'last'], (transaction) => {
        transaction.objectStore('waiting').clear()
        transaction.objectStore('last').clear()
      }),
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
