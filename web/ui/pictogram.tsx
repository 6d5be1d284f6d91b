import './pictogram.css'
import { pictures } from './pictogram-shapes.ts'

export type PictogramName = keyof typeof pictures

/** A scene in turquoise with its point in brick, for people who would rather look than read. */
export function Pictogram({ name, size = 48 }: { name: PictogramName; size?: number }) {
  const { scene, point } = pictures[name]
  return (
    <svg
      className="pictogram"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: `<g class="scene">${scene}</g><g class="point">${point}</g>` }}
    />
  )
}
