-- What a large house asks for on the pages that are opened most, read in the order of an index and no further than the page.

-- What waits: one's own, and each role's, apart from all that waits for others.
create index turn_waits_for_person on turn (tenant_id, person_id, opened_at, id) where closed_at is null;
create index turn_waits_for_role on turn (tenant_id, role, opened_at, id) where closed_at is null;
-- The same thing may wait for a role in several departments, and is counted once.
create index turn_things_of_role on turn (tenant_id, role, subject_id, subject_kind, kind) where closed_at is null;
drop index turn_waiting;
drop index turn_role;

-- Which open initiative has been still for longest. Those that ended were heard before all others, and the list stepped over
-- every one of them. Whether it had ended when its thread was last heard is noted in the same statement: its end is itself
-- told there.
alter table thread_heard add column ended boolean not null default false;

create or replace function keep_thread_heard() returns trigger
language plpgsql as $$
begin
  insert into thread_heard (tenant_id, thread_id, heard_at, people_heard_at, ended)
  select h.tenant_id, h.thread_id, h.heard_at, h.people_heard_at, exists (
    select from initiative_end e
    where e.tenant_id = h.tenant_id and e.initiative_id = h.thread_id
      and e.on_day <= (h.heard_at at time zone 'Europe/Copenhagen')::date
  )
  from (
    select t.tenant_id, t.thread_id, (array_agg(t.at order by t.seq desc))[1] as heard_at,
      (array_agg(t.at order by t.seq desc) filter (where t.actor_kind <> 'system'))[1] as people_heard_at
    from told t
    where t.thread_id is not null
    group by t.tenant_id, t.thread_id
  ) h
  on conflict (tenant_id, thread_id) do update
    set heard_at = excluded.heard_at,
      people_heard_at = coalesce(excluded.people_heard_at, thread_heard.people_heard_at),
      ended = excluded.ended;
  return null;
end $$;

update thread_heard h set ended = true
from initiative_end e
where e.tenant_id = h.tenant_id and e.initiative_id = h.thread_id
  and e.on_day <= (h.heard_at at time zone 'Europe/Copenhagen')::date;

drop index thread_heard_order;
create index thread_heard_not_ended on thread_heard (tenant_id, heard_at, thread_id) where not ended;

-- A department's next events: which of those ahead are its own is seen in the index.
drop index event_by_last_day;
create index event_by_last_day on event (tenant_id, last_day, id) include (on_day, whole_organisation);
