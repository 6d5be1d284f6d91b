import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react'
import './button.css'
import { Icon, type IconName } from './icon.tsx'
import { Go } from './route.tsx'

/** `primary` once a screen; `edged` the others; `text` the quiet ones; `warn` for stop and withdraw. */
export type ButtonLook = 'primary' | 'edged' | 'text' | 'warn'

interface Shared {
  readonly look?: ButtonLook
  readonly icon?: IconName
  /** An icon after the words, such as `go` for the next step. */
  readonly iconEnd?: IconName
  /** 56 px high and as wide as its column: the one primary action of a phone's screen. */
  readonly big?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

const classesOf = ({ look = 'edged', big, wide }: Pick<Shared, 'look' | 'big' | 'wide'>) =>
  `button button--${look}${big ? ' button--big' : ''}${wide || big ? ' button--wide' : ''}`

function Inside({ icon, iconEnd, children }: Pick<Shared, 'icon' | 'iconEnd' | 'children'>) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </>
  )
}

export type ButtonProps = Shared & {
  /** Why it cannot be pressed now. The reason is shown beside it and read out with it. */
  readonly disabledReason?: string
  /** The deed is under way: a second press does nothing. */
  readonly busy?: boolean
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'>

/**
 * A button that cannot be pressed stays reachable by keyboard and says why: `aria-disabled` and a
 * reason, never `disabled`, which would hide both from the people who need them most.
 */
export function Button(props: ButtonProps) {
  const { look, icon, iconEnd, big, wide, disabledReason, busy, onClick, ...rest } = props
  const reasonId = useId()
  const blocked = disabledReason !== undefined
  const button = (
    <button
      type="button"
      {...rest}
      className={classesOf({ look, big, wide }) + (blocked ? ' button--blocked' : '')}
      aria-disabled={blocked || busy || undefined}
      aria-busy={busy || undefined}
      aria-describedby={blocked ? reasonId : rest['aria-describedby']}
      onClick={(event) => {
        if (blocked || busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      <Inside icon={blocked ? 'lock' : icon} iconEnd={iconEnd}>
        {rest.children}
      </Inside>
    </button>
  )
  if (!blocked) return button
  return (
    <span className={`button-reasoned${wide || big ? ' button-reasoned--wide' : ''}`}>
      {button}
      <span id={reasonId} className="button-reason">
        {disabledReason}
      </span>
    </span>
  )
}

export type LinkButtonProps = Shared & { readonly to: string; readonly replace?: boolean }

/** A link that looks like a button. */
export function LinkButton({ look, icon, iconEnd, big, wide, to, replace, children }: LinkButtonProps) {
  return (
    <Go to={to} replace={replace} className={classesOf({ look, big, wide })}>
      <Inside icon={icon} iconEnd={iconEnd}>
        {children}
      </Inside>
    </Go>
  )
}

/** A button of one icon, for dense places; its name is what a screen reader says and a pointer shows. */
export function IconButton({ icon, name, size = 24, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className="icon-button" aria-label={name} title={name}>
      <Icon name={icon} size={size} />
    </button>
  )
}
type IconButtonProps = { readonly icon: IconName; readonly name: string; readonly size?: number } & Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'aria-label' | 'title' | 'className'
>
