/** What tells one state of a document from another: a digest of all it is made of, and since when it is so. */
export interface Validator {
  /** Hexadecimal. */
  readonly tag: string
  /** ISO 8601, in UTC. */
  readonly at: string
}

export interface CacheHeaders {
  readonly etag: string
  readonly 'last-modified': string
  readonly 'cache-control': string
}

const headersOf = ({ tag, at }: Validator, control: string): CacheHeaders => ({
  etag: `"${tag}"`,
  'last-modified': new Date(at).toUTCString(),
  'cache-control': control,
})

/** For an address that may say something else tomorrow: kept by anybody, asked about each time. */
export const revalidated = (validator: Validator): CacheHeaders => headersOf(validator, 'public, no-cache')

/** For an address with the release's hash in it, which never says anything else: kept for a year and not asked about. */
export const immutable = (validator: Validator): CacheHeaders => headersOf(validator, 'public, max-age=31536000, immutable')

export interface Conditions {
  readonly ifNoneMatch?: string | undefined
  readonly ifModifiedSince?: string | undefined
}

const weak = (tag: string): string => tag.trim().replace(/^W\//, '')

/** RFC 9110, 13.2.2: a tag decides alone where there is one; a date only without it. */
export const isNotModified = (
  { ifNoneMatch, ifModifiedSince }: Conditions,
  { etag, 'last-modified': last }: Pick<CacheHeaders, 'etag' | 'last-modified'>,
): boolean => {
  if (ifNoneMatch !== undefined) return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => weak(tag) === etag)
  if (ifModifiedSince === undefined) return false
  const since = Date.parse(ifModifiedSince)
  return !Number.isNaN(since) && Date.parse(last) <= since
}
