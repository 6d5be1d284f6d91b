const PARTS = /^(postgres(?:ql)?:\/\/)(?:([^@/]*)@)?([^/?]*)(?:\/([^?]*))?(\?.*)?$/

/**
 * The same server with another database or user. Not `URL`: that one cannot set a user where the host is
 * empty, as it is for a unix socket (`postgres://user:password@/database?host=/tmp/…`).
 */
export const changeUrl = (
  url: string,
  change: { database?: string | undefined; user?: string | undefined; password?: string | undefined },
): string => {
  const [, scheme, credentials = '', host = '', database = '', query = ''] = PARTS.exec(url) ?? []
  if (scheme === undefined) throw new Error('this is not a postgres:// address')
  const [user = '', password] = credentials.split(':')
  const newUser = change.user === undefined ? user : encodeURIComponent(change.user)
  const newPassword = change.password === undefined ? (change.user === undefined ? password : undefined) : encodeURIComponent(change.password)
  const login = newUser === '' ? '' : `${newUser}${newPassword === undefined ? '' : `:${newPassword}`}@`
  return `${scheme}${login}${host}/${change.database === undefined ? database : encodeURIComponent(change.database)}${query}`
}
