-- The inspiration catalogue: cards of what can be done, what has been done with them, and where else money can be sought.

create table catalogue_card (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  -- Which of the cards that come with Grobund it is; null for the house's own.
  deck_key text,
  category text not null check (category in ('homes', 'green', 'people')),
  -- Who does it: a resident at home, the neighbours of a department, or the organisation.
  done_by text not null check (done_by in ('resident', 'department', 'organisation')),
  setting text not null check (setting in ('indoors', 'outdoors', 'either')),
  effort text not null check (effort in ('evening', 'day', 'weekend', 'running', 'months')),
  -- How long one time takes.
  minutes integer not null check (minutes between 5 and 6000),
  -- How many hands it takes.
  helpers integer not null check (helpers between 1 and 500),
  -- The budget is an example for so many who take part, or so many homes.
  participants integer not null check (participants between 1 and 10000),
  -- 1 to 12; none: all year.
  months integer[] not null default '{}' check (months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  -- One amount for each line of the budget, one length for each task: their words lie in catalogue_card_text.
  budget_ore bigint[] not null default '{}',
  task_minutes integer[] not null default '{}',
  -- The sum of budget_ore, so that cards can be found by it.
  cost_ore bigint not null default 0 check (cost_ore >= 0),
  needs_meeting boolean not null default false,
  needs_operations boolean not null default false,
  rent_effect boolean not null default false,
  -- More (or fewer) hours of the caretakers' in a year; null where nobody has said.
  operations_hours integer check (operations_hours between -2000 and 2000),
  -- The United Nations' goals that it serves.
  goals integer[] not null default '{}' check (goals <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]),
  licence text not null default 'CC BY 4.0',
  credit text not null default '',
  -- The finished initiative that it grew out of.
  initiative_id uuid,
  version integer not null default 1,
  proposed_at timestamptz not null,
  proposed_by uuid,
  -- Who proposed it without an account, and wants to hear what came of it.
  contact_name text not null default '',
  contact_email text,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  registered_by uuid,
  -- Who is asked when it is due to be looked through.
  owner_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id),
  foreign key (tenant_id, proposed_by) references person (tenant_id, id),
  foreign key (tenant_id, registered_by) references person (tenant_id, id),
  foreign key (tenant_id, owner_id) references person (tenant_id, id)
);
create unique index catalogue_card_deck on catalogue_card (tenant_id, deck_key) where deck_key is not null;
create unique index catalogue_card_initiative on catalogue_card (tenant_id, initiative_id);
create index catalogue_card_category on catalogue_card (tenant_id, category, id);
create index catalogue_card_proposed_by on catalogue_card (tenant_id, proposed_by);
create index catalogue_card_registered_by on catalogue_card (tenant_id, registered_by);
create index catalogue_card_owner on catalogue_card (tenant_id, owner_id);
comment on column catalogue_card.category is 'type: (''homes'' | ''green'' | ''people'')';
comment on column catalogue_card.done_by is 'type: (''resident'' | ''department'' | ''organisation'')';
comment on column catalogue_card.setting is 'type: (''indoors'' | ''outdoors'' | ''either'')';
comment on column catalogue_card.effort is 'type: (''evening'' | ''day'' | ''weekend'' | ''running'' | ''months'')';
call protect_tenant_table('catalogue_card');

-- The words of a card in one language. The lists of budget and tasks follow the amounts and minutes of the card.
create table catalogue_card_text (
  tenant_id uuid not null,
  card_id uuid not null,
  language text not null check (language in ('da', 'en')),
  title text not null check (title <> ''),
  what text not null,
  why text not null default '',
  -- Who can help: "Driften, en gartner, de to ældste klasser".
  who_helps text not null default '',
  -- Whose yes it needs, and what to mind.
  permissions text not null default '',
  steps text[] not null default '{}',
  needs text[] not null default '{}',
  budget text[] not null default '{}',
  tasks text[] not null default '{}',
  tips text[] not null default '{}',
  -- Words by which people look for it, that it does not say itself.
  keywords text not null default '',
  edited_at timestamptz not null,
  edited_by uuid,
  primary key (tenant_id, card_id, language),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id) on delete cascade,
  foreign key (tenant_id, edited_by) references person (tenant_id, id)
);
create index catalogue_card_text_edited_by on catalogue_card_text (tenant_id, edited_by);
comment on column catalogue_card_text.language is 'type: (''da'' | ''en'')';
call protect_tenant_table('catalogue_card_text');

-- Where a card stands: the newest row counts, and without one it is a proposal. Publishing it anew is the review.
create table catalogue_card_state (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  card_id uuid not null,
  state text not null check (state in ('published', 'declined', 'retired')),
  -- To the one who proposed it, or why it was taken down.
  words text not null default '',
  -- By when it is to be looked through again.
  review_on date check ((review_on is not null) = (state = 'published')),
  on_day date not null,
  set_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id) on delete cascade,
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create index catalogue_card_state_card on catalogue_card_state (tenant_id, card_id, id);
create index catalogue_card_state_set_by on catalogue_card_state (tenant_id, set_by);
comment on column catalogue_card_state.state is 'type: (''published'' | ''declined'' | ''retired'')';
call protect_tenant_table('catalogue_card_state');
revoke update on catalogue_card_state from grobund_app;

