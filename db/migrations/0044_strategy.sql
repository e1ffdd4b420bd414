-- From strategy to practice: versions that the board approves, focus areas, action plans, metrics with what was measured,
-- the yearly evaluation, and the board's year wheel.

create table strategy_version (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  number integer not null check (number > 0),
  title text not null,
  words text not null default '',
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  version integer not null default 1,
  created_on date not null,
  made_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index strategy_version_made_by on strategy_version (tenant_id, made_by);
call protect_tenant_table('strategy_version');

-- The organisation board's decision. From then on the version is an edition: `content` is what was decided, word for word.
create table strategy_approval (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  version_id uuid not null,
  decided_on date not null,
  decision text not null check (decision <> ''),
  -- The edition of the catalogue that is its annex.
  catalogue_edition_id uuid,
  content jsonb not null,
  registered_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, version_id),
  foreign key (tenant_id, version_id) references strategy_version (tenant_id, id),
  foreign key (tenant_id, catalogue_edition_id) references catalogue_edition (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index strategy_approval_edition on strategy_approval (tenant_id, catalogue_edition_id);
create index strategy_approval_registered_by on strategy_approval (tenant_id, registered_by);
call protect_tenant_table('strategy_approval');
revoke update, delete on strategy_approval from grobund_app;

-- A focus area goes on from version to version; its words belong to one of them.
create table strategy_area (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  primary key (tenant_id, id)
);
call protect_tenant_table('strategy_area');

create table strategy_area_text (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  version_id uuid not null,
  area_id uuid not null,
  position integer not null,
  title text not null,
  words text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, version_id, area_id),
  foreign key (tenant_id, version_id) references strategy_version (tenant_id, id),
  foreign key (tenant_id, area_id) references strategy_area (tenant_id, id)
);
create index strategy_area_text_area on strategy_area_text (tenant_id, area_id);
call protect_tenant_table('strategy_area_text');

create table strategy_plan (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  area_id uuid not null,
  title text not null,
  activities text not null default '',
  owner_id uuid not null,
  deadline_on date not null,
  budget_ore bigint check (budget_ore >= 0),
  version integer not null default 1,
  created_on date not null,
  made_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references strategy_area (tenant_id, id),
  foreign key (tenant_id, owner_id) references person (tenant_id, id),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index strategy_plan_area on strategy_plan (tenant_id, area_id);
create index strategy_plan_owner on strategy_plan (tenant_id, owner_id);
create index strategy_plan_made_by on strategy_plan (tenant_id, made_by);
create index strategy_plan_deadline on strategy_plan (tenant_id, deadline_on);
call protect_tenant_table('strategy_plan');

-- Where it stands: the newest row.
create table strategy_plan_state (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  plan_id uuid not null,
  state text not null check (state in ('planned', 'under_way', 'done', 'dropped')),
  words text not null default '',
  on_day date not null,
  set_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references strategy_plan (tenant_id, id),
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create index strategy_plan_state_plan on strategy_plan_state (tenant_id, plan_id, id);
create index strategy_plan_state_set_by on strategy_plan_state (tenant_id, set_by);
comment on column strategy_plan_state.state is 'type: (''planned'' | ''under_way'' | ''done'' | ''dropped'')';
call protect_tenant_table('strategy_plan_state');
revoke update, delete on strategy_plan_state from grobund_app;

-- What the plan does it with: a card of the catalogue, or an initiative.
create table strategy_plan_link (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  plan_id uuid not null,
  card_id uuid,
  initiative_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, card_id),
  unique (tenant_id, plan_id, initiative_id),
  check ((card_id is null) <> (initiative_id is null)),
  foreign key (tenant_id, plan_id) references strategy_plan (tenant_id, id),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id)
);
create index strategy_plan_link_card on strategy_plan_link (tenant_id, card_id);
create index strategy_plan_link_initiative on strategy_plan_link (tenant_id, initiative_id);
call protect_tenant_table('strategy_plan_link');

create table strategy_metric (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  area_id uuid not null,
  -- Which of Grobund's own figures feeds it (src/figures.ts); null: somebody types what was measured.
  figure text,
  unit text not null check (unit in ('persons', 'households', 'number', 'share', 'ore', 'days', 'minutes')),
  -- People are counted: nothing below five is shown.
  people boolean not null default false,
  frequency text not null check (frequency in ('month', 'quarter', 'half', 'year')),
  owner_id uuid not null,
  -- The first day that is measured, and from when it is measured no more.
  from_day date not null,
  retired_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references strategy_area (tenant_id, id),
  foreign key (tenant_id, owner_id) references person (tenant_id, id)
);
create index strategy_metric_area on strategy_metric (tenant_id, area_id);
create index strategy_metric_owner on strategy_metric (tenant_id, owner_id);
comment on column strategy_metric.unit is 'type: (''persons'' | ''households'' | ''number'' | ''share'' | ''ore'' | ''days'' | ''minutes'')';
comment on column strategy_metric.frequency is 'type: (''month'' | ''quarter'' | ''half'' | ''year'')';
call protect_tenant_table('strategy_metric');

-- What is measured. A second row is a break in the series: from its day on it is something else that is measured.
-- Values are hundredths of what is read: of a person, a day, a per cent or a krone.
create table strategy_metric_definition (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  metric_id uuid not null,
  number integer not null check (number > 0),
  from_day date not null,
  name text not null,
  definition text not null default '',
  better text not null check (better in ('up', 'down', 'none')),
  baseline_hundredths bigint,
  baseline_year integer check (baseline_year between 1990 and 2100),
  target_hundredths bigint,
  target_year integer check (target_year between 1990 and 2100),
  -- Why it changed; empty for the first.
  why text not null default '',
  set_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, metric_id, number),
  foreign key (tenant_id, metric_id) references strategy_metric (tenant_id, id),
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create index strategy_metric_definition_set_by on strategy_metric_definition (tenant_id, set_by);
comment on column strategy_metric_definition.better is 'type: (''up'' | ''down'' | ''none'')';
call protect_tenant_table('strategy_metric_definition');
revoke update, delete on strategy_metric_definition from grobund_app;

-- What was measured of a period. The newest row of a period counts; the others tell what it was corrected from.
create table strategy_measurement (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  metric_id uuid not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  -- Null: only words about what Grobund counted itself, or about why nothing could be measured.
  value_hundredths bigint,
  -- Of how many, where it is a share.
  out_of integer check (out_of > 0),
  words text not null default '',
  from_file boolean not null default false,
  measured_at timestamptz not null,
  measured_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, metric_id) references strategy_metric (tenant_id, id),
  foreign key (tenant_id, measured_by) references person (tenant_id, id)
);
create index strategy_measurement_metric on strategy_measurement (tenant_id, metric_id, from_day, id);
create index strategy_measurement_measured_by on strategy_measurement (tenant_id, measured_by);
call protect_tenant_table('strategy_measurement');
revoke update, delete on strategy_measurement from grobund_app;

