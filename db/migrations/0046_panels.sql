-- Focus groups: what the dice showed, typed by two.

-- Each line is what one who selects read off the dice. A number counts when two have typed the same; what was typed wrong stays, and
-- everybody can see it.
create table panel_throw (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  draw_id uuid not null,
  person_id uuid not null,
  number smallint not null check (number between 0 and 999),
  thrown_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, draw_id) references panel_draw (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index panel_throw_of on panel_throw (tenant_id, draw_id, id);
create index panel_throw_person on panel_throw (tenant_id, person_id);
call protect_tenant_table('panel_throw');
revoke update, delete on panel_throw from grobund_app;
