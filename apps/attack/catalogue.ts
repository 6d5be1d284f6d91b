/**
 * A rule about the database that its own catalogue can answer: `finds` gives one row (`what`) for each breach,
 * `planted` is a change that breaks the rule, so that a rule which finds nothing at all does not pass for kept.
 */
export interface CatalogueRule {
  readonly rule: string
  readonly finds: string
  readonly planted: string
}

/** Everything that belongs to us: not PostgreSQL's own, not the queue's own schema, not an extension's. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`
const notOfExtension = (catalogue: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

const relations = `
  select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relowner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS} and ${notOfExtension('pg_class', 'c.oid')}`

const functions = `
  select p.oid, n.nspname, n.nspname || '.' || p.proname as name, p.prosecdef, p.proconfig, p.proowner, p.proacl, p.provolatile
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OURS} and ${notOfExtension('pg_proc', 'p.oid')}`

/** Everything one role may do with our relations, column by column where the right is on columns. */
const rightsOf = (role: string) => `
  select r.name, p.privilege, coalesce(string_agg(a.attname, ',' order by a.attname) filter (
      where not has_column_privilege('${role}', r.oid, a.attnum, p.privilege)), '') as without
  from (${relations}) r
  cross join (values ('select'), ('insert'), ('update')) p(privilege)
  join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  where has_any_column_privilege('${role}', r.oid, p.privilege) group by 1, 2
  union all
  select r.name, p.privilege, '' from (${relations}) r
  cross join (values ('delete'), ('truncate'), ('references'), ('trigger')) p(privilege)
  where has_table_privilege('${role}', r.oid, p.privilege)`

const beyond = (role: string, allowed: string) =>
  `select name || ' ' || privilege || case when without = '' then '' else ' without ' || without end as what
   from (${rightsOf(role)}) held where (name, privilege, without) not in (${allowed})`

const GUARDED_TABLE = `
  create schema planted;
  create table planted.record (home integer not null, id uuid not null, access text[] not null, primary key (home, id));
  alter table planted.record enable row level security;
  alter table planted.record force row level security;`