-- "Det vil vi også": an initiative that began with a card, and the budget as it stood on the card that day.
create table catalogue_taking (
  tenant_id uuid not null,
  initiative_id uuid not null,
  card_id uuid not null,
  participants integer not null check (participants between 1 and 10000),
  budget text[] not null default '{}',
  budget_ore bigint[] not null default '{}',
  on_day date not null,
  primary key (tenant_id, initiative_id),
  foreign key (tenant_id, initiative_id) references initiative (tenant_id, id) on delete cascade,
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id)
);
create index catalogue_taking_card on catalogue_taking (tenant_id, card_id, initiative_id);
call protect_tenant_table('catalogue_taking');

-- "Det gør jeg selv": counted, without an initiative. Without a person where nobody was signed in.
create table catalogue_doing (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  card_id uuid not null,
  person_id uuid,
  on_day date not null,
  channel text not null check (channel in ('web', 'paper', 'phone', 'mail', 'system')),
  primary key (tenant_id, id),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create unique index catalogue_doing_once on catalogue_doing (tenant_id, card_id, person_id) where person_id is not null;
create index catalogue_doing_card on catalogue_doing (tenant_id, card_id);
create index catalogue_doing_person on catalogue_doing (tenant_id, person_id);
call protect_tenant_table('catalogue_doing');

-- The board points at five a year.
create table catalogue_pin (
  tenant_id uuid not null,
  year integer not null check (year between 2000 and 2200),
  card_id uuid not null,
  on_day date not null,
  pinned_by uuid,
  primary key (tenant_id, year, card_id),
  foreign key (tenant_id, card_id) references catalogue_card (tenant_id, id) on delete cascade,
  foreign key (tenant_id, pinned_by) references person (tenant_id, id)
);
create index catalogue_pin_card on catalogue_pin (tenant_id, card_id);
create index catalogue_pin_pinned_by on catalogue_pin (tenant_id, pinned_by);
call protect_tenant_table('catalogue_pin');

-- The catalogue as it was on a day: an annex to the strategy, which later changes do not touch.
create table catalogue_edition (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  number integer not null check (number > 0),
  -- A few words before the cards.
  foreword text not null default '',
  on_day date not null,
  made_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index catalogue_edition_made_by on catalogue_edition (tenant_id, made_by);
call protect_tenant_table('catalogue_edition');
revoke update, delete on catalogue_edition from grobund_app;

create table catalogue_edition_card (
  tenant_id uuid not null,
  edition_id uuid not null,
  position integer not null check (position > 0),
  -- The card with its words in every language, as it stood.
  card jsonb not null,
  primary key (tenant_id, edition_id, position),
  foreign key (tenant_id, edition_id) references catalogue_edition (tenant_id, id)
);
call protect_tenant_table('catalogue_edition_card');
revoke update, delete on catalogue_edition_card from grobund_app;

-- What a department asks of those who begin something there. Without a row the usual rules hold.
create table catalogue_department_rules (
  tenant_id uuid not null,
  department_id uuid not null,
  -- Above this the department's board says yes first; null: it need not be asked about money.
  board_above_ore bigint check (board_above_ore >= 0),
  -- So many days before the department's meeting a proposal must be in.
  proposal_days integer not null check (proposal_days between 0 and 90),
  -- Whatever else is to be known there: "Nøglen til fælleshuset hentes hos Birthe".
  words text not null default '',
  set_at timestamptz not null,
  set_by uuid,
  primary key (tenant_id, department_id),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create index catalogue_department_rules_set_by on catalogue_department_rules (tenant_id, set_by);
call protect_tenant_table('catalogue_department_rules');

-- Money that others give: foundations, funds of the municipality, associations.
create table outside_funding (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  -- Which of the examples that come with Grobund it is.
  deck_key text,
  url text not null default '',
  -- The next day by which one applies; null: at any time, or nobody has looked.
  deadline_on date,
  categories text[] not null default '{}' check (categories <@ array['homes', 'green', 'people']),
  -- Invented, to show what such a line looks like.
  example boolean not null default false,
  -- Somebody has looked that it is still so.
  checked_on date,
  retired_on date,
  version integer not null default 1,
  set_at timestamptz not null,
  set_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, set_by) references person (tenant_id, id)
);
create unique index outside_funding_deck on outside_funding (tenant_id, deck_key) where deck_key is not null;
create index outside_funding_set_by on outside_funding (tenant_id, set_by);
create index outside_funding_deadline on outside_funding (tenant_id, deadline_on);
comment on column outside_funding.categories is 'type: (''homes'' | ''green'' | ''people'')';
call protect_tenant_table('outside_funding');

create table outside_funding_text (
  tenant_id uuid not null,
  funding_id uuid not null,
  language text not null check (language in ('da', 'en')),
  name text not null check (name <> ''),
  supports text not null,
  who_may text not null default '',
  -- How much, and when: "Op til 50.000 kr. Svar efter to måneder."
  terms text not null default '',
  primary key (tenant_id, funding_id, language),
  foreign key (tenant_id, funding_id) references outside_funding (tenant_id, id) on delete cascade
);
comment on column outside_funding_text.language is 'type: (''da'' | ''en'')';
call protect_tenant_table('outside_funding_text');
