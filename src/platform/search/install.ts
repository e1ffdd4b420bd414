import type pg from 'pg';

/**
 * Trigrams, with which misspelt words are found, as soon as the server has them: also where the extension came after the
 * first migration. Where it is not, or may not be installed, search goes without; `grobund doctor` says so.
 */
export async function installTrigrams(client: pg.ClientBase): Promise<void> {
  await client.query(TRIGRAMS);
}

const TRIGRAMS = `
do $$
begin
  if to_regclass('public.search_entry') is null or to_regclass('public.search_entry_title_trigram') is not null then
    return;
  end if;
  if not exists (select from pg_extension where extname = 'pg_trgm') then
    if not exists (select from pg_available_extensions where name = 'pg_trgm') then return; end if;
    create extension pg_trgm with schema public;
  end if;
  create index search_entry_title_trigram on search_entry using gin (lower(title) gin_trgm_ops);
exception when insufficient_privilege then
  raise notice 'pg_trgm may not be installed here: search goes without tolerance for misspelling';
end $$`;
