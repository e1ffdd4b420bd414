-- Workshops: a paper placemat in which V and X are two answers, from the printed sheet to what came of it.

-- The house's next sheet. Numbers go on from workshop to workshop, so that two sheets in use never carry the same.
create table workshop_numbering (
  tenant_id uuid not null,
  next_serial integer not null check (next_serial >= 0),
  primary key (tenant_id)
);
call protect_tenant_table('workshop_numbering');

create table workshop (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  about text not null default '',
  place text not null default '',
  on_day date not null,
  starts_at text not null default '' check (starts_at ~ '^([0-2][0-9]:[0-5][0-9])?$'),
  ends_at text not null default '' check (ends_at ~ '^([0-2][0-9]:[0-5][0-9])?$'),
  -- How many there is room for. Null: nobody has said.
  seats smallint check (seats between 1 and 2000),
  -- Guests of other organisations take part through it.
  gathering_id uuid,
  -- Whoever has it may send pictures and fill in: it stands in the link and in the square code.
  code text not null check (code ~ '^[0-9A-Z]{8}$'),
  -- The last day on which the link takes anything.
  open_until date not null check (open_until >= on_day),
  -- What is asked, as it stands now; each printing freezes it (workshop_edition).
  template jsonb not null,
  paper text not null default 'a3' check (paper in ('a4', 'a3', 'a2')),
  -- Each sheet is confirmed by two people who answer without seeing each other's answers.
  two_people boolean not null default false,
  -- A picture that nobody has confirmed is taken away after so many days.
  picture_days smallint not null default 30 check (picture_days between 1 and 365),
  opened_by uuid,
  opened_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, gathering_id) references gathering (tenant_id, id),
  foreign key (tenant_id, opened_by) references person (tenant_id, id)
);
comment on column workshop.template is 'type: Record<string, unknown>';
create index workshop_day on workshop (tenant_id, on_day, id);
create index workshop_gathering on workshop (tenant_id, gathering_id);
create index workshop_opened_by on workshop (tenant_id, opened_by);
call protect_tenant_table('workshop');
revoke delete on workshop from grobund_app;

-- The participants may see the total.
create table workshop_release (
  tenant_id uuid not null,
  workshop_id uuid not null,
  released_at timestamptz not null,
  released_by uuid,
  primary key (tenant_id, workshop_id),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, released_by) references person (tenant_id, id)
);
create index workshop_release_by on workshop_release (tenant_id, released_by);
call protect_tenant_table('workshop_release');

-- The template as it was printed or first answered. Never changed: what stands on paper cannot change either.
create table workshop_edition (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  number smallint not null check (number > 0),
  template jsonb not null,
  frozen_at timestamptz not null,
  frozen_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, workshop_id, number),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, frozen_by) references person (tenant_id, id)
);
comment on column workshop_edition.template is 'type: Record<string, unknown>';
create index workshop_edition_by on workshop_edition (tenant_id, frozen_by);
call protect_tenant_table('workshop_edition');
revoke update, delete on workshop_edition from grobund_app;

-- Those who fill in sheets together. Without an organisation: people from several, or residents.
create table workshop_table (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  number smallint not null check (number between 1 and 500),
  name text not null default '',
  organisation_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, workshop_id, number),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index workshop_table_organisation on workshop_table (tenant_id, organisation_id);
call protect_tenant_table('workshop_table');

-- One page of an edition for one table: printed, or (without a serial) filled in on a telephone.
create table workshop_sheet (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  edition_id uuid not null,
  -- Null: a spare one, until somebody says whose it is.
  table_id uuid,
  -- Which of the set, from 0.
  page smallint not null check (page between 0 and 11),
  paper text check (paper in ('a4', 'a3', 'a2')),
  -- The markers carry its remainder by the number of sheets that can be told apart.
  serial integer check (serial >= 0),
  made_at timestamptz not null,
  made_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, serial),
  check ((paper is null) = (serial is null)),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, edition_id) references workshop_edition (tenant_id, id),
  foreign key (tenant_id, table_id) references workshop_table (tenant_id, id),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index workshop_sheet_of on workshop_sheet (tenant_id, workshop_id, serial);
create index workshop_sheet_edition on workshop_sheet (tenant_id, edition_id);
create index workshop_sheet_table on workshop_sheet (tenant_id, table_id);
create index workshop_sheet_made_by on workshop_sheet (tenant_id, made_by);
call protect_tenant_table('workshop_sheet');

