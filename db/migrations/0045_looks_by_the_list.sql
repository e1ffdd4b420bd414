-- A list of people shows fifty at once: fifty rows and their indexes were a sixth of what the page took. It is written down
-- as one row, and becomes a look at each when somebody asks who has looked, and each night. It can leave in no other way:
-- whoever deletes it lays it out. Who is no longer here by then has no look either (forget_looks_at_the_gone).
create table privacy_look_list (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  at timestamptz not null,
  seen_by uuid not null,
  why text not null check (why in ('page', 'search', 'list', 'letters', 'export', 'preview', 'api')),
  person_ids uuid[] not null check (cardinality(person_ids) > 0),
  primary key (tenant_id, id)
);
comment on column privacy_look_list.seen_by is 'type: Id<''person''>';
call protect_tenant_table('privacy_look_list');
revoke update on privacy_look_list from grobund_app;

create function lay_out_look_list() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into privacy_look (tenant_id, person_id, at, seen_by, why, people)
  select old.tenant_id, p.id, old.at, old.seen_by, old.why, cardinality(old.person_ids)
  from unnest(old.person_ids) as seen(id)
  join person p on p.tenant_id = old.tenant_id and p.id = seen.id;
  return old;
end $$;
create trigger privacy_look_list_is_laid_out before delete on privacy_look_list
  for each row execute function lay_out_look_list();

create or replace function forget_looks_at_the_gone() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  delete from privacy_look l using gone g where l.tenant_id = g.tenant_id and l.person_id = g.id;
  if exists (select from privacy_look l join gone g on g.tenant_id = l.tenant_id and g.id = l.seen_by)
    or exists (select from privacy_look_list l join gone g on g.tenant_id = l.tenant_id and g.id = l.seen_by)
  then
    raise foreign_key_violation using message = 'Cannot delete a person: what they have seen of others is remembered';
  end if;
  return null;
end $$;
