-- Lists ask for many initiatives at once where each stands today, and which has been still for longest. Read from their
-- rows, every list would cost as much as all initiatives there are; so the reading is kept, as an index is kept.

-- Where each initiative stands from a day to the one before another. Together the rows of one initiative cover all days,
-- so that no clock has to turn them. Written by the triggers below and by nobody else.
create table initiative_standing (
  tenant_id uuid not null,
  initiative_id uuid not null,
  from_day date not null,
  before_day date not null check (before_day > from_day),
  status text not null check (status in ('idea', 'looking', 'under_way', 'done', 'parked', 'ended')),
  primary key (tenant_id, initiative_id, from_day),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade
);
create index initiative_standing_status on initiative_standing (tenant_id, status, initiative_id)
  include (from_day, before_day);
call protect_tenant_table('initiative_standing');

-- `statusOf` in the rules of initiatives says the same of one; a property test holds the two together.
create function read_initiative_standing(tenant uuid, initiative uuid) returns void
language plpgsql as $$
begin
  -- Whoever changes the same one at the same time waits here, and then reads what the first one wrote.
  perform from initiative i where i.tenant_id = tenant and i.id = initiative for no key update;
  delete from initiative_standing s where s.tenant_id = tenant and s.initiative_id = initiative;
  insert into initiative_standing (tenant_id, initiative_id, from_day, before_day, status)
  select tenant, initiative, turning.day, lead(turning.day, 1, 'infinity') over (order by turning.day),
    case
      when e.on_day <= turning.day then case e.result when 'done' then 'done' else 'ended' end
      when exists (
        select from initiative_parking p
        left join initiative_waking w on w.tenant_id = p.tenant_id and w.parking_id = p.id
        where p.tenant_id = tenant and p.initiative_id = initiative
        and p.from_day <= turning.day and (w.on_day is null or w.on_day > turning.day)
      ) then 'parked'
      when exists (
        select from initiative_driver d
        where d.tenant_id = tenant and d.initiative_id = initiative
        and d.from_day <= turning.day and (d.stopped_on is null or d.stopped_on > turning.day)
      ) then case when i.ends_on < turning.day then 'done' else 'under_way' end
      when exists (
        select from initiative_driver_ask a where a.tenant_id = tenant and a.initiative_id = initiative
      ) or exists (
        select from initiative_driver d where d.tenant_id = tenant and d.initiative_id = initiative
      ) then 'looking'
      else 'idea'
    end
  from initiative i
  left join initiative_end e on e.tenant_id = i.tenant_id and e.initiative_id = i.id
  cross join lateral (
    select '-infinity'::date as day
    union select i.ends_on + 1 where i.ends_on is not null
    union select e.on_day where e.on_day is not null
    union select d.from_day from initiative_driver d where d.tenant_id = tenant and d.initiative_id = initiative
    union select d.stopped_on from initiative_driver d
      where d.tenant_id = tenant and d.initiative_id = initiative and d.stopped_on is not null
    union select p.from_day from initiative_parking p where p.tenant_id = tenant and p.initiative_id = initiative
    union select w.on_day from initiative_parking p
      join initiative_waking w on w.tenant_id = p.tenant_id and w.parking_id = p.id
      where p.tenant_id = tenant and p.initiative_id = initiative
  ) turning
  where i.tenant_id = tenant and i.id = initiative;
end $$;

-- The argument names the column that leads to the initiative.
create function keep_initiative_standing() returns trigger
language plpgsql as $$
declare
  changed jsonb := to_jsonb(coalesce(new, old));
  tenant uuid := (changed ->> 'tenant_id')::uuid;
  initiative uuid := (changed ->> tg_argv[0])::uuid;
begin
  if tg_argv[0] = 'parking_id' then
    select p.initiative_id into initiative from initiative_parking p where p.tenant_id = tenant and p.id = initiative;
  end if;
  perform read_initiative_standing(tenant, initiative);
  return null;
end $$;

create trigger initiative_standing after insert or update of ends_on on initiative
  for each row execute function keep_initiative_standing('id');
create trigger initiative_standing after insert or update or delete on initiative_driver
  for each row execute function keep_initiative_standing('initiative_id');
create trigger initiative_standing after insert or update or delete on initiative_driver_ask
  for each row execute function keep_initiative_standing('initiative_id');
create trigger initiative_standing after insert or update or delete on initiative_parking
  for each row execute function keep_initiative_standing('initiative_id');
create trigger initiative_standing after insert or update or delete on initiative_waking
  for each row execute function keep_initiative_standing('parking_id');
create trigger initiative_standing after insert or update or delete on initiative_end
  for each row execute function keep_initiative_standing('initiative_id');

-- When something was last told in a thread. Written under the lock at the end of the tenant's journal, so in its order.
create table thread_heard (
  tenant_id uuid not null,
  thread_id uuid not null,
  heard_at timestamptz not null,
  primary key (tenant_id, thread_id)
);
comment on column thread_heard.thread_id is 'type: Id<''initiative''>';
call protect_tenant_table('thread_heard');

create function keep_thread_heard() returns trigger
language plpgsql as $$
begin
  insert into thread_heard (tenant_id, thread_id, heard_at)
  select distinct on (t.tenant_id, t.thread_id) t.tenant_id, t.thread_id, t.at
  from told t
  where t.thread_id is not null
  order by t.tenant_id, t.thread_id, t.seq desc
  on conflict (tenant_id, thread_id) do update set heard_at = excluded.heard_at;
  return null;
end $$;
create trigger thread_heard after insert on journal_entry
  referencing new table as told
  for each statement execute function keep_thread_heard();

do $$
declare
  one record;
begin
  for one in select tenant_id, id from initiative loop
    perform read_initiative_standing(one.tenant_id, one.id);
  end loop;
  insert into thread_heard (tenant_id, thread_id, heard_at)
  select distinct on (tenant_id, thread_id) tenant_id, thread_id, at
  from journal_entry
  where thread_id is not null
  order by tenant_id, thread_id, seq desc;
end $$;

-- Who is consultant here; how many homes a department has; what concerns everybody and so every department.
create index role_grant_role on role_grant (tenant_id, role, department_id);
create index tenancy_present on tenancy (tenant_id, department_id) where absent_since is null;
create index initiative_whole_organisation on initiative (tenant_id, id) where whole_organisation;
