import './synthetic-mark.css'
import { useWords } from '#web/ui/index.ts'
import { useAbout } from './about.ts'
import { words } from './words.ts'

/** Says quietly, on every page, that nobody here is real, while the demonstration country is loaded. */
export function SyntheticMark() {
  const t = useWords(words)
  if (!useAbout()?.demonstration) return null
  return <p className="synthetic-mark">{t.synthetic}</p>
}
