-- Search where many houses share one database. What can be found lies in indexes over all houses, and a word that every house has
-- was looked up for all of them: 0.2 s among 500 houses for what a house of seventy things has in twenty. Two changes.
-- The plan is made for the words asked for and the house that asks (`plan_cache_mode`), and not once for all, as pages that are
-- read ask for it: then a house is read by its key when that is less than the word's hits. How near two spellings are, the
-- planner always takes for rare; so a house with few things reads its own and compares those.
create or replace function find_entries(words text[], audiences text[], kinds text[], most integer)
returns table (kind text, id uuid, title text, path text, excerpt text)
language plpgsql stable security definer
set search_path = public, pg_catalog, pg_temp
set plan_cache_mode = 'force_custom_plan' as $$
declare
  wanted tsquery := to_tsquery('danish', '');
  phrase text := array_to_string(words, ' ');
  longest text := (select word from unnest(words) as word order by length(word) desc limit 1);
  short constant text := 'StartSel="", StopSel="", MaxWords=24, MinWords=12';
  found integer;
  few boolean;
begin
  for at in 1 .. cardinality(words) loop
    if at < cardinality(words) then
      wanted := wanted && to_tsquery('danish', words[at]);
    else
      wanted := wanted && (to_tsquery('danish', words[at] || ':*') || to_tsquery('simple', words[at] || ':*'));
    end if;
  end loop;

  return query
  select c.kind, c.id, c.title, c.path, ts_headline('danish', c.body, wanted, short)
  from (
    select e.*
    from (
      select * from search_entry s
      where s.tenant_id = current_tenant() and s.audience = any (audiences) and (kinds is null or s.kind = any (kinds))
        and s.danish @@ wanted
      limit 2000
    ) as e
    order by ts_rank(e.danish, wanted, 1) desc, e.title
    limit most
  ) as c;
  get diagnostics found = row_count;
  if found >= most or length(longest) < 3 then return; end if;

  if exists (select from pg_extension where extname = 'pg_trgm') then
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    few := (
      select count(*) from (select from search_entry s where s.tenant_id = current_tenant() limit 501) as some_of_them
    ) <= 500;
    return query
    select c.kind, c.id, c.title, c.path, ts_headline('danish', c.body, wanted, short)
    from (
      select e.*
      from (
        select * from (
          -- "offset 0" keeps the comparison out of here: the house is read by its key.
          select * from search_entry h where few and h.tenant_id = current_tenant() offset 0
        ) as s
        where s.audience = any (audiences) and (kinds is null or s.kind = any (kinds))
          and (lower(s.title) like '%' || longest || '%' or phrase <% lower(s.title))
          and (s.danish @@ wanted) is not true
        union all
        select * from search_entry s
        where not few and s.tenant_id = current_tenant()
          and s.audience = any (audiences) and (kinds is null or s.kind = any (kinds))
          and (lower(s.title) like '%' || longest || '%' or phrase <% lower(s.title))
          and (s.danish @@ wanted) is not true
        limit 500
      ) as e
      order by word_similarity(phrase, lower(e.title)) desc, e.title
      limit most - found
    ) as c;
  end if;
end $$;
