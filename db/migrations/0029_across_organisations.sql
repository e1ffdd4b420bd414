-- Working across organisations: guests of a gathering, one person in several houses, and dated copies between houses.

-- A workshop, a conference or a partnership that this house is host of.
create table gathering (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  kind text not null check (kind in ('partnership', 'workshop', 'conference')),
  name text not null check (name <> ''),
  about text not null default '',
  programme text not null default '',
  place text not null default '',
  from_day date not null,
  -- The last day. Guests can read on for the days of grace.
  until_day date not null check (until_day >= from_day),
  grace_days smallint not null default 30 check (grace_days between 0 and 365),
  opened_by uuid,
  opened_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, opened_by) references person (tenant_id, id)
);
create index gathering_days on gathering (tenant_id, until_day, id);
create index gathering_opened_by on gathering (tenant_id, opened_by);
call protect_tenant_table('gathering');
revoke delete on gathering from grobund_app;

-- Which organisations take part, besides our own.
create table gathering_organisation (
  tenant_id uuid not null,
  gathering_id uuid not null,
  organisation_id uuid not null,
  primary key (tenant_id, gathering_id, organisation_id),
  foreign key (tenant_id, gathering_id) references gathering (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index gathering_organisation_of on gathering_organisation (tenant_id, organisation_id);
call protect_tenant_table('gathering_organisation');

-- Who is invited to it, and as what. Who ended no longer sees it, from that moment.
create table gathering_guest (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  gathering_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  part text not null check (part in ('participant', 'organiser', 'table_host', 'speaker', 'observer')),
  -- Nobody here knew the person before: they see this alone, unless they come to live or work here.
  new_here boolean not null,
  -- The person lets the other guests see their name. Null: not answered.
  named boolean,
  invited_at timestamptz not null,
  invited_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, gathering_id, person_id),
  foreign key (tenant_id, gathering_id) references gathering (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, invited_by) references person (tenant_id, id),
  foreign key (tenant_id, ended_by) references person (tenant_id, id)
);
create index gathering_guest_person on gathering_guest (tenant_id, person_id);
create index gathering_guest_organisation on gathering_guest (tenant_id, organisation_id);
create index gathering_guest_invited_by on gathering_guest (tenant_id, invited_by);
create index gathering_guest_ended_by on gathering_guest (tenant_id, ended_by);
call protect_tenant_table('gathering_guest');

-- A card with a code, for a guest without e-mail: only the code's hash is here. A new card ends the one before.
create table gathering_card (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  guest_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  made_by uuid,
  uses smallint not null default 0 check (uses >= 0),
  primary key (tenant_id, id),
  unique (tenant_id, guest_id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, guest_id) references gathering_guest (tenant_id, id) on delete cascade,
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index gathering_card_made_by on gathering_card (tenant_id, made_by);
call protect_tenant_table('gathering_card');

-- What those who take part write to each other.
create table gathering_note (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  gathering_id uuid not null,
  person_id uuid not null,
  words text not null check (words <> ''),
  written_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, gathering_id) references gathering (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index gathering_note_of on gathering_note (tenant_id, gathering_id, id);
create index gathering_note_person on gathering_note (tenant_id, person_id);
call protect_tenant_table('gathering_note');

create table gathering_paper (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  gathering_id uuid not null,
  file_id uuid not null,
  title text not null check (title <> ''),
  added_at timestamptz not null,
  added_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, gathering_id) references gathering (tenant_id, id),
  foreign key (tenant_id, file_id) references file (tenant_id, id),
  foreign key (tenant_id, added_by) references person (tenant_id, id)
);
create index gathering_paper_of on gathering_paper (tenant_id, gathering_id, id);
create index gathering_paper_file on gathering_paper (tenant_id, file_id);
create index gathering_paper_added_by on gathering_paper (tenant_id, added_by);
call protect_tenant_table('gathering_paper');

-- What another house has handed over to this one, until it is taken: the letter box. A house reads and empties its own;
-- nobody writes into one but through the door below.
create table handover (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  -- The house it comes from.
  house_id uuid not null,
  kind text not null check (kind in (
    'house.switch', 'house.ask', 'house.tied', 'house.untied', 'house.signed_out',
    'copy.sent', 'copy.answered', 'copy.recalled'
  )),
  body jsonb not null,
  -- Found by a code that the person's own browser carries. Null: it is delivered by a job.
  key_hash bytea,
  sent_at timestamptz not null,
  holds_until timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash)
);
create index handover_until on handover (tenant_id, holds_until);
comment on column handover.body is 'type: Record<string, unknown>';
comment on column handover.house_id is 'type: Id<''tenant''>';
call protect_tenant_table('handover');
revoke insert, update on handover from grobund_app;

create table handover_file (
  tenant_id uuid not null,
  handover_id uuid not null,
  place smallint not null,
  name text not null,
  content bytea not null,
  primary key (tenant_id, handover_id, place),
  foreign key (tenant_id, handover_id) references handover (tenant_id, id) on delete cascade
);
alter table handover_file alter column content set storage external;
call protect_tenant_table('handover_file');
revoke insert, update on handover_file from grobund_app;

-- The one door from a house to another. It says by itself which house it comes from, and asks for the job that delivers it.
create function hand_over(
  to_house uuid, kind text, body jsonb, key_hash bytea, sent_at timestamptz, holds_until timestamptz,
  names text[], contents bytea[]
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  handed uuid := public.new_id();
begin
  if public.current_tenant() is null then raise exception 'Cannot hand over: no tenant'; end if;
  if to_house = public.current_tenant() then raise exception 'Cannot hand over to the house itself'; end if;
  if not exists (select from public.tenant t where t.id = to_house) then
    raise exception 'Cannot hand over: no such house';
  end if;
  insert into public.handover (tenant_id, id, house_id, kind, body, key_hash, sent_at, holds_until)
  values (to_house, handed, public.current_tenant(), hand_over.kind, hand_over.body, hand_over.key_hash,
    hand_over.sent_at, hand_over.holds_until);
  for at in 1 .. coalesce(array_length(names, 1), 0) loop
    insert into public.handover_file (tenant_id, handover_id, place, name, content)
    values (to_house, handed, at, names[at], contents[at]);
  end loop;
  if hand_over.key_hash is null then
    perform public.insert_job(to_house, 'across.deliver', jsonb_build_object('handover', handed), null, null);
  end if;
end $$;
revoke all on function hand_over from public;
grant execute on function hand_over to grobund_app;

-- The person is known in another house too, as they have shown in both. Each house has its own row; all that the two
-- have in common is the secret, by which they know each other's hand.
create table house_tie (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  person_id uuid not null,
  house_id uuid not null,
  secret bytea not null check (length(secret) = 32),
  -- Null: asked for in this house, and not yet answered in the other.
  tied_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, house_id),
  unique (tenant_id, secret),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
comment on column house_tie.house_id is 'type: Id<''tenant''>';
call protect_tenant_table('house_tie');

-- A dated copy that this house has sent to another: exactly what went, and from which thing of ours.
create table sent_copy (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  house_id uuid not null,
  house_name text not null,
  source text not null check (source in ('initiative', 'paper')),
  source_id uuid not null,
  edition smallint not null check (edition > 0),
  title text not null check (title <> ''),
  content jsonb not null,
  note text not null default '',
  reference bytea not null check (length(reference) = 32),
  sent_at timestamptz not null,
  sent_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, reference),
  unique (tenant_id, house_id, source, source_id, edition),
  foreign key (tenant_id, sent_by) references person (tenant_id, id)
);
comment on column sent_copy.source_id is 'type: string';
create index sent_copy_time on sent_copy (tenant_id, sent_at, id);
create index sent_copy_sent_by on sent_copy (tenant_id, sent_by);
comment on column sent_copy.house_id is 'type: Id<''tenant''>';
call protect_tenant_table('sent_copy');
revoke delete on sent_copy from grobund_app;

create table sent_copy_answer (
  tenant_id uuid not null,
  copy_id uuid not null,
  answer text not null check (answer in ('accepted', 'declined')),
  words text not null default '',
  answered_at timestamptz not null,
  primary key (tenant_id, copy_id),
  foreign key (tenant_id, copy_id) references sent_copy (tenant_id, id)
);
call protect_tenant_table('sent_copy_answer');
revoke delete on sent_copy_answer from grobund_app;

-- The sender asks that the copy is no longer used. It stays the receiver's.
create table sent_copy_recall (
  tenant_id uuid not null,
  copy_id uuid not null,
  words text not null default '',
  recalled_at timestamptz not null,
  recalled_by uuid,
  primary key (tenant_id, copy_id),
  foreign key (tenant_id, copy_id) references sent_copy (tenant_id, id),
  foreign key (tenant_id, recalled_by) references person (tenant_id, id)
);
create index sent_copy_recall_by on sent_copy_recall (tenant_id, recalled_by);
call protect_tenant_table('sent_copy_recall');
revoke delete on sent_copy_recall from grobund_app;

-- A dated copy that came from another house. It is ours from the moment somebody accepts it.
create table received_copy (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  house_id uuid not null,
  -- As it was called on that day.
  house_name text not null,
  source text not null check (source in ('initiative', 'paper')),
  edition smallint not null check (edition > 0),
  title text not null,
  content jsonb not null,
  note text not null default '',
  reference bytea not null check (length(reference) = 32),
  sent_on date not null,
  arrived_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, reference)
);
create index received_copy_time on received_copy (tenant_id, arrived_at, id);
comment on column received_copy.house_id is 'type: Id<''tenant''>';
call protect_tenant_table('received_copy');
revoke delete on received_copy from grobund_app;

