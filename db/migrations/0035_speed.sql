-- What pages write and ask for most often, made cheaper.

-- Every list of people that staff look at names the same looker 50 times, and the foreign key looked them up, and locked
-- them, 50 times: half of what writing the list down took. The looker is who asks, read in the same transaction. What the
-- key promised besides still holds: who has seen others cannot be taken out of the house while that is remembered.
alter table privacy_look drop constraint privacy_look_tenant_id_seen_by_fkey;
comment on column privacy_look.seen_by is 'type: Id<''person''>';
create or replace function forget_looks_at_the_gone() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  delete from privacy_look l using gone g where l.tenant_id = g.tenant_id and l.person_id = g.id;
  if exists (select from privacy_look l join gone g on g.tenant_id = l.tenant_id and g.id = l.seen_by) then
    raise foreign_key_violation using message = 'Cannot delete a person: what they have seen of others is remembered';
  end if;
  return null;
end $$;
