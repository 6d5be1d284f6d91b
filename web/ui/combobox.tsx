import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import './combobox.css'
import { Field, describedBy, labelId, type FieldProps } from './field.tsx'
import { useWords } from './language.tsx'
import { words } from './words.ts'

export interface ComboOption {
  readonly value: string
  /** What stands in the field once it is chosen. */
  readonly label: string
  /** A second, quieter part, such as where a place lies. */
  readonly note?: ReactNode
}

export type ComboboxProps = FieldProps & {
  readonly value: ComboOption | undefined
  readonly onChange: (value: ComboOption | undefined) => void
  /** What is typed, for the caller to search with. */
  readonly text: string
  readonly onText: (text: string) => void
  /** What fits the text, best first; `undefined` while it is being looked up. */
  readonly options: readonly ComboOption[] | undefined
  /** Letters before anything is offered. */
  readonly minLength?: number
}

/** Type a part, pick from what fits. A field and a list in the ARIA combobox pattern, for every door. */
export function Combobox({ value, onChange, text, onText, options, minLength = 2, ...field }: ComboboxProps) {
  const t = useWords(words)
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const shown = open && value === undefined && text.trim().length >= minLength
  const offered = shown ? (options ?? []) : []

  const pick = (option: ComboOption) => {
    onChange(option)
    onText(option.label)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = offered.length - 1
    if (event.key === 'ArrowDown') setActive(open ? Math.min(active + 1, last) : 0)
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && offered[active]) pick(offered[active])
    else if (event.key === 'Escape' && open) setOpen(false)
    else return
    if (event.key === 'ArrowDown') setOpen(true)
    event.preventDefault()
  }

  return (
    <Field {...field}>
      <div className="combobox">
        <input
          {...describedBy(field)}
          className="input"
          name={field.name}
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={offered[active] ? `${listId}-${active}` : undefined}
          aria-required={field.optional ? undefined : true}
          value={text}
          onChange={(event) => {
            onText(event.target.value)
            if (value !== undefined) onChange(undefined)
            setActive(0)
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <ul id={listId} role="listbox" aria-labelledby={labelId(field.name)} hidden={offered.length === 0}>
          {offered.map((option, at) => (
            <li
              key={option.value}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === active}
              className={at === active ? 'is-active' : undefined}
              // The field must keep the focus, or its blur would close the list before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
              onPointerMove={() => setActive(at)}
            >
              <span>{option.label}</span>
              {option.note && <span className="combobox-note">{option.note}</span>}
            </li>
          ))}
        </ul>
        <span className="visually-hidden" role="status">
          {shown && options !== undefined && (options[0] ? t.rows({ count: options.length }) : t.noMatch)}
        </span>
        {shown && options?.length === 0 && (
          <p className="combobox-none" aria-hidden="true">
            {t.noMatch}
          </p>
        )}
      </div>
    </Field>
  )
}
