-- The ground that every module stands on: tenants, row-level security, the journal, files, search, sessions.

-- The plain role of every request. It owns nothing and sees only the tenant of the transaction.
-- Roles belong to the whole server, so another database may already have made it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'grobund_app') then
    begin
      create role grobund_app nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'grobund_app', 'set') then
    execute format('grant grobund_app to %I with set true, inherit false', current_user);
  end if;
end $$;

-- Misspelt Danish words are found where the server has trigrams.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm with schema public;
  end if;
exception when insufficient_privilege then
  raise notice 'pg_trgm may not be installed here: search goes without tolerance for misspelling';
end $$;

-- The tenant of the transaction, or null: then no row is seen and none can be written.
create function current_tenant() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- A UUID of version 7 (RFC 9562): milliseconds, then 12 bits of their fraction, then chance. Sorts by time of birth.
create function new_id() returns uuid
language sql volatile parallel safe
return (
  select encode(
    int8send(((micros / 1000) << 16) | 28672 | (micros % 1000 * 4096 / 1000))
      || substring(uuid_send(gen_random_uuid()) from 9),
    'hex'
  )::uuid
  from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros) as clock
);

-- The last line of a table's birth: only rows of the transaction's tenant exist for the plain role.
create procedure protect_tenant_table(name text)
language plpgsql as $$
begin
  execute format('alter table %I alter column tenant_id set default current_tenant()', name);
  execute format('alter table %I enable row level security', name);
  execute format(
    'create policy tenant_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
    name
  );
  execute format('grant select, insert, update, delete on %I to grobund_app', name);
end $$;

create table tenant (
  id uuid not null default new_id(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  host text check (host = lower(host)),
  name text not null check (name <> ''),
  colour text not null default '#2f6b4f' check (colour ~ '^#[0-9a-f]{6}$'),
  language text not null default 'da' check (language in ('da', 'en')),
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (id),
  unique (slug),
  unique (host)
);
grant select on tenant to grobund_app;

-- The journal: what happened, in order. Each row carries the hash of the one before it (src/platform/journal/chain.ts).
create table journal_entry (
  tenant_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz(3) not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('visitor', 'system', 'person')),
  actor_id uuid,
  channel text not null,
  subject_kind text not null,
  subject_id text not null,
  thread_id uuid,
  facts jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, seq)
);
comment on column journal_entry.actor_id is 'type: Id<''person''>';
comment on column journal_entry.thread_id is 'type: Id<''initiative''>';
comment on column journal_entry.facts is 'type: Record<string, string | number | boolean | null>';
create index journal_entry_thread on journal_entry (tenant_id, thread_id, seq) where thread_id is not null;
create index journal_entry_time on journal_entry (tenant_id, at);
create index journal_entry_subject on journal_entry (tenant_id, subject_id, seq);

create function refuse_journal_change() returns trigger
language plpgsql as $$
begin
  raise exception 'The journal is only ever added to: % on % is refused', lower(tg_op), tg_table_name;
end $$;
create trigger journal_entry_is_append_only
  before update or delete or truncate on journal_entry
  for each statement execute function refuse_journal_change();
call protect_tenant_table('journal_entry');
revoke update, delete on journal_entry from grobund_app;

-- The end of each chain. Locked last in a transaction, so that entries get their numbers one commit at a time.
create table journal_head (
  tenant_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  primary key (tenant_id)
);
call protect_tenant_table('journal_head');
revoke delete on journal_head from grobund_app;

-- Where a chain's end was also told outside the journal (the weekly digest, the yearly report).
create table journal_anchor (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  seq bigint not null,
  hash bytea not null,
  told_in text not null,
  told_at timestamptz not null,
  primary key (tenant_id, id)
);
create trigger journal_anchor_is_append_only
  before update or delete or truncate on journal_anchor
  for each statement execute function refuse_journal_change();
call protect_tenant_table('journal_anchor');
revoke update, delete on journal_anchor from grobund_app;

-- Content once per tenant, however many times it is sent in.
create table file_blob (
  tenant_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  content bytea not null,
  primary key (tenant_id, sha256)
);
-- Pictures and PDFs are compressed already.
alter table file_blob alter column content set storage external;
call protect_tenant_table('file_blob');

