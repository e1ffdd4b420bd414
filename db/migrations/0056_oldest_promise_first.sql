-- What waits stands by the day that it is wanted: the one it was promised for, or a fortnight after it came where nobody promised
-- a day. In the order of an index, as before.
drop index turn_waits_for_person;
drop index turn_waits_for_role;
create index turn_waits_for_person on turn
  (tenant_id, person_id, coalesce(due, (opened_at at time zone 'Europe/Copenhagen')::date + 14), opened_at, id)
  where closed_at is null;
create index turn_waits_for_role on turn
  (tenant_id, role, coalesce(due, (opened_at at time zone 'Europe/Copenhagen')::date + 14), opened_at, id)
  where closed_at is null;
