/**
 * Whether a visit is drawn, by a keyed digest of its id: nobody without the key can tell beforehand, and the draw
 * can be repeated. `percent` of all visits in the long run.
 */
export const isDrawn = (digest: Buffer, percent: number): boolean => digest.readUInt32BE(0) / 2 ** 32 < percent / 100
