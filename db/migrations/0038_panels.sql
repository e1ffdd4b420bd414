-- Focus groups: groups within groups, and reserves that were drawn with the panel.

-- A combination: who belongs to the first group and to this one too.
alter table panel_cell add column also_feature text
  check (also_feature in ('age', 'department', 'dwelling', 'language', 'tenure'));
alter table panel_cell add column also_codes text[] check (cardinality(also_codes) > 0);
alter table panel_cell add check (also_feature <> feature);
alter table panel_cell add check ((also_feature is null) = (also_codes is null));

-- What the order of the reserves is made of, with the number that is drawn. Its hash is published with the list; nobody sees it
-- before the group is over.
alter table panel_draw add column reserve_key text check (reserve_key <> '');

-- The place in the order of the reserves; null for those who were in the panel itself.
alter table panel_place add column reserve smallint check (reserve > 0);
