import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isOperation, type Operation } from '#platform/contract/index.ts'

export interface Promised {
  readonly operation: Operation
  /** Name it is exported by. */
  readonly name: string
  /** Path of its contract from the root. */
  readonly file: string
}

/** `domains/visits/contract.ts`, and every file of a `contract/` folder where one file was not enough. */
const isContract = (path: string) => /(^|\/)contract(\.ts|\/[^/]+\.ts)$/.test(path) && !path.endsWith('.test.ts')

const contractFiles = (root: string): string[] =>
  ['domains', 'platform']
    .filter((house) => existsSync(join(root, house)))
    .flatMap((house) =>
      readdirSync(join(root, house), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${house}/${path.split(sep).join('/')}`,
      ),
    )
    .filter((path) => isContract(path) && !path.startsWith('platform/contract/'))
    .sort()

const refuseTwice = (promises: readonly Promised[], what: string, keyOf: (promised: Promised) => string): void => {
  const seen = new Map<string, Promised>()
  for (const promised of promises) {
    const earlier = seen.get(keyOf(promised))
    if (earlier !== undefined)
      throw new Error(`${what} ${keyOf(promised)} stands in ${earlier.file} and again in ${promised.file}`)
    seen.set(keyOf(promised), promised)
  }
}

/** Every operation that a contract exports, in the order of their ids; one that is re-exported counts once. */
export const promisesOf = (modules: readonly { file: string; exports: object }[]): Promised[] => {
  const known = new Set<unknown>()
  const promises: Promised[] = []
  for (const { file, exports } of modules) {
    for (const [name, value] of Object.entries(exports)) {
      if (!isOperation(value) || known.has(value)) continue
      known.add(value)
      promises.push({ operation: value, name, file })
    }
  }
  promises.sort((a, b) => (a.operation.id < b.operation.id ? -1 : 1))
  refuseTwice(promises, 'The operation', ({ operation }) => operation.id)
  refuseTwice(promises, 'The address', ({ operation }) => `${operation.method} ${operation.path.replace(/:\w+/g, ':…')}`)
  return promises
}

export const readContracts = async (root: string): Promise<Promised[]> =>
  promisesOf(
    await Promise.all(
      contractFiles(root).map(async (file) => ({
        file,
        exports: (await import(pathToFileURL(join(root, file)).href)) as object,
      })),
    ),
  )
