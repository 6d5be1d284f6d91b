import type { Client } from 'pg'

/** Every schema but PostgreSQL's own and that of the job queue, which belongs to its package. */
export const ours = (column: string): string =>
  `${column} not in ('information_schema', 'graphile_worker') and ${column} not like 'pg\\_%'`

const notOfAnExtension = (id: string) => `not exists (select from pg_depend where objid = ${id} and deptype = 'e')`

const granted = (acl: string, kind: string) => `
  lateral (select grantee, array_agg(privilege_type order by privilege_type) as rights from aclexplode(
    coalesce(${acl}, acldefault('${kind}', owner))) where grantee <> owner group by grantee) as g`

const named = (grantee: string) => `case when ${grantee} = 0 then 'public' else quote_ident(pg_get_userbyid(${grantee})) end`

/**
 * Each query answers the schema, a place in it, and a statement. The order of places is the order in the
 * file; within a place the statements are sorted as text, so that the file is the same on every machine.
 */
const queries: readonly (readonly [place: string, sql: string])[] = [
  [
    'schema',
    `select nspname as schema, '' as of, 'create schema ' || quote_ident(nspname) || ';' ||
       coalesce((select string_agg(e'\\ngrant ' || lower(array_to_string(rights, ', ')) || ' on schema ' || quote_ident(nspname)
         || ' to ' || ${named('grantee')} || ';', '' order by ${named('grantee')} collate "C") from ${granted('nspacl', 'n')}), '') as statement
     from (select nspname, nspacl, nspowner as owner from pg_namespace) n`,
  ],
  [
    'type',
    `select n.nspname as schema, t.typname as of, case t.typtype
       when 'e' then 'create type ' || t.oid::regtype || ' as enum (' ||
         (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid) || ');'
       else 'create domain ' || t.oid::regtype || ' as ' || format_type(t.typbasetype, t.typtypmod) ||
         coalesce((select string_agg(' ' || pg_get_constraintdef(oid), '' order by conname) from pg_constraint where contypid = t.oid), '') || ';'
       end as statement
     from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype in ('e', 'd') and ${notOfAnExtension('t.oid')}`,
  ],
  [
    'function',
    `select n.nspname as schema, p.proname || p.oid::regprocedure::text as of, rtrim(pg_get_functiondef(p.oid), e'\\n') || ';' ||
       case when owner <> 'hamyar_owner'::regrole then e'\\n-- owned by ' || owner::regrole else '' end ||
       coalesce((select string_agg(e'\\ngrant execute on function ' || p.oid::regprocedure || ' to ' || ${named('grantee')} || ';',
         '' order by ${named('grantee')} collate "C") from ${granted('p.proacl', 'f')}), e'\\n-- nobody else may call it') as statement
     from (select *, proowner as owner from pg_proc where prokind in ('f', 'p')) p join pg_namespace n on n.oid = p.pronamespace
     where ${notOfAnExtension('p.oid')}`,
  ],
  [
    'sequence',
    `select schemaname as schema, sequencename as of, format('create sequence %I.%I as %s start %s increment %s;',
       schemaname, sequencename, data_type, start_value, increment_by) as statement
     from pg_sequences s where not exists (select 1 from pg_depend where deptype = 'i'
       and objid = format('%I.%I', s.schemaname, s.sequencename)::regclass)`,
  ],
  [
    'table',
    `select n.nspname as schema, c.relname as of,
       case when c.relispartition then 'create table ' || c.oid::regclass || ' partition of ' ||
         (select inhparent::regclass from pg_inherits where inhrelid = c.oid) || ' ' || pg_get_expr(c.relpartbound, c.oid)
       else 'create table ' || c.oid::regclass || e' (\\n' || (
         select string_agg('  ' || line, e',\\n' order by part, place, line collate "C") from (
           select 1 as part, a.attnum as place, quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) ||
             case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation else '' end ||
             case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') ' ||
                 case a.attgenerated when 's' then 'stored' else 'virtual' end
               when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
               when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end ||
             case when a.attnotnull then ' not null' else '' end as line
           from pg_attribute a join pg_type t on t.oid = a.atttypid
             left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           union all
           -- not null stands with its column; PostgreSQL 18 keeps it here as well
           select 2, 0, 'constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) from pg_constraint
           where conrelid = c.oid and contype <> 'n' and conparentid = 0
         ) as lines) || e'\\n)' || case c.relkind when 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end
       end || ';' ||
       case when c.relowner <> 'hamyar_owner'::regrole then e'\\n-- owned by ' || c.relowner::regrole else '' end as statement
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')`,
  ],
  [
    'view',
    `select n.nspname as schema, c.relname as of, 'create ' || case c.relkind when 'm' then 'materialized ' else '' end || 'view ' ||
       c.oid::regclass || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || e' as\\n' || pg_get_viewdef(c.oid, true) as statement
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm')`,
  ],
  [
    'index',
    `select schemaname as schema, tablename || ' ' || indexname as of, indexdef || ';' as statement from pg_indexes i
     where not exists (select 1 from pg_constraint where conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)`,
  ],
  [
    'trigger',
    `select n.nspname as schema, c.relname || ' ' || t.tgname as of, pg_get_triggerdef(t.oid) || ';' as statement
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal`,
  ],
  [
    'row security',
    `select n.nspname as schema, c.relname as of, 'alter table ' || c.oid::regclass || ' enable row level security;' ||
       case when c.relforcerowsecurity then e'\\nalter table ' || c.oid::regclass || ' force row level security;' else '' end as statement
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity`,
  ],
  [
    'policy',
    `select schemaname as schema, tablename || ' ' || policyname as of, format('create policy %I on %I.%I', policyname, schemaname, tablename) ||
       case permissive when 'PERMISSIVE' then '' else ' as restrictive' end || ' for ' || lower(cmd) ||
       ' to ' || array_to_string(array(select quote_ident(role) from unnest(roles) as role order by role collate "C"), ', ') ||
       coalesce(e'\\n  using ' || case when qual like '(%' then qual else '(' || qual || ')' end, '') ||
       coalesce(e'\\n  with check ' || case when with_check like '(%' then with_check else '(' || with_check || ')' end, '') || ';' as statement
     from pg_policies`,
  ],
  [
    'grant',
    `select n.nspname as schema, c.relname as of, string_agg('grant ' || lower(array_to_string(rights, ', ')) || ' on ' || c.oid::regclass ||
       ' to ' || ${named('grantee')} || ';', e'\\n' order by ${named('grantee')} collate "C") as statement
     from (select *, relowner as owner from pg_class where relkind in ('r', 'p', 'v', 'm')) c
       join pg_namespace n on n.oid = c.relnamespace, ${granted('c.relacl', 'r')}
     group by 1, 2`,
  ],
  [
    'grant by column',
    `select n.nspname as schema, c.relname as of, 'grant ' || lower(right_) || ' (' || string_agg(quote_ident(attname), ', ' order by attnum) ||
       ') on ' || c.oid::regclass || ' to ' || grantee || ';' as statement
     from (select a.attrelid, a.attname, a.attnum, x.privilege_type as right_, ${named('x.grantee')} as grantee
       from pg_attribute a, aclexplode(a.attacl) x where a.attacl is not null) a
       join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     group by n.nspname, c.relname, c.oid, right_, grantee`,
  ],
]

