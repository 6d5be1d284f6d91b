import type { Answer } from '#web/api/index.ts'
import { Select, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { groupWords } from './words.ts'

export type Closing = Answer<'network.closing'>
export type Taker = Closing['to'][number]

interface ToGroupProps {
  readonly to: readonly Taker[]
  /** What stands there where none is chosen. */
  readonly none: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** Groups nearby, nearest first, each with how many it would take in. */
export function ToGroup({ to, none, value, onChange, error }: ToGroupProps) {
  const t = useWords(groupWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const labelOf = ({ nameFa, nameEn, placeFa, placeEn, takes }: Taker) =>
    t.toTakes(language === 'fa' ? { name: nameFa, place: placeFa, count: takes } : { name: nameEn, place: placeEn, count: takes })
  if (to.length === 0) return <p className="quiet">{t.toNone}</p>
  return (
    <Select
      name="to"
      label={t.to}
      empty={none}
      lang={f.language}
      value={value}
      onChange={onChange}
      error={error}
      options={to.map((group) => ({ value: group.id, label: labelOf(group) }))}
    />
  )
}
