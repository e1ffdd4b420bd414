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
