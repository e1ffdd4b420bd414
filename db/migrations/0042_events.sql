-- Events: what is on, who signed up, who came, what the law asks, and what was counted when it was over.

create table event (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  -- What it belongs to; null for an event of its own.
  initiative_id uuid,
  title text not null check (title <> ''),
  what text not null check (what <> ''),
  place text not null check (place <> ''),
  on_day date not null,
  last_day date not null check (last_day >= on_day),
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- Earlier than starts: after midnight.
  ends text check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  whole_organisation boolean not null,
  -- False: for a group only, not for whoever lives there.
  open_to_all boolean not null,
  -- People, children included; null: as many as come.
  capacity integer check (capacity between 1 and 10000),
  -- How many the organisers think will come: some rules go by it.
  expected integer check (expected between 1 and 10000),
  sign_up boolean not null,
  -- The last day to sign up; null: until it begins.
  sign_up_by date check (sign_up_by <= last_day),
  -- What there is at it that the law, or good sense, asks something for.
  aspects text[] not null default '{}' check (aspects <@ array[
    'outdoors', 'food', 'alcohol', 'music', 'road', 'fire', 'children', 'photos', 'lottery', 'guests', 'tent'
  ]),
  -- Whom one can ring, in the organisers' words.
  call_who text not null default '',
  phone text check (phone ~ '^\+[0-9]{4,15}$'),
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, created_by) references person (tenant_id, id)
);
create index event_by_day on event (tenant_id, on_day, id);
create index event_by_last_day on event (tenant_id, last_day, id);
create index event_initiative on event (tenant_id, initiative_id, on_day);
create index event_created_by on event (tenant_id, created_by);
call protect_tenant_table('event');
revoke delete on event from grobund_app;

create table event_department (
  tenant_id uuid not null,
  event_id uuid not null,
  department_id uuid not null,
  primary key (tenant_id, event_id, department_id),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index event_department_of on event_department (tenant_id, department_id, event_id);
call protect_tenant_table('event_department');

-- Who arranges it, besides those who drive its initiative.
create table event_organiser (
  tenant_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, event_id, person_id),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index event_organiser_person on event_organiser (tenant_id, person_id, event_id);
call protect_tenant_table('event_organiser');

-- The invitation in another language than the house's own: for posters, and for whoever reads the page.
create table event_text (
  tenant_id uuid not null,
  event_id uuid not null,
  language text not null check (language in ('da', 'en', 'de', 'pl', 'tr', 'uk')),
  title text not null check (title <> ''),
  what text not null check (what <> ''),
  primary key (tenant_id, event_id, language),
  foreign key (tenant_id, event_id) references event (tenant_id, id)
);
call protect_tenant_table('event_text');

-- When and where it was to be, before somebody moved it.
create table event_move (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  event_id uuid not null,
  moved_at timestamptz not null,
  moved_by uuid,
  was_day date not null,
  was_starts text not null,
  was_place text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, moved_by) references person (tenant_id, id)
);
create index event_move_of on event_move (tenant_id, event_id, id);
create index event_move_by on event_move (tenant_id, moved_by);
call protect_tenant_table('event_move');
revoke update, delete on event_move from grobund_app;

create table event_cancellation (
  tenant_id uuid not null,
  event_id uuid not null,
  cancelled_at timestamptz not null,
  cancelled_by uuid,
  reason text not null check (reason in ('weather', 'few', 'illness', 'other')),
  words text not null default '',
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, cancelled_by) references person (tenant_id, id)
);
create index event_cancellation_by on event_cancellation (tenant_id, cancelled_by);
call protect_tenant_table('event_cancellation');
revoke update, delete on event_cancellation from grobund_app;

-- One household, or one person, who wants to come. Goes 30 days after.
create table event_sign_up (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  event_id uuid not null,
  name text not null check (name <> ''),
  email text check (email <> '' and email = lower(email)),
  phone text check (phone ~ '^\+[0-9]{4,15}$'),
  -- Where to bring a note to somebody without mail and telephone.
  home text not null default '',
  adults smallint not null check (adults between 0 and 50),
  children smallint not null check (children between 0 and 50),
  -- How they came to hear of it: see event_walk_in.
  came_by text check (came_by in ('asked', 'poster', 'mail', 'neighbour', 'other')),
  language text not null check (language in ('da', 'en')),
  -- Who it is, where it was somebody signed in, or whose contact is known here.
  person_id uuid,
  signed_up_at timestamptz not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  -- When they got their seats; null while they wait.
  placed_at timestamptz,
  left_at timestamptz,
  -- The day on which the row goes, once the event is counted.
  goes_on date not null,
  primary key (tenant_id, id),
  check (adults + children > 0),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index event_sign_up_of on event_sign_up (tenant_id, event_id, id);
create index event_sign_up_person on event_sign_up (tenant_id, person_id);
create index event_sign_up_goes on event_sign_up (tenant_id, goes_on);
create index event_sign_up_registered_by on event_sign_up (tenant_id, registered_by);
create index event_sign_up_waits on event_sign_up (tenant_id, event_id, id) where (placed_at is null and left_at is null);
call protect_tenant_table('event_sign_up');

-- The codes by which somebody comes to their own sign-up: each message has its own. Only hashes are kept.
create table event_sign_up_key (
  tenant_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  sign_up_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, code_hash),
  foreign key (tenant_id, sign_up_id) references event_sign_up (tenant_id, id) on delete cascade
);
create index event_sign_up_key_of on event_sign_up_key (tenant_id, sign_up_id);
call protect_tenant_table('event_sign_up_key');

