export type ServerSettings = Readonly<Record<string, string>>

/**
 * Written once, at the end of postgresql.conf, for a small machine. Whoever runs the program may change them
 * there or with ALTER SYSTEM.
 */
export const firstSettings = `
# Hamyar: for a machine with 2 cores and 2 GB or more. Change them as you like.
shared_buffers = 256MB
effective_cache_size = 1GB
maintenance_work_mem = 128MB
max_connections = 100
max_wal_size = 2GB
# A table that is filled when it is made is written once, not twice. To archive or to stream the log, set replica and 10.
wal_level = minimal
max_wal_senders = 0
fsync = on
synchronous_commit = on
# Solid state: a random page costs hardly more than the next one.
random_page_cost = 1.1
# Short queries only lose by it.
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
`

/**
 * Not for changing: only the socket, and a log without people in it. PostgreSQL quotes failed statements,
 * parameters and rows at level ERROR; above it (LOG, FATAL, PANIC) stand only its own doings.
 */
export const fixedSettings = (socketFolder: string, port: number): ServerSettings => ({
  listen_addresses: '',
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  port: String(port),
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
})

export const asArguments = (settings: ServerSettings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