create table strategy_evaluation (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  area_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  done text not null default '',
  learned text not null default '',
  course text check (course in ('continue', 'adjust', 'stop')),
  version integer not null default 1,
  written_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, area_id, year),
  foreign key (tenant_id, area_id) references strategy_area (tenant_id, id),
  foreign key (tenant_id, written_by) references person (tenant_id, id)
);
create index strategy_evaluation_written_by on strategy_evaluation (tenant_id, written_by);
comment on column strategy_evaluation.course is 'type: (''continue'' | ''adjust'' | ''stop'')';
call protect_tenant_table('strategy_evaluation');

-- The board has approved the year's evaluation: it is written in no more.
create table strategy_evaluation_approval (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  year integer not null,
  decided_on date not null,
  decision text not null check (decision <> ''),
  -- The measurements of the year as they stood.
  content jsonb not null,
  registered_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, year),
  foreign key (tenant_id, registered_by) references person (tenant_id, id)
);
create index strategy_evaluation_approval_registered_by on strategy_evaluation_approval (tenant_id, registered_by);
call protect_tenant_table('strategy_evaluation_approval');
revoke update, delete on strategy_evaluation_approval from grobund_app;

create function strategy_evaluation_is_open() returns trigger language plpgsql as $$
begin
  if exists (
    select from strategy_evaluation_approval a where a.tenant_id = new.tenant_id and a.year = new.year
  ) then
    raise exception 'the evaluation of % is approved by the board and is written in no more', new.year
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger strategy_evaluation_is_open before insert or update on strategy_evaluation
  for each row execute function strategy_evaluation_is_open();

-- What comes back in the board's year: beside the deadlines that Grobund knows itself.
create table year_wheel_item (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  title text not null,
  words text not null default '',
  on_day date not null,
  repeats text not null check (repeats in ('once', 'year')),
  version integer not null default 1,
  removed_on date,
  made_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index year_wheel_item_made_by on year_wheel_item (tenant_id, made_by);
comment on column year_wheel_item.repeats is 'type: (''once'' | ''year'')';
call protect_tenant_table('year_wheel_item');
