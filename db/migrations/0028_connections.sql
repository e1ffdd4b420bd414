-- Doors for other systems: tokens for the read API, webhooks, and the secret addresses of people's own calendars.

-- Who may read what through the API. Of the token itself only the hash is kept.
create table api_token (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  token_hash bytea not null check (length(token_hash) = 32),
  areas text[] not null check (cardinality(areas) > 0),
  -- Why a machine reads who people are; empty where it does not.
  reason text not null default '',
  made_at timestamptz not null,
  made_by uuid not null,
  -- The last day on which it opens.
  expires_on date not null,
  -- To the hour: it is not written anew for every question.
  last_used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  check (('people' = any (areas)) = (reason <> '')),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index api_token_made_by on api_token (tenant_id, made_by);
call protect_tenant_table('api_token');

-- A token that was taken back before its day.
create table api_token_end (
  tenant_id uuid not null,
  token_id uuid not null,
  ended_at timestamptz not null,
  ended_by uuid not null,
  primary key (tenant_id, token_id),
  foreign key (tenant_id, token_id) references api_token (tenant_id, id) on delete cascade,
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create index api_token_end_by on api_token_end (tenant_id, ended_by);
call protect_tenant_table('api_token_end');
revoke update, delete on api_token_end from grobund_app;

-- Where the house's journal is told to another system.
create table webhook (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  url text not null check (url ~ '^https?://'),
  -- Kinds of journal entries.
  kinds text[] not null check (cardinality(kinds) > 0),
  made_at timestamptz not null,
  made_by uuid not null,
  -- Journal entries up to this number were handed over, were not asked for, or came before the webhook did.
  handed_over bigint not null,
  -- How often the next one was tried in vain, since when, and when it is tried again.
  tries integer not null default 0 check (tries >= 0),
  failing_since timestamptz,
  next_try_at timestamptz,
  -- Somebody is out with it; after this they are taken for lost.
  busy_until timestamptz,
  check ((tries = 0) = (failing_since is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index webhook_made_by on webhook (tenant_id, made_by);
call protect_tenant_table('webhook');

-- What messages are signed with. The newest signs; one that was replaced signs beside it until its last moment.
create table webhook_secret (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  webhook_id uuid not null,
  secret bytea not null check (length(secret) between 24 and 64),
  made_at timestamptz not null,
  holds_until timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade
);
create index webhook_secret_webhook on webhook_secret (tenant_id, webhook_id);
call protect_tenant_table('webhook_secret');

-- Nothing is sent between the two instants.
create table webhook_pause (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  webhook_id uuid not null,
  why text not null check (why in ('person', 'failing', 'gone')),
  from_at timestamptz not null,
  paused_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  check (ended_at is null or ended_by is not null),
  primary key (tenant_id, id),
  foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade,
  foreign key (tenant_id, paused_by) references person (tenant_id, id),
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create unique index webhook_pause_now on webhook_pause (tenant_id, webhook_id) where ended_at is null;
create index webhook_pause_webhook on webhook_pause (tenant_id, webhook_id);
create index webhook_pause_by on webhook_pause (tenant_id, paused_by);
create index webhook_pause_ended_by on webhook_pause (tenant_id, ended_by);
call protect_tenant_table('webhook_pause');

-- What was sent, and what came back: one row a try.
create table webhook_sending (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  webhook_id uuid not null,
  -- The journal's entry; null for a trial.
  seq bigint,
  kind text not null,
  sent_at timestamptz not null,
  -- The other end's answer; null when there was none, and then the problem says why.
  status integer,
  problem text check (problem in ('url', 'address', 'name', 'unreachable', 'slow')),
  ms integer not null,
  check ((status is null) = (problem is not null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade
);
create index webhook_sending_webhook on webhook_sending (tenant_id, webhook_id, id);
create index webhook_sending_sent on webhook_sending (tenant_id, sent_at);
call protect_tenant_table('webhook_sending');
revoke update on webhook_sending from grobund_app;

-- Something was written in the journal that a webhook wants: its job is put in by the same transaction. Here and not in
-- the program, so that no way of writing can forget it.
create function wake_webhooks() returns trigger language plpgsql as $$
begin
  perform enqueue_job('connections.send', jsonb_build_object('webhook', w.id), null, w.id::text)
  from webhook w
  where w.tenant_id = current_tenant()
    and exists (select from fresh f where f.kind = any (w.kinds))
    and not exists (
      select from webhook_pause p where p.tenant_id = w.tenant_id and p.webhook_id = w.id and p.ended_at is null
    );
  return null;
end $$;
create trigger journal_wakes_webhooks after insert on journal_entry
  referencing new table as fresh for each statement execute function wake_webhooks();

-- A person's own calendar and news, for a program that cannot sign in. The address holds the row's id and our seal on it:
-- a new row is a new address, and the old one is dead.
create table feed_address (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
call protect_tenant_table('feed_address');

-- Machines look too, on behalf of whoever made their token.
alter table privacy_look drop constraint privacy_look_why_check;
alter table privacy_look add constraint privacy_look_why_check
  check (why in ('page', 'search', 'list', 'letters', 'export', 'preview', 'api'));
