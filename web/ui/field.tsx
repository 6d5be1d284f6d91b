import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import './field.css'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** What every kind of field says about itself. `name` is the path in the operation's body: `contact.phone`. */
export interface FieldProps {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** In plain words; stands under the field until it is mended. */
  readonly error?: string
  /** Something right to look at, shown with the error or in place of a hint. */
  readonly example?: string
  readonly optional?: boolean
}

/** A control's id, so that an error summary can lead to it. */
export const fieldId = (name: string) => `field-${name.replace(/[^\w-]/g, '-')}`
export const labelId = (name: string) => `${fieldId(name)}-label`
const hintId = (name: string) => `${fieldId(name)}-hint`
const errorId = (name: string) => `${fieldId(name)}-error`

const joined = (...ids: readonly unknown[]) => ids.filter(Boolean).join(' ') || undefined

/** The attributes that tie a control to its label's hint and error. */
export const describedBy = ({ name, hint, error, example }: FieldProps) => ({
  id: fieldId(name),
  'aria-invalid': error ? true : undefined,
  'aria-describedby': joined((hint || example) && hintId(name), error && errorId(name)),
})

export function FieldError({ name, children }: { name: string; children?: string }) {
  if (!children) return null
  return (
    <p className="field-error" id={errorId(name)}>
      <Icon name="alert" size={16} />
      <span>{children}</span>
    </p>
  )
}

/** A phone number keeps its order inside a Persian sentence: LRI … PDI around what has no Arabic letter. */
const isolated = (text: string) => (/[\u0621-\u06d3]/.test(text) ? text : `\u2066${text}\u2069`)

export function FieldHint({ name, hint, example }: Pick<FieldProps, 'name' | 'hint' | 'example'>) {
  const t = useWords(words)
  if (!hint && !example) return null
  return (
    <p className="field-hint" id={hintId(name)}>
      {hint} {example && t.example({ text: isolated(example) })}
    </p>
  )
}

export function Optional() {
  return <span className="field-optional">{useWords(words).optional}</span>
}

/** Label, hint, control, error. A group of controls (radios, a date) uses `Group` instead. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={`field${field.error ? ' field--wrong' : ''}`}>
      <label className="field-label" id={labelId(field.name)} htmlFor={fieldId(field.name)}>
        {field.label} {field.optional && <Optional />}
      </label>
      <FieldHint {...field} />
      {children}
      <FieldError name={field.name}>{field.error}</FieldError>
    </div>
  )
}

export type GroupProps = FieldProps & {
  readonly children: ReactNode
  /** Numbers the question, like the taps of a report. */
  readonly number?: ReactNode
  /** The legend is for screen readers only, where a heading above already says it. */
  readonly hideLabel?: boolean
}

export function Group({ children, number, hideLabel, ...field }: GroupProps) {
  return (
    <fieldset
      className={`field field--group${field.error ? ' field--wrong' : ''}`}
      tabIndex={-1}
      {...describedBy(field)}
      aria-invalid={undefined}
    >
      <legend className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {number && <i className="field-number">{number}</i>}
        {field.label} {field.optional && <Optional />}
      </legend>
      <FieldHint {...field} />
      {children}
      <FieldError name={field.name}>{field.error}</FieldError>
    </fieldset>
  )
}

function split<Props extends FieldProps>({ name, label, hint, error, example, optional, ...control }: Props) {
  return [{ name, label, hint, error, example, optional }, control] as const
}

type Ours = 'name' | 'value' | 'onChange' | 'id' | 'className' | 'required'
type Control<Attributes> = Omit<Attributes, Ours> & {
  readonly value: string
  readonly onChange: (value: string) => void
}

export type TextFieldProps = FieldProps & Control<InputHTMLAttributes<HTMLInputElement>>

/** Codes, phones and numbers take `dir="ltr"`: they never turn round. */
export function TextField(props: TextFieldProps) {
  const [field, { onChange, ...control }] = split(props)
  return (
    <Field {...field}>
      <input
        autoComplete="off"
        {...control}
        {...describedBy(field)}
        name={field.name}
        className="input"
        aria-required={field.optional ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

export type TextAreaProps = FieldProps & Control<TextareaHTMLAttributes<HTMLTextAreaElement>>

export function TextArea(props: TextAreaProps) {
  const [field, { onChange, ...control }] = split(props)
  return (
    <Field {...field}>
      <textarea
        rows={4}
        {...control}
        {...describedBy(field)}
        name={field.name}
        className="input input--area"
        aria-required={field.optional ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

export interface SelectOption {
  readonly value: string
  readonly label: string
}
export type SelectProps = FieldProps &
  Control<SelectHTMLAttributes<HTMLSelectElement>> & {
    readonly options: readonly SelectOption[]
    /** What stands there before a choice; default «choose». */
    readonly empty?: string
  }

export function Select(props: SelectProps) {
  const t = useWords(words)
  const [field, { onChange, options, empty = t.choose, ...control }] = split(props)
  return (
    <Field {...field}>
      <select
        {...control}
        {...describedBy(field)}
        name={field.name}
        className="input input--select"
        aria-required={field.optional ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
