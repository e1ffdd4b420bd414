-- The smallest tasks: a job of an initiative or an event cut into pieces of 5 to 60 minutes, who takes them, and who was asked by whom.

create table task_job (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  -- What it is for: an initiative, an event, or an event of an initiative.
  initiative_id uuid,
  event_id uuid,
  title text not null check (title <> ''),
  -- By which of our templates it was cut; '' for none.
  template text not null default '',
  -- The day that it is for.
  due_on date,
  cut_at timestamptz not null,
  cut_by uuid,
  primary key (tenant_id, id),
  check (num_nonnulls(initiative_id, event_id) > 0),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, cut_by) references person (tenant_id, id)
);
create index task_job_initiative on task_job (tenant_id, initiative_id, id);
create index task_job_event on task_job (tenant_id, event_id, id);
create index task_job_template on task_job (tenant_id, template, id) where template <> '';
create index task_job_cut_by on task_job (tenant_id, cut_by);
call protect_tenant_table('task_job');

-- One pair of hands for 5 to 60 minutes.
create table task (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  job_id uuid not null,
  -- Which piece of the template it is; '' for what somebody wrote.
  piece text not null default '',
  says text not null check (says <> ''),
  minutes integer not null check (minutes between 5 and 60),
  kind text not null check (kind in ('carry', 'food', 'green', 'hosting', 'telling', 'fixing', 'tidying')),
  due_on date,
  clock text not null default '' check (clock = '' or clock ~ '^[0-2][0-9]:[0-5][0-9]$'),
  -- A child can do it together with a grown-up.
  for_children boolean not null default false,
  -- The larger task that it is half of.
  half_of uuid,
  laid_at timestamptz not null,
  laid_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, job_id) references task_job (tenant_id, id) on delete cascade,
  foreign key (tenant_id, half_of) references task (tenant_id, id),
  foreign key (tenant_id, laid_by) references person (tenant_id, id)
);
create index task_job_of on task (tenant_id, job_id, id);
create index task_half_of on task (tenant_id, half_of);
create index task_laid_by on task (tenant_id, laid_by);
create index task_due on task (tenant_id, due_on, id);
comment on column task.kind is 'type: (''carry'' | ''food'' | ''green'' | ''hosting'' | ''telling'' | ''fixing'' | ''tidying'')';
call protect_tenant_table('task');

