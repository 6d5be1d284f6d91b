import type { ElementType, ReactNode } from 'react'
import './surface.css'
import { Pictogram, type PictogramName } from './pictogram.tsx'
import { Icon, type IconName } from './icon.tsx'

/** `edged` for what is now to be done; `plain` for the rest: cards of equal weight say nothing. */
export function Card({ look = 'plain', as: Tag = 'section', children }: CardProps) {
  return <Tag className={`card card--${look} flow flow--close`}>{children}</Tag>
}
interface CardProps {
  readonly look?: 'plain' | 'edged' | 'dashed' | 'chosen'
  readonly as?: ElementType
  readonly children: ReactNode
}

/** Pairs of a word and what it is: term, value, and a tone for what is late. */
export function Facts({ rows }: { rows: readonly Fact[] }) {
  return (
    <dl className="facts">
      {rows.map((row) => (
        <div key={row.term}>
          <dt>{row.term}</dt>
          <dd className={row.late ? 'facts-late' : undefined}>{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
export interface Fact {
  readonly term: string
  readonly value: ReactNode
  readonly late?: boolean
}

export interface IconLineProps {
  readonly icon: IconName
  readonly children: ReactNode
  readonly quiet?: boolean
}

/** A line with an icon before it: where, when, who. */
export function IconLine({ icon, children, quiet }: IconLineProps) {
  return (
    <p className={`icon-line${quiet ? ' quiet' : ''}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}

/** The arch stands around the pictures of the three doors, and nowhere else. */
export function Arch({ picture, filled }: { picture: PictogramName; filled?: boolean }) {
  return (
    <span className={`arch${filled ? ' arch--filled' : ''}`}>
      <svg className="arch-shape" viewBox="0 0 64 80" aria-hidden="true">
        <path className="outer" d="M2 79V35C2 18 19 11 32 1.5 45 11 62 18 62 35v44z" />
        {filled && <path className="inner" d="M8 79V37C8 22 22 16 32 8.5 42 16 56 22 56 37v42" />}
      </svg>
      <Pictogram name={picture} size={filled ? 60 : 34} />
    </span>
  )
}

/** More that is there when wanted. */
export function More({ label, note, icon = 'plus', children }: MoreProps) {
  return (
    <details className="more">
      <summary>
        <Icon name={icon} />
        {label}
        {note && <span className="more-note">{note}</span>}
      </summary>
      <div className="more-body">{children}</div>
    </details>
  )
}
interface MoreProps {
  readonly label: ReactNode
  readonly note?: ReactNode
  readonly icon?: IconName
  readonly children: ReactNode
}

/** The chips over a list: each a view of it with its count. */
export function Filters<Value extends string>({ label, options, value, onChange }: FiltersProps<Value>) {
  return (
    <div className="filters" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={`filter${option.value === value ? ' filter--on' : ''}`}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.icon}
          {option.label}
          {option.count !== undefined && <b>{option.count}</b>}
        </button>
      ))}
    </div>
  )
}
interface FiltersProps<Value extends string> {
  readonly label: string
  readonly options: readonly {
    readonly value: Value
    readonly label: ReactNode
    readonly count?: ReactNode
    readonly icon?: ReactNode
  }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}
