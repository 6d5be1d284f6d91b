import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type CompiledQuery,
  type Insertable,
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

/** Stands for an argument while its statement is built. It has no value to look at, and says so. */
class Argument {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  [Symbol.toPrimitive](): never {
    throw new Error(`the argument ${this.name} is only placed in a prepared statement, never read`)
  }
}

/**
 * A statement that is built once and then only filled in: `build` places its arguments as parameters and looks at
 * none of them. For what runs with every call: building took longer than sending.
 */
export const prepared = <A extends Readonly<Record<string, unknown>>, R>(
  build: (args: A) => Statement<R>,
): ((args: A) => Statement<R>) => {
  let made: CompiledQuery<R> | undefined
  const places = new Proxy({}, { get: (_, name) => new Argument(String(name)) }) as A
  return (args) => ({
    compile: () => {
      made ??= build(places).compile()
      const fill = (value: unknown) => (value instanceof Argument ? args[value.name] : value)
      return { ...made, parameters: made.parameters.map(fill) }
    },
  })
}

const inserts = new Map<string, CompiledQuery>()

/** An insert of plain values, built once for each set of columns. */
export const insertOf = <T extends keyof Database & string>(table: T, row: Insertable<Database[T]>): Statement => ({
  compile: () => {
    const values = Object.entries(row).filter(([, value]) => value !== undefined)
    const name = `${table} ${values.map(([column]) => column).join()}`
    const made = inserts.get(name) ?? db.insertInto(table).values(row).compile()
    if (made.parameters.length !== values.length) throw new Error(`an insert into ${table} takes plain values only`)
    inserts.set(name, made)
    return { ...made, parameters: values.map(([, value]) => value) }
  },
})

export { sql }
export type { Expression } from 'kysely'
