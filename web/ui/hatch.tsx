import './hatch.css'

/** Slanting lines: there is a number here and it is not told. `id` is what fills take it by. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="hatch-ground" width="8" height="8" />
        <line className="hatch-line" x1="0" x2="0" y1="0" y2="8" />
      </pattern>
    </defs>
  )
}
