-- Nothing is left hanging: what is under way and has been quiet for long asks those who drive it one question.

-- When people last did something in a thread. What the clock writes there breaks no silence.
alter table thread_heard add column people_heard_at timestamptz;

create or replace function keep_thread_heard() returns trigger
language plpgsql as $$
begin
  insert into thread_heard (tenant_id, thread_id, heard_at, people_heard_at)
  select t.tenant_id, t.thread_id, (array_agg(t.at order by t.seq desc))[1],
    (array_agg(t.at order by t.seq desc) filter (where t.actor_kind <> 'system'))[1]
  from told t
  where t.thread_id is not null
  group by t.tenant_id, t.thread_id
  on conflict (tenant_id, thread_id) do update
    set heard_at = excluded.heard_at,
      people_heard_at = coalesce(excluded.people_heard_at, thread_heard.people_heard_at);
  return null;
end $$;

update thread_heard h set people_heard_at = (
  select e.at from journal_entry e
  where e.tenant_id = h.tenant_id and e.thread_id = h.thread_id and e.actor_kind <> 'system'
  order by e.seq desc limit 1
);

-- "Går det, skal I have hjælp, eller hviler det?" Asked once of each silence; one answer holds for all who drive it.
create table initiative_question (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  initiative_id uuid not null,
  -- The day that somebody was last heard before it.
  quiet_since date not null,
  asked_on date not null check (asked_on > quiet_since),
  -- Nobody had answered: the consultants were told.
  passed_on_day date check (passed_on_day > asked_on),
  -- It waits no more: it was answered, or its people went on by themselves.
  settled_on date check (settled_on >= asked_on),
  answer text check (answer in ('going', 'help', 'rests', 'held', 'stopped')),
  words text not null default '',
  answered_by uuid,
  channel text check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  -- They asked for help, and have it.
  helped_on date check (helped_on >= settled_on),
  primary key (tenant_id, id),
  unique (tenant_id, initiative_id, quiet_since),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, answered_by) references person (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id),
  check ((answer is null) = (channel is null)),
  check (answer is null or settled_on is not null),
  check (helped_on is null or answer = 'help')
);
create index initiative_question_asked on initiative_question (tenant_id, asked_on);
create index initiative_question_open on initiative_question (tenant_id, asked_on) where settled_on is null;
create index initiative_question_help on initiative_question (tenant_id, initiative_id)
  where answer = 'help' and helped_on is null;
create index initiative_question_answered_by on initiative_question (tenant_id, answered_by);
create index initiative_question_registered_by on initiative_question (tenant_id, registered_by);
call protect_tenant_table('initiative_question');

-- Who was asked, and the code by which they answer without signing in: of that only its SHA-256.
create table initiative_question_code (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  question_id uuid not null,
  person_id uuid not null,
  code_hash bytea check (length(code_hash) = 32),
  asked_on date not null,
  expires_on date not null check (expires_on > asked_on),
  primary key (tenant_id, id),
  unique (tenant_id, question_id, person_id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, question_id) references initiative_question (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index initiative_question_code_person on initiative_question_code (tenant_id, person_id, asked_on);
create index initiative_question_code_expires on initiative_question_code (tenant_id, expires_on);
call protect_tenant_table('initiative_question_code');
