-- What a table enters its own pages by: it stands on its printed sheets, or is made for the first telephone that comes.
-- Null until then; tables whose sheets are printed already keep their square codes.
alter table workshop_table add column code text check (code ~ '^[0-9A-Z]{8}$');
create unique index workshop_table_code on workshop_table (tenant_id, code);
