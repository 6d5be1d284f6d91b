import { immutable, isNotModified } from '#platform/http/caching.ts'
import type { DocumentAnswer, DocumentRequest } from '#platform/http/documents.ts'
import { Problem } from '#platform/problem/index.ts'

/** A file as it was written when its release was made. */
export interface StoredFile {
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly releasedAt: string
}

/** Where files of releases are. Whoever keeps releases gives one. */
export interface FileStore {
  findFile(name: string): Promise<StoredFile | undefined>
}

// As `fileNameOf` makes them: nothing else is looked up.
const NAME = /^[A-Za-z][A-Za-z0-9_]*-\d+\.\d+\.\d+-r\d+-[0-9a-f]{12}(\.[a-z-]+)+$/

/** One file of a release, to be kept for ever: its name has the release's hash in it. */
export const answerFile = async (store: FileStore, request: DocumentRequest): Promise<DocumentAnswer> => {
  const name = request.path
  const file = NAME.test(name) ? await store.findFile(name) : undefined
  if (file === undefined) throw new Problem('record.not-found')
  const headers = immutable({ tag: file.sha256, at: file.releasedAt })
  if (isNotModified(request, headers)) return { status: 304, headers: { ...headers } }
  return {
    status: 200,
    headers: { ...headers, 'content-type': file.mediaType, 'content-disposition': `attachment; filename="${name}"` },
    body: file.bytes,
  }
}
