-- Two lists that are read in the order of an index, so that they cost the same however much there is.

-- Which open initiative has been still for longest.
create index thread_heard_order on thread_heard (tenant_id, heard_at, thread_id);

-- How many people there are: all rows, without the few that were erased.
create index person_erased on person (tenant_id, id) where erased_on is not null;
