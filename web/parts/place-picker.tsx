import { useEffect, useState } from 'react'
import { useRead } from '#web/api/index.ts'
import { Combobox, useLanguage, useWords, type ComboOption, type FieldProps } from '#web/ui/index.ts'
import { words } from './words.ts'

export interface PickedPlace {
  readonly code: string
  readonly label: string
}

export type PlacePickerProps = Omit<FieldProps, 'label'> & {
  readonly label?: string
  readonly value: PickedPlace | undefined
  readonly onChange: (place: PickedPlace | undefined) => void
  readonly kind?: 'town' | 'county' | 'province'
}

/** Longer than the gap between two keys of somebody who types, so that one word is one search. */
const msToSettle = 180

function useSettled(text: string) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), msToSettle)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/**
 * Any part of a place's name, Persian or Latin. The server folds ي/ی, ك/ک, half-spaces and digits, so what
 * is typed goes out as it is.
 */
export function PlacePicker({ label, value, onChange, hint, kind = 'town', ...field }: PlacePickerProps) {
  const t = useWords(words)
  const { language } = useLanguage()
  const [text, setText] = useState(value?.label ?? '')
  const settled = useSettled(text)
  const wanted = value === undefined && settled.trim().length >= 2
  const found = useRead('places.search', wanted ? { query: { text: settled, kind } } : undefined)
  const options: ComboOption[] | undefined = found.data?.places.map((place) => ({
    value: place.code,
    label: language === 'fa' ? place.nameFa : place.nameEn,
    note: language === 'fa' ? place.withinFa : place.withinEn,
  }))
  return (
    <Combobox
      {...field}
      label={label ?? t.place}
      hint={hint ?? t.placeHint}
      text={text}
      onText={setText}
      value={value && { value: value.code, label: value.label }}
      onChange={(picked) => onChange(picked && { code: picked.value, label: picked.label })}
      options={found.loading ? undefined : options}
    />
  )
}
