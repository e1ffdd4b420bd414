-- Focus groups: a call, those who apply, whom the group should mirror, draws, places, meetings, and what came of it.

create table panel (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  -- drawn: seats are drawn among those who apply. open: whoever signs up is in, at any time.
  kind text not null check (kind in ('drawn', 'open')),
  name text not null check (name <> ''),
  purpose text not null check (purpose <> ''),
  -- Where and when, and what there is to eat, in the organiser's words.
  practical text not null default '',
  seats smallint not null check (seats between 2 and 200),
  opens_on date not null,
  -- The last day to sign up; null for an open group.
  closes_on date check (closes_on >= opens_on),
  min_age smallint not null default 16 check (min_age between 15 and 99),
  -- Days to answer an offer.
  offer_days smallint not null default 5 check (offer_days between 1 and 60),
  -- How many may sit in a board: 0 none, null as many as come.
  board_limit smallint check (board_limit between 0 and 200),
  -- Months until applications of those who were not chosen go, and of those who were, counted from the last meeting.
  unchosen_months smallint not null default 3 check (unchosen_months between 1 and 24),
  member_months smallint not null default 12 check (member_months between 1 and 36),
  created_at timestamptz not null,
  created_by uuid,
  ended_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  check (kind = 'open' or closes_on is not null),
  foreign key (tenant_id, created_by) references person (tenant_id, id)
);
create index panel_created_by on panel (tenant_id, created_by);
create index panel_opened on panel (tenant_id, opens_on, id);
call protect_tenant_table('panel');
revoke delete on panel from grobund_app;

-- Who sees the names and chooses: two or more.
create table panel_selector (
  tenant_id uuid not null,
  panel_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, panel_id, person_id),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index panel_selector_person on panel_selector (tenant_id, person_id);
call protect_tenant_table('panel_selector');

-- Whom the group is to mirror: one row a group of residents.
create table panel_cell (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  panel_id uuid not null,
  -- One of age, department, dwelling, language, tenure.
  feature text not null check (feature in ('age', 'department', 'dwelling', 'language', 'tenure')),
  -- The answers that belong to it, several where small groups were joined.
  codes text[] not null check (cardinality(codes) > 0),
  -- How many live here, counted or written; for the share.
  people integer not null check (people >= 0),
  fewest smallint not null check (fewest >= 0),
  most smallint not null check (most >= fewest),
  position smallint not null,
  primary key (tenant_id, id),
  unique (tenant_id, panel_id, feature, position),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id)
);
call protect_tenant_table('panel_cell');

create table panel_application (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  panel_id uuid not null,
  -- What the person is called in a published list: says nothing of anybody.
  lot text not null check (lot ~ '^[2-9A-Z]{8}$'),
  name text not null check (name <> ''),
  email text check (email <> '' and email = lower(email)),
  phone text check (phone ~ '^\+[0-9]{4,15}$'),
  address text not null check (address <> ''),
  -- The home by its normal form: one seat a household.
  home_key text not null check (home_key <> ''),
  why text not null default '',
  diet text not null default '',
  access_needs text not null default '',
  birth_year smallint not null check (birth_year between 1890 and 2200),
  -- Which group of residents, by feature; '' where it is not known.
  age text not null,
  department text not null default '',
  dwelling text not null default '',
  language text not null,
  tenure text not null,
  on_board boolean not null default false,
  -- Who it is, where it was somebody signed in.
  person_id uuid,
  consented_at timestamptz not null,
  applied_at timestamptz not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  -- The day on which the row goes; null while nobody knows.
  goes_on date,
  primary key (tenant_id, id),
  unique (tenant_id, panel_id, lot),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index panel_application_of on panel_application (tenant_id, panel_id, id);
create index panel_application_person on panel_application (tenant_id, person_id);
create index panel_application_registered_by on panel_application (tenant_id, registered_by);
create index panel_application_goes on panel_application (tenant_id, goes_on);
call protect_tenant_table('panel_application');

-- The codes by which a person comes to their own page: each message has its own. Only hashes are kept.
create table panel_receipt (
  tenant_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  application_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, code_hash),
  foreign key (tenant_id, application_id) references panel_application (tenant_id, id) on delete cascade
);
create index panel_receipt_application on panel_receipt (tenant_id, application_id);
call protect_tenant_table('panel_receipt');

