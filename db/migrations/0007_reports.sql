-- The yearly report: a few words that staff write about the year, and the editions that were published.

create table yearly_story (
  tenant_id uuid not null,
  year integer not null check (year between 2000 and 2999),
  words text not null,
  -- Counts the savings, so that two people who write at once lose nothing.
  version integer not null default 1,
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (tenant_id, year),
  foreign key (tenant_id, written_by) references person (tenant_id, id)
);
create index yearly_story_written_by on yearly_story (tenant_id, written_by);
call protect_tenant_table('yearly_story');

-- The figures as they were on the day of publishing, names of departments and all. A correction is a new edition.
create table yearly_edition (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  year integer not null check (year between 2000 and 2999),
  number integer not null check (number > 0),
  figures jsonb not null,
  story text not null,
  reason text not null check ((reason = '') = (number = 1)),
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, year, number),
  foreign key (tenant_id, published_by) references person (tenant_id, id)
);
create index yearly_edition_published_by on yearly_edition (tenant_id, published_by);
call protect_tenant_table('yearly_edition');
revoke update, delete on yearly_edition from grobund_app;
