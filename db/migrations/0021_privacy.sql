-- People's rights: the copy of one's data, being forgotten, consent, who has looked, and what the house says of itself.

-- The day from which a person is a number and no more. The row stays, since what can only be added to goes on naming it.
alter table person add column erased_on date;

-- The clock's list is no tenant's: when each job last ran may be read by all.
grant select on scheduled_run to grobund_app;

-- Somebody asked for all that is kept of a person. A job makes the package; it goes when its days are over.
create table privacy_export (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  language text not null check (language in ('da', 'en')),
  made_at timestamptz,
  goes_at timestamptz,
  -- The ZIP, until goes_at; null before and after.
  content bytea,
  check ((made_at is null) = (goes_at is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references person (tenant_id, id)
);
alter table privacy_export alter column content set storage external;
create index privacy_export_person on privacy_export (tenant_id, person_id, asked_at);
create index privacy_export_asked_by on privacy_export (tenant_id, asked_by);
create index privacy_export_goes on privacy_export (tenant_id, goes_at) where content is not null;
call protect_tenant_table('privacy_export');

-- A package was handed over.
create table privacy_export_fetch (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  export_id uuid not null,
  fetched_at timestamptz not null,
  fetched_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, export_id) references privacy_export (tenant_id, id) on delete cascade,
  foreign key (tenant_id, fetched_by) references person (tenant_id, id)
);
create index privacy_export_fetch_export on privacy_export_fetch (tenant_id, export_id);
create index privacy_export_fetch_by on privacy_export_fetch (tenant_id, fetched_by);
call protect_tenant_table('privacy_export_fetch');
revoke update on privacy_export_fetch from grobund_app;

-- A person asked to be forgotten. Until due_on it can be taken back; then a job does it, when nothing open is in the way.
create table privacy_erasure (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  due_on date not null,
  -- What was in the way when it was last tried, in codes, and when that was.
  waits_for text[] not null default '{}',
  tried_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references person (tenant_id, id)
);
create index privacy_erasure_person on privacy_erasure (tenant_id, person_id, asked_at);
create index privacy_erasure_asked_by on privacy_erasure (tenant_id, asked_by);
create index privacy_erasure_due on privacy_erasure (tenant_id, due_on);
call protect_tenant_table('privacy_erasure');

-- How it went: done, taken back, or refused with a reason that the person reads.
create table privacy_erasure_end (
  tenant_id uuid not null,
  erasure_id uuid not null,
  result text not null check (result in ('done', 'taken_back', 'refused')),
  words text not null default '',
  at timestamptz not null,
  ended_by uuid,
  check ((result = 'refused') = (words <> '')),
  primary key (tenant_id, erasure_id),
  foreign key (tenant_id, erasure_id) references privacy_erasure (tenant_id, id) on delete cascade,
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create index privacy_erasure_end_by on privacy_erasure_end (tenant_id, ended_by);
call protect_tenant_table('privacy_erasure_end');

-- Yes and no to each thing that takes a yes. The last row of a topic holds; nothing is written over.
create table privacy_consent (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  topic text not null check (topic in ('mail', 'sms', 'paper', 'phone', 'photo', 'story')),
  given boolean not null,
  at timestamptz not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index privacy_consent_person on privacy_consent (tenant_id, person_id, topic, at);
create index privacy_consent_registered_by on privacy_consent (tenant_id, registered_by);
call protect_tenant_table('privacy_consent');
revoke update on privacy_consent from grobund_app;

-- Who has seen whose data: one row a person seen. What was searched for is not kept.
create table privacy_look (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  at timestamptz not null,
  seen_by uuid not null,
  why text not null check (why in ('page', 'search', 'list', 'letters', 'export', 'preview')),
  -- How many were seen at once.
  people integer not null check (people > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, seen_by) references person (tenant_id, id)
);
create index privacy_look_person on privacy_look (tenant_id, person_id, at);
create index privacy_look_seen_by on privacy_look (tenant_id, seen_by, at);
create index privacy_look_at on privacy_look (tenant_id, at);
call protect_tenant_table('privacy_look');
revoke update on privacy_look from grobund_app;

-- A look is forgotten by age alone: one that is younger than half a year stays, whoever asks.
create function keep_young_looks() returns trigger
language plpgsql as $$
begin
  if old.at > now() - interval '180 days' and pg_trigger_depth() < 2 then
    return null;
  end if;
  return old;
end $$;
create trigger privacy_look_is_kept before delete on privacy_look for each row execute function keep_young_looks();

-- What each rule of retention did when it last ran.
create table privacy_retention_run (
  tenant_id uuid not null,
  rule text not null check (rule <> ''),
  ran_at timestamptz not null,
  rows_changed integer not null,
  rows_ever bigint not null,
  primary key (tenant_id, rule)
);
call protect_tenant_table('privacy_retention_run');

-- The house's own words: the accessibility statement, the privacy page, and what stands over the record of processing.
create table privacy_statement (
  tenant_id uuid not null,
  kind text not null check (kind in ('accessibility', 'privacy', 'record')),
  language text not null check (language in ('da', 'en')),
  words text not null,
  contact text not null default '',
  stated_on date not null,
  version integer not null default 1,
  saved_by uuid,
  primary key (tenant_id, kind, language),
  foreign key (tenant_id, saved_by) references person (tenant_id, id)
);
create index privacy_statement_saved_by on privacy_statement (tenant_id, saved_by);
call protect_tenant_table('privacy_statement');

-- What the house has chosen where the law leaves room. Without a row the usual holds.
create table privacy_setting (
  tenant_id uuid not null,
  undo_days integer not null check (undo_days between 1 and 30),
  export_days integer not null check (export_days between 1 and 30),
  look_months integer not null check (look_months between 6 and 60),
  guest_months integer not null check (guest_months between 1 and 60),
  import_days integer not null check (import_days between 1 and 365),
  version integer not null default 1,
  saved_by uuid,
  primary key (tenant_id),
  foreign key (tenant_id, saved_by) references person (tenant_id, id)
);
create index privacy_setting_saved_by on privacy_setting (tenant_id, saved_by);
call protect_tenant_table('privacy_setting');

-- Answers about an activity can only be added to. Of one who is forgotten only the number of those who came is left.
create function forget_own_answers(people uuid[]) returns integer
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  changed integer;
begin
  update fund_feedback f set best = '', differently = ''
  where f.tenant_id = current_tenant() and f.given_by = any (people) and (f.best <> '' or f.differently <> '')
    and exists (
      select from privacy_erasure e
      where e.tenant_id = f.tenant_id and e.person_id = any (people)
        and not exists (
          select from privacy_erasure_end d where d.tenant_id = e.tenant_id and d.erasure_id = e.id
        )
    );
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke all on function forget_own_answers from public;
grant execute on function forget_own_answers to grobund_app;
