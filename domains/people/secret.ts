import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { foldForSearch } from '#platform/words/index.ts'

// 16 MB and some 50 ms for one guess; guesses are also counted and locked (design 8.2).
const COST = { N: 2 ** 14, r: 8, p: 1 } as const
const LENGTH = 32

const derive = (word: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Folded: nobody is locked out of their own file by a keyboard's form of ye or a half-space.
    scrypt(foldForSearch(word), salt, LENGTH, COST, (error, key) => (error === null ? resolve(key) : reject(error)))
  })

/** The second thing of design 8.2, as it is kept: `scrypt$salt$key`. */
export const hashSecret = async (word: string): Promise<string> => {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${(await derive(word, salt)).toString('base64url')}`
}

/** Takes as long for no secret as for a wrong one. */
export const matchesSecret = async (kept: string | null, word: string): Promise<boolean> => {
  const [, salt = '', key = ''] = kept?.split('$') ?? []
  const wanted = Buffer.from(key, 'base64url')
  const given = await derive(word, Buffer.from(salt, 'base64url'))
  return wanted.length === LENGTH && timingSafeEqual(wanted, given)
}