export const catalogueRules: readonly CatalogueRule[] = [
  {
    rule: 'every table, partition, view and materialised view has forced row security with a policy, or a written reason',
    finds: `select r.name as what from (${relations}) r where not exists (select from wall.open_table o where o.name = r.name)
      and not (r.relkind in ('r', 'p') and r.relrowsecurity and r.relforcerowsecurity
        and exists (select from pg_policy p where p.polrelid = r.oid))
      and not (r.relkind = 'v' and 'security_invoker=true' = any (coalesce(r.reloptions, '{}')))`,
    planted: 'create view people.everybody as select * from people.person',
  },
  {
    rule: 'forced row security without a policy is no wall that anybody meant',
    finds: `select r.name as what from (${relations}) r where r.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = r.oid)`,
    planted: GUARDED_TABLE,
  },
  {
    rule: 'the owner is behind the wall, too',
    finds: `select r.name as what from (${relations}) r where r.relrowsecurity and not r.relforcerowsecurity`,
    planted: 'alter table people.person no force row level security',
  },
  {
    rule: 'a reason to be open is written for a table that exists, and says something',
    finds: `select o.name as what from wall.open_table o
      where length(o.reason) < 10 or to_regclass(o.name) is null`,
    planted: `insert into wall.open_table values ('people.gone', 'a table that was once open to all')`,
  },
  {
    rule: 'no policy holds a subquery: a wall that reads tables is slow, and can be walked around',
    finds: `select c.oid::regclass::text || ' ' || p.polname as what from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polqual::text like '%SUBLINK%' or p.polwithcheck::text like '%SUBLINK%'`,
    planted: `create policy planted on people.person
      using (exists (select from casework.case k where k.person = people.person.id))`,
  },
  {
    rule: 'no policy opens every row of a table to the application',
    finds: `select c.oid::regclass::text || ' ' || p.polname as what from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polcmd <> 'a' and coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') = 'true'
        and (p.polroles = '{0}' or 'hamyar_app'::regrole = any (p.polroles))`,
    planted: 'create policy planted on people.person for select using (true)',
  },
  {
    rule: 'the functions of the wall read settings only, and are never folded into a plan',
    finds: `select f.name as what from (${functions}) f where f.nspname = 'wall' and (f.provolatile <> 's'
      or exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = f.oid
        and d.refclassid = 'pg_class'::regclass))`,
    planted: 'alter function wall.keys() immutable',
  },
  {
    rule: 'no function runs with its owner’s rights but the two doors of the queue, which look nowhere a caller can write',
    finds: `select f.name as what from (${functions}) f where f.prosecdef
      and not (f.name in ('jobs.tell', 'jobs.done') and 'search_path=pg_catalog, pg_temp' = any (coalesce(f.proconfig, '{}')))`,
    planted: `create function people.count_all() returns bigint language sql security definer
      return (select count(*) from people.person)`,
  },
  {
    rule: 'nothing of ours is granted to everybody but the functions of the wall',
    finds: `
      select 'schema ' || n.nspname as what from pg_namespace n cross join aclexplode(n.nspacl) g
        where ${OURS} and g.grantee = 0 and not (n.nspname = 'public' and g.privilege_type = 'USAGE')
      union all
      select 'table ' || r.name from (${relations}) r join pg_class c using (oid) cross join aclexplode(c.relacl) g
        where g.grantee = 0
      union all
      select 'column ' || r.name || '.' || a.attname from (${relations}) r join pg_attribute a on a.attrelid = r.oid
        cross join aclexplode(a.attacl) g where g.grantee = 0
      union all
      select 'function ' || f.name from (${functions}) f
        cross join aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) g
        where g.grantee = 0 and f.nspname <> 'wall'
      union all
      select 'default of ' || d.defaclrole::regrole from pg_default_acl d cross join aclexplode(d.defaclacl) g
        where g.grantee = 0`,
    planted: 'grant select on facts.rollup to public',
  },
  {
    rule: 'no role of ours is a superuser, makes roles or databases, or borrows another’s rights; only the loader passes the wall',
    finds: `select rolname as what from pg_roles r where rolname ~ '^hamyar_' and (rolsuper or rolcreaterole or rolcreatedb
      or rolreplication or (rolbypassrls and rolname <> 'hamyar_loader')
      or exists (select from pg_auth_members m where m.member = r.oid))`,
    planted: 'grant hamyar_owner to hamyar_app',
  },
  {
    rule: 'the application, the accounts and the observatory own nothing',
    finds: `select role || ' owns ' || what as what from (
        select c.relowner, c.oid::regclass::text from pg_class c union all
        select p.proowner, p.oid::regprocedure::text from pg_proc p union all
        select n.nspowner, n.nspname::text from pg_namespace n union all
        select t.typowner, t.oid::regtype::text from pg_type t union all
        select d.datdba, d.datname::text from pg_database d) owned(owner, what)
      join (values ('hamyar_app'), ('hamyar_auth'), ('hamyar_observatory'), ('hamyar_loader')) r(role)
        on owned.owner = r.role::regrole`,
    planted: 'alter table people.exclusion owner to hamyar_app',
  },
  {
    rule: 'the application may not even look into the accounts or the queue',
    finds: `select n.nspname as what from pg_namespace n where n.nspname in ('auth', 'graphile_worker', 'migrations')
        and (has_schema_privilege('hamyar_app', n.oid, 'usage') or has_schema_privilege('hamyar_app', n.oid, 'create'))
      union all
      select held.name from (${rightsOf('hamyar_app')}) held where held.name ~ '^(auth|migrations|wall)\\.'`,
    planted: 'grant select (display_name) on auth.account to hamyar_app',
  },
  {
    rule: 'the application makes nothing of its own in any schema',
    finds: `select n.nspname as what from pg_namespace n
      where ${OURS} and has_schema_privilege('hamyar_app', n.oid, 'create')`,
    planted: 'grant create on schema public to public',
  },
  {
    rule: 'the application neither empties a table nor changes a line of the trail or a fact',
    finds: `select name || ' ' || privilege as what from (${rightsOf('hamyar_app')}) held
      where privilege in ('truncate', 'references', 'trigger')
        or (privilege in ('update', 'delete') and name in ('audit.entry', 'audit.seal', 'facts.fact'))`,
    planted: 'grant update (details) on audit.entry to hamyar_app',
  },
  {
    rule: 'the observatory selects facts without their source, roll-ups, definitions, places and units, and nothing else',
    finds: beyond(
      'hamyar_observatory',
      `('facts.fact', 'select', 'source'), ('facts.rollup', 'select', ''), ('facts.kind', 'select', ''),
       ('facts.fold', 'select', ''), ('places.place', 'select', ''), ('places.moved', 'select', ''), ('places.came_from', 'select', ''),
       ('network.unit', 'select', ''), ('observatory.indicator', 'select', '')`,
    ),
    planted: 'grant select (source) on facts.fact to hamyar_observatory',
  },
  {
    rule: 'the queue’s role reads who follows which event, and nothing else of ours',
    finds: `select name || ' ' || privilege as what from (${rightsOf('hamyar_jobs')}) held
      where (name, privilege) <> ('jobs.subscription', 'select')`,
    planted: 'grant select on messages.outbox to hamyar_jobs',
  },
  {
    rule: 'the role of the accounts holds rights on accounts only',
    finds: `select name || ' ' || privilege as what from (${rightsOf('hamyar_auth')}) held where name !~ '^auth\\.'`,
    planted: 'grant select on network.volunteer to hamyar_auth',
  },
  {
    // One nation, one row of seals: its number is its key. Runs of matching are one a night and their areas overlap:
    // a table of the coordinator, where an exclusion may look at whole areas.
    rule: 'every key and unique rule of a guarded table begins with home',
    finds: `select i.indexrelid::regclass::text as what from pg_index i join (${relations}) r on r.oid = i.indrelid
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where r.relrowsecurity and (i.indisunique or i.indisexclusion) and a.attname is distinct from 'home'
        and i.indexrelid not in ('audit.seal_pkey'::regclass, 'matching.run_one_at_a_time'::regclass)`,
    planted: 'create unique index planted on people.person (id)',
  },
  {
    rule: 'what is searched by keys has an index for them',
    finds: `select r.name || '.' || a.attname as what from (${relations}) r join pg_attribute a on a.attrelid = r.oid
      where r.relrowsecurity and a.attname in ('access', 'lent') and not exists (
        select from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_am m on m.oid = ic.relam
        where i.indrelid = r.oid and i.indkey[0] = a.attnum and m.amname = 'gin' and i.indisvalid)`,
    planted: 'drop index casework.need_access',
  },
  {
    rule: 'the keys of a row are derived by the database from its own columns',
    finds: `select r.name || '.' || a.attname as what from (${relations}) r join pg_attribute a on a.attrelid = r.oid
      where r.relrowsecurity and a.attname in ('access', 'lent') and a.attgenerated <> 's'`,
    planted: GUARDED_TABLE,
  },
]
