import { createHash } from 'node:crypto'

/**
 * Merkle tree as RFC 6962 builds it: leaves and inner nodes are hashed with different first bytes, so that
 * no inner node can be passed off as a leaf; a node without a sister goes up as it is.
 */
export const leafHash = (content: string): Buffer => createHash('sha256').update('\0').update(content).digest()

const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update('\x01').update(left).update(right).digest()

export const merkleRoot = (leaves: readonly Buffer[]): Buffer => {
  let level = leaves
  if (level.length === 0) return createHash('sha256').digest()
  while (level.length > 1) {
    const above: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = level.slice(at, at + 2)
      if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right))
    }
    level = above
  }
  return level[0] as Buffer
}
