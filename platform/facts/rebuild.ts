/** What it needs of a connection: one that may read and write all facts (the loader's). */
export interface Connection {
  query(text: string, values?: unknown[]): Promise<{ rowCount: number | null }>
}

/**
 * Makes all roll-ups again from the facts alone, and sets the mark for the server it runs on. For after a
 * restore, and to prove that the roll-ups say what the facts say. Deeds that write facts wait meanwhile.
 * Answers the number of roll-up rows.
 */
export const rebuildRollups = async (loader: Connection): Promise<number> => {
  await loader.query('begin')
  try {
    await loader.query(`set local statement_timeout = '1h'`)
    await loader.query('select from facts.fold for update')
    await loader.query('lock table facts.fact in share row exclusive mode')
    await loader.query('delete from facts.rollup')
    // Numbers of another server's transactions would count as "still to be folded" here.
    await loader.query(`update facts.fact set recorded_xid = '0' where recorded_xid >= pg_current_xact_id()`)
    const { rowCount } = await loader.query(`
      insert into facts.rollup (home, kind, version, occurred_on, unit, place, dimensions, recorded_on, quantity, facts)
      select home, kind, version, occurred_on, unit, place, dimensions, (recorded_at at time zone 'UTC')::date,
        sum(case when reverses is null then quantity else -quantity end),
        sum(case when reverses is null then 1 else -1 end)
      from facts.fact group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8`)
    await loader.query('update facts.fold set folded_before = pg_current_xact_id(), at = now()')
    await loader.query('commit')
    return rowCount ?? 0
  } catch (error) {
    await loader.query('rollback')
    throw error
  }
}