-- A picture that was sent. The files go when the sheet is confirmed, or after workshop.picture_days.
create table workshop_photo (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  -- Which sheet it shows, once it is read.
  sheet_id uuid,
  -- Whose it is, as the sender said.
  table_id uuid,
  file_id uuid,
  -- The sheet laid flat, without what lay around it.
  flat_file_id uuid,
  -- Of what was sent: the same picture sent twice is one.
  sha256 bytea not null check (length(sha256) = 32),
  came_by text not null check (came_by in ('link', 'facilitator', 'sms', 'mail', 'hand')),
  -- Null until it is read.
  outcome text check (outcome in ('read', 'retake', 'reject', 'error')),
  -- Why it is not read, as a code.
  reason text not null default '',
  ms integer check (ms >= 0),
  read_at timestamptz,
  uploaded_at timestamptz not null,
  uploaded_by uuid,
  gone_at timestamptz,
  gone_why text check (gone_why in ('confirmed', 'days', 'removed')),
  primary key (tenant_id, id),
  unique (tenant_id, workshop_id, sha256),
  check ((outcome is null) = (read_at is null)),
  check ((gone_at is null) = (gone_why is null)),
  check (gone_at is null or (file_id is null and flat_file_id is null)),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, sheet_id) references workshop_sheet (tenant_id, id),
  foreign key (tenant_id, table_id) references workshop_table (tenant_id, id),
  foreign key (tenant_id, file_id) references file (tenant_id, id),
  foreign key (tenant_id, flat_file_id) references file (tenant_id, id),
  foreign key (tenant_id, uploaded_by) references person (tenant_id, id)
);
create index workshop_photo_of on workshop_photo (tenant_id, workshop_id, id);
create index workshop_photo_sheet on workshop_photo (tenant_id, sheet_id);
create index workshop_photo_table on workshop_photo (tenant_id, table_id);
create index workshop_photo_file on workshop_photo (tenant_id, file_id);
create index workshop_photo_flat_file on workshop_photo (tenant_id, flat_file_id);
create index workshop_photo_uploaded_by on workshop_photo (tenant_id, uploaded_by);
create index workshop_photo_kept on workshop_photo (tenant_id, uploaded_at) where gone_at is null;
call protect_tenant_table('workshop_photo');
revoke delete on workshop_photo from grobund_app;

-- What the reader made of a box: a suggestion, until somebody says yes.
create table workshop_reading (
  tenant_id uuid not null,
  photo_id uuid not null,
  field text not null check (field <> ''),
  label text not null check (label in ('empty', 'V', 'X', 'unsure')),
  -- The probability that the label is right.
  confidence real not null check (confidence between 0 and 1),
  primary key (tenant_id, photo_id, field),
  foreign key (tenant_id, photo_id) references workshop_photo (tenant_id, id)
);
call protect_tenant_table('workshop_reading');

-- Somebody has gone through a sheet: from a picture, or (photo_id null) typed in at the table.
create table workshop_check (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  sheet_id uuid not null,
  photo_id uuid,
  source text not null check (source in ('photo', 'table', 'settling', 'correction')),
  checked_at timestamptz not null,
  -- Null: somebody at the table, by the link.
  checked_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, sheet_id) references workshop_sheet (tenant_id, id),
  foreign key (tenant_id, photo_id) references workshop_photo (tenant_id, id),
  foreign key (tenant_id, checked_by) references person (tenant_id, id)
);
create index workshop_check_sheet on workshop_check (tenant_id, sheet_id, id);
create index workshop_check_photo on workshop_check (tenant_id, photo_id);
create index workshop_check_by on workshop_check (tenant_id, checked_by);
call protect_tenant_table('workshop_check');
revoke update, delete on workshop_check from grobund_app;

create table workshop_check_field (
  tenant_id uuid not null,
  check_id uuid not null,
  field text not null check (field <> ''),
  -- Of a box.
  answer text check (answer in ('V', 'X', 'empty', 'unreadable')),
  -- Of a field with words; beside a box for one's own words, both.
  words text,
  primary key (tenant_id, check_id, field),
  foreign key (tenant_id, check_id) references workshop_check (tenant_id, id)
);
call protect_tenant_table('workshop_check_field');
revoke delete on workshop_check_field from grobund_app;

