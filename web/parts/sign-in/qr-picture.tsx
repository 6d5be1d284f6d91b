import { useMemo } from 'react'
import { qrPath } from './qr-path.ts'

/** Dark on light in every theme: many cameras do not read the reverse. */
export function QrPicture({ text, says }: { text: string; says: string }) {
  const { side, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg className="sign-in-qr" role="img" aria-label={says} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
