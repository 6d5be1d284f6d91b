import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type CompiledQuery,
} from 'kysely'
import type { Database } from '#db/types.ts'

/** The query builder: it only builds. A `Tx` runs what it built. Imported by `store.ts` files alone. */
export const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (builder) => new PostgresIntrospector(builder),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Anything that compiles to one statement; `R` is the row it gives. */
export interface Statement<R = unknown> {
  compile(): CompiledQuery<R>
}

/** A hand-written statement with typed rows: `statement<Row>(sql`select …`)`. */
export const statement = <R>(fragment: ReturnType<typeof sql>): Statement<R> => ({
  compile: () => fragment.compile(db) as CompiledQuery<R>,
})

export { sql }
