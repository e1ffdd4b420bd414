-- What pages ask for most often is kept where it can be read without asking, or in the order of an index.

-- Which ways in are open stands on the sign-in page, which asks the database nothing else. So they are known with the house,
-- as its name and colour are: every process reads them with those. `sign_in_setting` stays what is true; this follows it.
create function know_ways_in() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    update tenant set settings = settings - 'waysIn' where id = old.tenant_id;
  else
    update tenant set settings = settings || jsonb_build_object(
      'waysIn', jsonb_build_object('sms', new.sms, 'passkey', new.passkey, 'mitid', new.mitid, 'entra', new.entra))
    where id = new.tenant_id;
  end if;
  return null;
end $$;
create trigger know_ways_in after insert or update or delete on sign_in_setting
  for each row execute function know_ways_in();
update tenant t set settings = t.settings || jsonb_build_object(
  'waysIn', jsonb_build_object('sms', s.sms, 'passkey', s.passkey, 'mitid', s.mitid, 'entra', s.entra))
from sign_in_setting s
where s.tenant_id = t.id;

-- An id of version 7 by PostgreSQL's own function where it has one (18): a sixth of the time of ours, which no query can take in.
do $$
begin
  if to_regprocedure('uuidv7()') is not null then
    create or replace function new_id() returns uuid language sql volatile parallel safe return uuidv7();
  end if;
end $$;

-- A list that staff look at is a look at each of 50 people. A foreign key held 50 rows of `person` for each list, and wrote
-- on every one of them that it did: as much work as all the rest of the page. A look names who was just read in the same
-- transaction, as the journal does. When somebody's row goes, what was seen of them goes with it, as the key did.
alter table privacy_look drop constraint privacy_look_tenant_id_person_id_fkey;
create function forget_looks_at_the_gone() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  delete from privacy_look l using gone g where l.tenant_id = g.tenant_id and l.person_id = g.id;
  return null;
end $$;
create trigger forget_looks after delete on person referencing old table as gone
  for each statement execute function forget_looks_at_the_gone();

-- What waits is read a page at a time, in the order in which it came.
create index turn_waiting on turn (tenant_id, opened_at, id) where closed_at is null;

-- How many of each status: only the standings that hold on a day or later, and not those of the past.
create index initiative_standing_now on initiative_standing (tenant_id, before_day, status, from_day);

-- Whether an idea has its answer, kept on its own row: the list of those that wait is read in the order of their promise,
-- however many were answered before.
alter table idea add column answered boolean not null default false;
update idea i set answered = true
from idea_answer a
where a.tenant_id = i.tenant_id and a.idea_id = i.id;
create index idea_waiting on idea (tenant_id, read_by, id) where not answered;
create function keep_idea_answered() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    update idea i set answered = false where i.tenant_id = old.tenant_id and i.id = old.idea_id;
  else
    update idea i set answered = true where i.tenant_id = new.tenant_id and i.id = new.idea_id;
  end if;
  return null;
end $$;
create trigger keep_idea_answered after insert or delete on idea_answer
  for each row execute function keep_idea_answered();
