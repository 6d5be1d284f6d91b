export { createPool, type Connection, type Pool } from './pool.ts'
export { inTransaction, NotCommitted, type OpenTransaction, type Tx } from './transaction.ts'
export { wallOf, type WallSettings } from './wall.ts'
