import type pg from 'pg';

/** What the database's own catalogue says, of the tables of schema `public`. */
export interface Catalogue {
  readonly tables: readonly Table[];
}

export interface Table {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly policies: readonly string[];
  readonly triggers: readonly string[];
  readonly secured: boolean;
}

export interface Column {
  readonly name: string;
  /** As SQL says it: `timestamp with time zone`, `text[]`. */
  readonly type: string;
  readonly nullable: boolean;
  /** Expression of a default or of a generated column. */
  readonly fallback: string | null;
  readonly generated: boolean;
  readonly comment: string | null;
}

export interface Constraint {
  readonly name: string;
  readonly kind: 'primary' | 'unique' | 'foreign' | 'check' | 'exclusion' | 'other';
  readonly definition: string;
  readonly columns: readonly string[];
  readonly target: string | null;
  readonly targetColumns: readonly string[];
}

export interface Index {
  readonly name: string;
  readonly definition: string;
  readonly method: string;
  readonly unique: boolean;
  /** Plain columns in order; '' for an expression. */
  readonly columns: readonly string[];
  readonly partial: boolean;
}

/** Reads the whole catalogue in one question. */
export async function readCatalogue(client: pg.ClientBase): Promise<Catalogue> {
  const { rows } = await client.query<{ tables: Table[] | null }>(QUESTION);
  return { tables: rows[0]?.tables ?? [] };
}

const QUESTION = `
select json_agg(t order by name) as tables from (
  select
    c.relname as name,
    obj_description(c.oid, 'pg_class') as comment,
    c.relrowsecurity as secured,
    (
      select json_agg(json_build_object(
        'name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod),
        'nullable', not a.attnotnull,
        'fallback', pg_get_expr(d.adbin, d.adrelid),
        'generated', a.attgenerated <> '' or a.attidentity = 'a',
        'comment', col_description(c.oid, a.attnum)
      ) order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ) as columns,
    coalesce((
      select json_agg(json_build_object(
        'name', k.conname,
        'kind', case k.contype
          when 'p' then 'primary' when 'u' then 'unique' when 'f' then 'foreign'
          when 'c' then 'check' when 'x' then 'exclusion' else 'other' end,
        'definition', pg_get_constraintdef(k.oid),
        'columns', coalesce((
          select json_agg(a.attname order by at.ord) from unnest(k.conkey) with ordinality as at (num, ord)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = at.num), '[]'),
        'target', (select relname from pg_class where oid = k.confrelid),
        'targetColumns', coalesce((
          select json_agg(a.attname order by at.ord) from unnest(k.confkey) with ordinality as at (num, ord)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = at.num), '[]')
      ) order by k.contype = 'p' desc, k.conname)
      from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
    ), '[]') as constraints,
    coalesce((
      select json_agg(json_build_object(
        'name', i.relname,
        'definition', pg_get_indexdef(x.indexrelid),
        'method', (select amname from pg_am where oid = i.relam),
        'unique', x.indisunique,
        'partial', x.indpred is not null,
        'columns', (
          select json_agg(coalesce(a.attname, '') order by at.ord) from unnest(x.indkey) with ordinality as at (num, ord)
          left join pg_attribute a on a.attrelid = c.oid and a.attnum = at.num and at.num > 0)
      ) order by i.relname)
      from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = c.oid
    ), '[]') as indexes,
    coalesce((
      select json_agg(format('create policy %s on %s using (%s) with check (%s)', p.polname, c.relname,
        pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)) order by p.polname)
      from pg_policy p where p.polrelid = c.oid
    ), '[]') as policies,
    coalesce((
      select json_agg(pg_get_triggerdef(g.oid) order by g.tgname)
      from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal
    ), '[]') as triggers
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
) as t`;
