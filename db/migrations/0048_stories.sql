-- Stories: what came of an initiative, told once, and shown in many places.

create table story (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  initiative_id uuid not null,
  heading text not null check (heading <> ''),
  lead text not null check (lead <> ''),
  body text not null default '',
  version integer not null default 1,
  begun_at timestamptz not null,
  begun_by uuid,
  edited_at timestamptz not null,
  edited_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, initiative_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, begun_by) references person (tenant_id, id),
  foreign key (tenant_id, edited_by) references person (tenant_id, id)
);
create index story_begun_by on story (tenant_id, begun_by);
create index story_edited_by on story (tenant_id, edited_by);
call protect_tenant_table('story');
revoke delete on story from grobund_app;

-- Where a story stands: the newest row counts, and without one it is a draft.
create table story_state (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  story_id uuid not null,
  state text not null check (state in ('sent', 'published', 'withdrawn')),
  on_day date not null,
  at timestamptz not null,
  set_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, story_id) references story (tenant_id, id),
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create index story_state_of on story_state (tenant_id, story_id, id);
create index story_state_set_by on story_state (tenant_id, set_by);
create index story_state_published on story_state (tenant_id, id) where state = 'published';
comment on column story_state.state is 'type: (''sent'' | ''published'' | ''withdrawn'')';
call protect_tenant_table('story_state');
revoke update, delete on story_state from grobund_app;

-- Somebody's own words. The row goes when they take them back, or are forgotten.
create table story_quote (
  tenant_id uuid not null,
  story_id uuid not null,
  said text not null check (said <> ''),
  -- As they want to be called; '' for nobody named.
  name text not null default '',
  -- Who it is, where we know.
  person_id uuid,
  -- The words that were said yes to, where they are named.
  consent text not null default '',
  on_day date not null,
  noted_by uuid,
  primary key (tenant_id, story_id),
  check (name = '' or consent <> ''),
  foreign key (tenant_id, story_id) references story (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, noted_by) references person (tenant_id, id)
);
create index story_quote_person on story_quote (tenant_id, person_id);
create index story_quote_noted_by on story_quote (tenant_id, noted_by);
call protect_tenant_table('story_quote');

-- Pictures of the story. The picture and its consent lie with the case; taken back there, it is out of the story at once.
create table story_photo (
  tenant_id uuid not null,
  story_id uuid not null,
  photo_id uuid not null,
  -- The words that those in it said yes to for this use; '' where nobody can be known.
  consent text not null default '',
  on_day date not null,
  chosen_by uuid,
  primary key (tenant_id, story_id, photo_id),
  foreign key (tenant_id, story_id) references story (tenant_id, id),
  foreign key (tenant_id, photo_id) references fund_photo (tenant_id, id) on delete cascade,
  foreign key (tenant_id, chosen_by) references person (tenant_id, id)
);
create index story_photo_of on story_photo (tenant_id, photo_id);
create index story_photo_chosen_by on story_photo (tenant_id, chosen_by);
call protect_tenant_table('story_photo');

-- Somebody was asked to read it, and perhaps said something.
create table story_reading (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  story_id uuid not null,
  person_id uuid not null,
  asked_on date not null,
  asked_by uuid,
  answer text check (answer in ('good', 'changes')),
  words text not null default '',
  answered_on date,
  primary key (tenant_id, id),
  check ((answer is null) = (answered_on is null)),
  foreign key (tenant_id, story_id) references story (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, asked_by) references person (tenant_id, id)
);
create unique index story_reading_open on story_reading (tenant_id, story_id, person_id) where answer is null;
create index story_reading_of on story_reading (tenant_id, story_id, id);
create index story_reading_person on story_reading (tenant_id, person_id);
create index story_reading_asked_by on story_reading (tenant_id, asked_by);
comment on column story_reading.answer is 'type: (''good'' | ''changes'')';
call protect_tenant_table('story_reading');
