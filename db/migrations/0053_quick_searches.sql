-- What a search reads of a large house: nothing that its page does not show.

-- A list that is searched (the catalogue, the initiatives, the cases of a fund) shows its own cards and no excerpts. Each excerpt
-- reads a whole text again: nine tenths of the time of a search that finds forty cards. Who wants none says so.
drop function find_entries(text[], text[], text[], integer);
create function find_entries(
  words text[], audiences text[], kinds text[], most integer, with_excerpts boolean default true
)
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
  select c.kind, c.id, c.title, c.path,
    case when with_excerpts then ts_headline('danish', c.body, wanted, short) else '' end
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
    -- Two questions and not one with two halves: each is planned for the words that ask, and one of them alone.
    if few then
      return query
      select c.kind, c.id, c.title, c.path,
        case when with_excerpts then ts_headline('danish', c.body, wanted, short) else '' end
      from (
        select e.*
        from (
          select *
          -- "offset 0" keeps the comparison out of here: the house is read by its key.
          from (select * from search_entry h where h.tenant_id = current_tenant() offset 0) as s
          where s.audience = any (audiences) and (kinds is null or s.kind = any (kinds))
            and (lower(s.title) like '%' || longest || '%' or phrase <% lower(s.title))
            and (s.danish @@ wanted) is not true
          limit 500
        ) as e
        order by word_similarity(phrase, lower(e.title)) desc, e.title
        limit most - found
      ) as c;
    else
      return query
      select c.kind, c.id, c.title, c.path,
        case when with_excerpts then ts_headline('danish', c.body, wanted, short) else '' end
      from (
        select e.*
        from (
          select *
          from search_entry s
          where s.tenant_id = current_tenant() and s.audience = any (audiences) and (kinds is null or s.kind = any (kinds))
            and (lower(s.title) like '%' || longest || '%' or phrase <% lower(s.title))
            and (s.danish @@ wanted) is not true
          limit 500
        ) as e
        order by word_similarity(phrase, lower(e.title)) desc, e.title
        limit most - found
      ) as c;
    end if;
  end if;
end $$;
revoke all on function find_entries from public;
grant execute on function find_entries to grobund_app;

-- Every word that some card can be found by, once, and how many cards say it: a misspelt word is compared with all of them. They
-- were sought in `catalogue_word` from one to the next, 2 ms for 560 words. Written by the trigger and by nobody else.
create table catalogue_vocabulary (
  tenant_id uuid not null,
  word text not null,
  cards integer not null check (cards >= 0),
  primary key (tenant_id, word)
);
call protect_tenant_table('catalogue_vocabulary');
revoke insert, update, delete on catalogue_vocabulary from grobund_app;

-- In the order of words, so that two who publish cards at once do not wait in a circle.
create function keep_catalogue_vocabulary() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into catalogue_vocabulary as v (tenant_id, word, cards)
    select t.tenant_id, t.word, count(*) from told t group by t.tenant_id, t.word order by t.tenant_id, t.word
    on conflict (tenant_id, word) do update set cards = v.cards + excluded.cards;
  else
    perform from catalogue_vocabulary v
    where (v.tenant_id, v.word) in (select t.tenant_id, t.word from told t)
    order by v.tenant_id, v.word for update;
    update catalogue_vocabulary v set cards = v.cards - t.cards
    from (select tenant_id, word, count(*) as cards from told group by tenant_id, word) t
    where v.tenant_id = t.tenant_id and v.word = t.word;
    delete from catalogue_vocabulary v using told t where v.tenant_id = t.tenant_id and v.word = t.word and v.cards = 0;
  end if;
  return null;
end $$;
create trigger catalogue_vocabulary after insert on catalogue_word referencing new table as told
  for each statement execute function keep_catalogue_vocabulary();
create trigger catalogue_vocabulary_less after delete on catalogue_word referencing old table as told
  for each statement execute function keep_catalogue_vocabulary();
-- A word is put there or taken away, never changed.
revoke update on catalogue_word from grobund_app;

insert into catalogue_vocabulary (tenant_id, word, cards)
select tenant_id, word, count(*) from catalogue_word group by tenant_id, word;

-- How many initiatives began with a card stands on it: lists put the most taken first, and counted it for every card there is.
alter table catalogue_card add column taken integer not null default 0 check (taken >= 0);
update catalogue_card c set taken = t.cards
from (select tenant_id, card_id, count(*) as cards from catalogue_taking group by tenant_id, card_id) t
where c.tenant_id = t.tenant_id and c.id = t.card_id;
create function keep_card_taken() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    update catalogue_card set taken = taken - 1 where tenant_id = old.tenant_id and id = old.card_id;
  end if;
  if tg_op <> 'DELETE' then
    update catalogue_card set taken = taken + 1 where tenant_id = new.tenant_id and id = new.card_id;
  end if;
  return null;
end $$;
create trigger card_taken after insert or update of card_id or delete on catalogue_taking
  for each row execute function keep_card_taken();
