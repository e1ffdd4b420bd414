-- The spine: ideas, and the initiatives that grow out of them. Every state is a row.

create table initiative (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  title text not null check (title <> ''),
  what text not null,
  why text not null default '',
  category text not null check (category in ('homes', 'green', 'people')),
  place text not null default '',
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  -- True when it concerns everybody; then it has no rows in initiative_department.
  whole_organisation boolean not null default false,
  -- Counts the editings, so that two people who edit at once lose nothing.
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references person (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index initiative_created_by on initiative (tenant_id, created_by);
create index initiative_registered_by on initiative (tenant_id, registered_by);
create index initiative_category on initiative (tenant_id, category, id);
call protect_tenant_table('initiative');

create table initiative_department (
  tenant_id uuid not null,
  initiative_id uuid not null,
  department_id uuid not null,
  primary key (tenant_id, initiative_id, department_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index initiative_department_department on initiative_department (tenant_id, department_id, initiative_id);
call protect_tenant_table('initiative_department');

-- What it grew out of: an idea, a catalogue card, a sheet, a survey answer. Other modules add their own kinds.
create table initiative_origin (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  initiative_id uuid not null,
  source_kind text not null check (source_kind <> ''),
  source_id text not null,
  -- The sentence that tells it, as it was said there.
  sentence text not null,
  linked_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, initiative_id, source_kind, source_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade
);
create index initiative_origin_source on initiative_origin (tenant_id, source_kind, source_id);
call protect_tenant_table('initiative_origin');

-- Somebody drives it, from a day and until another.
create table initiative_driver (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  initiative_id uuid not null,
  person_id uuid not null,
  -- The person said yes to standing by name on the public page.
  name_public boolean not null default false,
  from_day date not null,
  -- The day it stopped: no longer driving on that day.
  until_day date check (until_day >= from_day),
  until_words text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create unique index initiative_driver_once on initiative_driver (tenant_id, initiative_id, person_id)
  where until_day is null;
create index initiative_driver_initiative on initiative_driver (tenant_id, initiative_id);
create index initiative_driver_person on initiative_driver (tenant_id, person_id);
call protect_tenant_table('initiative_driver');

-- Somebody was asked by name: "vil du drive det?"
create table initiative_driver_ask (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  initiative_id uuid not null,
  person_id uuid not null,
  words text not null default '',
  -- The one who would like to hand over, when the question is asked in their place.
  replaces_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer_by date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, replaces_id) references person (tenant_id, id),
  foreign key (tenant_id, asked_by) references person (tenant_id, id)
);
create index initiative_driver_ask_initiative on initiative_driver_ask (tenant_id, initiative_id);
create index initiative_driver_ask_person on initiative_driver_ask (tenant_id, person_id);
create index initiative_driver_ask_replaces on initiative_driver_ask (tenant_id, replaces_id);
create index initiative_driver_ask_asked_by on initiative_driver_ask (tenant_id, asked_by);
call protect_tenant_table('initiative_driver_ask');

create table initiative_driver_answer (
  tenant_id uuid not null,
  ask_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'not_alone')),
  words text not null default '',
  name_public boolean not null default false,
  answered_at timestamptz not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  primary key (tenant_id, ask_id),
  foreign key (tenant_id, ask_id) references initiative_driver_ask (tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index initiative_driver_answer_registered_by on initiative_driver_answer (tenant_id, registered_by);
call protect_tenant_table('initiative_driver_answer');

-- It rests, with a reason and perhaps a day to ask again.
create table initiative_parking (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  initiative_id uuid not null,
  reason text not null,
  from_day date not null,
  ask_again_on date check (ask_again_on >= from_day),
  parked_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, parked_by) references person (tenant_id, id)
);
create index initiative_parking_initiative on initiative_parking (tenant_id, initiative_id);
create index initiative_parking_parked_by on initiative_parking (tenant_id, parked_by);
create index initiative_parking_ask_again on initiative_parking (tenant_id, ask_again_on);
call protect_tenant_table('initiative_parking');

create table initiative_waking (
  tenant_id uuid not null,
  parking_id uuid not null,
  words text not null default '',
  on_day date not null,
  woken_by uuid,
  primary key (tenant_id, parking_id),
  foreign key (tenant_id, parking_id) references initiative_parking (tenant_id, id) on delete cascade,
  foreign key (tenant_id, woken_by) references person (tenant_id, id)
);
create index initiative_waking_woken_by on initiative_waking (tenant_id, woken_by);
call protect_tenant_table('initiative_waking');

create table initiative_end (
  tenant_id uuid not null,
  initiative_id uuid not null,
  result text not null check (result in ('done', 'stopped')),
  words text not null default '',
  on_day date not null,
  ended_by uuid,
  primary key (tenant_id, initiative_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create index initiative_end_ended_by on initiative_end (tenant_id, ended_by);
call protect_tenant_table('initiative_end');

-- Næste skridt: a short list of what comes next, perhaps with who and until when.
create table initiative_step (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  initiative_id uuid not null,
  says text not null check (says <> ''),
  person_id uuid,
  due_on date,
  added_by uuid,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, added_by) references person (tenant_id, id)
);
create index initiative_step_initiative on initiative_step (tenant_id, initiative_id);
create index initiative_step_person on initiative_step (tenant_id, person_id);
create index initiative_step_added_by on initiative_step (tenant_id, added_by);
call protect_tenant_table('initiative_step');

create table initiative_step_end (
  tenant_id uuid not null,
  step_id uuid not null,
  outcome text not null check (outcome in ('done', 'dropped')),
  words text not null default '',
  ended_at timestamptz not null,
  ended_by uuid,
  primary key (tenant_id, step_id),
  foreign key (tenant_id, step_id) references initiative_step (tenant_id, id) on delete cascade,
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create index initiative_step_end_ended_by on initiative_step_end (tenant_id, ended_by);
call protect_tenant_table('initiative_step_end');

create table idea (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  said text not null check (said <> ''),
  department_id uuid,
  -- Where the answer goes. All empty when somebody just laid it here.
  person_id uuid,
  contact_name text not null default '',
  contact_email text,
  contact_phone text,
  -- SHA-256 of the code in the link with which the idea can be followed.
  follow_hash bytea not null check (length(follow_hash) = 32),
  read_by date not null,
  posted_at timestamptz not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, follow_hash),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index idea_department on idea (tenant_id, department_id);
create index idea_person on idea (tenant_id, person_id);
create index idea_registered_by on idea (tenant_id, registered_by);
call protect_tenant_table('idea');

create table idea_answer (
  tenant_id uuid not null,
  idea_id uuid not null,
  answer text not null check (answer in ('made', 'joined', 'words')),
  initiative_id uuid check ((initiative_id is null) = (answer = 'words')),
  words text not null default '',
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (tenant_id, idea_id),
  foreign key (tenant_id, idea_id) references idea (tenant_id, id) on delete cascade,
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, answered_by) references person (tenant_id, id)
);
create index idea_answer_initiative on idea_answer (tenant_id, initiative_id);
create index idea_answer_answered_by on idea_answer (tenant_id, answered_by);
call protect_tenant_table('idea_answer');
