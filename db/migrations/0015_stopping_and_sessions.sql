-- One meaning of until_day: the last day, that day included. What names the day on which something stopped, and was no
-- more, is called so: an initiative's driver has stopped_on, like initiative_waking.on_day and initiative_end.on_day.
alter table initiative_driver rename column until_day to stopped_on;
alter table initiative_driver rename column until_words to stopped_words;
alter table initiative_driver rename constraint initiative_driver_check to initiative_driver_stopped_on_check;

-- A session is somebody's: nobody's goes.
delete from session s where not exists (select from person p where p.tenant_id = s.tenant_id and p.id = s.person_id);
alter table session
  add foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade;

-- The plain role of requests makes no tables, not even passing ones. Whoever owns the database may say so; else the
-- one who set it up does (docs/operate.md), and "grobund doctor" tells.
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
exception when insufficient_privilege then
  raise notice 'The right to temporary tables can only be taken back by the owner of the database';
end $$;

-- The message with a code is handed over outside the transaction that made the code; here stands that it was taken.
alter table sign_in_code add column sent_at timestamptz;
update sign_in_code set sent_at = asked_at where code_hash is not null;

-- Two records that were one human: the one that is no more used, and the one that all of it moved to. The old row stays,
-- since what can only be added to (the journal, decisions, the ledger) goes on naming it.
create table person_merge (
  tenant_id uuid not null,
  person_id uuid not null,
  into_id uuid not null check (into_id <> person_id),
  merged_at timestamptz not null,
  merged_by uuid,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, into_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, merged_by) references person (tenant_id, id)
);
create index person_merge_into on person_merge (tenant_id, into_id);
create index person_merge_by on person_merge (tenant_id, merged_by);
call protect_tenant_table('person_merge');
revoke delete on person_merge from grobund_app;

-- Every row that refers to one person refers to the other, in whatever table: asked of the catalogue, so that no module's
-- is forgotten. Left where they are: rows that the caller may only add, and those that the other has already.
create function move_to_person(old_id uuid, new_id uuid) returns void
language plpgsql as $$
declare
  reference record;
  found record;
begin
  for reference in
    select c.conrelid::regclass as place, a.attname as name
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'tenant_id'
    where c.contype = 'f' and c.confrelid = 'person'::regclass and c.conrelid <> 'person_merge'::regclass
      and has_column_privilege(c.conrelid, a.attnum, 'update')
    order by c.conrelid::regclass::text, a.attname
  loop
    for found in execute format('select ctid from %s where tenant_id = current_tenant() and %I = $1', reference.place, reference.name)
      using old_id
    loop
      begin
        execute format('update %s set %I = $1 where ctid = $2 and tenant_id = current_tenant()', reference.place, reference.name)
          using new_id, found.ctid;
      exception when unique_violation or exclusion_violation then
        null;
      end;
    end loop;
  end loop;
  update person_merge set into_id = new_id where tenant_id = current_tenant() and into_id = old_id;
end $$;
revoke all on function move_to_person from public;
grant execute on function move_to_person to grobund_app;