-- It is no task any more: it was cut in two, or is not needed.
create table task_away (
  tenant_id uuid not null,
  task_id uuid not null,
  why text not null check (why in ('halved', 'not_needed')),
  on_day date not null,
  by_person uuid,
  primary key (tenant_id, task_id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade,
  foreign key (tenant_id, by_person) references person (tenant_id, id)
);
create index task_away_by_person on task_away (tenant_id, by_person);
comment on column task_away.why is 'type: (''halved'' | ''not_needed'')';
call protect_tenant_table('task_away');

-- Somebody who helps: a person we know, or one who said yes without an account.
create table task_helper (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid,
  -- Of somebody without an account, as they gave it; gone 30 days after the last task.
  name text not null default '',
  email text,
  phone text,
  -- Keyed hash of the e-mail or telephone: the same neighbour is counted once, and asked no oftener than the house has said.
  mark bytea,
  since timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create unique index task_helper_person on task_helper (tenant_id, person_id);
create unique index task_helper_mark on task_helper (tenant_id, mark);
call protect_tenant_table('task_helper');

-- One asks another, in one's own words. Nothing is kept of who was asked but what stands here.
create table task_ask (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  task_id uuid not null,
  asked_by uuid,
  words text not null default '',
  way text not null check (way in ('link', 'slip', 'mail', 'sms', 'opt_in')),
  -- SHA-256 of the code in the link and on the slip.
  code_hash bytea not null,
  -- Keyed hash of the address that it was sent to; the address itself is kept nowhere.
  mark bytea,
  -- Who had said that they would like to be asked.
  helper_id uuid,
  asked_at timestamptz not null,
  asked_on date not null,
  expires_on date not null,
  -- The one who has the task asks another to take over.
  hands_over boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references person (tenant_id, id),
  foreign key (tenant_id, helper_id) references task_helper (tenant_id, id)
);
create unique index task_ask_code on task_ask (tenant_id, code_hash);
create index task_ask_task on task_ask (tenant_id, task_id, id);
create index task_ask_asked_by on task_ask (tenant_id, asked_by, id);
create index task_ask_helper on task_ask (tenant_id, helper_id, asked_on);
create index task_ask_mark on task_ask (tenant_id, mark, asked_on) where mark is not null;
comment on column task_ask.way is 'type: (''link'' | ''slip'' | ''mail'' | ''sms'' | ''opt_in'')';
call protect_tenant_table('task_ask');

-- Somebody has it. It stands until it ends.
create table task_claim (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  task_id uuid not null,
  helper_id uuid not null,
  -- The ask that they said yes to; null for those who took it by themselves.
  ask_id uuid,
  claimed_at timestamptz not null,
  on_day date not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  -- The day on which they were reminded.
  reminded_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade,
  foreign key (tenant_id, helper_id) references task_helper (tenant_id, id),
  foreign key (tenant_id, ask_id) references task_ask (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index task_claim_task on task_claim (tenant_id, task_id, id);
create index task_claim_helper on task_claim (tenant_id, helper_id, id);
create index task_claim_ask on task_claim (tenant_id, ask_id);
create index task_claim_registered_by on task_claim (tenant_id, registered_by);
call protect_tenant_table('task_claim');

create table task_claim_end (
  tenant_id uuid not null,
  claim_id uuid not null,
  -- `missed`: "det blev ikke til noget".
  outcome text not null check (outcome in ('done', 'passed_on', 'let_go', 'missed')),
  -- How long it really took, where somebody said.
  minutes integer check (minutes between 1 and 600),
  on_day date not null,
  by_person uuid,
  primary key (tenant_id, claim_id),
  foreign key (tenant_id, claim_id) references task_claim (tenant_id, id) on delete cascade,
  foreign key (tenant_id, by_person) references person (tenant_id, id)
);
create index task_claim_end_by_person on task_claim_end (tenant_id, by_person);
create index task_claim_end_outcome on task_claim_end (tenant_id, outcome, on_day);
comment on column task_claim_end.outcome is 'type: (''done'' | ''passed_on'' | ''let_go'' | ''missed'')';
call protect_tenant_table('task_claim_end');

create table task_thanks (
  tenant_id uuid not null,
  claim_id uuid not null,
  words text not null default '',
  on_day date not null,
  by_person uuid,
  primary key (tenant_id, claim_id),
  foreign key (tenant_id, claim_id) references task_claim (tenant_id, id) on delete cascade,
  foreign key (tenant_id, by_person) references person (tenant_id, id)
);
create index task_thanks_by_person on task_thanks (tenant_id, by_person);
call protect_tenant_table('task_thanks');

-- What the one who was asked answered. Until they have a task they can answer anew.
create table task_answer (
  tenant_id uuid not null,
  ask_id uuid not null,
  answer text not null check (answer in ('yes', 'smaller', 'later', 'no')),
  on_day date not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  primary key (tenant_id, ask_id),
  foreign key (tenant_id, ask_id) references task_ask (tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index task_answer_registered_by on task_answer (tenant_id, registered_by);
comment on column task_answer.answer is 'type: (''yes'' | ''smaller'' | ''later'' | ''no'')';
call protect_tenant_table('task_answer');

-- "Spørg mig gerne". The row goes when it is taken back.
create table task_opt_in (
  tenant_id uuid not null,
  helper_id uuid not null,
  department_id uuid,
  -- None: anything.
  kinds text[] not null default '{}' check (kinds <@ array['carry', 'food', 'green', 'hosting', 'telling', 'fixing', 'tidying']),
  -- None: any time.
  times text[] not null default '{}' check (times <@ array['weekdays', 'evenings', 'weekends']),
  most_minutes integer not null default 60 check (most_minutes between 5 and 60),
  since date not null,
  primary key (tenant_id, helper_id),
  foreign key (tenant_id, helper_id) references task_helper (tenant_id, id) on delete cascade,
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index task_opt_in_department on task_opt_in (tenant_id, department_id);
call protect_tenant_table('task_opt_in');

-- "Spørg mig aldrig": the keyed hash of an address, and nothing else.
create table task_never (
  tenant_id uuid not null,
  mark bytea not null,
  since date not null,
  primary key (tenant_id, mark)
);
call protect_tenant_table('task_never');

-- How often the same neighbour may be asked. Without a row: three times in 90 days.
create table task_cap (
  tenant_id uuid not null,
  asks integer not null check (asks between 1 and 50),
  days integer not null check (days between 1 and 366),
  set_at timestamptz not null,
  set_by uuid,
  primary key (tenant_id),
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create index task_cap_set_by on task_cap (tenant_id, set_by);
call protect_tenant_table('task_cap');

-- From door to door, two by two. Only how many is written down.
create table door_round (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  department_id uuid not null,
  initiative_id uuid,
  title text not null check (title <> ''),
  on_day date not null,
  script text not null default '',
  made_at timestamptz not null,
  made_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index door_round_department on door_round (tenant_id, department_id);
create index door_round_initiative on door_round (tenant_id, initiative_id);
create index door_round_made_by on door_round (tenant_id, made_by);
create index door_round_day on door_round (tenant_id, on_day, id);
call protect_tenant_table('door_round');

create table door_round_stairwell (
  tenant_id uuid not null,
  round_id uuid not null,
  building_id uuid not null,
  opened integer check (opened between 0 and 999),
  talked integer check (talked between 0 and 999),
  said_yes integer check (said_yes between 0 and 999),
  counted_at timestamptz,
  primary key (tenant_id, round_id, building_id),
  foreign key (tenant_id, round_id) references door_round (tenant_id, id) on delete cascade,
  foreign key (tenant_id, building_id) references building (tenant_id, id),
  check (coalesce(said_yes, 0) <= coalesce(talked, 0) and coalesce(talked, 0) <= coalesce(opened, 0))
);
create index door_round_stairwell_building on door_round_stairwell (tenant_id, building_id);
call protect_tenant_table('door_round_stairwell');