-- The sheet is settled with this check: by one person, by two who agree, or by whoever settled what two disagreed on.
-- Checks with a later id are of another round.
create table workshop_confirmation (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  sheet_id uuid not null,
  check_id uuid not null,
  confirmed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, check_id),
  foreign key (tenant_id, sheet_id) references workshop_sheet (tenant_id, id),
  foreign key (tenant_id, check_id) references workshop_check (tenant_id, id)
);
create index workshop_confirmation_sheet on workshop_confirmation (tenant_id, sheet_id, id);
call protect_tenant_table('workshop_confirmation');
revoke update, delete on workshop_confirmation from grobund_app;

-- What a settled sheet says, box by box: all that is counted.
create table workshop_answer (
  tenant_id uuid not null,
  sheet_id uuid not null,
  field text not null check (field <> ''),
  answer text not null check (answer in ('V', 'X', 'empty', 'unreadable')),
  primary key (tenant_id, sheet_id, field),
  foreign key (tenant_id, sheet_id) references workshop_sheet (tenant_id, id)
);
call protect_tenant_table('workshop_answer');

-- What a settled sheet says in words.
create table workshop_words (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  sheet_id uuid not null,
  field text not null check (field <> ''),
  -- Empty when nobody could read them.
  words text not null default '',
  unreadable boolean not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, sheet_id, field),
  check (words <> '' or unreadable),
  foreign key (tenant_id, sheet_id) references workshop_sheet (tenant_id, id)
);
call protect_tenant_table('workshop_words');

-- Words of a table that are to be shown to others: only when the table says yes.
create table workshop_quote (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  words_id uuid not null,
  quote text not null check (quote <> ''),
  put_up_at timestamptz not null,
  put_up_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, words_id),
  foreign key (tenant_id, words_id) references workshop_words (tenant_id, id) on delete cascade,
  foreign key (tenant_id, put_up_by) references person (tenant_id, id)
);
create index workshop_quote_by on workshop_quote (tenant_id, put_up_by);
call protect_tenant_table('workshop_quote');

create table workshop_quote_answer (
  tenant_id uuid not null,
  quote_id uuid not null,
  approved boolean not null,
  answered_at timestamptz not null,
  -- Null: somebody at the table, by the link. Else whoever asked the table and wrote the answer down.
  answered_by uuid,
  primary key (tenant_id, quote_id),
  foreign key (tenant_id, quote_id) references workshop_quote (tenant_id, id) on delete cascade,
  foreign key (tenant_id, answered_by) references person (tenant_id, id)
);
create index workshop_quote_answer_by on workshop_quote_answer (tenant_id, answered_by);
call protect_tenant_table('workshop_quote_answer');

-- The most important insight that somebody takes home. No name.
create table workshop_insight (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  table_id uuid,
  words text not null check (words <> ''),
  said_at timestamptz not null,
  -- Staff have taken it off the wall.
  hidden_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, table_id) references workshop_table (tenant_id, id)
);
create index workshop_insight_of on workshop_insight (tenant_id, workshop_id, id);
create index workshop_insight_table on workshop_insight (tenant_id, table_id);
call protect_tenant_table('workshop_insight');

-- The first step that somebody says they will take, and the day they are asked how it went.
create table workshop_pledge (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  table_id uuid,
  words text not null check (words <> ''),
  person_name text not null default '',
  email text,
  phone text,
  pledged_at timestamptz not null,
  remind_on date not null,
  reminded_at timestamptz,
  -- Opens the page where they say how it went.
  code_hash bytea not null,
  outcome text check (outcome in ('done', 'going', 'not_yet')),
  outcome_words text not null default '',
  outcome_at timestamptz,
  -- Staff have taken it off the wall.
  hidden_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, table_id) references workshop_table (tenant_id, id)
);
create index workshop_pledge_of on workshop_pledge (tenant_id, workshop_id, id);
create index workshop_pledge_table on workshop_pledge (tenant_id, table_id);
create index workshop_pledge_remind on workshop_pledge (tenant_id, remind_on) where reminded_at is null;
create index workshop_pledge_email on workshop_pledge (tenant_id, email);
create index workshop_pledge_phone on workshop_pledge (tenant_id, phone);
call protect_tenant_table('workshop_pledge');

-- What became an initiative or an idea: a box (an X, a gap) or somebody's words, and where it went.
create table workshop_onward (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  field text not null default '',
  words_id uuid,
  initiative_id uuid,
  idea_id uuid,
  made_at timestamptz not null,
  made_by uuid,
  primary key (tenant_id, id),
  check ((field <> '') or words_id is not null),
  check ((initiative_id is null) <> (idea_id is null)),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, words_id) references workshop_words (tenant_id, id) on delete set null (words_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, idea_id) references idea (tenant_id, id),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index workshop_onward_of on workshop_onward (tenant_id, workshop_id, id);
