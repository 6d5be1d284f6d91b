import type { Dataset, Text } from './dataset.ts'

export type Language = keyof Text

/** As many digits after the point as are meant, never `1e-7`. */
export const numberText = (value: number, decimals: number): string => value.toFixed(decimals)

export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A name that no other release of any dataset has: its first is for people, its last for machines. */
export const fileNameOf = ({ id, version, release }: Dataset, ending: string): string =>
  `${id}-${version}-r${release.number}-${release.hash.slice(0, 12)}.${ending}`

/** UTF-8 of text that is made piece by piece. */
export const bytesOf = (pieces: Iterable<string>): Uint8Array => {
  const encoder = new TextEncoder()
  const parts = Array.from(pieces, (piece) => encoder.encode(piece))
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
