import decode from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { qrPath, type QrPath } from './qr-path.ts'

const SCALE = 4

/** Paints the bars as a browser would: four bytes a pixel, dark on light. */
const painted = ({ side, path }: QrPath) => {
  const width = side * SCALE
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < SCALE; row++)
      for (let column = 0; column < Number(length) * SCALE; column++) {
        const at = ((Number(y) * SCALE + row) * width + Number(x) * SCALE + column) * 4
        data.fill(0, at, at + 3)
      }
  return { width, height: width, data }
}

describe('the picture of a key', () => {
  it('is read by a camera as the very address', () => {
    const address = 'otpauth://totp/Hamyar:%D9%85%DB%8C%D9%86%D8%A7?issuer=Hamyar&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&digits=6&period=30'
    expect(decode(painted(qrPath(address)))).toBe(address)
  })

  it('keeps four light modules around it', () => {
    const { side, path } = qrPath('otpauth://totp/Hamyar')
    const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [Number(x), Number(y), Number(x) + Number(length)])
    expect(Math.min(...bars.flatMap(([x, y]) => [x!, y!]))).toBe(4)
    expect(Math.max(...bars.flatMap(([, y, end]) => [y! + 1, end!]))).toBe(side - 4)
  })
})
