-- Din tur: what waits for whom. And what leaves the house because of it: mail, SMS and letters.

-- Opened once, closed once. It waits for one person, or for those who hold a role (in a department, or anywhere).
create table turn (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  thread_id uuid,
  person_id uuid,
  role text,
  department_id uuid,
  due date,
  facts jsonb not null default '{}',
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, thread_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, department_id) references department (tenant_id, id) on delete cascade,
  foreign key (tenant_id, opened_by) references person (tenant_id, id) on delete set null (opened_by),
  check ((person_id is null) <> (role is null)),
  check (role is not null or department_id is null)
);
-- The same thing waits only once for the same one.
create unique index turn_waits_once
  on turn (tenant_id, subject_id, subject_kind, kind, person_id, role, department_id) nulls not distinct
  where closed_at is null;
create index turn_person on turn (tenant_id, person_id, closed_at, opened_at);
create index turn_role on turn (tenant_id, role, department_id, closed_at, opened_at);
create index turn_department on turn (tenant_id, department_id);
create index turn_thread on turn (tenant_id, thread_id);
create index turn_opener on turn (tenant_id, opened_by);
call protect_tenant_table('turn');

-- One message to one person (or to an address that a visitor gave). The words are deleted after 30 days.
create table outgoing (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid,
  address text,
  channel text not null check (channel in ('mail', 'sms', 'print')),
  topic text not null,
  turn_id uuid,
  language text not null,
  message jsonb,
  created_at timestamptz not null,
  not_before timestamptz not null,
  tries integer not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  dropped_at timestamptz,
  dropped_because text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, turn_id) references turn (tenant_id, id) on delete cascade,
  check (person_id is not null or address is not null),
  check (channel <> 'print' or person_id is not null)
);
create index outgoing_person on outgoing (tenant_id, person_id, created_at);
create unique index outgoing_turn on outgoing (tenant_id, turn_id, person_id);
create index outgoing_waiting on outgoing (tenant_id, channel, created_at)
  where sent_at is null and failed_at is null and dropped_at is null;
create index outgoing_created on outgoing (tenant_id, created_at);
call protect_tenant_table('outgoing');

-- "No more of these, please", by person or (without an account) by the hash of the address.
create table notice_stop (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid,
  address_hash bytea,
  topic text not null,
  stopped_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  check ((person_id is null) <> (address_hash is null))
);
create unique index notice_stop_once on notice_stop (tenant_id, person_id, address_hash, topic) nulls not distinct;
call protect_tenant_table('notice_stop');

-- The week's digest has been made up, also where nobody had anything to read: it is made once, however often one asks.
create table digest_week (
  tenant_id uuid not null,
  week date not null,
  made_at timestamptz not null,
  primary key (tenant_id, week)
);
call protect_tenant_table('digest_week');

-- One digest per person and week; `week` is its Monday.
create table digest (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  week date not null,
  made_at timestamptz not null,
  outgoing_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, week),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, outgoing_id) references outgoing (tenant_id, id) on delete set null (outgoing_id)
);
create index digest_outgoing on digest (tenant_id, outgoing_id);
call protect_tenant_table('digest');
