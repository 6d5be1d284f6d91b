import { openApiDocument } from '#platform/openapi/index.ts'
import type { Promised } from './contracts.ts'

export const openApi = (promises: readonly Promised[]): string =>
  `${JSON.stringify(openApiDocument(promises.map(({ operation }) => operation)), undefined, 2)}\n`
