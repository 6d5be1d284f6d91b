import { call } from '#web/api/index.ts'
import { whenLeaving } from '#web/ui/index.ts'

/** Whoever leaves in haste leaves no open file behind them: it would stay open for its half hour. */
export const closeFileWhenLeaving = (): void =>
  whenLeaving(() => void call('accounts.signOut', {}, { keepalive: true }).catch(() => undefined))
