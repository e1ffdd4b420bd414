-- Whose answers count: an organiser can answer by the link on the door, also nine times, and type in slips that nobody filled in.

-- By a link that one guest alone got, or of somebody signed in who did not arrange it.
alter table evaluation_answer add column own_link boolean not null default false;
alter table evaluation_answer add check (not (own_link and on_paper));
-- What has been told of stays told.
update evaluation_answer set own_link = true where not on_paper;

-- A link of one's own, once: only its hash, and nothing of whom it was sent to. `sent`: nobody has answered by it yet. `used`: somebody
-- has. `signed_in`: a person has, by a mark that only the house's key can make; gone when the evaluation ends.
create table evaluation_ticket (
  tenant_id uuid not null,
  evaluation_id uuid not null,
  mark bytea not null check (length(mark) = 32),
  state text not null check (state in ('sent', 'used', 'signed_in')),
  primary key (tenant_id, mark),
  foreign key (tenant_id, evaluation_id) references evaluation (tenant_id, id)
);
create index evaluation_ticket_of on evaluation_ticket (tenant_id, evaluation_id);
comment on column evaluation_ticket.state is 'type: (''sent'' | ''used'' | ''signed_in'')';
call protect_tenant_table('evaluation_ticket');

-- A picture that was put with a story itself, where no case of the fund holds one. It is gone with the yes of those on it.
create table story_picture (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  story_id uuid not null,
  file_id uuid not null,
  small_file_id uuid not null,
  alt text not null check (alt <> ''),
  -- Whom one can know on it.
  people text not null check (people in ('nobody', 'adults', 'children')),
  -- The words that were said yes to.
  consent text not null check (consent <> ''),
  on_day date not null,
  added_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, story_id) references story (tenant_id, id),
  foreign key (tenant_id, file_id) references file (tenant_id, id),
  foreign key (tenant_id, small_file_id) references file (tenant_id, id),
  foreign key (tenant_id, added_by) references person (tenant_id, id)
);
create index story_picture_of on story_picture (tenant_id, story_id, id);
create index story_picture_file on story_picture (tenant_id, file_id);
create index story_picture_small_file on story_picture (tenant_id, small_file_id);
create index story_picture_added_by on story_picture (tenant_id, added_by);
comment on column story_picture.people is 'type: (''nobody'' | ''adults'' | ''children'')';
call protect_tenant_table('story_picture');

-- What somebody has asked to read in the weekly mail, and when it last stood there.
create table digest_wish (
  tenant_id uuid not null,
  person_id uuid not null,
  topic text not null check (topic in ('nearby')),
  told_on date,
  primary key (tenant_id, person_id, topic),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
comment on column digest_wish.topic is 'type: (''nearby'')';
call protect_tenant_table('digest_wish');
