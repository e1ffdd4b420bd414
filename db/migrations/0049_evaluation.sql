-- Evaluation: three questions to those who were there, without anybody being written down.

-- One round of questions: about an event, or about an initiative as a whole. Each is asked about once.
create table evaluation (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  event_id uuid,
  initiative_id uuid,
  -- On the door, on slips and in the message: opens the questions, and nothing else.
  code text not null check (code ~ '^[2-9A-Z]{8}$'),
  opened_on date not null,
  -- Who made the link; null where the clock did.
  opened_by uuid,
  primary key (tenant_id, id),
  check (num_nonnulls(event_id, initiative_id) = 1),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, opened_by) references person (tenant_id, id)
);
create unique index evaluation_code on evaluation (tenant_id, code);
create unique index evaluation_event on evaluation (tenant_id, event_id) where (event_id is not null);
create unique index evaluation_initiative on evaluation (tenant_id, initiative_id) where (initiative_id is not null);
create index evaluation_opened_by on evaluation (tenant_id, opened_by);
call protect_tenant_table('evaluation');
revoke delete on evaluation from grobund_app;

-- Those who had signed up were asked by a message: once, whoever answers.
create table evaluation_ask (
  tenant_id uuid not null,
  evaluation_id uuid not null,
  asked_on date not null,
  -- Households that a message was sent to.
  parties integer not null check (parties >= 0),
  primary key (tenant_id, evaluation_id),
  foreign key (tenant_id, evaluation_id) references evaluation (tenant_id, id)
);
call protect_tenant_table('evaluation_ask');
revoke update, delete on evaluation_ask from grobund_app;

-- One answer. Neither who, nor when: its number tells no time, and nothing leads back to a device or a message.
create table evaluation_answer (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  evaluation_id uuid not null,
  -- How it was: 1 not good, 2 so-so, 3 good, 4 very good. Null: not answered, as below.
  liked smallint check (liked between 1 and 4),
  -- Did they meet somebody they did not know?
  met_new boolean,
  -- Would they lend a hand next time? asked: perhaps, if somebody asks.
  helps text check (helps in ('yes', 'asked', 'no')),
  words text not null default '',
  -- A slip that staff or organisers typed in.
  on_paper boolean not null,
  primary key (tenant_id, id),
  check (num_nonnulls(liked, met_new, helps) > 0 or words <> ''),
  foreign key (tenant_id, evaluation_id) references evaluation (tenant_id, id)
);
create index evaluation_answer_of on evaluation_answer (tenant_id, evaluation_id);
call protect_tenant_table('evaluation_answer');

-- Staff have read these words, and everybody may.
create table evaluation_quote (
  tenant_id uuid not null,
  answer_id uuid not null,
  shown_at timestamptz not null,
  shown_by uuid,
  primary key (tenant_id, answer_id),
  foreign key (tenant_id, answer_id) references evaluation_answer (tenant_id, id) on delete cascade,
  foreign key (tenant_id, shown_by) references person (tenant_id, id)
);
create index evaluation_quote_by on evaluation_quote (tenant_id, shown_by);
call protect_tenant_table('evaluation_quote');

-- No more answers: from now on the figures may be read, and they never change.
create table evaluation_end (
  tenant_id uuid not null,
  evaluation_id uuid not null,
  ended_on date not null,
  -- Null: the time was up.
  ended_by uuid,
  primary key (tenant_id, evaluation_id),
  foreign key (tenant_id, evaluation_id) references evaluation (tenant_id, id),
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create index evaluation_end_by on evaluation_end (tenant_id, ended_by);
call protect_tenant_table('evaluation_end');
revoke update, delete on evaluation_end from grobund_app;