-- They were there, and so many of them.
create table event_attendance (
  tenant_id uuid not null,
  sign_up_id uuid not null,
  adults smallint not null check (adults between 0 and 50),
  children smallint not null check (children between 0 and 50),
  noted_at timestamptz not null,
  noted_by uuid,
  primary key (tenant_id, sign_up_id),
  check (adults + children > 0),
  foreign key (tenant_id, sign_up_id) references event_sign_up (tenant_id, id) on delete cascade,
  foreign key (tenant_id, noted_by) references person (tenant_id, id)
);
create index event_attendance_noted_by on event_attendance (tenant_id, noted_by);
call protect_tenant_table('event_attendance');

-- People who came without having signed up: counted, and nothing else is known of them.
create table event_walk_in (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  event_id uuid not null,
  adults smallint not null check (adults between 0 and 5000),
  children smallint not null check (children between 0 and 5000),
  came_by text check (came_by in ('asked', 'poster', 'mail', 'neighbour', 'other')),
  noted_at timestamptz not null,
  noted_by uuid,
  primary key (tenant_id, id),
  check (adults + children > 0),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, noted_by) references person (tenant_id, id)
);
create index event_walk_in_of on event_walk_in (tenant_id, event_id, id);
create index event_walk_in_noted_by on event_walk_in (tenant_id, noted_by);
call protect_tenant_table('event_walk_in');

-- What those who signed up are to be told, and whether it has reached them. Paper: somebody brings it, or rings.
create table event_notice (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  event_id uuid not null,
  sign_up_id uuid not null,
  kind text not null check (kind in ('cancelled', 'moved', 'seat', 'reminder')),
  way text not null check (way in ('sent', 'paper')),
  made_at timestamptz not null,
  -- Sent: when it was put on its way. Paper: when somebody says that it is done.
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, sign_up_id) references event_sign_up (tenant_id, id) on delete cascade,
  foreign key (tenant_id, done_by) references person (tenant_id, id)
);
create index event_notice_of on event_notice (tenant_id, event_id, id);
create index event_notice_sign_up on event_notice (tenant_id, sign_up_id);
create index event_notice_done_by on event_notice (tenant_id, done_by);
call protect_tenant_table('event_notice');

-- What was counted when it was over; stays when those who signed up are gone. Null: nobody counted.
create table event_count (
  tenant_id uuid not null,
  event_id uuid not null,
  adults integer check (adults >= 0),
  children integer check (children >= 0),
  -- Households, or people alone, that had signed up; and those of them that did not come.
  sign_ups integer not null check (sign_ups >= 0),
  absent integer not null check (absent >= 0),
  -- People who came whose home or contact we know, and those of them who were new to events here.
  known_people integer not null check (known_people >= 0),
  first_people integer not null check (first_people between 0 and known_people),
  -- The same in households.
  known_homes integer not null check (known_homes >= 0),
  first_homes integer not null check (first_homes between 0 and known_homes),
  counted_at timestamptz not null,
  counted_by uuid,
  primary key (tenant_id, event_id),
  check ((adults is null) = (children is null)),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, counted_by) references person (tenant_id, id)
);
create index event_count_by on event_count (tenant_id, counted_by);
call protect_tenant_table('event_count');

create table event_count_way (
  tenant_id uuid not null,
  event_id uuid not null,
  came_by text not null check (came_by in ('asked', 'poster', 'mail', 'neighbour', 'other')),
  people integer not null check (people > 0),
  primary key (tenant_id, event_id, came_by),
  foreign key (tenant_id, event_id) references event (tenant_id, id)
);
call protect_tenant_table('event_count_way');

-- Which homes have been to events in a month, so that first-timers and households can be counted: a sealed mark that cannot
-- be turned back without the house's key, how often, and not what they came to.
create table event_visitor (
  tenant_id uuid not null,
  mark bytea not null check (length(mark) = 32),
  -- The first day of it.
  month date not null check (extract(day from month) = 1),
  -- Where the home is; null for whoever is known by a contact only.
  department_id uuid,
  times integer not null check (times > 0),
  -- The first time that we know of was in this month.
  first boolean not null,
  primary key (tenant_id, mark, month),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index event_visitor_month on event_visitor (tenant_id, month);
create index event_visitor_department on event_visitor (tenant_id, department_id);
call protect_tenant_table('event_visitor');

-- What the law, or good sense, asks before the event.
create table event_duty (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  event_id uuid not null,
  code text not null check (code <> ''),
  due_on date not null,
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, event_id, code),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, done_by) references person (tenant_id, id)
);
create index event_duty_done_by on event_duty (tenant_id, done_by);
create index event_duty_open on event_duty (tenant_id, due_on) where (done_at is null);
call protect_tenant_table('event_duty');

-- Where a house does it otherwise than Grobund suggests: how early, or not at all, and in its own words.
create table event_duty_rule (
  tenant_id uuid not null,
  code text not null check (code <> ''),
  active boolean not null,
  days_before smallint not null check (days_before between 0 and 180),
  words text not null default '',
  set_at timestamptz not null,
  set_by uuid,
  primary key (tenant_id, code),
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create index event_duty_rule_by on event_duty_rule (tenant_id, set_by);
call protect_tenant_table('event_duty_rule');
