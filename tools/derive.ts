/**
 * Writes the files that follow from other files: the web client's table from the contracts, OpenAPI, the
 * dumped schema and its types from the migrations, the picture of who imports whom.
 * `--check` writes nothing and ends with 1, naming each file that is not what it should be.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { difference } from './derive/compare.ts'
import { readContracts } from './derive/contracts.ts'
import { graph } from './derive/graph.ts'
import { openApi } from './derive/openapi.ts'
import { operationsTable } from './derive/operations.ts'
import { schemaAndTypes } from './derive/schema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const derive = async (): Promise<Readonly<Record<string, string>>> => {
  const contracts = await readContracts(root)
  const { schema, types } = await schemaAndTypes(root)
  return {
    'web/api/operations.ts': operationsTable(contracts),
    'docs/openapi.json': openApi(contracts),
    'db/schema.sql': schema,
    'db/types.ts': types,
    'docs/graph.md': await graph(root),
  }
}

const committed = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined)

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(`${path} written`)
}

const checking = process.argv.includes('--check')
for (const [path, text] of Object.entries(await derive())) {
  const wrong = difference(committed(path), text)
  if (wrong === undefined) continue
  if (!checking) write(path, text)
  else {
    console.error(`${path} is not what it follows from: ${wrong}`)
    process.exitCode = 1
  }
}
if (process.exitCode === 1) console.error('Mend it with: node --import tsx tools/derive.ts')
