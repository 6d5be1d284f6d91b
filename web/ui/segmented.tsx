import type { ReactNode } from 'react'
import './segmented.css'
import { Group, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

export type SegmentedProps<Value extends string> = FieldProps & {
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly number?: ReactNode
  /** The legend is for screen readers only, where a heading above already says it. */
  readonly hideLabel?: boolean
}

/** Two to four short answers in one row. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { options, value, onChange, hideLabel, ...field } = props
  return (
    <Group {...field} hideLabel={hideLabel}>
      <div className="segmented">
        {options.map((option) => (
          <label key={option.value} className={`segment${option.value === value ? ' segment--on' : ''}`}>
            <input
              type="radio"
              className="segment-input"
              name={field.name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.value === value && <Icon name="check" size={18} />}
            {option.label}
          </label>
        ))}
      </div>
    </Group>
  )
}
