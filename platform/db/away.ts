interface Fault extends Error {
  readonly code?: string
  readonly syscall?: string
}

// 57P01–57P03: it is told to stop, a neighbour crashed, it is starting. Class 08: the connection itself.
const AWAY = /^(57P0[1-3]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/

/** The database is away or restarting: the same thing may be tried again in a moment. */
export const isAway = ({ code = '', syscall, message }: Fault): boolean =>
  AWAY.test(code) ||
  // A socket that is not there yet; of a file it would mean something else.
  (code === 'ENOENT' && syscall === 'connect') ||
  /Connection terminated|timeout exceeded when trying to connect|connection error/i.test(message)
