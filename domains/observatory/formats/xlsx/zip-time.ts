// PKWARE's APPNOTE.TXT, 4.3: the records that carry a time, and where in them it stands.
const END = 0x06054b50
const CENTRAL = { signature: 0x02014b50, time: 12, sizes: 28, local: 42, length: 46 }
const LOCAL = { signature: 0x04034b50, time: 10 }
/** 1980-01-01 00:00, the first moment that a ZIP file can say. */
const FIRST = 0x00210000

const refuse = (): never => {
  throw new RangeError('not a ZIP file as our library writes it')
}

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === END) return at
  return refuse()
}

/** The same archive with one time for all its files: the library writes the clock's, and bytes would differ each second. */
export const withoutTime = (archive: Uint8Array): Uint8Array => {
  const bytes = archive.slice()
  const view = new DataView(bytes.buffer)
  const end = endOf(view)
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL.signature) refuse()
    const local = view.getUint32(at + CENTRAL.local, true)
    if (view.getUint32(local, true) !== LOCAL.signature) refuse()
    view.setUint32(at + CENTRAL.time, FIRST, true)
    view.setUint32(local + LOCAL.time, FIRST, true)
    at += CENTRAL.length
      + view.getUint16(at + CENTRAL.sizes, true)
      + view.getUint16(at + CENTRAL.sizes + 2, true)
      + view.getUint16(at + CENTRAL.sizes + 4, true)
  }
  return bytes
}