-- Nobody applies or is changed from here on: the pool that is drawn from.
create table panel_lock (
  tenant_id uuid not null,
  panel_id uuid not null,
  locked_at timestamptz not null,
  locked_by uuid,
  primary key (tenant_id, panel_id),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id),
  foreign key (tenant_id, locked_by) references person (tenant_id, id)
);
create index panel_lock_by on panel_lock (tenant_id, locked_by);
call protect_tenant_table('panel_lock');

create table panel_draw (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  panel_id uuid not null,
  -- test: nobody is chosen. two: two people press. public: dice before everybody. spare: for seats that became free.
  kind text not null check (kind in ('test', 'two', 'public', 'spare')),
  seats smallint not null check (seats > 0),
  panels smallint not null check (panels between 1 and 1000),
  seed text not null check (seed <> ''),
  algorithm text not null check (algorithm in ('leximin', 'maximin', 'nash', 'stratified')),
  state text not null check (state in ('waiting', 'running', 'ready', 'drawn', 'infeasible', 'failed', 'stopped')),
  -- How far: a number of thousandths.
  progress smallint not null default 0 check (progress between 0 and 1000),
  -- What was drawn from, by number: lots and groups, no names. And the bounds.
  pool jsonb not null,
  quotas jsonb not null,
  -- At most so many from boards; null: as many as come.
  board_most smallint check (board_most >= 0),
  -- Chances and the numbered list of panels, or what would make it possible.
  result jsonb,
  list_hash text,
  asked_at timestamptz not null,
  asked_by uuid,
  ended_at timestamptz,
  -- Which panel of the list, and when.
  number smallint check (number between 0 and 999),
  drawn_at timestamptz,
  primary key (tenant_id, id),
  check ((state = 'drawn') = (number is not null)),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id),
  foreign key (tenant_id, asked_by) references person (tenant_id, id)
);
create index panel_draw_of on panel_draw (tenant_id, panel_id, id);
create index panel_draw_asked_by on panel_draw (tenant_id, asked_by);
-- No two at once.
create unique index panel_draw_one on panel_draw (tenant_id, panel_id) where (state in ('waiting', 'running'));
call protect_tenant_table('panel_draw');
revoke delete on panel_draw from grobund_app;

