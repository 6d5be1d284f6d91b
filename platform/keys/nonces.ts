import { randomFillSync } from 'node:crypto'

const DRAWN_AT_ONCE = 8_192

/**
 * Random bytes of one length, each given once. They are drawn from the system many at a time: a call for twelve
 * bytes costs as much as one for thousands, and more than what is sealed with them.
 */
export const nonces = (bytes: number): (() => Buffer) => {
  const drawn = Buffer.alloc(DRAWN_AT_ONCE)
  let given = DRAWN_AT_ONCE
  return () => {
    if (given + bytes > DRAWN_AT_ONCE) {
      randomFillSync(drawn)
      given = 0
    }
    // A copy: what is given stays as it is when the next are drawn.
    const nonce = Buffer.from(drawn.subarray(given, given + bytes))
    given += bytes
    return nonce
  }
}
