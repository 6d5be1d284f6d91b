import { existsSync, readFileSync } from 'node:fs'
import Ajv2019 from 'ajv/dist/2019.js'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** Standards lie beside the project, not in it. */
const fileOf = (name: string): URL | undefined => {
  for (let folder = new URL('./', import.meta.url); ; folder = new URL('../', folder)) {
    const file = new URL(`shared/data/${name}`, folder)
    if (existsSync(file)) return file
    if (folder.pathname === '/') return undefined
  }
}

export const published = (name: string): string | undefined => {
  const file = fileOf(name)
  return file === undefined ? undefined : readFileSync(file, 'utf8')
}

/** What a published schema has against a document; undefined where no schema lies beside the project. */
export const faultsUnder = (name: string, document: unknown): readonly string[] | undefined => {
  const text = published(name)
  if (text === undefined) return undefined
  const schema = JSON.parse(text) as { $schema: string }
  const options = { strict: false, allErrors: true, allowUnionTypes: true }
  const ajv = schema.$schema.includes('2019-09') ? new Ajv2019(options) : new Ajv2020(options)
  addFormats(ajv)
  const validate = ajv.compile(schema)
  validate(JSON.parse(JSON.stringify(document)))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