-- Who pressed, and the number that each brought along: together they choose the panel.
create table panel_press (
  tenant_id uuid not null,
  draw_id uuid not null,
  person_id uuid not null,
  nonce text not null check (nonce <> ''),
  pressed_at timestamptz not null,
  primary key (tenant_id, draw_id, person_id),
  foreign key (tenant_id, draw_id) references panel_draw (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index panel_press_person on panel_press (tenant_id, person_id);
call protect_tenant_table('panel_press');
revoke update, delete on panel_press from grobund_app;

-- A seat that is offered, taken or not; in an open group it is taken from the first day.
create table panel_place (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  panel_id uuid not null,
  application_id uuid not null,
  draw_id uuid,
  offered_at timestamptz not null,
  answer_by date not null,
  answer text check (answer in ('yes', 'no', 'lapsed')),
  answered_at timestamptz,
  channel text check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, application_id),
  check ((answer is null) = (answered_at is null)),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id),
  foreign key (tenant_id, application_id) references panel_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, draw_id) references panel_draw (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index panel_place_of on panel_place (tenant_id, panel_id);
create index panel_place_draw on panel_place (tenant_id, draw_id);
create index panel_place_registered_by on panel_place (tenant_id, registered_by);
create index panel_place_waiting on panel_place (tenant_id, answer_by) where (answer is null);
call protect_tenant_table('panel_place');

create table panel_pause (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  application_id uuid not null,
  from_day date not null,
  back_on date check (back_on >= from_day),
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references panel_application (tenant_id, id) on delete cascade
);
create index panel_pause_of on panel_pause (tenant_id, application_id);
call protect_tenant_table('panel_pause');

create table panel_exit (
  tenant_id uuid not null,
  application_id uuid not null,
  on_day date not null,
  why text not null check (why in ('withdrawn', 'dropped_out', 'moved_out', 'double')),
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references panel_application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index panel_exit_registered_by on panel_exit (tenant_id, registered_by);
call protect_tenant_table('panel_exit');

create table panel_meeting (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  panel_id uuid not null,
  on_day date not null,
  starts text not null default '',
  place text not null default '',
  agenda text not null check (agenda <> ''),
  -- Without names.
  notes text not null default '',
  called_at timestamptz not null,
  called_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id),
  foreign key (tenant_id, called_by) references person (tenant_id, id)
);
create index panel_meeting_of on panel_meeting (tenant_id, panel_id, on_day);
create index panel_meeting_called_by on panel_meeting (tenant_id, called_by);
call protect_tenant_table('panel_meeting');

-- Who means to come, and who came. Nobody has to.
create table panel_attendance (
  tenant_id uuid not null,
  meeting_id uuid not null,
  application_id uuid not null,
  means_to boolean,
  came boolean,
  primary key (tenant_id, meeting_id, application_id),
  foreign key (tenant_id, meeting_id) references panel_meeting (tenant_id, id) on delete cascade,
  foreign key (tenant_id, application_id) references panel_application (tenant_id, id) on delete cascade
);
create index panel_attendance_of on panel_attendance (tenant_id, application_id);
call protect_tenant_table('panel_attendance');

-- Something that the group puts in order: dots to hand out, a slider for each, or two at a time.
create table panel_question (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  panel_id uuid not null,
  asks text not null check (asks <> ''),
  method text not null check (method in ('dots', 'sliders', 'pairs')),
  dots smallint not null default 5 check (dots between 1 and 20),
  asked_on date not null,
  asked_by uuid,
  closed_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id),
  foreign key (tenant_id, asked_by) references person (tenant_id, id)
);
create index panel_question_of on panel_question (tenant_id, panel_id, id);
create index panel_question_asked_by on panel_question (tenant_id, asked_by);
call protect_tenant_table('panel_question');

create table panel_option (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  question_id uuid not null,
  says text not null check (says <> ''),
  initiative_id uuid,
  position smallint not null,
  primary key (tenant_id, id),
  unique (tenant_id, question_id, position),
  foreign key (tenant_id, question_id) references panel_question (tenant_id, id) on delete cascade,
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete set null (initiative_id)
);
create index panel_option_initiative on panel_option (tenant_id, initiative_id);
call protect_tenant_table('panel_option');

-- One member's dots, or slider from 0 to 10, for an option; in pairs how often it was preferred.
create table panel_vote (
  tenant_id uuid not null,
  option_id uuid not null,
  application_id uuid not null,
  points smallint not null check (points between 0 and 200),
  primary key (tenant_id, option_id, application_id),
  foreign key (tenant_id, option_id) references panel_option (tenant_id, id) on delete cascade,
  foreign key (tenant_id, application_id) references panel_application (tenant_id, id) on delete cascade
);
create index panel_vote_of on panel_vote (tenant_id, application_id);
call protect_tenant_table('panel_vote');

-- "I sagde – vi gjorde".
create table panel_recommendation (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  panel_id uuid not null,
  meeting_id uuid,
  says text not null check (says <> ''),
  said_on date not null,
  written_by uuid,
  answer text check (answer <> ''),
  answered_on date,
  answered_by uuid,
  initiative_id uuid,
  primary key (tenant_id, id),
  check ((answer is null) = (answered_on is null)),
  foreign key (tenant_id, panel_id) references panel (tenant_id, id),
  foreign key (tenant_id, meeting_id) references panel_meeting (tenant_id, id) on delete set null (meeting_id),
  foreign key (tenant_id, written_by) references person (tenant_id, id),
  foreign key (tenant_id, answered_by) references person (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete set null (initiative_id)
);
create index panel_recommendation_of on panel_recommendation (tenant_id, panel_id, id);
create index panel_recommendation_meeting on panel_recommendation (tenant_id, meeting_id);
create index panel_recommendation_written_by on panel_recommendation (tenant_id, written_by);
create index panel_recommendation_answered_by on panel_recommendation (tenant_id, answered_by);
create index panel_recommendation_initiative on panel_recommendation (tenant_id, initiative_id);
call protect_tenant_table('panel_recommendation');
