import type { ReactNode } from 'react'
import './choice.css'
import { Group, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { Pictogram, type PictogramName } from './pictogram.tsx'
import { Key } from './keys.tsx'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly pictogram?: PictogramName
  /** The key that chooses it, shown as a cap; wire it with `useKeys`. */
  readonly keyCap?: string
  /** Why it cannot be chosen now. */
  readonly disabledReason?: string
  /** As wide as the whole grid: the answer for those whom no other fits. */
  readonly wide?: boolean
}

type Shared<Value extends string> = FieldProps & {
  readonly options: readonly Option<Value>[]
  /** `list` cards · `grid` columns of pictures · `plain` an edge only where chosen (desks) · `rows` of a list to tick. */
  readonly look?: 'list' | 'grid' | 'plain' | 'rows'
  /** Where a heading above says the same. */
  readonly hideLabel?: boolean
  /** Numbered like the taps of a report. */
  readonly number?: ReactNode
}

export type ChoiceProps<Value extends string> = Shared<Value> & {
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

/** One of several, as cards with a radio button. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { options, look, value, onChange, ...field } = props
  return (
    <Group {...field}>
      <div className={`options options--${look ?? 'list'}`}>
        {options.map((option) => (
          <Card
            key={option.value}
            kind="radio"
            name={field.name}
            option={option}
            chosen={option.value === value}
            onPick={() => onChange(option.value)}
          />
        ))}
      </div>
    </Group>
  )
}

export type ChecksProps<Value extends string> = Shared<Value> & {
  readonly value: readonly Value[]
  readonly onChange: (value: Value[]) => void
}

/** Any number of several, as cards with a tick. */
export function Checks<Value extends string>(props: ChecksProps<Value>) {
  const { options, look, value, onChange, ...field } = props
  const toggle = (one: Value) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one])
  return (
    <Group {...field}>
      <div className={`options options--${look ?? 'grid'}`}>
        {options.map((option) => (
          <Card
            key={option.value}
            kind="checkbox"
            name={field.name}
            option={option}
            chosen={value.includes(option.value)}
            onPick={() => toggle(option.value)}
          />
        ))}
      </div>
    </Group>
  )
}

function Card<Value extends string>({ kind, name, option, chosen, onPick }: CardProps<Value>) {
  const blocked = option.disabledReason !== undefined
  const states = [chosen && 'option--on', blocked && 'option--blocked', option.wide && 'option--wide']
  return (
    <label className={['option', ...states].filter(Boolean).join(' ')}>
      <input
        type={kind}
        name={name}
        value={option.value}
        checked={chosen}
        disabled={blocked}
        className={`option-input option-input--${kind}`}
        onChange={onPick}
      />
      {kind === 'checkbox' && chosen && <Icon name="check" size={18} className="option-tick" />}
      {option.pictogram && <Pictogram name={option.pictogram} />}
      {option.keyCap && <Key>{option.keyCap}</Key>}
      <span className="option-words">
        <span className="option-label">{option.label}</span>
        {(option.disabledReason ?? option.hint) && (
          <span className="option-hint">{option.disabledReason ?? option.hint}</span>
        )}
      </span>
    </label>
  )
}
interface CardProps<Value extends string> {
  readonly kind: 'radio' | 'checkbox'
  readonly name: string
  readonly option: Option<Value>
  readonly chosen: boolean
  readonly onPick: () => void
}

export interface CheckProps {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** One yes-or-no on a line of its own. */
export function Check({ name, label, hint, value, onChange }: CheckProps) {
  return (
    <div className="options options--list">
      <Card
        kind="checkbox"
        name={name}
        option={{ value: 'yes', label, hint }}
        chosen={value}
        onPick={() => onChange(!value)}
      />
    </div>
  )
}