create index workshop_onward_words on workshop_onward (tenant_id, words_id);
create index workshop_onward_initiative on workshop_onward (tenant_id, initiative_id);
create index workshop_onward_idea on workshop_onward (tenant_id, idea_id);
create index workshop_onward_by on workshop_onward (tenant_id, made_by);
call protect_tenant_table('workshop_onward');

-- Put up on the wall before the room empties: "hvem vil være med?"
create table workshop_choice (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  -- The box it grew from; empty when it is something else that was said.
  field text not null default '',
  title text not null check (title <> ''),
  position smallint not null check (position between 1 and 50),
  initiative_id uuid,
  chosen_at timestamptz not null,
  chosen_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, workshop_id, position),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, chosen_by) references person (tenant_id, id)
);
create index workshop_choice_initiative on workshop_choice (tenant_id, initiative_id);
create index workshop_choice_by on workshop_choice (tenant_id, chosen_by);
call protect_tenant_table('workshop_choice');

create table workshop_signup (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  choice_id uuid not null,
  person_name text not null check (person_name <> ''),
  email text,
  phone text,
  signed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, choice_id) references workshop_choice (tenant_id, id) on delete cascade
);
create index workshop_signup_choice on workshop_signup (tenant_id, choice_id, id);
create index workshop_signup_email on workshop_signup (tenant_id, email);
create index workshop_signup_phone on workshop_signup (tenant_id, phone);
call protect_tenant_table('workshop_signup');

create table workshop_item (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  title text not null check (title <> ''),
  -- Who holds it, and where in the house.
  who text not null default '',
  place text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id)
);
create index workshop_item_of on workshop_item (tenant_id, workshop_id, starts_at, id);
call protect_tenant_table('workshop_item');

-- Who is asked to come, whether they said yes, and whether they came. Who came unasked is written in at the door.
create table workshop_invitation (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  workshop_id uuid not null,
  person_name text not null check (person_name <> ''),
  email text,
  phone text,
  -- Somebody whom the house knows: sees the workshop when they sign in.
  person_id uuid,
  organisation_id uuid,
  table_id uuid,
  part text not null default 'participant' check (part in ('participant', 'table_host', 'facilitator')),
  -- Opens the page where they answer. Null: no letter was made.
  code_hash bytea,
  invited_at timestamptz not null,
  invited_by uuid,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  -- Null: nobody has said.
  came boolean,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, table_id) references workshop_table (tenant_id, id),
  foreign key (tenant_id, invited_by) references person (tenant_id, id)
);
create index workshop_invitation_of on workshop_invitation (tenant_id, workshop_id, id);
create index workshop_invitation_person on workshop_invitation (tenant_id, person_id);
create index workshop_invitation_organisation on workshop_invitation (tenant_id, organisation_id);
create index workshop_invitation_table on workshop_invitation (tenant_id, table_id);
create index workshop_invitation_by on workshop_invitation (tenant_id, invited_by);
create index workshop_invitation_email on workshop_invitation (tenant_id, email);
create index workshop_invitation_phone on workshop_invitation (tenant_id, phone);
call protect_tenant_table('workshop_invitation');

-- The facilitator's checklist: what is done.
create table workshop_tick (
  tenant_id uuid not null,
  workshop_id uuid not null,
  item text not null check (item <> ''),
  ticked_at timestamptz not null,
  ticked_by uuid,
  primary key (tenant_id, workshop_id, item),
  foreign key (tenant_id, workshop_id) references workshop (tenant_id, id),
  foreign key (tenant_id, ticked_by) references person (tenant_id, id)
);
create index workshop_tick_by on workshop_tick (tenant_id, ticked_by);
call protect_tenant_table('workshop_tick');

-- A table has been given its own sheet back, printed clean.
create table workshop_return (
  tenant_id uuid not null,
  table_id uuid not null,
  returned_at timestamptz not null,
  returned_by uuid,
  primary key (tenant_id, table_id),
  foreign key (tenant_id, table_id) references workshop_table (tenant_id, id),
  foreign key (tenant_id, returned_by) references person (tenant_id, id)
);
create index workshop_return_by on workshop_return (tenant_id, returned_by);
call protect_tenant_table('workshop_return');