create table file (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  sha256 bytea not null,
  name text not null,
  kind text not null,
  size integer not null,
  purpose text not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, sha256) references file_blob (tenant_id, sha256)
);
comment on column file.saved_by is 'type: Id<''person''>';
create index file_content on file (tenant_id, sha256);
call protect_tenant_table('file');

create table search_entry (
  tenant_id uuid not null,
  kind text not null,
  id uuid not null,
  title text not null,
  body text not null,
  path text not null,
  audience text not null check (audience in ('public', 'members', 'staff')),
  danish tsvector not null generated always as (
    setweight(to_tsvector('danish'::regconfig, title), 'A') || setweight(to_tsvector('danish'::regconfig, body), 'C')
  ) stored,
  primary key (tenant_id, kind, id)
);
comment on column search_entry.id is 'type: string';
create index search_entry_danish on search_entry using gin (danish);
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index search_entry_title_trigram on search_entry using gin (lower(title) gin_trgm_ops);
  end if;
end $$;
call protect_tenant_table('search_entry');

-- Searching goes through this door: under row-level security PostgreSQL may not use the text indexes, since their
-- operators could tell of other tenants' rows. Here the tenant is asked for by hand, and everything else as well.
-- `words` are lower case without signs; the last may be half written. First what says the words (in any inflection),
-- then, while there is room, titles that hold them inside other words, or nearly.
create function find_entries(words text[], audiences text[], kinds text[], most integer)
returns table (kind text, id uuid, title text, path text, excerpt text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  wanted tsquery := to_tsquery('danish', '');
  phrase text := array_to_string(words, ' ');
  longest text := (select word from unnest(words) as word order by length(word) desc limit 1);
  short constant text := 'StartSel="", StopSel="", MaxWords=24, MinWords=12';
  found integer;
begin
  for at in 1 .. cardinality(words) loop
    if at < cardinality(words) then
      wanted := wanted && to_tsquery('danish', words[at]);
    else
      wanted := wanted && (to_tsquery('danish', words[at] || ':*') || to_tsquery('simple', words[at] || ':*'));
    end if;
  end loop;

  return query
  select c.kind, c.id, c.title, c.path, ts_headline('danish', c.body, wanted, short)
  from (
    select e.*
    from (
      select * from search_entry s
      where s.tenant_id = current_tenant() and s.audience = any (audiences) and (kinds is null or s.kind = any (kinds))
        and s.danish @@ wanted
      limit 2000
    ) as e
    order by ts_rank(e.danish, wanted, 1) desc, e.title
    limit most
  ) as c;
  get diagnostics found = row_count;
  if found >= most or length(longest) < 3 then return; end if;

  if exists (select from pg_extension where extname = 'pg_trgm') then
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return query
    select c.kind, c.id, c.title, c.path, ts_headline('danish', c.body, wanted, short)
    from (
      select e.*
      from (
        select * from search_entry s
        where s.tenant_id = current_tenant() and s.audience = any (audiences) and (kinds is null or s.kind = any (kinds))
          and (lower(s.title) like '%' || longest || '%' or phrase <% lower(s.title))
          and (s.danish @@ wanted) is not true
        limit 500
      ) as e
      order by word_similarity(phrase, lower(e.title)) desc, e.title
      limit most - found
    ) as c;
  end if;
end $$;
revoke all on function find_entries from public;
grant execute on function find_entries to grobund_app;

create table session (
  tenant_id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text not null default '',
  primary key (tenant_id, token_hash)
);
create index session_person on session (tenant_id, person_id);
call protect_tenant_table('session');

create table rate_limit (
  tenant_id uuid not null,
  bucket text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (tenant_id, bucket, window_start)
);
create index rate_limit_window on rate_limit (tenant_id, window_start);
call protect_tenant_table('rate_limit');

-- What the clock has started, by name: the last slot ("2026-05-04" for a weekly digest), shared by all processes.
create table scheduled_run (
  name text not null,
  slot text not null,
  ran_at timestamptz not null,
  primary key (name)
);