const roles = `
  select rolname || case when rolsuper then ' superuser' else '' end || case when rolbypassrls then ' bypassrls' else '' end ||
    case when rolcreaterole then ' createrole' else '' end ||
    coalesce((select ' member of ' || string_agg(roleid::regrole::text, ', ' order by roleid::regrole::text)
      from pg_auth_members where member = r.oid), '') as line
  from pg_roles r where rolname like 'hamyar\\_%' order by rolname collate "C"`

const header = `-- Derived from db/migrations by tools/derive.ts; do not edit. To be read, not to be run: migrations make databases.`

/** Everything that our migrations made, from PostgreSQL's own catalogues, in an order that does not depend on the machine. */
export const dumpSchema = async (client: Client): Promise<string> => {
  // Names are written with their schema only where it is not on this path.
  await client.query(`set search_path = ''`)
  const { rows: known } = await client.query<{ line: string }>(roles)
  const { rows: schemas } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where ${ours('nspname')} order by nspname collate "C"`,
  )
  const { rows: extensions } = await client.query<{ name: string }>(
    `select extname as name from pg_extension where extname <> 'plpgsql' order by extname collate "C"`,
  )
  const parts = new Map<string, string[]>()
  for (const [, sql] of queries) {
    const { rows } = await client.query<{ schema: string; statement: string }>(
      `select schema, statement from (${sql}) as found where ${ours('schema')} order by schema collate "C", of collate "C", statement collate "C"`,
    )
    for (const { schema, statement } of rows) parts.set(schema, [...(parts.get(schema) ?? []), statement.trimEnd()])
  }
  return `${[
    header,
    known.map(({ line }) => `-- role ${line}`).join('\n'),
    ...extensions.map(({ name }) => `create extension ${name};`),
    ...schemas.flatMap(({ name }) => [`-- ${name}`, ...(parts.get(name) ?? [])]),
  ].join('\n\n')}\n`
}