create table received_file (
  tenant_id uuid not null,
  copy_id uuid not null,
  place smallint not null,
  file_id uuid not null,
  primary key (tenant_id, copy_id, place),
  foreign key (tenant_id, copy_id) references received_copy (tenant_id, id),
  foreign key (tenant_id, file_id) references file (tenant_id, id)
);
create index received_file_file on received_file (tenant_id, file_id);
call protect_tenant_table('received_file');

-- One answer, whoever presses first.
create table received_answer (
  tenant_id uuid not null,
  copy_id uuid not null,
  answer text not null check (answer in ('accepted', 'declined')),
  words text not null default '',
  answered_at timestamptz not null,
  answered_by uuid,
  primary key (tenant_id, copy_id),
  foreign key (tenant_id, copy_id) references received_copy (tenant_id, id),
  foreign key (tenant_id, answered_by) references person (tenant_id, id)
);
create index received_answer_by on received_answer (tenant_id, answered_by);
call protect_tenant_table('received_answer');
revoke delete on received_answer from grobund_app;

create table received_recall (
  tenant_id uuid not null,
  copy_id uuid not null,
  words text not null default '',
  recalled_on date not null,
  primary key (tenant_id, copy_id),
  foreign key (tenant_id, copy_id) references received_copy (tenant_id, id)
);
call protect_tenant_table('received_recall');
revoke delete on received_recall from grobund_app;
