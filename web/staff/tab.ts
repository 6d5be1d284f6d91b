import type { LinkProps } from '@tanstack/react-router'
import type { Role } from './me.tsx'

/** One entry of the navigation, and the roles that have it. Each page folder lists its own. */
export interface Tab {
  /** An address that some `routes.tsx` has: the compiler looks. */
  readonly to: NonNullable<LinkProps['to']>
  readonly label: { readonly fa: string; readonly en: string }
  readonly roles: readonly Role[]
}
