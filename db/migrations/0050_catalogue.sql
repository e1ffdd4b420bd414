-- The catalogue grows: residents among its editors, what the caretakers say, pictures, questions to those who did it, and a
-- search that knows how words are spelt however many cards there are.

-- A resident who edits the catalogue, and nothing else.
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (role in (
  'resident', 'board_member', 'ambassador', 'task_leader', 'consultant', 'organisation_board',
  'secretariat', 'finance', 'operations', 'municipal_officer', 'guest', 'catalogue_editor'
));

-- What the caretakers say to a card: "Husk nøglen til fælleshuset". It is shown until somebody takes it away.
create table catalogue_remark (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  card_id uuid not null,
  -- Null: it holds wherever the card is begun.
  department_id uuid,
  words text not null check (words <> ''),
  on_day date not null,
  said_by uuid,
  gone_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id) on delete cascade,
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, said_by) references person (tenant_id, id)
);
create index catalogue_remark_card on catalogue_remark (tenant_id, card_id, id);
create index catalogue_remark_department on catalogue_remark (tenant_id, department_id);
create index catalogue_remark_said_by on catalogue_remark (tenant_id, said_by);
call protect_tenant_table('catalogue_remark');

-- Pictures of how it was. The words are for those who do not see them.
create table catalogue_photo (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  card_id uuid not null,
  file_id uuid not null,
  alt text not null check (alt <> ''),
  -- Who took it.
  credit text not null default '',
  on_day date not null,
  added_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references file (tenant_id, id),
  foreign key (tenant_id, added_by) references person (tenant_id, id)
);
create index catalogue_photo_card on catalogue_photo (tenant_id, card_id, id);
create index catalogue_photo_file on catalogue_photo (tenant_id, file_id);
create index catalogue_photo_added_by on catalogue_photo (tenant_id, added_by);
call protect_tenant_table('catalogue_photo');

-- A neighbour's question to those who did it. Neither hears the other's address.
create table catalogue_question (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  card_id uuid not null,
  initiative_id uuid not null,
  words text not null check (words <> ''),
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- Answered, or nobody did in time.
  closed_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id) on delete cascade,
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references person (tenant_id, id) on delete cascade
);
create index catalogue_question_card on catalogue_question (tenant_id, card_id);
create index catalogue_question_initiative on catalogue_question (tenant_id, initiative_id, asked_at);
create index catalogue_question_asked_by on catalogue_question (tenant_id, asked_by);
create index catalogue_question_open on catalogue_question (tenant_id, asked_at) where closed_on is null;
call protect_tenant_table('catalogue_question');

create table catalogue_answer (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  question_id uuid not null,
  -- Empty: they cannot answer just now.
  words text not null,
  -- The name of whoever answered may stand under it.
  named boolean not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, question_id) references catalogue_question (tenant_id, id) on delete cascade,
  foreign key (tenant_id, answered_by) references person (tenant_id, id) on delete cascade
);
create index catalogue_answer_question on catalogue_answer (tenant_id, question_id, id);
create index catalogue_answer_answered_by on catalogue_answer (tenant_id, answered_by);
call protect_tenant_table('catalogue_answer');

-- The words of titles and search words of what is published, each once a card: what a misspelt word is compared with.
create table catalogue_word (
  tenant_id uuid not null,
  card_id uuid not null,
  word text not null check (word <> ''),
  primary key (tenant_id, card_id, word),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id) on delete cascade
);
create index catalogue_word_word on catalogue_word (tenant_id, word, card_id);
call protect_tenant_table('catalogue_word');

insert into catalogue_word (tenant_id, card_id, word)
select distinct t.tenant_id, t.card_id, w.word
from catalogue_card_text t
cross join lateral regexp_split_to_table(lower(t.title || ' ' || t.keywords), '[^a-z0-9æøåäöüéè]+') as w (word)
where length(w.word) >= 2
  and (
    select s.state from catalogue_card_state s
    where s.tenant_id = t.tenant_id and s.card_id = t.card_id order by s.id desc limit 1
  ) = 'published';
