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
