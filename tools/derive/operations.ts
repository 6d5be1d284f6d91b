import type { Promised } from './contracts.ts'

const header = '// Derived from the contracts by tools/derive.ts; do not edit.'

/** `domains/working-group/contract.ts` → `workingGroup`; `domains/desk/contract/follow.ts` → `deskFollow`. */
export const aliasOf = (file: string): string => {
  const words = file
    .replace(/^(domains|platform)\//, '')
    .replace(/\.ts$/, '')
    .split(/[/-]/)
    .filter((word) => word !== 'contract' && word !== 'index')
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')
}

/** The web client's table: at run time method, address and patience; for the compiler the contract itself. */
export const operationsTable = (promises: readonly Promised[]): string => {
  const files = [...new Set(promises.map(({ file }) => file))].sort()
  const methods = [...new Set(promises.map(({ operation }) => `'${operation.method}'`))].sort().join(' | ')
  return `${header}
${files.map((file) => `import type * as ${aliasOf(file)} from '#${file}'`).join('\n')}

/** The contract behind every id, for the compiler only: nothing of it reaches a browser. */
export interface Operations {
${promises.map(({ operation, name, file }) => `  '${operation.id}': typeof ${aliasOf(file)}.${name}`).join('\n')}
}

/** Method, address and whether it may wait in a phone's outbox. */
export const operations = {
${promises.map(({ operation: { id, method, path, offline } }) => `  '${id}': ['${method}', '${path}', '${offline}'],`).join('\n')}
} as const satisfies Record<keyof Operations, readonly [${methods}, string, 'never' | 'queue']>
`
}
