import encode from 'qr'

// Four light modules around it: less, and cameras hesitate (ISO/IEC 18004, 9.1).
const QUIET = 4

export interface QrPath {
  /** Modules along one side, the quiet zone included. */
  readonly side: number
  /** `d` of one SVG path: a bar for each run of dark modules. */
  readonly path: string
}

/** A text as a QR code, to be drawn by the page itself: nothing leaves for another host. */
export function qrPath(text: string): QrPath {
  const rows = encode(text, 'raw', { ecc: 'medium', border: QUIET })
  const bars = rows.flatMap((row, y) => {
    const found: string[] = []
    for (let x = 0; x < row.length; x++) {
      const from = x
      while (row[x]) x++
      if (x > from) found.push(`M${from} ${y}h${x - from}v1h${from - x}z`)
    }
    return found
  })
  return { side: rows.length, path: bars.join('') }
}
