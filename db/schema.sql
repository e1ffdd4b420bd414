-- Written by "npm run db:types" from the migrations, for reading. Change the database by a new migration.

create table api_token (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  name text not null,
  token_hash bytea not null,
  areas text[] not null,
  reason text not null default ''::text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  expires_on date not null,
  last_used_at timestamp with time zone,
  keeper_id uuid not null,
  primary key (tenant_id, id),
  constraint api_token_areas_check check ((cardinality(areas) > 0)),
  constraint api_token_check check ((('people'::text = any (areas)) = (reason <> ''::text))),
  constraint api_token_name_check check ((name <> ''::text)),
  foreign key (tenant_id, keeper_id) references person(tenant_id, id),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  unique (tenant_id, token_hash),
  constraint api_token_token_hash_check check ((length(token_hash) = 32))
);
create index api_token_keeper on api_token using btree (tenant_id, keeper_id);
create index api_token_made_by on api_token using btree (tenant_id, made_by);
alter table api_token enable row level security;
create policy tenant_rows on api_token using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table api_token_end (
  tenant_id uuid not null default current_tenant(),
  token_id uuid not null,
  ended_at timestamp with time zone not null,
  ended_by uuid not null,
  primary key (tenant_id, token_id),
  foreign key (tenant_id, ended_by) references person(tenant_id, id),
  foreign key (tenant_id, token_id) references api_token(tenant_id, id) on delete cascade
);
create index api_token_end_by on api_token_end using btree (tenant_id, ended_by);
alter table api_token_end enable row level security;
create policy tenant_rows on api_token_end using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table board (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  organisation_id uuid not null,
  department_id uuid,
  seats smallint not null,
  constituted_on date not null,
  primary key (tenant_id, id),
  constraint board_seats_check check (((seats > 0) and (((seats)::integer % 2) = 1))),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id)
);
create index board_department on board using btree (tenant_id, department_id, constituted_on);
create index board_organisation on board using btree (tenant_id, organisation_id, constituted_on);
alter table board enable row level security;
create policy tenant_rows on board using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table board_term (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  board_id uuid not null,
  role_grant_id uuid not null,
  office text not null,
  primary key (tenant_id, id),
  constraint board_term_office_check check ((office = any (array['chair'::text, 'vice_chair'::text, 'member'::text]))),
  foreign key (tenant_id, board_id) references board(tenant_id, id) on delete cascade,
  foreign key (tenant_id, role_grant_id) references role_grant(tenant_id, id) on delete cascade
);
create index board_term_board on board_term using btree (tenant_id, board_id);
create index board_term_role_grant on board_term using btree (tenant_id, role_grant_id);
alter table board_term enable row level security;
create policy tenant_rows on board_term using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table building (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  department_id uuid not null,
  street text not null,
  house_number text not null,
  postcode text not null,
  city text not null,
  address_key text not null,
  primary key (tenant_id, id),
  unique (tenant_id, department_id, address_key),
  foreign key (tenant_id, department_id) references department(tenant_id, id)
);
alter table building enable row level security;
create policy tenant_rows on building using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_answer (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  question_id uuid not null,
  words text not null,
  named boolean not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, answered_by) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, question_id) references catalogue_question(tenant_id, id) on delete cascade
);
create index catalogue_answer_answered_by on catalogue_answer using btree (tenant_id, answered_by);
create index catalogue_answer_question on catalogue_answer using btree (tenant_id, question_id, id);
alter table catalogue_answer enable row level security;
create policy tenant_rows on catalogue_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_card (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  deck_key text,
  category text not null,
  done_by text not null,
  setting text not null,
  effort text not null,
  minutes integer not null,
  helpers integer not null,
  participants integer not null,
  months integer[] not null default '{}'::integer[],
  budget_ore bigint[] not null default '{}'::bigint[],
  task_minutes integer[] not null default '{}'::integer[],
  cost_ore bigint not null default 0,
  needs_meeting boolean not null default false,
  needs_operations boolean not null default false,
  rent_effect boolean not null default false,
  operations_hours integer,
  goals integer[] not null default '{}'::integer[],
  licence text not null default 'CC BY 4.0'::text,
  credit text not null default ''::text,
  initiative_id uuid,
  version integer not null default 1,
  proposed_at timestamp with time zone not null,
  proposed_by uuid,
  contact_name text not null default ''::text,
  contact_email text,
  channel text not null,
  registered_by uuid,
  owner_id uuid,
  taken integer not null default 0,
  primary key (tenant_id, id),
  constraint catalogue_card_category_check check ((category = any (array['homes'::text, 'green'::text, 'people'::text]))),
  constraint catalogue_card_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint catalogue_card_cost_ore_check check ((cost_ore >= 0)),
  constraint catalogue_card_done_by_check check ((done_by = any (array['resident'::text, 'department'::text, 'organisation'::text]))),
  constraint catalogue_card_effort_check check ((effort = any (array['evening'::text, 'day'::text, 'weekend'::text, 'running'::text, 'months'::text]))),
  constraint catalogue_card_goals_check check ((goals <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])),
  constraint catalogue_card_helpers_check check (((helpers >= 1) and (helpers <= 500))),
  constraint catalogue_card_minutes_check check (((minutes >= 5) and (minutes <= 6000))),
  constraint catalogue_card_months_check check ((months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])),
  constraint catalogue_card_operations_hours_check check (((operations_hours >= '-2000'::integer) and (operations_hours <= 2000))),
  constraint catalogue_card_participants_check check (((participants >= 1) and (participants <= 10000))),
  constraint catalogue_card_setting_check check ((setting = any (array['indoors'::text, 'outdoors'::text, 'either'::text]))),
  constraint catalogue_card_taken_check check ((taken >= 0)),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  foreign key (tenant_id, owner_id) references person(tenant_id, id),
  foreign key (tenant_id, proposed_by) references person(tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index catalogue_card_category on catalogue_card using btree (tenant_id, category, id);
create unique index catalogue_card_deck on catalogue_card using btree (tenant_id, deck_key) where (deck_key is not null);
create unique index catalogue_card_initiative on catalogue_card using btree (tenant_id, initiative_id);
create index catalogue_card_owner on catalogue_card using btree (tenant_id, owner_id);
create index catalogue_card_proposed_by on catalogue_card using btree (tenant_id, proposed_by);
create index catalogue_card_registered_by on catalogue_card using btree (tenant_id, registered_by);
alter table catalogue_card enable row level security;
create policy tenant_rows on catalogue_card using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_card_state (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  card_id uuid not null,
  state text not null,
  words text not null default ''::text,
  review_on date,
  on_day date not null,
  set_by uuid,
  primary key (tenant_id, id),
  constraint catalogue_card_state_check check (((review_on is not null) = (state = 'published'::text))),
  constraint catalogue_card_state_state_check check ((state = any (array['published'::text, 'declined'::text, 'retired'::text]))),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id) on delete cascade,
  foreign key (tenant_id, set_by) references person(tenant_id, id)
);
create index catalogue_card_state_card on catalogue_card_state using btree (tenant_id, card_id, id);
create index catalogue_card_state_set_by on catalogue_card_state using btree (tenant_id, set_by);
alter table catalogue_card_state enable row level security;
create policy tenant_rows on catalogue_card_state using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_card_text (
  tenant_id uuid not null default current_tenant(),
  card_id uuid not null,
  language text not null,
  title text not null,
  what text not null,
  why text not null default ''::text,
  who_helps text not null default ''::text,
  permissions text not null default ''::text,
  steps text[] not null default '{}'::text[],
  needs text[] not null default '{}'::text[],
  budget text[] not null default '{}'::text[],
  tasks text[] not null default '{}'::text[],
  tips text[] not null default '{}'::text[],
  keywords text not null default ''::text,
  edited_at timestamp with time zone not null,
  edited_by uuid,
  primary key (tenant_id, card_id, language),
  constraint catalogue_card_text_language_check check ((language = any (array['da'::text, 'en'::text]))),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id) on delete cascade,
  foreign key (tenant_id, edited_by) references person(tenant_id, id),
  constraint catalogue_card_text_title_check check ((title <> ''::text))
);
create index catalogue_card_text_edited_by on catalogue_card_text using btree (tenant_id, edited_by);
alter table catalogue_card_text enable row level security;
create policy tenant_rows on catalogue_card_text using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_department_rules (
  tenant_id uuid not null default current_tenant(),
  department_id uuid not null,
  board_above_ore bigint,
  proposal_days integer not null,
  words text not null default ''::text,
  set_at timestamp with time zone not null,
  set_by uuid,
  primary key (tenant_id, department_id),
  constraint catalogue_department_rules_board_above_ore_check check ((board_above_ore >= 0)),
  constraint catalogue_department_rules_proposal_days_check check (((proposal_days >= 0) and (proposal_days <= 90))),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  foreign key (tenant_id, set_by) references person(tenant_id, id)
);
create index catalogue_department_rules_set_by on catalogue_department_rules using btree (tenant_id, set_by);
alter table catalogue_department_rules enable row level security;
create policy tenant_rows on catalogue_department_rules using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_doing (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  card_id uuid not null,
  person_id uuid,
  on_day date not null,
  channel text not null,
  primary key (tenant_id, id),
  constraint catalogue_doing_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create index catalogue_doing_card on catalogue_doing using btree (tenant_id, card_id);
create unique index catalogue_doing_once on catalogue_doing using btree (tenant_id, card_id, person_id) where (person_id is not null);
create index catalogue_doing_person on catalogue_doing using btree (tenant_id, person_id);
alter table catalogue_doing enable row level security;
create policy tenant_rows on catalogue_doing using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_edition (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  number integer not null,
  foreword text not null default ''::text,
  on_day date not null,
  made_by uuid,
  primary key (tenant_id, id),
  constraint catalogue_edition_number_check check ((number > 0)),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  unique (tenant_id, number)
);
create index catalogue_edition_made_by on catalogue_edition using btree (tenant_id, made_by);
alter table catalogue_edition enable row level security;
create policy tenant_rows on catalogue_edition using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_edition_card (
  tenant_id uuid not null default current_tenant(),
  edition_id uuid not null,
  position integer not null,
  card jsonb not null,
  primary key (tenant_id, edition_id, "position"),
  constraint catalogue_edition_card_position_check check (("position" > 0)),
  foreign key (tenant_id, edition_id) references catalogue_edition(tenant_id, id)
);
alter table catalogue_edition_card enable row level security;
create policy tenant_rows on catalogue_edition_card using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_photo (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  card_id uuid not null,
  file_id uuid not null,
  alt text not null,
  credit text not null default ''::text,
  on_day date not null,
  added_by uuid,
  primary key (tenant_id, id),
  constraint catalogue_photo_alt_check check ((alt <> ''::text)),
  foreign key (tenant_id, added_by) references person(tenant_id, id),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references file(tenant_id, id)
);
create index catalogue_photo_added_by on catalogue_photo using btree (tenant_id, added_by);
create index catalogue_photo_card on catalogue_photo using btree (tenant_id, card_id, id);
create index catalogue_photo_file on catalogue_photo using btree (tenant_id, file_id);
alter table catalogue_photo enable row level security;
create policy tenant_rows on catalogue_photo using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_pin (
  tenant_id uuid not null default current_tenant(),
  year integer not null,
  card_id uuid not null,
  on_day date not null,
  pinned_by uuid,
  primary key (tenant_id, year, card_id),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id) on delete cascade,
  foreign key (tenant_id, pinned_by) references person(tenant_id, id),
  constraint catalogue_pin_year_check check (((year >= 2000) and (year <= 2200)))
);
create index catalogue_pin_card on catalogue_pin using btree (tenant_id, card_id);
create index catalogue_pin_pinned_by on catalogue_pin using btree (tenant_id, pinned_by);
alter table catalogue_pin enable row level security;
create policy tenant_rows on catalogue_pin using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_question (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  card_id uuid not null,
  initiative_id uuid not null,
  words text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  closed_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, asked_by) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id) on delete cascade,
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade,
  constraint catalogue_question_words_check check ((words <> ''::text))
);
create index catalogue_question_asked_by on catalogue_question using btree (tenant_id, asked_by);
create index catalogue_question_card on catalogue_question using btree (tenant_id, card_id);
create index catalogue_question_initiative on catalogue_question using btree (tenant_id, initiative_id, asked_at);
create index catalogue_question_open on catalogue_question using btree (tenant_id, asked_at) where (closed_on is null);
alter table catalogue_question enable row level security;
create policy tenant_rows on catalogue_question using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_remark (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  card_id uuid not null,
  department_id uuid,
  words text not null,
  on_day date not null,
  said_by uuid,
  gone_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id) on delete cascade,
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  foreign key (tenant_id, said_by) references person(tenant_id, id),
  constraint catalogue_remark_words_check check ((words <> ''::text))
);
create index catalogue_remark_card on catalogue_remark using btree (tenant_id, card_id, id);
create index catalogue_remark_department on catalogue_remark using btree (tenant_id, department_id);
create index catalogue_remark_said_by on catalogue_remark using btree (tenant_id, said_by);
alter table catalogue_remark enable row level security;
create policy tenant_rows on catalogue_remark using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_taking (
  tenant_id uuid not null default current_tenant(),
  initiative_id uuid not null,
  card_id uuid not null,
  participants integer not null,
  budget text[] not null default '{}'::text[],
  budget_ore bigint[] not null default '{}'::bigint[],
  on_day date not null,
  primary key (tenant_id, initiative_id),
  constraint catalogue_taking_participants_check check (((participants >= 1) and (participants <= 10000))),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade
);
create index catalogue_taking_card on catalogue_taking using btree (tenant_id, card_id, initiative_id);
alter table catalogue_taking enable row level security;
create policy tenant_rows on catalogue_taking using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger card_taken after insert or delete or update of card_id on catalogue_taking for each row execute function keep_card_taken();

create table catalogue_vocabulary (
  tenant_id uuid not null default current_tenant(),
  word text not null,
  cards integer not null,
  primary key (tenant_id, word),
  constraint catalogue_vocabulary_cards_check check ((cards >= 0))
);
alter table catalogue_vocabulary enable row level security;
create policy tenant_rows on catalogue_vocabulary using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table catalogue_word (
  tenant_id uuid not null default current_tenant(),
  card_id uuid not null,
  word text not null,
  primary key (tenant_id, card_id, word),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id) on delete cascade,
  constraint catalogue_word_word_check check ((word <> ''::text))
);
create index catalogue_word_word on catalogue_word using btree (tenant_id, word, card_id);
alter table catalogue_word enable row level security;
create policy tenant_rows on catalogue_word using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger catalogue_vocabulary after insert on catalogue_word referencing new table as told for each statement execute function keep_catalogue_vocabulary();
create trigger catalogue_vocabulary_less after delete on catalogue_word referencing old table as told for each statement execute function keep_catalogue_vocabulary();

create table contact_preference (
  tenant_id uuid not null default current_tenant(),
  person_id uuid not null,
  channel text not null,
  large_print boolean not null default false,
  digital_exempt boolean not null default false,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  changed_channel text not null,
  primary key (tenant_id, person_id),
  constraint contact_preference_channel_check check ((channel = any (array['mail'::text, 'sms'::text, 'paper'::text, 'never'::text]))),
  foreign key (tenant_id, changed_by) references person(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index contact_preference_changed_by on contact_preference using btree (tenant_id, changed_by);
alter table contact_preference enable row level security;
create policy tenant_rows on contact_preference using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table department (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  organisation_id uuid not null,
  number text not null,
  name text not null,
  municipality text not null default ''::text,
  started_on date,
  has_board boolean not null default true,
  primary key (tenant_id, id),
  constraint department_name_check check ((name <> ''::text)),
  constraint department_number_check check ((number <> ''::text)),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  unique (tenant_id, organisation_id, number)
);
alter table department enable row level security;
create policy tenant_rows on department using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table digest (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  week date not null,
  made_at timestamp with time zone not null,
  outgoing_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, outgoing_id) references outgoing(tenant_id, id) on delete set null (outgoing_id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  unique (tenant_id, person_id, week)
);
create index digest_outgoing on digest using btree (tenant_id, outgoing_id);
alter table digest enable row level security;
create policy tenant_rows on digest using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table digest_week (
  tenant_id uuid not null default current_tenant(),
  week date not null,
  made_at timestamp with time zone not null,
  primary key (tenant_id, week)
);
alter table digest_week enable row level security;
create policy tenant_rows on digest_week using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table digest_wish (
  tenant_id uuid not null default current_tenant(),
  person_id uuid not null,
  topic text not null,
  told_on date,
  primary key (tenant_id, person_id, topic),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  constraint digest_wish_topic_check check ((topic = 'nearby'::text))
);
alter table digest_wish enable row level security;
create policy tenant_rows on digest_wish using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table directory_role (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  identity_id uuid not null,
  grant_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, grant_id) references role_grant(tenant_id, id) on delete cascade,
  unique (tenant_id, grant_id),
  foreign key (tenant_id, identity_id) references sign_in_identity(tenant_id, id) on delete cascade
);
create index directory_role_identity on directory_role using btree (tenant_id, identity_id);
alter table directory_role enable row level security;
create policy tenant_rows on directory_role using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table door_round (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  department_id uuid not null,
  initiative_id uuid,
  title text not null,
  on_day date not null,
  script text not null default ''::text,
  made_at timestamp with time zone not null,
  made_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  constraint door_round_title_check check ((title <> ''::text))
);
create index door_round_day on door_round using btree (tenant_id, on_day, id);
create index door_round_department on door_round using btree (tenant_id, department_id);
create index door_round_initiative on door_round using btree (tenant_id, initiative_id);
create index door_round_made_by on door_round using btree (tenant_id, made_by);
alter table door_round enable row level security;
create policy tenant_rows on door_round using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table door_round_stairwell (
  tenant_id uuid not null default current_tenant(),
  round_id uuid not null,
  building_id uuid not null,
  opened integer,
  talked integer,
  said_yes integer,
  counted_at timestamp with time zone,
  primary key (tenant_id, round_id, building_id),
  constraint door_round_stairwell_check check (((coalesce(said_yes, 0) <= coalesce(talked, 0)) and (coalesce(talked, 0) <= coalesce(opened, 0)))),
  constraint door_round_stairwell_opened_check check (((opened >= 0) and (opened <= 999))),
  constraint door_round_stairwell_said_yes_check check (((said_yes >= 0) and (said_yes <= 999))),
  constraint door_round_stairwell_talked_check check (((talked >= 0) and (talked <= 999))),
  foreign key (tenant_id, building_id) references building(tenant_id, id),
  foreign key (tenant_id, round_id) references door_round(tenant_id, id) on delete cascade
);
create index door_round_stairwell_building on door_round_stairwell using btree (tenant_id, building_id);
alter table door_round_stairwell enable row level security;
create policy tenant_rows on door_round_stairwell using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table evaluation (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  event_id uuid,
  initiative_id uuid,
  code text not null,
  opened_on date not null,
  opened_by uuid,
  primary key (tenant_id, id),
  constraint evaluation_check check ((num_nonnulls(event_id, initiative_id) = 1)),
  constraint evaluation_code_check check ((code ~ '^[2-9A-Z]{8}$'::text)),
  foreign key (tenant_id, event_id) references event(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  foreign key (tenant_id, opened_by) references person(tenant_id, id)
);
create unique index evaluation_code on evaluation using btree (tenant_id, code);
create unique index evaluation_event on evaluation using btree (tenant_id, event_id) where (event_id is not null);
create unique index evaluation_initiative on evaluation using btree (tenant_id, initiative_id) where (initiative_id is not null);
create index evaluation_opened_by on evaluation using btree (tenant_id, opened_by);
alter table evaluation enable row level security;
create policy tenant_rows on evaluation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table evaluation_answer (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default gen_random_uuid(),
  evaluation_id uuid not null,
  liked smallint,
  met_new boolean,
  helps text,
  words text not null default ''::text,
  on_paper boolean not null,
  own_link boolean not null default false,
  primary key (tenant_id, id),
  constraint evaluation_answer_check check (((num_nonnulls(liked, met_new, helps) > 0) or (words <> ''::text))),
  constraint evaluation_answer_check1 check ((not (own_link and on_paper))),
  constraint evaluation_answer_helps_check check ((helps = any (array['yes'::text, 'asked'::text, 'no'::text]))),
  constraint evaluation_answer_liked_check check (((liked >= 1) and (liked <= 4))),
  foreign key (tenant_id, evaluation_id) references evaluation(tenant_id, id)
);
create index evaluation_answer_of on evaluation_answer using btree (tenant_id, evaluation_id);
alter table evaluation_answer enable row level security;
create policy tenant_rows on evaluation_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table evaluation_ask (
  tenant_id uuid not null default current_tenant(),
  evaluation_id uuid not null,
  asked_on date not null,
  parties integer not null,
  primary key (tenant_id, evaluation_id),
  constraint evaluation_ask_parties_check check ((parties >= 0)),
  foreign key (tenant_id, evaluation_id) references evaluation(tenant_id, id)
);
alter table evaluation_ask enable row level security;
create policy tenant_rows on evaluation_ask using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table evaluation_end (
  tenant_id uuid not null default current_tenant(),
  evaluation_id uuid not null,
  ended_on date not null,
  ended_by uuid,
  primary key (tenant_id, evaluation_id),
  foreign key (tenant_id, ended_by) references person(tenant_id, id),
  foreign key (tenant_id, evaluation_id) references evaluation(tenant_id, id)
);
create index evaluation_end_by on evaluation_end using btree (tenant_id, ended_by);
alter table evaluation_end enable row level security;
create policy tenant_rows on evaluation_end using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table evaluation_quote (
  tenant_id uuid not null default current_tenant(),
  answer_id uuid not null,
  shown_at timestamp with time zone not null,
  shown_by uuid,
  primary key (tenant_id, answer_id),
  foreign key (tenant_id, answer_id) references evaluation_answer(tenant_id, id) on delete cascade,
  foreign key (tenant_id, shown_by) references person(tenant_id, id)
);
create index evaluation_quote_by on evaluation_quote using btree (tenant_id, shown_by);
alter table evaluation_quote enable row level security;
create policy tenant_rows on evaluation_quote using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table evaluation_ticket (
  tenant_id uuid not null default current_tenant(),
  evaluation_id uuid not null,
  mark bytea not null,
  state text not null,
  primary key (tenant_id, mark),
  constraint evaluation_ticket_mark_check check ((length(mark) = 32)),
  constraint evaluation_ticket_state_check check ((state = any (array['sent'::text, 'used'::text, 'signed_in'::text]))),
  foreign key (tenant_id, evaluation_id) references evaluation(tenant_id, id)
);
create index evaluation_ticket_of on evaluation_ticket using btree (tenant_id, evaluation_id);
alter table evaluation_ticket enable row level security;
create policy tenant_rows on evaluation_ticket using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid,
  title text not null,
  what text not null,
  place text not null,
  on_day date not null,
  last_day date not null,
  starts text not null,
  ends text,
  whole_organisation boolean not null,
  open_to_all boolean not null,
  capacity integer,
  expected integer,
  sign_up boolean not null,
  sign_up_by date,
  aspects text[] not null default '{}'::text[],
  call_who text not null default ''::text,
  phone text,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint event_aspects_check check ((aspects <@ array['outdoors'::text, 'food'::text, 'alcohol'::text, 'music'::text, 'road'::text, 'fire'::text, 'children'::text, 'photos'::text, 'lottery'::text, 'guests'::text, 'tent'::text])),
  constraint event_capacity_check check (((capacity >= 1) and (capacity <= 10000))),
  constraint event_check check ((last_day >= on_day)),
  constraint event_check1 check ((sign_up_by <= last_day)),
  constraint event_ends_check check ((ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint event_expected_check check (((expected >= 1) and (expected <= 10000))),
  constraint event_phone_check check ((phone ~ '^\+[0-9]{4,15}$'::text)),
  constraint event_place_check check ((place <> ''::text)),
  constraint event_starts_check check ((starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  foreign key (tenant_id, created_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  constraint event_title_check check ((title <> ''::text)),
  constraint event_what_check check ((what <> ''::text))
);
create index event_by_day on event using btree (tenant_id, on_day, id);
create index event_by_last_day on event using btree (tenant_id, last_day, id) include (on_day, whole_organisation);
create index event_created_by on event using btree (tenant_id, created_by);
create index event_initiative on event using btree (tenant_id, initiative_id, on_day);
alter table event enable row level security;
create policy tenant_rows on event using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_attendance (
  tenant_id uuid not null default current_tenant(),
  sign_up_id uuid not null,
  adults smallint not null,
  children smallint not null,
  noted_at timestamp with time zone not null,
  noted_by uuid,
  primary key (tenant_id, sign_up_id),
  constraint event_attendance_adults_check check (((adults >= 0) and (adults <= 50))),
  constraint event_attendance_check check (((adults + children) > 0)),
  constraint event_attendance_children_check check (((children >= 0) and (children <= 50))),
  foreign key (tenant_id, noted_by) references person(tenant_id, id),
  foreign key (tenant_id, sign_up_id) references event_sign_up(tenant_id, id) on delete cascade
);
create index event_attendance_noted_by on event_attendance using btree (tenant_id, noted_by);
alter table event_attendance enable row level security;
create policy tenant_rows on event_attendance using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_cancellation (
  tenant_id uuid not null default current_tenant(),
  event_id uuid not null,
  cancelled_at timestamp with time zone not null,
  cancelled_by uuid,
  reason text not null,
  words text not null default ''::text,
  primary key (tenant_id, event_id),
  constraint event_cancellation_reason_check check ((reason = any (array['weather'::text, 'few'::text, 'illness'::text, 'other'::text]))),
  foreign key (tenant_id, cancelled_by) references person(tenant_id, id),
  foreign key (tenant_id, event_id) references event(tenant_id, id)
);
create index event_cancellation_by on event_cancellation using btree (tenant_id, cancelled_by);
alter table event_cancellation enable row level security;
create policy tenant_rows on event_cancellation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_count (
  tenant_id uuid not null default current_tenant(),
  event_id uuid not null,
  adults integer,
  children integer,
  sign_ups integer not null,
  absent integer not null,
  known_people integer not null,
  first_people integer not null,
  known_homes integer not null,
  first_homes integer not null,
  counted_at timestamp with time zone not null,
  counted_by uuid,
  primary key (tenant_id, event_id),
  constraint event_count_absent_check check ((absent >= 0)),
  constraint event_count_adults_check check ((adults >= 0)),
  constraint event_count_check check (((first_people >= 0) and (first_people <= known_people))),
  constraint event_count_check1 check (((first_homes >= 0) and (first_homes <= known_homes))),
  constraint event_count_check2 check (((adults is null) = (children is null))),
  constraint event_count_children_check check ((children >= 0)),
  constraint event_count_known_homes_check check ((known_homes >= 0)),
  constraint event_count_known_people_check check ((known_people >= 0)),
  constraint event_count_sign_ups_check check ((sign_ups >= 0)),
  foreign key (tenant_id, counted_by) references person(tenant_id, id),
  foreign key (tenant_id, event_id) references event(tenant_id, id)
);
create index event_count_by on event_count using btree (tenant_id, counted_by);
alter table event_count enable row level security;
create policy tenant_rows on event_count using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_count_way (
  tenant_id uuid not null default current_tenant(),
  event_id uuid not null,
  came_by text not null,
  people integer not null,
  primary key (tenant_id, event_id, came_by),
  constraint event_count_way_came_by_check check ((came_by = any (array['asked'::text, 'poster'::text, 'mail'::text, 'neighbour'::text, 'other'::text]))),
  constraint event_count_way_people_check check ((people > 0)),
  foreign key (tenant_id, event_id) references event(tenant_id, id)
);
alter table event_count_way enable row level security;
create policy tenant_rows on event_count_way using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_department (
  tenant_id uuid not null default current_tenant(),
  event_id uuid not null,
  department_id uuid not null,
  primary key (tenant_id, event_id, department_id),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  foreign key (tenant_id, event_id) references event(tenant_id, id)
);
create index event_department_of on event_department using btree (tenant_id, department_id, event_id);
alter table event_department enable row level security;
create policy tenant_rows on event_department using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_duty (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  event_id uuid not null,
  code text not null,
  due_on date not null,
  done_at timestamp with time zone,
  done_by uuid,
  primary key (tenant_id, id),
  constraint event_duty_code_check check ((code <> ''::text)),
  foreign key (tenant_id, done_by) references person(tenant_id, id),
  unique (tenant_id, event_id, code),
  foreign key (tenant_id, event_id) references event(tenant_id, id)
);
create index event_duty_done_by on event_duty using btree (tenant_id, done_by);
create index event_duty_open on event_duty using btree (tenant_id, due_on) where (done_at is null);
alter table event_duty enable row level security;
create policy tenant_rows on event_duty using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_duty_rule (
  tenant_id uuid not null default current_tenant(),
  code text not null,
  active boolean not null,
  days_before smallint not null,
  words text not null default ''::text,
  set_at timestamp with time zone not null,
  set_by uuid,
  primary key (tenant_id, code),
  constraint event_duty_rule_code_check check ((code <> ''::text)),
  constraint event_duty_rule_days_before_check check (((days_before >= 0) and (days_before <= 180))),
  foreign key (tenant_id, set_by) references person(tenant_id, id)
);
create index event_duty_rule_by on event_duty_rule using btree (tenant_id, set_by);
alter table event_duty_rule enable row level security;
create policy tenant_rows on event_duty_rule using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_move (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  event_id uuid not null,
  moved_at timestamp with time zone not null,
  moved_by uuid,
  was_day date not null,
  was_starts text not null,
  was_place text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references event(tenant_id, id),
  foreign key (tenant_id, moved_by) references person(tenant_id, id)
);
create index event_move_by on event_move using btree (tenant_id, moved_by);
create index event_move_of on event_move using btree (tenant_id, event_id, id);
alter table event_move enable row level security;
create policy tenant_rows on event_move using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_notice (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  event_id uuid not null,
  sign_up_id uuid not null,
  kind text not null,
  way text not null,
  made_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  primary key (tenant_id, id),
  constraint event_notice_kind_check check ((kind = any (array['cancelled'::text, 'moved'::text, 'seat'::text, 'reminder'::text]))),
  foreign key (tenant_id, done_by) references person(tenant_id, id),
  foreign key (tenant_id, event_id) references event(tenant_id, id),
  foreign key (tenant_id, sign_up_id) references event_sign_up(tenant_id, id) on delete cascade,
  constraint event_notice_way_check check ((way = any (array['sent'::text, 'paper'::text])))
);
create index event_notice_done_by on event_notice using btree (tenant_id, done_by);
create index event_notice_of on event_notice using btree (tenant_id, event_id, id);
create index event_notice_sign_up on event_notice using btree (tenant_id, sign_up_id);
alter table event_notice enable row level security;
create policy tenant_rows on event_notice using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_organiser (
  tenant_id uuid not null default current_tenant(),
  event_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null,
  primary key (tenant_id, event_id, person_id),
  foreign key (tenant_id, event_id) references event(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index event_organiser_person on event_organiser using btree (tenant_id, person_id, event_id);
alter table event_organiser enable row level security;
create policy tenant_rows on event_organiser using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_sign_up (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  event_id uuid not null,
  name text not null,
  email text,
  phone text,
  home text not null default ''::text,
  adults smallint not null,
  children smallint not null,
  came_by text,
  language text not null,
  person_id uuid,
  signed_up_at timestamp with time zone not null,
  channel text not null,
  registered_by uuid,
  placed_at timestamp with time zone,
  left_at timestamp with time zone,
  goes_on date not null,
  primary key (tenant_id, id),
  constraint event_sign_up_adults_check check (((adults >= 0) and (adults <= 50))),
  constraint event_sign_up_came_by_check check ((came_by = any (array['asked'::text, 'poster'::text, 'mail'::text, 'neighbour'::text, 'other'::text]))),
  constraint event_sign_up_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint event_sign_up_check check (((adults + children) > 0)),
  constraint event_sign_up_children_check check (((children >= 0) and (children <= 50))),
  constraint event_sign_up_email_check check (((email <> ''::text) and (email = lower(email)))),
  constraint event_sign_up_language_check check ((language = any (array['da'::text, 'en'::text]))),
  constraint event_sign_up_name_check check ((name <> ''::text)),
  constraint event_sign_up_phone_check check ((phone ~ '^\+[0-9]{4,15}$'::text)),
  foreign key (tenant_id, event_id) references event(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete set null (person_id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index event_sign_up_goes on event_sign_up using btree (tenant_id, goes_on);
create index event_sign_up_of on event_sign_up using btree (tenant_id, event_id, id);
create index event_sign_up_person on event_sign_up using btree (tenant_id, person_id);
create index event_sign_up_registered_by on event_sign_up using btree (tenant_id, registered_by);
create index event_sign_up_waits on event_sign_up using btree (tenant_id, event_id, id) where ((placed_at is null) and (left_at is null));
alter table event_sign_up enable row level security;
create policy tenant_rows on event_sign_up using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_sign_up_key (
  tenant_id uuid not null default current_tenant(),
  code_hash bytea not null,
  sign_up_id uuid not null,
  made_at timestamp with time zone not null,
  primary key (tenant_id, code_hash),
  constraint event_sign_up_key_code_hash_check check ((length(code_hash) = 32)),
  foreign key (tenant_id, sign_up_id) references event_sign_up(tenant_id, id) on delete cascade
);
create index event_sign_up_key_of on event_sign_up_key using btree (tenant_id, sign_up_id);
alter table event_sign_up_key enable row level security;
create policy tenant_rows on event_sign_up_key using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_text (
  tenant_id uuid not null default current_tenant(),
  event_id uuid not null,
  language text not null,
  title text not null,
  what text not null,
  primary key (tenant_id, event_id, language),
  constraint event_text_language_check check ((language = any (array['da'::text, 'en'::text, 'de'::text, 'pl'::text, 'tr'::text, 'uk'::text]))),
  foreign key (tenant_id, event_id) references event(tenant_id, id),
  constraint event_text_title_check check ((title <> ''::text)),
  constraint event_text_what_check check ((what <> ''::text))
);
alter table event_text enable row level security;
create policy tenant_rows on event_text using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_visitor (
  tenant_id uuid not null default current_tenant(),
  mark bytea not null,
  month date not null,
  department_id uuid,
  times integer not null,
  first boolean not null,
  primary key (tenant_id, mark, month),
  constraint event_visitor_mark_check check ((length(mark) = 32)),
  constraint event_visitor_month_check check ((extract(day from month) = (1)::numeric)),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  constraint event_visitor_times_check check ((times > 0))
);
create index event_visitor_department on event_visitor using btree (tenant_id, department_id);
create index event_visitor_month on event_visitor using btree (tenant_id, month);
alter table event_visitor enable row level security;
create policy tenant_rows on event_visitor using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table event_walk_in (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  event_id uuid not null,
  adults smallint not null,
  children smallint not null,
  came_by text,
  noted_at timestamp with time zone not null,
  noted_by uuid,
  primary key (tenant_id, id),
  constraint event_walk_in_adults_check check (((adults >= 0) and (adults <= 5000))),
  constraint event_walk_in_came_by_check check ((came_by = any (array['asked'::text, 'poster'::text, 'mail'::text, 'neighbour'::text, 'other'::text]))),
  constraint event_walk_in_check check (((adults + children) > 0)),
  constraint event_walk_in_children_check check (((children >= 0) and (children <= 5000))),
  foreign key (tenant_id, event_id) references event(tenant_id, id),
  foreign key (tenant_id, noted_by) references person(tenant_id, id)
);
create index event_walk_in_noted_by on event_walk_in using btree (tenant_id, noted_by);
create index event_walk_in_of on event_walk_in using btree (tenant_id, event_id, id);
alter table event_walk_in enable row level security;
create policy tenant_rows on event_walk_in using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table feed_address (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  made_at timestamp with time zone not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  unique (tenant_id, person_id)
);
alter table feed_address enable row level security;
create policy tenant_rows on feed_address using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table file (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  sha256 bytea not null,
  name text not null,
  kind text not null,
  size integer not null,
  purpose text not null,
  saved_at timestamp with time zone not null,
  saved_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, sha256) references file_blob(tenant_id, sha256)
);
create index file_content on file using btree (tenant_id, sha256);
alter table file enable row level security;
create policy tenant_rows on file using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table file_blob (
  tenant_id uuid not null default current_tenant(),
  sha256 bytea not null,
  content bytea not null,
  primary key (tenant_id, sha256),
  constraint file_blob_sha256_check check ((length(sha256) = 32))
);
alter table file_blob enable row level security;
create policy tenant_rows on file_blob using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  organisation_id uuid not null,
  name text not null,
  opened_on date not null,
  opened_by uuid,
  prefix text not null default 'P'::text,
  primary key (tenant_id, id),
  constraint fund_name_check check ((name <> ''::text)),
  constraint fund_prefix_check check ((prefix ~ '^[A-Z]{1,3}$'::text)),
  foreign key (tenant_id, opened_by) references person(tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id)
);
create index fund_opened_by on fund using btree (tenant_id, opened_by);
create index fund_organisation on fund using btree (tenant_id, organisation_id);
create unique index fund_prefix on fund using btree (tenant_id, prefix);
alter table fund enable row level security;
create policy tenant_rows on fund using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_answer (
  tenant_id uuid not null default current_tenant(),
  question_id uuid not null,
  words text not null,
  on_day date not null,
  channel text not null,
  answered_by uuid,
  registered_by uuid,
  primary key (tenant_id, question_id),
  constraint fund_answer_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, answered_by) references person(tenant_id, id),
  foreign key (tenant_id, question_id) references fund_question(tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  constraint fund_answer_words_check check ((words <> ''::text))
);
create index fund_answer_answered_by on fund_answer using btree (tenant_id, answered_by);
create index fund_answer_registered_by on fund_answer using btree (tenant_id, registered_by);
alter table fund_answer enable row level security;
create policy tenant_rows on fund_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_application (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  fund_id uuid not null,
  initiative_id uuid,
  title text not null default ''::text,
  applicant_kind text not null default 'resident'::text,
  applicant_id uuid,
  applicant_name text not null default ''::text,
  applicant_email text,
  applicant_phone text,
  guardian_name text not null default ''::text,
  purpose text not null default ''::text,
  participants integer,
  starts_on date,
  ends_on date,
  other_money_ore bigint not null default 0,
  other_money_words text not null default ''::text,
  grounds text[] not null default '{}'::text[],
  ground_reason text not null default ''::text,
  remains text not null default ''::text,
  minors boolean not null default false,
  non_residents boolean not null default false,
  version integer not null default 1,
  resume_hash bytea not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  channel text not null,
  registered_by uuid,
  applicant_key text generated always as (lower(applicant_name)) stored,
  title_key text generated always as (lower(title)) stored,
  applicant_age text not null default 'adult'::text,
  guardian_contact text not null default ''::text,
  applicant_address text not null default ''::text,
  who_buys text not null default ''::text,
  remains_owner text not null default ''::text,
  received_on date,
  language text not null default 'da'::text,
  primary key (tenant_id, id),
  constraint fund_application_applicant_age_check check ((applicant_age = any (array['adult'::text, 'young'::text, 'child'::text]))),
  constraint fund_application_applicant_kind_check check ((applicant_kind = any (array['resident'::text, 'board'::text, 'association'::text, 'staff'::text]))),
  constraint fund_application_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint fund_application_check check ((ends_on >= starts_on)),
  constraint fund_application_grounds_check check ((grounds <@ array['across_departments'::text, 'short_notice'::text, 'smaller_group'::text])),
  constraint fund_application_language_check check ((language = any (array['da'::text, 'en'::text]))),
  constraint fund_application_other_money_ore_check check ((other_money_ore >= 0)),
  constraint fund_application_participants_check check ((participants > 0)),
  constraint fund_application_remains_owner_check check ((remains_owner = any (array[''::text, 'organisation'::text, 'department'::text, 'group'::text, 'given_away'::text]))),
  constraint fund_application_resume_hash_check check ((length(resume_hash) = 32)),
  foreign key (tenant_id, applicant_id) references person(tenant_id, id),
  foreign key (tenant_id, created_by) references person(tenant_id, id),
  foreign key (tenant_id, fund_id) references fund(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  unique (tenant_id, resume_hash)
);
create index fund_application_applicant on fund_application using btree (tenant_id, applicant_id, starts_on);
create index fund_application_applicant_key on fund_application using btree (tenant_id, applicant_key, starts_on);
create index fund_application_created_by on fund_application using btree (tenant_id, created_by);
create index fund_application_fund on fund_application using btree (tenant_id, fund_id, id);
create index fund_application_initiative on fund_application using btree (tenant_id, initiative_id);
create index fund_application_over on fund_application using btree (tenant_id, coalesce(ends_on, starts_on));
create index fund_application_registered_by on fund_application using btree (tenant_id, registered_by);
create index fund_application_starts on fund_application using btree (tenant_id, starts_on);
create index fund_application_title_key on fund_application using btree (tenant_id, title_key);
alter table fund_application enable row level security;
create policy tenant_rows on fund_application using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger fund_sum_other after update of other_money_ore on fund_application for each row when ((new.other_money_ore <> old.other_money_ore)) execute function keep_fund_sum_of_other();

create table fund_application_department (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  department_id uuid not null,
  primary key (tenant_id, application_id, department_id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, department_id) references department(tenant_id, id)
);
create index fund_application_department_department on fund_application_department using btree (tenant_id, department_id, application_id);
alter table fund_application_department enable row level security;
create policy tenant_rows on fund_application_department using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_budget_line (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  what text not null,
  supplier text not null default ''::text,
  amount_ore bigint not null,
  supplier_key text generated always as (lower(supplier)) stored,
  primary key (tenant_id, id),
  constraint fund_budget_line_amount_ore_check check ((amount_ore > 0)),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  constraint fund_budget_line_what_check check ((what <> ''::text))
);
create index fund_budget_line_amount on fund_budget_line using btree (tenant_id, amount_ore);
create index fund_budget_line_application on fund_budget_line using btree (tenant_id, application_id);
create index fund_budget_line_supplier on fund_budget_line using btree (tenant_id, supplier_key);
alter table fund_budget_line enable row level security;
create policy tenant_rows on fund_budget_line using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_carry_over (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  from_period_id uuid not null,
  to_period_id uuid not null,
  amount_ore bigint not null,
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  constraint fund_carry_over_amount_ore_check check ((amount_ore > 0)),
  constraint fund_carry_over_check check ((to_period_id <> from_period_id)),
  foreign key (tenant_id, from_period_id) references fund_period(tenant_id, id),
  foreign key (tenant_id, recorded_by) references person(tenant_id, id),
  foreign key (tenant_id, to_period_id) references fund_period(tenant_id, id)
);
create index fund_carry_over_from on fund_carry_over using btree (tenant_id, from_period_id);
create index fund_carry_over_recorded_by on fund_carry_over using btree (tenant_id, recorded_by);
create index fund_carry_over_to on fund_carry_over using btree (tenant_id, to_period_id);
alter table fund_carry_over enable row level security;
create policy tenant_rows on fund_carry_over using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger fund_sum_from after insert on fund_carry_over referencing new table as added for each statement execute function keep_fund_sum('carried_out', 'from_period_id');
create trigger fund_sum_to after insert on fund_carry_over referencing new table as added for each statement execute function keep_fund_sum('carried_in', 'to_period_id');

create table fund_claim (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  amount_ore bigint not null,
  reference text not null,
  on_day date not null,
  claimed_by uuid,
  primary key (tenant_id, id),
  constraint fund_claim_amount_ore_check check ((amount_ore <> 0)),
  constraint fund_claim_reference_check check ((reference <> ''::text)),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, claimed_by) references person(tenant_id, id)
);
create index fund_claim_application on fund_claim using btree (tenant_id, application_id);
create index fund_claim_claimed_by on fund_claim using btree (tenant_id, claimed_by);
alter table fund_claim enable row level security;
create policy tenant_rows on fund_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_claim_end (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  claim_id uuid not null,
  result text not null,
  words text not null default ''::text,
  on_day date not null,
  ended_by uuid,
  primary key (tenant_id, id),
  constraint fund_claim_end_result_check check ((result = any (array['let_go'::text, 'paid'::text, 'bounced'::text]))),
  foreign key (tenant_id, claim_id) references fund_claim(tenant_id, id),
  foreign key (tenant_id, ended_by) references person(tenant_id, id)
);
create index fund_claim_end_claim on fund_claim_end using btree (tenant_id, claim_id);
create index fund_claim_end_ended_by on fund_claim_end using btree (tenant_id, ended_by);
alter table fund_claim_end enable row level security;
create policy tenant_rows on fund_claim_end using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_co_applicant (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  name text not null,
  person_id uuid,
  email text,
  invite_hash bytea,
  invited_on date,
  declined_on date,
  primary key (tenant_id, id),
  constraint fund_co_applicant_invite_hash_check check ((length(invite_hash) = 32)),
  constraint fund_co_applicant_name_check check ((name <> ''::text)),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create index fund_co_applicant_application on fund_co_applicant using btree (tenant_id, application_id);
create unique index fund_co_applicant_invite on fund_co_applicant using btree (tenant_id, invite_hash);
create index fund_co_applicant_person on fund_co_applicant using btree (tenant_id, person_id);
alter table fund_co_applicant enable row level security;
create policy tenant_rows on fund_co_applicant using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_code (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  kind text not null,
  code_hash bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  revoked_at timestamp with time zone,
  primary key (tenant_id, id),
  constraint fund_code_code_hash_check check ((length(code_hash) = 32)),
  constraint fund_code_kind_check check ((kind = any (array['follow'::text, 'slip'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  unique (tenant_id, code_hash),
  foreign key (tenant_id, made_by) references person(tenant_id, id)
);
create index fund_code_application on fund_code using btree (tenant_id, application_id);
create index fund_code_made_by on fund_code using btree (tenant_id, made_by);
alter table fund_code enable row level security;
create policy tenant_rows on fund_code using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_decision (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  result text not null,
  amount_ore bigint,
  period_id uuid,
  expires_on date,
  terms text not null default ''::text,
  reason text,
  words text not null default ''::text,
  decision_reference text not null default ''::text,
  policy_id uuid not null,
  decided_by uuid not null,
  on_day date not null,
  meeting_id uuid,
  primary key (tenant_id, id),
  constraint fund_decision_check check (((amount_ore > 0) and ((amount_ore is not null) = (result = 'commit'::text)))),
  constraint fund_decision_check1 check (((period_id is not null) = (result = 'commit'::text))),
  constraint fund_decision_check2 check (((expires_on is not null) = (result = 'commit'::text))),
  constraint fund_decision_check3 check (((reason is not null) = (result = 'refuse'::text))),
  constraint fund_decision_reason_check check ((reason = any (array['no_ground'::text, 'own_account'::text, 'too_late'::text, 'cash_like'::text, 'own_interest'::text, 'private_outlay'::text, 'outside_purpose'::text, 'no_money_left'::text, 'incomplete'::text, 'other'::text]))),
  constraint fund_decision_result_check check ((result = any (array['commit'::text, 'wait'::text, 'refuse'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, decided_by) references person(tenant_id, id),
  foreign key (tenant_id, meeting_id) references fund_meeting(tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period(tenant_id, id),
  foreign key (tenant_id, policy_id) references fund_policy(tenant_id, id)
);
create index fund_decision_amount on fund_decision using btree (tenant_id, amount_ore) where (result = 'commit'::text);
create index fund_decision_application on fund_decision using btree (tenant_id, application_id);
create unique index fund_decision_committed_once on fund_decision using btree (tenant_id, application_id) where (result = 'commit'::text);
create index fund_decision_day on fund_decision using btree (tenant_id, on_day, id);
create index fund_decision_decided_by on fund_decision using btree (tenant_id, decided_by);
create index fund_decision_ledger on fund_decision using btree (tenant_id, period_id, on_day, id) include (amount_ore, application_id);
create index fund_decision_meeting on fund_decision using btree (tenant_id, meeting_id);
create index fund_decision_period on fund_decision using btree (tenant_id, period_id) include (amount_ore);
create index fund_decision_policy on fund_decision using btree (tenant_id, policy_id);
alter table fund_decision enable row level security;
create policy tenant_rows on fund_decision using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger fund_sum after insert on fund_decision referencing new table as added for each statement execute function keep_fund_sum('committed', 'period_id');
create trigger fund_sum_other after insert on fund_decision for each row when ((new.period_id is not null)) execute function keep_fund_sum_of_other();

create table fund_end (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  result text not null,
  words text not null default ''::text,
  on_day date not null,
  ended_by uuid,
  primary key (tenant_id, application_id),
  constraint fund_end_result_check check ((result = any (array['withdrawn'::text, 'cancelled'::text, 'lapsed'::text, 'completed'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, ended_by) references person(tenant_id, id)
);
create index fund_end_ended_by on fund_end using btree (tenant_id, ended_by);
alter table fund_end enable row level security;
create policy tenant_rows on fund_end using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_feedback (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  came integer not null,
  best text not null default ''::text,
  differently text not null default ''::text,
  on_day date not null,
  given_at timestamp with time zone not null,
  channel text not null,
  given_by uuid,
  registered_by uuid,
  primary key (tenant_id, id),
  constraint fund_feedback_came_check check (((came >= 0) and (came <= 100000))),
  constraint fund_feedback_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, given_by) references person(tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index fund_feedback_application on fund_feedback using btree (tenant_id, application_id, id);
create index fund_feedback_day on fund_feedback using btree (tenant_id, on_day);
create index fund_feedback_given_by on fund_feedback using btree (tenant_id, given_by);
create index fund_feedback_registered_by on fund_feedback using btree (tenant_id, registered_by);
alter table fund_feedback enable row level security;
create policy tenant_rows on fund_feedback using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_feedback_draft (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  came text not null default ''::text,
  best text not null default ''::text,
  differently text not null default ''::text,
  saved_at timestamp with time zone not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade
);
alter table fund_feedback_draft enable row level security;
create policy tenant_rows on fund_feedback_draft using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_feedback_link (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  code_hash bytea not null,
  means text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  primary key (tenant_id, id),
  constraint fund_feedback_link_code_hash_check check ((length(code_hash) = 32)),
  constraint fund_feedback_link_means_check check ((means = any (array['message'::text, 'card'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  unique (tenant_id, code_hash),
  foreign key (tenant_id, made_by) references person(tenant_id, id)
);
create index fund_feedback_link_application on fund_feedback_link using btree (tenant_id, application_id);
create index fund_feedback_link_made_by on fund_feedback_link using btree (tenant_id, made_by);
alter table fund_feedback_link enable row level security;
create policy tenant_rows on fund_feedback_link using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_feedback_waiver (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  words text not null,
  on_day date not null,
  waived_by uuid not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, waived_by) references person(tenant_id, id),
  constraint fund_feedback_waiver_words_check check ((words <> ''::text))
);
create index fund_feedback_waiver_waived_by on fund_feedback_waiver using btree (tenant_id, waived_by);
alter table fund_feedback_waiver enable row level security;
create policy tenant_rows on fund_feedback_waiver using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_letter (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  kind text not null,
  decision_id uuid,
  language text not null,
  way text not null,
  on_day date not null,
  handed_on date,
  handed_by uuid,
  primary key (tenant_id, id),
  constraint fund_letter_check check (((decision_id is null) = (kind = 'receipt'::text))),
  constraint fund_letter_kind_check check ((kind = any (array['receipt'::text, 'commitment'::text, 'refusal'::text, 'waiting_list'::text, 'municipality'::text]))),
  constraint fund_letter_language_check check ((language = any (array['da'::text, 'en'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, decision_id) references fund_decision(tenant_id, id),
  foreign key (tenant_id, handed_by) references person(tenant_id, id),
  constraint fund_letter_way_check check ((way = any (array['sent'::text, 'hand'::text, 'none'::text])))
);
create index fund_letter_application on fund_letter using btree (tenant_id, application_id);
create index fund_letter_decision on fund_letter using btree (tenant_id, decision_id);
create index fund_letter_handed_by on fund_letter using btree (tenant_id, handed_by);
alter table fund_letter enable row level security;
create policy tenant_rows on fund_letter using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_meeting (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  fund_id uuid not null,
  on_day date not null,
  reference text not null,
  called_by uuid,
  primary key (tenant_id, id),
  constraint fund_meeting_reference_check check ((reference <> ''::text)),
  foreign key (tenant_id, called_by) references person(tenant_id, id),
  foreign key (tenant_id, fund_id) references fund(tenant_id, id)
);
create index fund_meeting_called_by on fund_meeting using btree (tenant_id, called_by);
create index fund_meeting_fund on fund_meeting using btree (tenant_id, fund_id, on_day);
alter table fund_meeting enable row level security;
create policy tenant_rows on fund_meeting using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_meeting_case (
  tenant_id uuid not null default current_tenant(),
  meeting_id uuid not null,
  application_id uuid not null,
  primary key (tenant_id, meeting_id, application_id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, meeting_id) references fund_meeting(tenant_id, id) on delete cascade
);
create index fund_meeting_case_application on fund_meeting_case using btree (tenant_id, application_id);
alter table fund_meeting_case enable row level security;
create policy tenant_rows on fund_meeting_case using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_meeting_present (
  tenant_id uuid not null default current_tenant(),
  meeting_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, meeting_id, person_id),
  foreign key (tenant_id, meeting_id) references fund_meeting(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create index fund_meeting_present_person on fund_meeting_present using btree (tenant_id, person_id);
alter table fund_meeting_present enable row level security;
create policy tenant_rows on fund_meeting_present using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_naming (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  primary key (tenant_id, application_id, person_id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create index fund_naming_person on fund_naming using btree (tenant_id, person_id);
alter table fund_naming enable row level security;
create policy tenant_rows on fund_naming using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_naming_answer (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  person_id uuid not null,
  result text not null,
  words text not null,
  on_day date not null,
  answered_by uuid not null,
  primary key (tenant_id, application_id, person_id),
  constraint fund_naming_answer_check check (((words <> ''::text) or (result = 'confirmed'::text))),
  constraint fund_naming_answer_result_check check ((result = any (array['confirmed'::text, 'rejected'::text]))),
  foreign key (tenant_id, answered_by) references person(tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create index fund_naming_answer_answered_by on fund_naming_answer using btree (tenant_id, answered_by);
create index fund_naming_answer_person on fund_naming_answer using btree (tenant_id, person_id);
alter table fund_naming_answer enable row level security;
create policy tenant_rows on fund_naming_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_next_in_line (
  tenant_id uuid not null default current_tenant(),
  fund_id uuid not null,
  application_id uuid not null,
  primary key (tenant_id, fund_id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, fund_id) references fund(tenant_id, id)
);
create index fund_next_in_line_application on fund_next_in_line using btree (tenant_id, application_id);
alter table fund_next_in_line enable row level security;
create policy tenant_rows on fund_next_in_line using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_payment (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  amount_ore bigint not null,
  reference text not null,
  on_day date not null,
  recorded_by uuid,
  claim_id uuid,
  period_id uuid not null,
  primary key (tenant_id, id),
  constraint fund_payment_amount_ore_check check ((amount_ore <> 0)),
  constraint fund_payment_reference_check check ((reference <> ''::text)),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, claim_id) references fund_claim(tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period(tenant_id, id),
  foreign key (tenant_id, recorded_by) references person(tenant_id, id)
);
create index fund_payment_application on fund_payment using btree (tenant_id, application_id);
create index fund_payment_claim on fund_payment using btree (tenant_id, claim_id);
create index fund_payment_day on fund_payment using btree (tenant_id, on_day);
create index fund_payment_ledger on fund_payment using btree (tenant_id, period_id, on_day, id) include (amount_ore, application_id);
create index fund_payment_recorded_by on fund_payment using btree (tenant_id, recorded_by);
alter table fund_payment enable row level security;
create policy tenant_rows on fund_payment using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger fund_sum after insert on fund_payment referencing new table as added for each statement execute function keep_fund_sum('paid', 'period_id');

create table fund_period (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  fund_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  primary key (tenant_id, id),
  constraint fund_period_check check ((ends_on >= starts_on)),
  foreign key (tenant_id, fund_id) references fund(tenant_id, id),
  unique (tenant_id, fund_id, starts_on)
);
alter table fund_period enable row level security;
create policy tenant_rows on fund_period using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_photo (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  file_id uuid not null,
  small_file_id uuid not null,
  alt text not null,
  people text not null,
  consent text not null,
  may_be_public boolean not null,
  on_day date not null,
  added_by uuid,
  primary key (tenant_id, id),
  constraint fund_photo_alt_check check ((alt <> ''::text)),
  constraint fund_photo_consent_check check ((consent <> ''::text)),
  constraint fund_photo_people_check check ((people = any (array['nobody'::text, 'adults'::text, 'children'::text]))),
  foreign key (tenant_id, added_by) references person(tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, file_id) references file(tenant_id, id),
  foreign key (tenant_id, small_file_id) references file(tenant_id, id)
);
create index fund_photo_added_by on fund_photo using btree (tenant_id, added_by);
create index fund_photo_application on fund_photo using btree (tenant_id, application_id, id);
create index fund_photo_file on fund_photo using btree (tenant_id, file_id);
create index fund_photo_small_file on fund_photo using btree (tenant_id, small_file_id);
alter table fund_photo enable row level security;
create policy tenant_rows on fund_photo using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_policy (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  fund_id uuid not null,
  period_id uuid not null,
  number integer not null,
  total_ore bigint not null,
  project_max_ore bigint not null,
  grounds text[] not null,
  applicants text[] not null,
  deciding_role text not null,
  delegated_role text,
  delegated_limit_ore bigint not null,
  answer_days integer not null,
  co_financing_per_mille integer not null,
  allocation text not null,
  report_due_days integer not null,
  carries_over boolean not null,
  amounts_include_vat boolean not null,
  allows_private_outlays boolean not null,
  words text not null,
  approved_on date not null,
  approved_reference text not null default ''::text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  asks_own_board boolean not null default true,
  tells_municipality boolean not null default true,
  primary key (tenant_id, id),
  constraint fund_policy_allocation_check check ((allocation = any (array['running'::text, 'first_come'::text, 'rounds'::text]))),
  constraint fund_policy_answer_days_check check (((answer_days >= 1) and (answer_days <= 365))),
  constraint fund_policy_applicants_check check (((cardinality(applicants) > 0) and (applicants <@ array['resident'::text, 'board'::text, 'association'::text, 'staff'::text]))),
  constraint fund_policy_co_financing_per_mille_check check (((co_financing_per_mille >= 0) and (co_financing_per_mille <= 1000))),
  constraint fund_policy_deciding_role_check check ((deciding_role = any (array['organisation_board'::text, 'consultant'::text, 'secretariat'::text, 'municipal_officer'::text]))),
  constraint fund_policy_delegated_limit_ore_check check ((delegated_limit_ore >= 0)),
  constraint fund_policy_delegated_role_check check ((delegated_role = any (array['consultant'::text, 'secretariat'::text, 'municipal_officer'::text]))),
  constraint fund_policy_grounds_check check (((cardinality(grounds) > 0) and (grounds <@ array['across_departments'::text, 'short_notice'::text, 'smaller_group'::text]))),
  constraint fund_policy_number_check check ((number > 0)),
  constraint fund_policy_project_max_ore_check check ((project_max_ore > 0)),
  constraint fund_policy_report_due_days_check check (((report_due_days >= 1) and (report_due_days <= 365))),
  foreign key (tenant_id, fund_id) references fund(tenant_id, id),
  unique (tenant_id, fund_id, number),
  foreign key (tenant_id, period_id) references fund_period(tenant_id, id),
  foreign key (tenant_id, recorded_by) references person(tenant_id, id),
  constraint fund_policy_total_ore_check check ((total_ore >= 0))
);
create index fund_policy_period on fund_policy using btree (tenant_id, period_id, number);
create index fund_policy_recorded_by on fund_policy using btree (tenant_id, recorded_by);
alter table fund_policy enable row level security;
create policy tenant_rows on fund_policy using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_question (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  words text not null,
  asked_by uuid not null,
  on_day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references person(tenant_id, id),
  constraint fund_question_words_check check ((words <> ''::text))
);
create index fund_question_application on fund_question using btree (tenant_id, application_id);
create index fund_question_asked_by on fund_question using btree (tenant_id, asked_by);
alter table fund_question enable row level security;
create policy tenant_rows on fund_question using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_recommendation (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  advice text not null,
  amount_ore bigint,
  words text not null,
  recommended_by uuid not null,
  on_day date not null,
  terms text not null default ''::text,
  reason text,
  primary key (tenant_id, id),
  constraint fund_recommendation_advice_check check ((advice = any (array['commit'::text, 'wait'::text, 'refuse'::text]))),
  constraint fund_recommendation_check check (((amount_ore > 0) and ((amount_ore is not null) = (advice = 'commit'::text)))),
  constraint fund_recommendation_check1 check (((terms = ''::text) or (advice = 'commit'::text))),
  constraint fund_recommendation_check2 check (((reason is null) or (advice = 'refuse'::text))),
  constraint fund_recommendation_reason_check check ((reason = any (array['no_ground'::text, 'own_account'::text, 'too_late'::text, 'cash_like'::text, 'own_interest'::text, 'private_outlay'::text, 'outside_purpose'::text, 'no_money_left'::text, 'incomplete'::text, 'other'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, recommended_by) references person(tenant_id, id),
  constraint fund_recommendation_words_check check ((words <> ''::text))
);
create index fund_recommendation_application on fund_recommendation using btree (tenant_id, application_id);
create index fund_recommendation_recommended_by on fund_recommendation using btree (tenant_id, recommended_by);
alter table fund_recommendation enable row level security;
create policy tenant_rows on fund_recommendation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_recusal (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  person_id uuid not null,
  reason text not null,
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, application_id, person_id),
  constraint fund_recusal_reason_check check ((reason = any (array['applicant'::text, 'family'::text, 'neighbour_group'::text, 'own_interest'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id),
  foreign key (tenant_id, recorded_by) references person(tenant_id, id)
);
create index fund_recusal_person on fund_recusal using btree (tenant_id, person_id);
create index fund_recusal_recorded_by on fund_recusal using btree (tenant_id, recorded_by);
alter table fund_recusal enable row level security;
create policy tenant_rows on fund_recusal using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_release (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  period_id uuid not null,
  amount_ore bigint not null,
  reason text not null,
  words text not null default ''::text,
  on_day date not null,
  released_by uuid,
  primary key (tenant_id, id),
  constraint fund_release_amount_ore_check check ((amount_ore > 0)),
  constraint fund_release_reason_check check ((reason = any (array['withdrawn'::text, 'cancelled'::text, 'lapsed'::text, 'rest'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period(tenant_id, id),
  foreign key (tenant_id, released_by) references person(tenant_id, id)
);
create index fund_release_application on fund_release using btree (tenant_id, application_id);
create index fund_release_day on fund_release using btree (tenant_id, on_day);
create index fund_release_ledger on fund_release using btree (tenant_id, period_id, on_day, id) include (amount_ore, application_id);
create index fund_release_period on fund_release using btree (tenant_id, period_id) include (amount_ore);
create index fund_release_released_by on fund_release using btree (tenant_id, released_by);
alter table fund_release enable row level security;
create policy tenant_rows on fund_release using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger fund_sum after insert on fund_release referencing new table as added for each statement execute function keep_fund_sum('released', 'period_id');

create table fund_release_wait (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  until_day date not null,
  words text not null,
  on_day date not null,
  chosen_by uuid not null,
  primary key (tenant_id, id),
  constraint fund_release_wait_check check ((until_day > on_day)),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, chosen_by) references person(tenant_id, id),
  constraint fund_release_wait_words_check check ((words <> ''::text))
);
create index fund_release_wait_application on fund_release_wait using btree (tenant_id, application_id, until_day);
create index fund_release_wait_chosen_by on fund_release_wait using btree (tenant_id, chosen_by);
alter table fund_release_wait enable row level security;
create policy tenant_rows on fund_release_wait using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_reminder (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  kind text not null,
  for_day date not null,
  on_day date not null,
  primary key (tenant_id, application_id, kind, for_day),
  constraint fund_reminder_kind_check check ((kind = any (array['undecided'::text, 'feedback'::text, 'feedback_late'::text, 'no_invoice'::text, 'release'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade
);
alter table fund_reminder enable row level security;
create policy tenant_rows on fund_reminder using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_reminder_days (
  tenant_id uuid not null default current_tenant(),
  fund_id uuid not null,
  undecided_days integer not null,
  invoice_days integer not null,
  release_days integer not null,
  set_at timestamp with time zone not null,
  set_by uuid,
  feedback_days integer not null default 90,
  primary key (tenant_id, fund_id),
  constraint fund_reminder_days_check check ((release_days > invoice_days)),
  constraint fund_reminder_days_feedback_days_check check (((feedback_days >= 7) and (feedback_days <= 365))),
  constraint fund_reminder_days_invoice_days_check check (((invoice_days >= 1) and (invoice_days <= 365))),
  constraint fund_reminder_days_release_days_check check (((release_days >= 1) and (release_days <= 365))),
  foreign key (tenant_id, fund_id) references fund(tenant_id, id),
  foreign key (tenant_id, set_by) references person(tenant_id, id),
  constraint fund_reminder_days_undecided_days_check check (((undecided_days >= 1) and (undecided_days <= 90)))
);
create index fund_reminder_days_set_by on fund_reminder_days using btree (tenant_id, set_by);
alter table fund_reminder_days enable row level security;
create policy tenant_rows on fund_reminder_days using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_review (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  reviewer_id uuid not null,
  on_day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  unique (tenant_id, application_id, reviewer_id),
  foreign key (tenant_id, reviewer_id) references person(tenant_id, id)
);
create index fund_review_reviewer on fund_review using btree (tenant_id, reviewer_id);
alter table fund_review enable row level security;
create policy tenant_rows on fund_review using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_round (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  policy_id uuid not null,
  closes_on date not null,
  answers_on date not null,
  primary key (tenant_id, id),
  constraint fund_round_check check ((answers_on >= closes_on)),
  unique (tenant_id, policy_id, closes_on),
  foreign key (tenant_id, policy_id) references fund_policy(tenant_id, id)
);
alter table fund_round enable row level security;
create policy tenant_rows on fund_round using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_showing (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  feedback_id uuid,
  photo_id uuid,
  shown boolean not null,
  on_day date not null,
  shown_by uuid not null,
  primary key (tenant_id, id),
  constraint fund_showing_check check (((feedback_id is null) <> (photo_id is null))),
  foreign key (tenant_id, feedback_id) references fund_feedback(tenant_id, id) on delete cascade,
  foreign key (tenant_id, photo_id) references fund_photo(tenant_id, id) on delete cascade,
  foreign key (tenant_id, shown_by) references person(tenant_id, id)
);
create index fund_showing_feedback on fund_showing using btree (tenant_id, feedback_id, id);
create index fund_showing_photo on fund_showing using btree (tenant_id, photo_id, id);
create index fund_showing_shown_by on fund_showing using btree (tenant_id, shown_by);
alter table fund_showing enable row level security;
create policy tenant_rows on fund_showing using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_standing (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  fund_id uuid not null,
  period_id uuid not null,
  number integer not null,
  status text not null,
  since date,
  carrier_id uuid,
  sought_ore bigint not null,
  committed_ore bigint,
  answer_by date not null,
  starts_on date,
  paid_ore bigint not null default 0,
  released_ore bigint not null default 0,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, carrier_id) references person(tenant_id, id),
  foreign key (tenant_id, fund_id) references fund(tenant_id, id),
  foreign key (tenant_id, period_id) references fund_period(tenant_id, id),
  constraint fund_supported_sum trigger deferrable initially deferred,
  constraint fund_supported_sum_moved trigger deferrable initially deferred
);
create index fund_standing_carrier on fund_standing using btree (tenant_id, carrier_id, application_id);
create index fund_standing_fund on fund_standing using btree (tenant_id, fund_id, number);
create index fund_standing_not_over on fund_standing using btree (tenant_id, fund_id, starts_on) where (status <> all (array['refused'::text, 'withdrawn'::text, 'cancelled'::text, 'lapsed'::text, 'completed'::text]));
create index fund_standing_open on fund_standing using btree (tenant_id, application_id) where (status = any (array['committed'::text, 'partly_committed'::text, 'on_terms'::text, 'cancelled'::text]));
create index fund_standing_period on fund_standing using btree (tenant_id, period_id, number);
create index fund_standing_results on fund_standing using btree (tenant_id, since, number) include (fund_id, application_id, committed_ore, paid_ore, released_ore) where (status = any (array['committed'::text, 'partly_committed'::text, 'on_terms'::text, 'settled'::text, 'completed'::text]));
create index fund_standing_status on fund_standing using btree (tenant_id, fund_id, status, number);
create index fund_standing_supported on fund_standing using btree (tenant_id, fund_id, since, number) include (application_id, committed_ore, paid_ore, released_ore) where (status = any (array['committed'::text, 'partly_committed'::text, 'on_terms'::text, 'settled'::text, 'completed'::text]));
create index fund_standing_waiting on fund_standing using btree (tenant_id, fund_id, since, number) where (status = 'waiting_list'::text);
alter table fund_standing enable row level security;
create policy tenant_rows on fund_standing using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create constraint trigger fund_supported_sum after insert on fund_standing deferrable initially deferred for each row when (is_supported(new.status)) execute function keep_supported_sum();
create constraint trigger fund_supported_sum_moved after update on fund_standing deferrable initially deferred for each row when (((is_supported(old.status) or is_supported(new.status)) and (((((old.status is distinct from new.status) or (old.since is distinct from new.since)) or (old.committed_ore is distinct from new.committed_ore)) or (old.paid_ore is distinct from new.paid_ore)) or (old.released_ore is distinct from new.released_ore)))) execute function keep_supported_sum();

create table fund_submission (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  fund_id uuid not null,
  number integer not null,
  policy_id uuid not null,
  on_day date not null,
  answer_by date not null,
  submitted_at timestamp with time zone not null,
  submitted_by uuid,
  round_id uuid,
  primary key (tenant_id, application_id),
  constraint fund_submission_number_check check ((number > 0)),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, fund_id) references fund(tenant_id, id),
  unique (tenant_id, fund_id, number),
  foreign key (tenant_id, policy_id) references fund_policy(tenant_id, id),
  foreign key (tenant_id, round_id) references fund_round(tenant_id, id),
  foreign key (tenant_id, submitted_by) references person(tenant_id, id)
);
create index fund_submission_day on fund_submission using btree (tenant_id, fund_id, on_day);
create index fund_submission_policy on fund_submission using btree (tenant_id, policy_id);
create index fund_submission_round on fund_submission using btree (tenant_id, round_id);
create index fund_submission_submitted_by on fund_submission using btree (tenant_id, submitted_by);
alter table fund_submission enable row level security;
create policy tenant_rows on fund_submission using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_sum (
  tenant_id uuid not null default current_tenant(),
  period_id uuid not null,
  kind text not null,
  on_day date not null,
  amount_ore bigint not null,
  posts integer not null,
  primary key (tenant_id, period_id, kind, on_day),
  constraint fund_sum_kind_check check ((kind = any (array['topped_up'::text, 'carried_in'::text, 'carried_out'::text, 'committed'::text, 'released'::text, 'paid'::text, 'other'::text]))),
  constraint fund_sum_posts_check check ((posts >= 0)),
  foreign key (tenant_id, period_id) references fund_period(tenant_id, id)
);
alter table fund_sum enable row level security;
create policy tenant_rows on fund_sum using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_supported_sum (
  tenant_id uuid not null default current_tenant(),
  fund_id uuid not null,
  year integer not null,
  cases integer not null,
  committed_ore bigint not null,
  paid_ore bigint not null,
  released_ore bigint not null,
  primary key (tenant_id, fund_id, year),
  constraint fund_supported_sum_cases_check check ((cases >= 0)),
  foreign key (tenant_id, fund_id) references fund(tenant_id, id)
);
alter table fund_supported_sum enable row level security;
create policy tenant_rows on fund_supported_sum using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_take_over (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  from_person_id uuid,
  to_person_id uuid not null,
  words text not null default ''::text,
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, from_person_id) references person(tenant_id, id),
  foreign key (tenant_id, recorded_by) references person(tenant_id, id),
  foreign key (tenant_id, to_person_id) references person(tenant_id, id)
);
create index fund_take_over_application on fund_take_over using btree (tenant_id, application_id);
create index fund_take_over_from on fund_take_over using btree (tenant_id, from_person_id);
create index fund_take_over_recorded_by on fund_take_over using btree (tenant_id, recorded_by);
create index fund_take_over_to on fund_take_over using btree (tenant_id, to_person_id);
alter table fund_take_over enable row level security;
create policy tenant_rows on fund_take_over using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table fund_top_up (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  period_id uuid not null,
  amount_ore bigint not null,
  decision_reference text not null,
  on_day date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  constraint fund_top_up_amount_ore_check check ((amount_ore > 0)),
  constraint fund_top_up_decision_reference_check check ((decision_reference <> ''::text)),
  foreign key (tenant_id, period_id) references fund_period(tenant_id, id),
  foreign key (tenant_id, recorded_by) references person(tenant_id, id)
);
create index fund_top_up_period on fund_top_up using btree (tenant_id, period_id);
create index fund_top_up_recorded_by on fund_top_up using btree (tenant_id, recorded_by);
alter table fund_top_up enable row level security;
create policy tenant_rows on fund_top_up using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger fund_sum after insert on fund_top_up referencing new table as added for each statement execute function keep_fund_sum('topped_up', 'period_id');

create table gathering (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  kind text not null,
  name text not null,
  about text not null default ''::text,
  programme text not null default ''::text,
  place text not null default ''::text,
  from_day date not null,
  until_day date not null,
  grace_days smallint not null default 30,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint gathering_check check ((until_day >= from_day)),
  constraint gathering_grace_days_check check (((grace_days >= 0) and (grace_days <= 365))),
  constraint gathering_kind_check check ((kind = any (array['partnership'::text, 'workshop'::text, 'conference'::text]))),
  constraint gathering_name_check check ((name <> ''::text)),
  foreign key (tenant_id, opened_by) references person(tenant_id, id)
);
create index gathering_days on gathering using btree (tenant_id, until_day, id);
create index gathering_opened_by on gathering using btree (tenant_id, opened_by);
alter table gathering enable row level security;
create policy tenant_rows on gathering using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table gathering_card (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  guest_id uuid not null,
  code_hash bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  uses smallint not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, guest_id) references gathering_guest(tenant_id, id) on delete cascade,
  unique (tenant_id, guest_id),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  constraint gathering_card_uses_check check ((uses >= 0))
);
create index gathering_card_made_by on gathering_card using btree (tenant_id, made_by);
alter table gathering_card enable row level security;
create policy tenant_rows on gathering_card using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table gathering_guest (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  gathering_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  part text not null,
  new_here boolean not null,
  named boolean,
  invited_at timestamp with time zone not null,
  invited_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  primary key (tenant_id, id),
  constraint gathering_guest_part_check check ((part = any (array['participant'::text, 'organiser'::text, 'table_host'::text, 'speaker'::text, 'observer'::text]))),
  foreign key (tenant_id, ended_by) references person(tenant_id, id),
  foreign key (tenant_id, gathering_id) references gathering(tenant_id, id),
  unique (tenant_id, gathering_id, person_id),
  foreign key (tenant_id, invited_by) references person(tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index gathering_guest_ended_by on gathering_guest using btree (tenant_id, ended_by);
create index gathering_guest_invited_by on gathering_guest using btree (tenant_id, invited_by);
create index gathering_guest_organisation on gathering_guest using btree (tenant_id, organisation_id);
create index gathering_guest_person on gathering_guest using btree (tenant_id, person_id);
alter table gathering_guest enable row level security;
create policy tenant_rows on gathering_guest using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table gathering_note (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  gathering_id uuid not null,
  person_id uuid not null,
  words text not null,
  written_at timestamp with time zone not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, gathering_id) references gathering(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  constraint gathering_note_words_check check ((words <> ''::text))
);
create index gathering_note_of on gathering_note using btree (tenant_id, gathering_id, id);
create index gathering_note_person on gathering_note using btree (tenant_id, person_id);
alter table gathering_note enable row level security;
create policy tenant_rows on gathering_note using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table gathering_organisation (
  tenant_id uuid not null default current_tenant(),
  gathering_id uuid not null,
  organisation_id uuid not null,
  primary key (tenant_id, gathering_id, organisation_id),
  foreign key (tenant_id, gathering_id) references gathering(tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id)
);
create index gathering_organisation_of on gathering_organisation using btree (tenant_id, organisation_id);
alter table gathering_organisation enable row level security;
create policy tenant_rows on gathering_organisation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table gathering_paper (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  gathering_id uuid not null,
  file_id uuid not null,
  title text not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, added_by) references person(tenant_id, id),
  foreign key (tenant_id, file_id) references file(tenant_id, id),
  foreign key (tenant_id, gathering_id) references gathering(tenant_id, id),
  constraint gathering_paper_title_check check ((title <> ''::text))
);
create index gathering_paper_added_by on gathering_paper using btree (tenant_id, added_by);
create index gathering_paper_file on gathering_paper using btree (tenant_id, file_id);
create index gathering_paper_of on gathering_paper using btree (tenant_id, gathering_id, id);
alter table gathering_paper enable row level security;
create policy tenant_rows on gathering_paper using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table guardian_approval (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  guardian_name text not null,
  approved_on date not null,
  channel text not null,
  registered_by uuid,
  primary key (tenant_id, id),
  constraint guardian_approval_guardian_name_check check ((guardian_name <> ''::text)),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index guardian_approval_person on guardian_approval using btree (tenant_id, person_id);
create index guardian_approval_registered_by on guardian_approval using btree (tenant_id, registered_by);
alter table guardian_approval enable row level security;
create policy tenant_rows on guardian_approval using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table handover (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  house_id uuid not null,
  kind text not null,
  body jsonb not null,
  key_hash bytea,
  sent_at timestamp with time zone not null,
  holds_until timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint handover_kind_check check ((kind = any (array['house.switch'::text, 'house.ask'::text, 'house.tied'::text, 'house.untied'::text, 'house.signed_out'::text, 'copy.sent'::text, 'copy.answered'::text, 'copy.recalled'::text]))),
  unique (tenant_id, key_hash)
);
create index handover_until on handover using btree (tenant_id, holds_until);
alter table handover enable row level security;
create policy tenant_rows on handover using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table handover_file (
  tenant_id uuid not null default current_tenant(),
  handover_id uuid not null,
  place smallint not null,
  name text not null,
  content bytea not null,
  primary key (tenant_id, handover_id, place),
  foreign key (tenant_id, handover_id) references handover(tenant_id, id) on delete cascade
);
alter table handover_file enable row level security;
create policy tenant_rows on handover_file using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table house_tie (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  house_id uuid not null,
  secret bytea not null,
  tied_at timestamp with time zone,
  primary key (tenant_id, id),
  constraint house_tie_secret_check check ((length(secret) = 32)),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  unique (tenant_id, person_id, house_id),
  unique (tenant_id, secret)
);
alter table house_tie enable row level security;
create policy tenant_rows on house_tie using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table household_code (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  tenancy_id uuid not null,
  code_hash bytea not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, issued_by) references person(tenant_id, id) on delete set null (issued_by),
  foreign key (tenant_id, tenancy_id) references tenancy(tenant_id, id) on delete cascade
);
create index household_code_issuer on household_code using btree (tenant_id, issued_by);
create index household_code_tenancy on household_code using btree (tenant_id, tenancy_id, issued_at);
alter table household_code enable row level security;
create policy tenant_rows on household_code using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table household_code_use (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  code_id uuid not null,
  person_id uuid not null,
  used_at timestamp with time zone not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, code_id) references household_code(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index household_code_use_code on household_code_use using btree (tenant_id, code_id);
create index household_code_use_person on household_code_use using btree (tenant_id, person_id);
alter table household_code_use enable row level security;
create policy tenant_rows on household_code_use using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table idea (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  said text not null,
  department_id uuid,
  person_id uuid,
  contact_name text not null default ''::text,
  contact_email text,
  contact_phone text,
  follow_hash bytea not null,
  read_by date not null,
  posted_at timestamp with time zone not null,
  channel text not null,
  registered_by uuid,
  answered boolean not null default false,
  primary key (tenant_id, id),
  constraint idea_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint idea_follow_hash_check check ((length(follow_hash) = 32)),
  constraint idea_said_check check ((said <> ''::text)),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  unique (tenant_id, follow_hash),
  foreign key (tenant_id, person_id) references person(tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index idea_department on idea using btree (tenant_id, department_id);
create index idea_person on idea using btree (tenant_id, person_id);
create index idea_registered_by on idea using btree (tenant_id, registered_by);
create index idea_waiting on idea using btree (tenant_id, read_by, id) where (not answered);
alter table idea enable row level security;
create policy tenant_rows on idea using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table idea_answer (
  tenant_id uuid not null default current_tenant(),
  idea_id uuid not null,
  answer text not null,
  initiative_id uuid,
  words text not null default ''::text,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  primary key (tenant_id, idea_id),
  constraint idea_answer_answer_check check ((answer = any (array['made'::text, 'joined'::text, 'words'::text]))),
  constraint idea_answer_check check (((initiative_id is null) = (answer = 'words'::text))),
  foreign key (tenant_id, answered_by) references person(tenant_id, id),
  foreign key (tenant_id, idea_id) references idea(tenant_id, id) on delete cascade,
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id)
);
create index idea_answer_answered_by on idea_answer using btree (tenant_id, answered_by);
create index idea_answer_initiative on idea_answer using btree (tenant_id, initiative_id);
alter table idea_answer enable row level security;
create policy tenant_rows on idea_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger keep_idea_answered after insert or delete on idea_answer for each row execute function keep_idea_answered();

create table initiative (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  title text not null,
  what text not null,
  why text not null default ''::text,
  category text not null,
  place text not null default ''::text,
  starts_on date,
  ends_on date,
  whole_organisation boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  channel text not null,
  registered_by uuid,
  primary key (tenant_id, id),
  constraint initiative_category_check check ((category = any (array['homes'::text, 'green'::text, 'people'::text]))),
  constraint initiative_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint initiative_check check ((ends_on >= starts_on)),
  foreign key (tenant_id, created_by) references person(tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  constraint initiative_title_check check ((title <> ''::text))
);
create index initiative_category on initiative using btree (tenant_id, category, id);
create index initiative_created_by on initiative using btree (tenant_id, created_by);
create index initiative_registered_by on initiative using btree (tenant_id, registered_by);
create index initiative_whole_organisation on initiative using btree (tenant_id, id) where whole_organisation;
alter table initiative enable row level security;
create policy tenant_rows on initiative using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger initiative_standing after insert or update of ends_on on initiative for each row execute function keep_initiative_standing('id');

create table initiative_department (
  tenant_id uuid not null default current_tenant(),
  initiative_id uuid not null,
  department_id uuid not null,
  primary key (tenant_id, initiative_id, department_id),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade
);
create index initiative_department_department on initiative_department using btree (tenant_id, department_id, initiative_id);
alter table initiative_department enable row level security;
create policy tenant_rows on initiative_department using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_driver (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid not null,
  person_id uuid not null,
  name_public boolean not null default false,
  from_day date not null,
  stopped_on date,
  stopped_words text not null default ''::text,
  primary key (tenant_id, id),
  constraint initiative_driver_stopped_on_check check ((stopped_on >= from_day)),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create index initiative_driver_initiative on initiative_driver using btree (tenant_id, initiative_id);
create unique index initiative_driver_once on initiative_driver using btree (tenant_id, initiative_id, person_id) where (stopped_on is null);
create index initiative_driver_person on initiative_driver using btree (tenant_id, person_id);
alter table initiative_driver enable row level security;
create policy tenant_rows on initiative_driver using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger initiative_standing after insert or delete or update on initiative_driver for each row execute function keep_initiative_standing('initiative_id');

create table initiative_driver_answer (
  tenant_id uuid not null default current_tenant(),
  ask_id uuid not null,
  answer text not null,
  words text not null default ''::text,
  name_public boolean not null default false,
  answered_at timestamp with time zone not null,
  channel text not null,
  registered_by uuid,
  primary key (tenant_id, ask_id),
  constraint initiative_driver_answer_answer_check check ((answer = any (array['yes'::text, 'no'::text, 'not_alone'::text]))),
  constraint initiative_driver_answer_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, ask_id) references initiative_driver_ask(tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index initiative_driver_answer_registered_by on initiative_driver_answer using btree (tenant_id, registered_by);
alter table initiative_driver_answer enable row level security;
create policy tenant_rows on initiative_driver_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_driver_ask (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid not null,
  person_id uuid not null,
  words text not null default ''::text,
  replaces_id uuid,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answer_by date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, asked_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id),
  foreign key (tenant_id, replaces_id) references person(tenant_id, id)
);
create index initiative_driver_ask_asked_by on initiative_driver_ask using btree (tenant_id, asked_by);
create index initiative_driver_ask_initiative on initiative_driver_ask using btree (tenant_id, initiative_id);
create index initiative_driver_ask_person on initiative_driver_ask using btree (tenant_id, person_id);
create index initiative_driver_ask_replaces on initiative_driver_ask using btree (tenant_id, replaces_id);
alter table initiative_driver_ask enable row level security;
create policy tenant_rows on initiative_driver_ask using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger initiative_standing after insert or delete or update on initiative_driver_ask for each row execute function keep_initiative_standing('initiative_id');

create table initiative_end (
  tenant_id uuid not null default current_tenant(),
  initiative_id uuid not null,
  result text not null,
  words text not null default ''::text,
  on_day date not null,
  ended_by uuid,
  primary key (tenant_id, initiative_id),
  constraint initiative_end_result_check check ((result = any (array['done'::text, 'stopped'::text]))),
  foreign key (tenant_id, ended_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade
);
create index initiative_end_ended_by on initiative_end using btree (tenant_id, ended_by);
alter table initiative_end enable row level security;
create policy tenant_rows on initiative_end using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger initiative_standing after insert or delete or update on initiative_end for each row execute function keep_initiative_standing('initiative_id');

create table initiative_interest (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid not null,
  person_name text not null,
  email text,
  phone text,
  agreed_at timestamp with time zone not null,
  called_at timestamp with time zone,
  called_by uuid,
  primary key (tenant_id, id),
  constraint initiative_interest_check check (((email is not null) or (phone is not null))),
  constraint initiative_interest_check1 check (((called_by is null) or (called_at is not null))),
  constraint initiative_interest_person_name_check check ((person_name <> ''::text)),
  foreign key (tenant_id, called_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade
);
create index initiative_interest_called_by on initiative_interest using btree (tenant_id, called_by);
create index initiative_interest_email on initiative_interest using btree (tenant_id, email);
create index initiative_interest_initiative on initiative_interest using btree (tenant_id, initiative_id, id);
create index initiative_interest_phone on initiative_interest using btree (tenant_id, phone);
alter table initiative_interest enable row level security;
create policy tenant_rows on initiative_interest using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_origin (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid not null,
  source_kind text not null,
  source_id text not null,
  sentence text not null,
  linked_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint initiative_origin_source_kind_check check ((source_kind <> ''::text)),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade,
  unique (tenant_id, initiative_id, source_kind, source_id)
);
create index initiative_origin_source on initiative_origin using btree (tenant_id, source_kind, source_id);
alter table initiative_origin enable row level security;
create policy tenant_rows on initiative_origin using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_parking (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid not null,
  reason text not null,
  from_day date not null,
  ask_again_on date,
  parked_by uuid,
  primary key (tenant_id, id),
  constraint initiative_parking_check check ((ask_again_on >= from_day)),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade,
  foreign key (tenant_id, parked_by) references person(tenant_id, id)
);
create index initiative_parking_ask_again on initiative_parking using btree (tenant_id, ask_again_on);
create index initiative_parking_initiative on initiative_parking using btree (tenant_id, initiative_id);
create index initiative_parking_parked_by on initiative_parking using btree (tenant_id, parked_by);
alter table initiative_parking enable row level security;
create policy tenant_rows on initiative_parking using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger initiative_standing after insert or delete or update on initiative_parking for each row execute function keep_initiative_standing('initiative_id');

create table initiative_question (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid not null,
  quiet_since date not null,
  asked_on date not null,
  passed_on_day date,
  settled_on date,
  answer text,
  words text not null default ''::text,
  answered_by uuid,
  channel text,
  registered_by uuid,
  helped_on date,
  primary key (tenant_id, id),
  constraint initiative_question_answer_check check ((answer = any (array['going'::text, 'help'::text, 'rests'::text, 'held'::text, 'stopped'::text]))),
  constraint initiative_question_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint initiative_question_check check ((asked_on > quiet_since)),
  constraint initiative_question_check1 check ((passed_on_day > asked_on)),
  constraint initiative_question_check2 check ((settled_on >= asked_on)),
  constraint initiative_question_check3 check ((helped_on >= settled_on)),
  constraint initiative_question_check4 check (((answer is null) = (channel is null))),
  constraint initiative_question_check5 check (((answer is null) or (settled_on is not null))),
  constraint initiative_question_check6 check (((helped_on is null) or (answer = 'help'::text))),
  foreign key (tenant_id, answered_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade,
  unique (tenant_id, initiative_id, quiet_since),
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index initiative_question_answered_by on initiative_question using btree (tenant_id, answered_by);
create index initiative_question_asked on initiative_question using btree (tenant_id, asked_on);
create index initiative_question_help on initiative_question using btree (tenant_id, initiative_id) where ((answer = 'help'::text) and (helped_on is null));
create index initiative_question_open on initiative_question using btree (tenant_id, asked_on) where (settled_on is null);
create index initiative_question_registered_by on initiative_question using btree (tenant_id, registered_by);
alter table initiative_question enable row level security;
create policy tenant_rows on initiative_question using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_question_code (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  question_id uuid not null,
  person_id uuid not null,
  code_hash bytea,
  asked_on date not null,
  expires_on date not null,
  primary key (tenant_id, id),
  constraint initiative_question_code_check check ((expires_on > asked_on)),
  constraint initiative_question_code_code_hash_check check ((length(code_hash) = 32)),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, person_id) references person(tenant_id, id),
  foreign key (tenant_id, question_id) references initiative_question(tenant_id, id) on delete cascade,
  unique (tenant_id, question_id, person_id)
);
create index initiative_question_code_expires on initiative_question_code using btree (tenant_id, expires_on);
create index initiative_question_code_person on initiative_question_code using btree (tenant_id, person_id, asked_on);
alter table initiative_question_code enable row level security;
create policy tenant_rows on initiative_question_code using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_standing (
  tenant_id uuid not null default current_tenant(),
  initiative_id uuid not null,
  from_day date not null,
  before_day date not null,
  status text not null,
  primary key (tenant_id, initiative_id, from_day),
  constraint initiative_standing_check check ((before_day > from_day)),
  constraint initiative_standing_status_check check ((status = any (array['idea'::text, 'looking'::text, 'under_way'::text, 'done'::text, 'parked'::text, 'ended'::text]))),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade
);
create index initiative_standing_now on initiative_standing using btree (tenant_id, before_day, status, from_day);
create index initiative_standing_status on initiative_standing using btree (tenant_id, status, initiative_id) include (from_day, before_day);
alter table initiative_standing enable row level security;
create policy tenant_rows on initiative_standing using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_step (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid not null,
  says text not null,
  person_id uuid,
  due_on date,
  added_by uuid,
  added_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint initiative_step_says_check check ((says <> ''::text)),
  foreign key (tenant_id, added_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create index initiative_step_added_by on initiative_step using btree (tenant_id, added_by);
create index initiative_step_initiative on initiative_step using btree (tenant_id, initiative_id);
create index initiative_step_person on initiative_step using btree (tenant_id, person_id);
alter table initiative_step enable row level security;
create policy tenant_rows on initiative_step using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_step_end (
  tenant_id uuid not null default current_tenant(),
  step_id uuid not null,
  outcome text not null,
  words text not null default ''::text,
  ended_at timestamp with time zone not null,
  ended_by uuid,
  primary key (tenant_id, step_id),
  constraint initiative_step_end_outcome_check check ((outcome = any (array['done'::text, 'dropped'::text]))),
  foreign key (tenant_id, ended_by) references person(tenant_id, id),
  foreign key (tenant_id, step_id) references initiative_step(tenant_id, id) on delete cascade
);
create index initiative_step_end_ended_by on initiative_step_end using btree (tenant_id, ended_by);
alter table initiative_step_end enable row level security;
create policy tenant_rows on initiative_step_end using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table initiative_waking (
  tenant_id uuid not null default current_tenant(),
  parking_id uuid not null,
  words text not null default ''::text,
  on_day date not null,
  woken_by uuid,
  primary key (tenant_id, parking_id),
  foreign key (tenant_id, parking_id) references initiative_parking(tenant_id, id) on delete cascade,
  foreign key (tenant_id, woken_by) references person(tenant_id, id)
);
create index initiative_waking_woken_by on initiative_waking using btree (tenant_id, woken_by);
alter table initiative_waking enable row level security;
create policy tenant_rows on initiative_waking using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger initiative_standing after insert or delete or update on initiative_waking for each row execute function keep_initiative_standing('parking_id');

create table invoice (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  way text not null,
  format text not null,
  file_id uuid,
  content_sha256 bytea,
  delivery_id uuid,
  follow_hash bytea not null,
  sender_email text,
  sender_words text not null default ''::text,
  facts jsonb,
  number text not null default ''::text,
  number_key text not null default ''::text,
  supplier_key text,
  supplier_name text not null default ''::text,
  amount_ore bigint,
  payment_key text,
  version integer not null default 1,
  typed_by uuid,
  on_day date not null,
  received_at timestamp with time zone not null,
  received_by uuid,
  channel text not null,
  picture_file_id uuid,
  picture_sha256 bytea,
  supplier_name_key text generated always as (lower(supplier_name)) stored,
  primary key (tenant_id, id),
  constraint invoice_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint invoice_check check (((picture_file_id is null) = (picture_sha256 is null))),
  constraint invoice_content_sha256_check check ((length(content_sha256) = 32)),
  constraint invoice_follow_hash_check check ((length(follow_hash) = 32)),
  constraint invoice_format_check check ((format = any (array['oioubl'::text, 'peppol'::text, 'ubl'::text, 'cii'::text, 'factur-x'::text, 'pdf'::text, 'picture'::text, 'typed'::text]))),
  constraint invoice_picture_sha256_check check ((length(picture_sha256) = 32)),
  foreign key (tenant_id, delivery_id) references invoice_delivery(tenant_id, id),
  foreign key (tenant_id, file_id) references file(tenant_id, id),
  unique (tenant_id, follow_hash),
  foreign key (tenant_id, picture_file_id) references file(tenant_id, id),
  foreign key (tenant_id, received_by) references person(tenant_id, id),
  foreign key (tenant_id, typed_by) references person(tenant_id, id),
  constraint invoice_way_check check ((way = any (array['staff'::text, 'public'::text, 'typed'::text, 'mail'::text, 'folder'::text])))
);
create index invoice_content on invoice using btree (tenant_id, content_sha256);
create index invoice_delivery_of on invoice using btree (tenant_id, delivery_id);
create index invoice_file on invoice using btree (tenant_id, file_id);
create index invoice_picture_content on invoice using btree (tenant_id, picture_sha256);
create index invoice_picture_file on invoice using btree (tenant_id, picture_file_id);
create index invoice_received_by on invoice using btree (tenant_id, received_by);
create index invoice_sender on invoice using btree (tenant_id, sender_email);
create index invoice_supplier on invoice using btree (tenant_id, supplier_key, number_key);
create index invoice_supplier_name on invoice using btree (tenant_id, supplier_name_key);
create index invoice_typed_by on invoice using btree (tenant_id, typed_by);
alter table invoice enable row level security;
create policy tenant_rows on invoice using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger invoice_standing after insert on invoice for each row execute function keep_invoice_standing('id');

create table invoice_answer (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  invoice_id uuid not null,
  code text not null,
  words text not null default ''::text,
  answered_by uuid not null,
  on_day date not null,
  primary key (tenant_id, id),
  constraint invoice_answer_code_check check ((code <> ''::text)),
  foreign key (tenant_id, answered_by) references person(tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice(tenant_id, id)
);
create index invoice_answer_answered_by on invoice_answer using btree (tenant_id, answered_by);
create index invoice_answer_invoice on invoice_answer using btree (tenant_id, invoice_id, id);
alter table invoice_answer enable row level security;
create policy tenant_rows on invoice_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table invoice_delivery (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  digest bytea not null,
  way text not null,
  sender text,
  subject text not null default ''::text,
  words text not null default ''::text,
  invoices integer not null default 0,
  refusals text[] not null default '{}'::text[],
  seen_on date,
  seen_by uuid,
  answered boolean not null default false,
  on_day date not null,
  received_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint invoice_delivery_digest_check check ((length(digest) = 32)),
  unique (tenant_id, digest),
  foreign key (tenant_id, seen_by) references person(tenant_id, id),
  constraint invoice_delivery_way_check check ((way = any (array['mail'::text, 'folder'::text])))
);
create index invoice_delivery_seen_by on invoice_delivery using btree (tenant_id, seen_by);
create index invoice_delivery_sender on invoice_delivery using btree (tenant_id, sender, on_day);
create index invoice_delivery_unseen on invoice_delivery using btree (tenant_id, id) where ((invoices = 0) and (seen_on is null));
alter table invoice_delivery enable row level security;
create policy tenant_rows on invoice_delivery using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table invoice_letter (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  outcome_id uuid not null,
  address text,
  subject text not null,
  body text not null,
  on_day date not null,
  sent_at timestamp with time zone,
  failed text,
  primary key (tenant_id, id),
  foreign key (tenant_id, outcome_id) references invoice_outcome(tenant_id, id)
);
create index invoice_letter_outcome on invoice_letter using btree (tenant_id, outcome_id);
alter table invoice_letter enable row level security;
create policy tenant_rows on invoice_letter using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table invoice_match (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  invoice_id uuid not null,
  application_id uuid,
  score integer not null default 0,
  reasons text[] not null default '{}'::text[],
  chosen_by uuid,
  on_day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, chosen_by) references person(tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice(tenant_id, id)
);
create index invoice_match_application on invoice_match using btree (tenant_id, application_id);
create index invoice_match_chosen_by on invoice_match using btree (tenant_id, chosen_by);
create index invoice_match_invoice on invoice_match using btree (tenant_id, invoice_id, id);
alter table invoice_match enable row level security;
create policy tenant_rows on invoice_match using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger invoice_standing after insert on invoice_match for each row execute function keep_invoice_standing('invoice_id');

create table invoice_outcome (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  invoice_id uuid not null,
  result text not null,
  application_id uuid,
  claim_id uuid,
  claimed_ore bigint,
  pay_ore bigint,
  part boolean not null default false,
  warnings text[] not null default '{}'::text[],
  words text not null default ''::text,
  decided_by uuid not null,
  on_day date not null,
  decided_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint invoice_outcome_check check (((result = 'accepted'::text) = (claim_id is not null))),
  constraint invoice_outcome_check1 check ((((claim_id is null) = (claimed_ore is null)) and ((claim_id is null) = (pay_ore is null)))),
  constraint invoice_outcome_check2 check (((claim_id is null) or (application_id is not null))),
  constraint invoice_outcome_result_check check ((result = any (array['accepted'::text, 'returned'::text, 'rejected'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, claim_id) references fund_claim(tenant_id, id),
  foreign key (tenant_id, decided_by) references person(tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice(tenant_id, id)
);
create index invoice_outcome_application on invoice_outcome using btree (tenant_id, application_id);
create unique index invoice_outcome_claim on invoice_outcome using btree (tenant_id, claim_id);
create index invoice_outcome_decided_by on invoice_outcome using btree (tenant_id, decided_by);
create index invoice_outcome_invoice on invoice_outcome using btree (tenant_id, invoice_id, id);
alter table invoice_outcome enable row level security;
create policy tenant_rows on invoice_outcome using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger invoice_standing after insert on invoice_outcome for each row execute function keep_invoice_standing('invoice_id');

create table invoice_setting (
  tenant_id uuid not null default current_tenant(),
  glns text[] not null default '{}'::text[],
  other_names text[] not null default '{}'::text[],
  mail_address text not null default ''::text,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  primary key (tenant_id),
  foreign key (tenant_id, changed_by) references person(tenant_id, id)
);
create index invoice_setting_changed_by on invoice_setting using btree (tenant_id, changed_by);
alter table invoice_setting enable row level security;
create policy tenant_rows on invoice_setting using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table invoice_shelf (
  tenant_id uuid not null default current_tenant(),
  shelf text not null,
  invoices integer not null,
  primary key (tenant_id, shelf),
  constraint invoice_shelf_invoices_check check ((invoices >= 0)),
  constraint invoice_shelf_shelf_check check ((shelf = any (array['unmatched'::text, 'matched'::text, 'accepted'::text, 'returned'::text])))
);
alter table invoice_shelf enable row level security;
create policy tenant_rows on invoice_shelf using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table invoice_standing (
  tenant_id uuid not null default current_tenant(),
  invoice_id uuid not null,
  shelf text not null,
  match_id uuid,
  outcome_id uuid,
  application_id uuid,
  primary key (tenant_id, invoice_id),
  constraint invoice_shelf trigger deferrable initially deferred,
  constraint invoice_shelf_moved trigger deferrable initially deferred,
  constraint invoice_standing_shelf_check check ((shelf = any (array['unmatched'::text, 'matched'::text, 'accepted'::text, 'returned'::text]))),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice(tenant_id, id),
  foreign key (tenant_id, match_id) references invoice_match(tenant_id, id),
  foreign key (tenant_id, outcome_id) references invoice_outcome(tenant_id, id)
);
create index invoice_standing_application on invoice_standing using btree (tenant_id, application_id, invoice_id);
create index invoice_standing_match on invoice_standing using btree (tenant_id, match_id);
create index invoice_standing_outcome on invoice_standing using btree (tenant_id, outcome_id);
create index invoice_standing_shelf on invoice_standing using btree (tenant_id, shelf, invoice_id);
alter table invoice_standing enable row level security;
create policy tenant_rows on invoice_standing using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create constraint trigger invoice_shelf after insert on invoice_standing deferrable initially deferred for each row execute function keep_invoice_shelf();
create constraint trigger invoice_shelf_moved after update on invoice_standing deferrable initially deferred for each row when ((new.shelf <> old.shelf)) execute function keep_invoice_shelf();

create table invoice_undo (
  tenant_id uuid not null default current_tenant(),
  outcome_id uuid not null,
  words text not null default ''::text,
  undone_by uuid not null,
  on_day date not null,
  primary key (tenant_id, outcome_id),
  foreign key (tenant_id, outcome_id) references invoice_outcome(tenant_id, id),
  foreign key (tenant_id, undone_by) references person(tenant_id, id)
);
create index invoice_undo_undone_by on invoice_undo using btree (tenant_id, undone_by);
alter table invoice_undo enable row level security;
create policy tenant_rows on invoice_undo using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger invoice_standing after insert on invoice_undo for each row execute function keep_invoice_standing('outcome_id');

create table journal_anchor (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  seq bigint not null,
  hash bytea not null,
  told_in text not null,
  told_at timestamp with time zone not null,
  primary key (tenant_id, id)
);
alter table journal_anchor enable row level security;
create policy tenant_rows on journal_anchor using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger journal_anchor_is_append_only before delete or update or truncate on journal_anchor for each statement execute function refuse_journal_change();

create table journal_entry (
  tenant_id uuid not null default current_tenant(),
  seq bigint not null,
  at timestamp(3) with time zone not null,
  kind text not null,
  actor_kind text not null,
  actor_id uuid,
  channel text not null,
  subject_kind text not null,
  subject_id text not null,
  thread_id uuid,
  facts jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, seq),
  constraint journal_entry_actor_kind_check check ((actor_kind = any (array['visitor'::text, 'system'::text, 'person'::text]))),
  constraint journal_entry_seq_check check ((seq > 0))
);
create index journal_entry_subject on journal_entry using btree (tenant_id, subject_id, seq);
create index journal_entry_thread on journal_entry using btree (tenant_id, thread_id, seq) where (thread_id is not null);
create index journal_entry_time on journal_entry using btree (tenant_id, at);
alter table journal_entry enable row level security;
create policy tenant_rows on journal_entry using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger journal_entry_is_append_only before delete or update or truncate on journal_entry for each statement execute function refuse_journal_change();
create trigger journal_wakes_webhooks after insert on journal_entry referencing new table as fresh for each statement execute function wake_webhooks();
create trigger thread_heard after insert on journal_entry referencing new table as told for each statement execute function keep_thread_heard();

create table journal_head (
  tenant_id uuid not null default current_tenant(),
  seq bigint not null,
  hash bytea not null,
  primary key (tenant_id)
);
alter table journal_head enable row level security;
create policy tenant_rows on journal_head using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  primary key (number)
);

create table no_contact (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  tenancy_id uuid not null,
  since date not null,
  lifted_on date,
  registered_by uuid,
  channel text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  foreign key (tenant_id, tenancy_id) references tenancy(tenant_id, id)
);
create index no_contact_registered_by on no_contact using btree (tenant_id, registered_by);
create index no_contact_tenancy on no_contact using btree (tenant_id, tenancy_id);
alter table no_contact enable row level security;
create policy tenant_rows on no_contact using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table notice_stop (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid,
  address_hash bytea,
  topic text not null,
  stopped_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint notice_stop_check check (((person_id is null) <> (address_hash is null))),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create unique index notice_stop_once on notice_stop using btree (tenant_id, person_id, address_hash, topic) nulls not distinct;
alter table notice_stop enable row level security;
create policy tenant_rows on notice_stop using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table organisation (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  kind text not null,
  name text not null,
  cvr text,
  own boolean not null default false,
  street_line text not null default ''::text,
  postcode text not null default ''::text,
  city text not null default ''::text,
  phone text not null default ''::text,
  email text not null default ''::text,
  created_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint organisation_cvr_check check ((cvr ~ '^[0-9]{8}$'::text)),
  constraint organisation_kind_check check ((kind = any (array['housing_organisation'::text, 'municipality'::text, 'national_body'::text, 'association'::text]))),
  constraint organisation_name_check check ((name <> ''::text))
);
create unique index organisation_own on organisation using btree (tenant_id) where own;
alter table organisation enable row level security;
create policy tenant_rows on organisation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table outgoing (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid,
  address text,
  channel text not null,
  topic text not null,
  turn_id uuid,
  language text not null,
  message jsonb,
  created_at timestamp with time zone not null,
  not_before timestamp with time zone not null,
  tries integer not null default 0,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  dropped_at timestamp with time zone,
  dropped_because text,
  primary key (tenant_id, id),
  constraint outgoing_channel_check check ((channel = any (array['mail'::text, 'sms'::text, 'print'::text]))),
  constraint outgoing_check check (((person_id is not null) or (address is not null))),
  constraint outgoing_check1 check (((channel <> 'print'::text) or (person_id is not null))),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, turn_id) references turn(tenant_id, id) on delete cascade
);
create index outgoing_created on outgoing using btree (tenant_id, created_at);
create index outgoing_person on outgoing using btree (tenant_id, person_id, created_at);
create unique index outgoing_turn on outgoing using btree (tenant_id, turn_id, person_id);
create index outgoing_waiting on outgoing using btree (tenant_id, channel, created_at) where ((sent_at is null) and (failed_at is null) and (dropped_at is null));
alter table outgoing enable row level security;
create policy tenant_rows on outgoing using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table outside_funding (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  deck_key text,
  url text not null default ''::text,
  deadline_on date,
  categories text[] not null default '{}'::text[],
  example boolean not null default false,
  checked_on date,
  retired_on date,
  version integer not null default 1,
  set_at timestamp with time zone not null,
  set_by uuid,
  primary key (tenant_id, id),
  constraint outside_funding_categories_check check ((categories <@ array['homes'::text, 'green'::text, 'people'::text])),
  foreign key (tenant_id, set_by) references person(tenant_id, id)
);
create index outside_funding_deadline on outside_funding using btree (tenant_id, deadline_on);
create unique index outside_funding_deck on outside_funding using btree (tenant_id, deck_key) where (deck_key is not null);
create index outside_funding_set_by on outside_funding using btree (tenant_id, set_by);
alter table outside_funding enable row level security;
create policy tenant_rows on outside_funding using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table outside_funding_text (
  tenant_id uuid not null default current_tenant(),
  funding_id uuid not null,
  language text not null,
  name text not null,
  supports text not null,
  who_may text not null default ''::text,
  terms text not null default ''::text,
  primary key (tenant_id, funding_id, language),
  constraint outside_funding_text_language_check check ((language = any (array['da'::text, 'en'::text]))),
  constraint outside_funding_text_name_check check ((name <> ''::text)),
  foreign key (tenant_id, funding_id) references outside_funding(tenant_id, id) on delete cascade
);
alter table outside_funding_text enable row level security;
create policy tenant_rows on outside_funding_text using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  kind text not null,
  name text not null,
  purpose text not null,
  practical text not null default ''::text,
  seats smallint not null,
  opens_on date not null,
  closes_on date,
  min_age smallint not null default 16,
  offer_days smallint not null default 5,
  board_limit smallint,
  unchosen_months smallint not null default 3,
  member_months smallint not null default 12,
  created_at timestamp with time zone not null,
  created_by uuid,
  ended_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint panel_board_limit_check check (((board_limit >= 0) and (board_limit <= 200))),
  constraint panel_check check ((closes_on >= opens_on)),
  constraint panel_check1 check (((kind = 'open'::text) or (closes_on is not null))),
  constraint panel_kind_check check ((kind = any (array['drawn'::text, 'open'::text]))),
  constraint panel_member_months_check check (((member_months >= 1) and (member_months <= 36))),
  constraint panel_min_age_check check (((min_age >= 15) and (min_age <= 99))),
  constraint panel_name_check check ((name <> ''::text)),
  constraint panel_offer_days_check check (((offer_days >= 1) and (offer_days <= 60))),
  constraint panel_purpose_check check ((purpose <> ''::text)),
  constraint panel_seats_check check (((seats >= 2) and (seats <= 200))),
  foreign key (tenant_id, created_by) references person(tenant_id, id),
  constraint panel_unchosen_months_check check (((unchosen_months >= 1) and (unchosen_months <= 24)))
);
create index panel_created_by on panel using btree (tenant_id, created_by);
create index panel_opened on panel using btree (tenant_id, opens_on, id);
alter table panel enable row level security;
create policy tenant_rows on panel using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_application (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  panel_id uuid not null,
  lot text not null,
  name text not null,
  email text,
  phone text,
  address text not null,
  home_key text not null,
  why text not null default ''::text,
  diet text not null default ''::text,
  access_needs text not null default ''::text,
  birth_year smallint not null,
  age text not null,
  department text not null default ''::text,
  dwelling text not null default ''::text,
  language text not null,
  tenure text not null,
  on_board boolean not null default false,
  person_id uuid,
  consented_at timestamp with time zone not null,
  applied_at timestamp with time zone not null,
  channel text not null,
  registered_by uuid,
  goes_on date,
  primary key (tenant_id, id),
  constraint panel_application_address_check check ((address <> ''::text)),
  constraint panel_application_birth_year_check check (((birth_year >= 1890) and (birth_year <= 2200))),
  constraint panel_application_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint panel_application_email_check check (((email <> ''::text) and (email = lower(email)))),
  constraint panel_application_home_key_check check ((home_key <> ''::text)),
  constraint panel_application_lot_check check ((lot ~ '^[2-9A-Z]{8}$'::text)),
  constraint panel_application_name_check check ((name <> ''::text)),
  constraint panel_application_phone_check check ((phone ~ '^\+[0-9]{4,15}$'::text)),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id),
  unique (tenant_id, panel_id, lot),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete set null (person_id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index panel_application_goes on panel_application using btree (tenant_id, goes_on);
create index panel_application_of on panel_application using btree (tenant_id, panel_id, id);
create index panel_application_person on panel_application using btree (tenant_id, person_id);
create index panel_application_registered_by on panel_application using btree (tenant_id, registered_by);
alter table panel_application enable row level security;
create policy tenant_rows on panel_application using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_attendance (
  tenant_id uuid not null default current_tenant(),
  meeting_id uuid not null,
  application_id uuid not null,
  means_to boolean,
  came boolean,
  primary key (tenant_id, meeting_id, application_id),
  foreign key (tenant_id, application_id) references panel_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, meeting_id) references panel_meeting(tenant_id, id) on delete cascade
);
create index panel_attendance_of on panel_attendance using btree (tenant_id, application_id);
alter table panel_attendance enable row level security;
create policy tenant_rows on panel_attendance using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_cell (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  panel_id uuid not null,
  feature text not null,
  codes text[] not null,
  people integer not null,
  fewest smallint not null,
  most smallint not null,
  position smallint not null,
  also_feature text,
  also_codes text[],
  primary key (tenant_id, id),
  constraint panel_cell_also_codes_check check ((cardinality(also_codes) > 0)),
  constraint panel_cell_also_feature_check check ((also_feature = any (array['age'::text, 'department'::text, 'dwelling'::text, 'language'::text, 'tenure'::text]))),
  constraint panel_cell_check check ((most >= fewest)),
  constraint panel_cell_check1 check ((also_feature <> feature)),
  constraint panel_cell_check2 check (((also_feature is null) = (also_codes is null))),
  constraint panel_cell_codes_check check ((cardinality(codes) > 0)),
  constraint panel_cell_feature_check check ((feature = any (array['age'::text, 'department'::text, 'dwelling'::text, 'language'::text, 'tenure'::text]))),
  constraint panel_cell_fewest_check check ((fewest >= 0)),
  constraint panel_cell_people_check check ((people >= 0)),
  unique (tenant_id, panel_id, feature, "position"),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id)
);
alter table panel_cell enable row level security;
create policy tenant_rows on panel_cell using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_draw (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  panel_id uuid not null,
  kind text not null,
  seats smallint not null,
  panels smallint not null,
  seed text not null,
  algorithm text not null,
  state text not null,
  progress smallint not null default 0,
  pool jsonb not null,
  quotas jsonb not null,
  board_most smallint,
  result jsonb,
  list_hash text,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  ended_at timestamp with time zone,
  number smallint,
  drawn_at timestamp with time zone,
  reserve_key text,
  primary key (tenant_id, id),
  constraint panel_draw_algorithm_check check ((algorithm = any (array['leximin'::text, 'maximin'::text, 'nash'::text, 'stratified'::text]))),
  constraint panel_draw_board_most_check check ((board_most >= 0)),
  constraint panel_draw_check check (((state = 'drawn'::text) = (number is not null))),
  constraint panel_draw_kind_check check ((kind = any (array['test'::text, 'two'::text, 'public'::text, 'spare'::text]))),
  constraint panel_draw_number_check check (((number >= 0) and (number <= 999))),
  constraint panel_draw_panels_check check (((panels >= 1) and (panels <= 1000))),
  constraint panel_draw_progress_check check (((progress >= 0) and (progress <= 1000))),
  constraint panel_draw_reserve_key_check check ((reserve_key <> ''::text)),
  constraint panel_draw_seats_check check ((seats > 0)),
  constraint panel_draw_seed_check check ((seed <> ''::text)),
  constraint panel_draw_state_check check ((state = any (array['waiting'::text, 'running'::text, 'ready'::text, 'drawn'::text, 'infeasible'::text, 'failed'::text, 'stopped'::text]))),
  foreign key (tenant_id, asked_by) references person(tenant_id, id),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id)
);
create index panel_draw_asked_by on panel_draw using btree (tenant_id, asked_by);
create index panel_draw_of on panel_draw using btree (tenant_id, panel_id, id);
create unique index panel_draw_one on panel_draw using btree (tenant_id, panel_id) where (state = any (array['waiting'::text, 'running'::text]));
alter table panel_draw enable row level security;
create policy tenant_rows on panel_draw using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_exit (
  tenant_id uuid not null default current_tenant(),
  application_id uuid not null,
  on_day date not null,
  why text not null,
  channel text not null,
  registered_by uuid,
  primary key (tenant_id, application_id),
  constraint panel_exit_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, application_id) references panel_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  constraint panel_exit_why_check check ((why = any (array['withdrawn'::text, 'dropped_out'::text, 'moved_out'::text, 'double'::text])))
);
create index panel_exit_registered_by on panel_exit using btree (tenant_id, registered_by);
alter table panel_exit enable row level security;
create policy tenant_rows on panel_exit using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_lock (
  tenant_id uuid not null default current_tenant(),
  panel_id uuid not null,
  locked_at timestamp with time zone not null,
  locked_by uuid,
  primary key (tenant_id, panel_id),
  foreign key (tenant_id, locked_by) references person(tenant_id, id),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id)
);
create index panel_lock_by on panel_lock using btree (tenant_id, locked_by);
alter table panel_lock enable row level security;
create policy tenant_rows on panel_lock using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_meeting (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  panel_id uuid not null,
  on_day date not null,
  starts text not null default ''::text,
  place text not null default ''::text,
  agenda text not null,
  notes text not null default ''::text,
  called_at timestamp with time zone not null,
  called_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint panel_meeting_agenda_check check ((agenda <> ''::text)),
  foreign key (tenant_id, called_by) references person(tenant_id, id),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id)
);
create index panel_meeting_called_by on panel_meeting using btree (tenant_id, called_by);
create index panel_meeting_of on panel_meeting using btree (tenant_id, panel_id, on_day);
alter table panel_meeting enable row level security;
create policy tenant_rows on panel_meeting using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_option (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  question_id uuid not null,
  says text not null,
  initiative_id uuid,
  position smallint not null,
  primary key (tenant_id, id),
  constraint panel_option_says_check check ((says <> ''::text)),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete set null (initiative_id),
  foreign key (tenant_id, question_id) references panel_question(tenant_id, id) on delete cascade,
  unique (tenant_id, question_id, "position")
);
create index panel_option_initiative on panel_option using btree (tenant_id, initiative_id);
alter table panel_option enable row level security;
create policy tenant_rows on panel_option using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_pause (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  application_id uuid not null,
  from_day date not null,
  back_on date,
  primary key (tenant_id, id),
  constraint panel_pause_check check ((back_on >= from_day)),
  foreign key (tenant_id, application_id) references panel_application(tenant_id, id) on delete cascade
);
create index panel_pause_of on panel_pause using btree (tenant_id, application_id);
alter table panel_pause enable row level security;
create policy tenant_rows on panel_pause using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_place (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  panel_id uuid not null,
  application_id uuid not null,
  draw_id uuid,
  offered_at timestamp with time zone not null,
  answer_by date not null,
  answer text,
  answered_at timestamp with time zone,
  channel text,
  registered_by uuid,
  reserve smallint,
  primary key (tenant_id, id),
  constraint panel_place_answer_check check ((answer = any (array['yes'::text, 'no'::text, 'lapsed'::text]))),
  constraint panel_place_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint panel_place_check check (((answer is null) = (answered_at is null))),
  constraint panel_place_reserve_check check ((reserve > 0)),
  foreign key (tenant_id, application_id) references panel_application(tenant_id, id) on delete cascade,
  unique (tenant_id, application_id),
  foreign key (tenant_id, draw_id) references panel_draw(tenant_id, id),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index panel_place_draw on panel_place using btree (tenant_id, draw_id);
create index panel_place_of on panel_place using btree (tenant_id, panel_id);
create index panel_place_registered_by on panel_place using btree (tenant_id, registered_by);
create index panel_place_waiting on panel_place using btree (tenant_id, answer_by) where (answer is null);
alter table panel_place enable row level security;
create policy tenant_rows on panel_place using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_press (
  tenant_id uuid not null default current_tenant(),
  draw_id uuid not null,
  person_id uuid not null,
  nonce text not null,
  pressed_at timestamp with time zone not null,
  primary key (tenant_id, draw_id, person_id),
  constraint panel_press_nonce_check check ((nonce <> ''::text)),
  foreign key (tenant_id, draw_id) references panel_draw(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index panel_press_person on panel_press using btree (tenant_id, person_id);
alter table panel_press enable row level security;
create policy tenant_rows on panel_press using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_question (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  panel_id uuid not null,
  asks text not null,
  method text not null,
  dots smallint not null default 5,
  asked_on date not null,
  asked_by uuid,
  closed_on date,
  primary key (tenant_id, id),
  constraint panel_question_asks_check check ((asks <> ''::text)),
  constraint panel_question_dots_check check (((dots >= 1) and (dots <= 20))),
  constraint panel_question_method_check check ((method = any (array['dots'::text, 'sliders'::text, 'pairs'::text]))),
  foreign key (tenant_id, asked_by) references person(tenant_id, id),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id)
);
create index panel_question_asked_by on panel_question using btree (tenant_id, asked_by);
create index panel_question_of on panel_question using btree (tenant_id, panel_id, id);
alter table panel_question enable row level security;
create policy tenant_rows on panel_question using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_receipt (
  tenant_id uuid not null default current_tenant(),
  code_hash bytea not null,
  application_id uuid not null,
  made_at timestamp with time zone not null,
  primary key (tenant_id, code_hash),
  constraint panel_receipt_code_hash_check check ((length(code_hash) = 32)),
  foreign key (tenant_id, application_id) references panel_application(tenant_id, id) on delete cascade
);
create index panel_receipt_application on panel_receipt using btree (tenant_id, application_id);
alter table panel_receipt enable row level security;
create policy tenant_rows on panel_receipt using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_recommendation (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  panel_id uuid not null,
  meeting_id uuid,
  says text not null,
  said_on date not null,
  written_by uuid,
  answer text,
  answered_on date,
  answered_by uuid,
  initiative_id uuid,
  primary key (tenant_id, id),
  constraint panel_recommendation_answer_check check ((answer <> ''::text)),
  constraint panel_recommendation_check check (((answer is null) = (answered_on is null))),
  constraint panel_recommendation_says_check check ((says <> ''::text)),
  foreign key (tenant_id, answered_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id) on delete set null (initiative_id),
  foreign key (tenant_id, meeting_id) references panel_meeting(tenant_id, id) on delete set null (meeting_id),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id),
  foreign key (tenant_id, written_by) references person(tenant_id, id)
);
create index panel_recommendation_answered_by on panel_recommendation using btree (tenant_id, answered_by);
create index panel_recommendation_initiative on panel_recommendation using btree (tenant_id, initiative_id);
create index panel_recommendation_meeting on panel_recommendation using btree (tenant_id, meeting_id);
create index panel_recommendation_of on panel_recommendation using btree (tenant_id, panel_id, id);
create index panel_recommendation_written_by on panel_recommendation using btree (tenant_id, written_by);
alter table panel_recommendation enable row level security;
create policy tenant_rows on panel_recommendation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_selector (
  tenant_id uuid not null default current_tenant(),
  panel_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null,
  primary key (tenant_id, panel_id, person_id),
  foreign key (tenant_id, panel_id) references panel(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index panel_selector_person on panel_selector using btree (tenant_id, person_id);
alter table panel_selector enable row level security;
create policy tenant_rows on panel_selector using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_throw (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  draw_id uuid not null,
  person_id uuid not null,
  number smallint not null,
  thrown_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint panel_throw_number_check check (((number >= 0) and (number <= 999))),
  foreign key (tenant_id, draw_id) references panel_draw(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index panel_throw_of on panel_throw using btree (tenant_id, draw_id, id);
create index panel_throw_person on panel_throw using btree (tenant_id, person_id);
alter table panel_throw enable row level security;
create policy tenant_rows on panel_throw using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table panel_vote (
  tenant_id uuid not null default current_tenant(),
  option_id uuid not null,
  application_id uuid not null,
  points smallint not null,
  primary key (tenant_id, option_id, application_id),
  constraint panel_vote_points_check check (((points >= 0) and (points <= 200))),
  foreign key (tenant_id, application_id) references panel_application(tenant_id, id) on delete cascade,
  foreign key (tenant_id, option_id) references panel_option(tenant_id, id) on delete cascade
);
create index panel_vote_of on panel_vote using btree (tenant_id, application_id);
alter table panel_vote enable row level security;
create policy tenant_rows on panel_vote using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table passkey (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  on_paper boolean not null default false,
  primary key (tenant_id, id),
  constraint passkey_counter_check check ((counter >= 0)),
  constraint passkey_name_check check ((name <> ''::text)),
  unique (tenant_id, credential_id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index passkey_person on passkey using btree (tenant_id, person_id);
alter table passkey enable row level security;
create policy tenant_rows on passkey using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table payment (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  number integer not null,
  organisation_id uuid not null,
  invoice_id uuid not null,
  claim_id uuid not null,
  application_id uuid not null,
  initiative_id uuid,
  payee_name text not null,
  payee_key text,
  invoice_number text not null,
  reference text not null,
  amount_ore bigint not null,
  due_on date not null,
  accepted_by uuid,
  opened_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint payment_amount_ore_check check ((amount_ore <> 0)),
  constraint payment_number_check check ((number > 0)),
  foreign key (tenant_id, accepted_by) references person(tenant_id, id),
  foreign key (tenant_id, application_id) references fund_application(tenant_id, id),
  foreign key (tenant_id, claim_id) references fund_claim(tenant_id, id),
  unique (tenant_id, claim_id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice(tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id)
);
create index payment_accepted_by on payment using btree (tenant_id, accepted_by);
create index payment_application on payment using btree (tenant_id, application_id);
create index payment_initiative on payment using btree (tenant_id, initiative_id);
create index payment_invoice on payment using btree (tenant_id, invoice_id);
create index payment_organisation on payment using btree (tenant_id, organisation_id, due_on, id);
create index payment_payee on payment using btree (tenant_id, payee_key, id);
alter table payment enable row level security;
create policy tenant_rows on payment using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger payment_standing after insert on payment for each row execute function keep_payment_standing('id');

create table payment_approval (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  payment_id uuid not null,
  destination integer not null,
  round integer not null,
  digest bytea not null,
  step integer not null,
  completes boolean not null,
  approved_by uuid not null,
  approved_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint payment_approval_digest_check check ((length(digest) = 32)),
  constraint payment_approval_round_check check ((round > 0)),
  constraint payment_approval_step_check check ((step = any (array[1, 2]))),
  foreign key (tenant_id, approved_by) references person(tenant_id, id),
  foreign key (tenant_id, payment_id, destination) references payment_destination(tenant_id, payment_id, number),
  foreign key (tenant_id, payment_id) references payment(tenant_id, id),
  unique (tenant_id, payment_id, round, destination, approved_by),
  unique (tenant_id, payment_id, round, destination, step)
);
create index payment_approval_approved_by on payment_approval using btree (tenant_id, approved_by);
create index payment_approval_destination on payment_approval using btree (tenant_id, payment_id, destination);
alter table payment_approval enable row level security;
create policy tenant_rows on payment_approval using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger payment_standing after insert on payment_approval for each row execute function keep_payment_standing('payment_id');

create table payment_batch (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  number integer not null,
  organisation_id uuid not null,
  format text not null,
  bank_file_id uuid,
  csv_file_id uuid not null,
  payments integer not null,
  sum_ore bigint not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  primary key (tenant_id, id),
  constraint payment_batch_format_check check ((format = any (array['csv'::text, 'pain.001.001.03'::text, 'pain.001.001.09'::text]))),
  constraint payment_batch_number_check check ((number > 0)),
  constraint payment_batch_payments_check check ((payments > 0)),
  constraint payment_batch_sum_ore_check check ((sum_ore > 0)),
  foreign key (tenant_id, bank_file_id) references file(tenant_id, id),
  foreign key (tenant_id, csv_file_id) references file(tenant_id, id),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id)
);
create index payment_batch_bank_file on payment_batch using btree (tenant_id, bank_file_id);
create index payment_batch_csv_file on payment_batch using btree (tenant_id, csv_file_id);
create index payment_batch_made_by on payment_batch using btree (tenant_id, made_by);
create index payment_batch_organisation on payment_batch using btree (tenant_id, organisation_id, number);
alter table payment_batch enable row level security;
create policy tenant_rows on payment_batch using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table payment_batch_undo (
  tenant_id uuid not null default current_tenant(),
  batch_id uuid not null,
  words text not null,
  on_day date not null,
  undone_by uuid not null,
  primary key (tenant_id, batch_id),
  foreign key (tenant_id, batch_id) references payment_batch(tenant_id, id),
  foreign key (tenant_id, undone_by) references person(tenant_id, id),
  constraint payment_batch_undo_words_check check ((words <> ''::text))
);
create index payment_batch_undo_undone_by on payment_batch_undo using btree (tenant_id, undone_by);
alter table payment_batch_undo enable row level security;
create policy tenant_rows on payment_batch_undo using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger payment_standing after insert on payment_batch_undo for each row execute function keep_payment_standing('batch_id');

create table payment_counter (
  tenant_id uuid not null default current_tenant(),
  counts text not null,
  last integer not null,
  primary key (tenant_id, counts),
  constraint payment_counter_counts_check check ((counts = any (array['payment'::text, 'batch'::text]))),
  constraint payment_counter_last_check check ((last > 0))
);
alter table payment_counter enable row level security;
create policy tenant_rows on payment_counter using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table payment_destination (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  payment_id uuid not null,
  number integer not null,
  iban text,
  card_type text,
  slip_reference text,
  creditor text,
  place text,
  typed_by uuid,
  changed boolean not null,
  words text not null default ''::text,
  on_day date not null,
  primary key (tenant_id, id),
  constraint payment_destination_card_type_check check ((card_type = any (array['71'::text, '73'::text, '75'::text, '01'::text, '04'::text, '15'::text]))),
  constraint payment_destination_check check (((iban is null) or (card_type is null))),
  constraint payment_destination_check1 check (((card_type is null) = (creditor is null))),
  constraint payment_destination_check2 check (((place is null) = ((iban is null) and (card_type is null)))),
  constraint payment_destination_number_check check ((number > 0)),
  foreign key (tenant_id, payment_id) references payment(tenant_id, id),
  unique (tenant_id, payment_id, number),
  foreign key (tenant_id, typed_by) references person(tenant_id, id)
);
create index payment_destination_place on payment_destination using btree (tenant_id, place, payment_id) where (place is not null);
create index payment_destination_typed_by on payment_destination using btree (tenant_id, typed_by);
alter table payment_destination enable row level security;
create policy tenant_rows on payment_destination using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger payment_standing after insert on payment_destination for each row execute function keep_payment_standing('payment_id');

create table payment_export (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  payment_id uuid not null,
  batch_id uuid not null,
  round integer not null,
  end_to_end_id text not null,
  execute_on date not null,
  digest bytea not null,
  by_hand boolean not null,
  primary key (tenant_id, id),
  constraint payment_export_digest_check check ((length(digest) = 32)),
  constraint payment_export_end_to_end_id_check check ((end_to_end_id <> ''::text)),
  constraint payment_export_round_check check ((round > 0)),
  foreign key (tenant_id, batch_id) references payment_batch(tenant_id, id),
  unique (tenant_id, end_to_end_id),
  foreign key (tenant_id, payment_id) references payment(tenant_id, id),
  unique (tenant_id, payment_id, round)
);
create index payment_export_batch on payment_export using btree (tenant_id, batch_id);
alter table payment_export enable row level security;
create policy tenant_rows on payment_export using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger payment_standing after insert on payment_export for each row execute function keep_payment_standing('payment_id');

create table payment_result (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  payment_id uuid not null,
  export_id uuid,
  result text not null,
  on_day date not null,
  source text not null,
  words text not null default ''::text,
  recorded_on date not null,
  recorded_by uuid,
  primary key (tenant_id, id),
  constraint payment_result_result_check check ((result = any (array['paid'::text, 'bounced'::text]))),
  constraint payment_result_source_check check ((source = any (array['hand'::text, 'csv'::text, 'pain.002'::text, 'camt.053'::text, 'camt.054'::text]))),
  foreign key (tenant_id, export_id) references payment_export(tenant_id, id),
  unique nulls not distinct (tenant_id, payment_id, export_id, result),
  foreign key (tenant_id, payment_id) references payment(tenant_id, id),
  foreign key (tenant_id, recorded_by) references person(tenant_id, id)
);
create index payment_result_export on payment_result using btree (tenant_id, export_id);
create index payment_result_paid on payment_result using btree (tenant_id, on_day, payment_id) where (result = 'paid'::text);
create index payment_result_recorded_by on payment_result using btree (tenant_id, recorded_by);
alter table payment_result enable row level security;
create policy tenant_rows on payment_result using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger payment_standing after insert on payment_result for each row execute function keep_payment_standing('payment_id');

create table payment_setting (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  organisation_id uuid not null,
  number integer not null,
  single_limit_ore bigint not null,
  first_roles text[] not null,
  second_roles text[] not null,
  payer_name text not null default ''::text,
  iban text not null default ''::text,
  bic text not null default ''::text,
  agreement text not null default ''::text,
  format text not null,
  slips_in_file boolean not null default false,
  account_coding text not null default ''::text,
  keep_years integer not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  look_back_days integer not null,
  primary key (tenant_id, id),
  constraint payment_setting_first_roles_check check (((cardinality(first_roles) > 0) and (first_roles <@ array['consultant'::text, 'secretariat'::text, 'finance'::text]))),
  constraint payment_setting_format_check check ((format = any (array['csv'::text, 'pain.001.001.03'::text, 'pain.001.001.09'::text]))),
  constraint payment_setting_keep_years_check check (((keep_years >= 5) and (keep_years <= 30))),
  constraint payment_setting_look_back_days_check check (((look_back_days >= 7) and (look_back_days <= 365))),
  constraint payment_setting_number_check check ((number > 0)),
  constraint payment_setting_second_roles_check check (((cardinality(second_roles) > 0) and (second_roles <@ array['secretariat'::text, 'finance'::text]))),
  constraint payment_setting_single_limit_ore_check check ((single_limit_ore >= 0)),
  foreign key (tenant_id, changed_by) references person(tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  unique (tenant_id, organisation_id, number)
);
create index payment_setting_changed_by on payment_setting using btree (tenant_id, changed_by);
alter table payment_setting enable row level security;
create policy tenant_rows on payment_setting using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table payment_standing (
  tenant_id uuid not null default current_tenant(),
  payment_id uuid not null,
  organisation_id uuid not null,
  number integer not null,
  due_on date not null,
  amount_ore bigint not null,
  status text not null,
  primary key (tenant_id, payment_id),
  constraint payment_standing_status_check check ((status = any (array['bounced'::text, 'waiting_first'::text, 'waiting_second'::text, 'ready'::text, 'exported'::text, 'awaited'::text, 'paid'::text, 'stopped'::text]))),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  foreign key (tenant_id, payment_id) references payment(tenant_id, id),
  constraint payment_sum trigger deferrable initially deferred,
  constraint payment_sum_moved trigger deferrable initially deferred
);
create index payment_standing_due on payment_standing using btree (tenant_id, status, due_on, payment_id) include (organisation_id);
create index payment_standing_number on payment_standing using btree (tenant_id, status, number) include (organisation_id, payment_id);
create index payment_standing_sums on payment_standing using btree (tenant_id, organisation_id, status) include (amount_ore);
alter table payment_standing enable row level security;
create policy tenant_rows on payment_standing using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create constraint trigger payment_sum after insert on payment_standing deferrable initially deferred for each row execute function keep_payment_sum();
create constraint trigger payment_sum_moved after update on payment_standing deferrable initially deferred for each row when ((new.status <> old.status)) execute function keep_payment_sum();

create table payment_stop (
  tenant_id uuid not null default current_tenant(),
  payment_id uuid not null,
  on_day date not null,
  stopped_by uuid,
  primary key (tenant_id, payment_id),
  foreign key (tenant_id, payment_id) references payment(tenant_id, id),
  foreign key (tenant_id, stopped_by) references person(tenant_id, id)
);
create index payment_stop_stopped_by on payment_stop using btree (tenant_id, stopped_by);
alter table payment_stop enable row level security;
create policy tenant_rows on payment_stop using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger payment_standing after insert on payment_stop for each row execute function keep_payment_standing('payment_id');

create table payment_sum (
  tenant_id uuid not null default current_tenant(),
  organisation_id uuid not null,
  status text not null,
  payments integer not null,
  amount_ore bigint not null,
  primary key (tenant_id, organisation_id, status),
  constraint payment_sum_payments_check check ((payments >= 0)),
  constraint payment_sum_status_check check ((status = any (array['bounced'::text, 'waiting_first'::text, 'waiting_second'::text, 'ready'::text, 'exported'::text, 'awaited'::text, 'paid'::text, 'stopped'::text]))),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id)
);
alter table payment_sum enable row level security;
create policy tenant_rows on payment_sum using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table person (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  name text not null,
  protected boolean not null default false,
  birth_year smallint,
  email text,
  phone text,
  language text not null default 'da'::text,
  registered_at timestamp with time zone not null,
  registered_by uuid,
  channel text not null,
  erased_on date,
  primary key (tenant_id, id),
  constraint person_birth_year_check check (((birth_year >= 1890) and (birth_year <= 2200))),
  constraint person_email_check check (((email <> ''::text) and (email = lower(email)))),
  constraint person_name_check check ((name <> ''::text)),
  constraint person_phone_check check ((phone ~ '^\+[0-9]{4,15}$'::text)),
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create unique index person_email on person using btree (tenant_id, email) where (email is not null);
create index person_erased on person using btree (tenant_id, id) where (erased_on is not null);
create index person_name on person using btree (tenant_id, name collate "da-x-icu", id);
create index person_phone on person using btree (tenant_id, phone) where (phone is not null);
create index person_registered_by on person using btree (tenant_id, registered_by);
alter table person enable row level security;
create policy tenant_rows on person using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger forget_looks after delete on person referencing old table as gone for each statement execute function forget_looks_at_the_gone();

create table person_merge (
  tenant_id uuid not null default current_tenant(),
  person_id uuid not null,
  into_id uuid not null,
  merged_at timestamp with time zone not null,
  merged_by uuid,
  primary key (tenant_id, person_id),
  constraint person_merge_check check ((into_id <> person_id)),
  foreign key (tenant_id, into_id) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, merged_by) references person(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index person_merge_by on person_merge using btree (tenant_id, merged_by);
create index person_merge_into on person_merge using btree (tenant_id, into_id);
alter table person_merge enable row level security;
create policy tenant_rows on person_merge using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table privacy_consent (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  topic text not null,
  given boolean not null,
  at timestamp with time zone not null,
  channel text not null,
  registered_by uuid,
  primary key (tenant_id, id),
  constraint privacy_consent_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  constraint privacy_consent_topic_check check ((topic = any (array['mail'::text, 'sms'::text, 'paper'::text, 'phone'::text, 'photo'::text, 'story'::text])))
);
create index privacy_consent_person on privacy_consent using btree (tenant_id, person_id, topic, at);
create index privacy_consent_registered_by on privacy_consent using btree (tenant_id, registered_by);
alter table privacy_consent enable row level security;
create policy tenant_rows on privacy_consent using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table privacy_erasure (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  channel text not null,
  due_on date not null,
  waits_for text[] not null default '{}'::text[],
  tried_on date,
  primary key (tenant_id, id),
  constraint privacy_erasure_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, asked_by) references person(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index privacy_erasure_asked_by on privacy_erasure using btree (tenant_id, asked_by);
create index privacy_erasure_due on privacy_erasure using btree (tenant_id, due_on);
create index privacy_erasure_person on privacy_erasure using btree (tenant_id, person_id, asked_at);
alter table privacy_erasure enable row level security;
create policy tenant_rows on privacy_erasure using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table privacy_erasure_end (
  tenant_id uuid not null default current_tenant(),
  erasure_id uuid not null,
  result text not null,
  words text not null default ''::text,
  at timestamp with time zone not null,
  ended_by uuid,
  primary key (tenant_id, erasure_id),
  constraint privacy_erasure_end_check check (((result = 'refused'::text) = (words <> ''::text))),
  constraint privacy_erasure_end_result_check check ((result = any (array['done'::text, 'taken_back'::text, 'refused'::text]))),
  foreign key (tenant_id, ended_by) references person(tenant_id, id),
  foreign key (tenant_id, erasure_id) references privacy_erasure(tenant_id, id) on delete cascade
);
create index privacy_erasure_end_by on privacy_erasure_end using btree (tenant_id, ended_by);
alter table privacy_erasure_end enable row level security;
create policy tenant_rows on privacy_erasure_end using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table privacy_export (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  channel text not null,
  language text not null,
  made_at timestamp with time zone,
  goes_at timestamp with time zone,
  content bytea,
  primary key (tenant_id, id),
  constraint privacy_export_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  constraint privacy_export_check check (((made_at is null) = (goes_at is null))),
  constraint privacy_export_language_check check ((language = any (array['da'::text, 'en'::text]))),
  foreign key (tenant_id, asked_by) references person(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index privacy_export_asked_by on privacy_export using btree (tenant_id, asked_by);
create index privacy_export_goes on privacy_export using btree (tenant_id, goes_at) where (content is not null);
create index privacy_export_person on privacy_export using btree (tenant_id, person_id, asked_at);
alter table privacy_export enable row level security;
create policy tenant_rows on privacy_export using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table privacy_export_fetch (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  export_id uuid not null,
  fetched_at timestamp with time zone not null,
  fetched_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, export_id) references privacy_export(tenant_id, id) on delete cascade,
  foreign key (tenant_id, fetched_by) references person(tenant_id, id)
);
create index privacy_export_fetch_by on privacy_export_fetch using btree (tenant_id, fetched_by);
create index privacy_export_fetch_export on privacy_export_fetch using btree (tenant_id, export_id);
alter table privacy_export_fetch enable row level security;
create policy tenant_rows on privacy_export_fetch using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table privacy_look (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  at timestamp with time zone not null,
  seen_by uuid not null,
  why text not null,
  people integer not null,
  primary key (tenant_id, id),
  constraint privacy_look_people_check check ((people > 0)),
  constraint privacy_look_why_check check ((why = any (array['page'::text, 'search'::text, 'list'::text, 'letters'::text, 'export'::text, 'preview'::text, 'api'::text])))
);
create index privacy_look_at on privacy_look using btree (tenant_id, at);
create index privacy_look_person on privacy_look using btree (tenant_id, person_id, at);
create index privacy_look_seen_by on privacy_look using btree (tenant_id, seen_by, at);
alter table privacy_look enable row level security;
create policy tenant_rows on privacy_look using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger privacy_look_is_kept before delete on privacy_look for each row execute function keep_young_looks();

create table privacy_look_list (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  at timestamp with time zone not null,
  seen_by uuid not null,
  why text not null,
  person_ids uuid[] not null,
  primary key (tenant_id, id),
  constraint privacy_look_list_person_ids_check check ((cardinality(person_ids) > 0)),
  constraint privacy_look_list_why_check check ((why = any (array['page'::text, 'search'::text, 'list'::text, 'letters'::text, 'export'::text, 'preview'::text, 'api'::text])))
);
alter table privacy_look_list enable row level security;
create policy tenant_rows on privacy_look_list using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger privacy_look_list_is_laid_out before delete on privacy_look_list for each row execute function lay_out_look_list();

create table privacy_retention_run (
  tenant_id uuid not null default current_tenant(),
  rule text not null,
  ran_at timestamp with time zone not null,
  rows_changed integer not null,
  rows_ever bigint not null,
  primary key (tenant_id, rule),
  constraint privacy_retention_run_rule_check check ((rule <> ''::text))
);
alter table privacy_retention_run enable row level security;
create policy tenant_rows on privacy_retention_run using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table privacy_setting (
  tenant_id uuid not null default current_tenant(),
  undo_days integer not null,
  export_days integer not null,
  look_months integer not null,
  guest_months integer not null,
  import_days integer not null,
  version integer not null default 1,
  saved_by uuid,
  primary key (tenant_id),
  constraint privacy_setting_export_days_check check (((export_days >= 1) and (export_days <= 30))),
  constraint privacy_setting_guest_months_check check (((guest_months >= 1) and (guest_months <= 60))),
  constraint privacy_setting_import_days_check check (((import_days >= 1) and (import_days <= 365))),
  constraint privacy_setting_look_months_check check (((look_months >= 6) and (look_months <= 60))),
  foreign key (tenant_id, saved_by) references person(tenant_id, id),
  constraint privacy_setting_undo_days_check check (((undo_days >= 1) and (undo_days <= 30)))
);
create index privacy_setting_saved_by on privacy_setting using btree (tenant_id, saved_by);
alter table privacy_setting enable row level security;
create policy tenant_rows on privacy_setting using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table privacy_statement (
  tenant_id uuid not null default current_tenant(),
  kind text not null,
  language text not null,
  words text not null,
  contact text not null default ''::text,
  stated_on date not null,
  version integer not null default 1,
  saved_by uuid,
  primary key (tenant_id, kind, language),
  constraint privacy_statement_kind_check check ((kind = any (array['accessibility'::text, 'privacy'::text, 'record'::text]))),
  constraint privacy_statement_language_check check ((language = any (array['da'::text, 'en'::text]))),
  foreign key (tenant_id, saved_by) references person(tenant_id, id)
);
create index privacy_statement_saved_by on privacy_statement using btree (tenant_id, saved_by);
alter table privacy_statement enable row level security;
create policy tenant_rows on privacy_statement using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table public_duty (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  duty text not null,
  organisation_id uuid not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, id),
  constraint public_duty_duty_check check ((duty = any (array['mayor'::text, 'responsible_chair'::text, 'supervising_staff'::text]))),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index public_duty_organisation on public_duty using btree (tenant_id, organisation_id);
create index public_duty_person on public_duty using btree (tenant_id, person_id);
alter table public_duty enable row level security;
create policy tenant_rows on public_duty using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table rate_limit (
  tenant_id uuid not null default current_tenant(),
  bucket text not null,
  window_start timestamp with time zone not null,
  hits integer not null,
  primary key (tenant_id, bucket, window_start)
);
create index rate_limit_window on rate_limit using btree (tenant_id, window_start);
alter table rate_limit enable row level security;
create policy tenant_rows on rate_limit using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table received_answer (
  tenant_id uuid not null default current_tenant(),
  copy_id uuid not null,
  answer text not null,
  words text not null default ''::text,
  answered_at timestamp with time zone not null,
  answered_by uuid,
  primary key (tenant_id, copy_id),
  constraint received_answer_answer_check check ((answer = any (array['accepted'::text, 'declined'::text]))),
  foreign key (tenant_id, answered_by) references person(tenant_id, id),
  foreign key (tenant_id, copy_id) references received_copy(tenant_id, id)
);
create index received_answer_by on received_answer using btree (tenant_id, answered_by);
alter table received_answer enable row level security;
create policy tenant_rows on received_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table received_copy (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  house_id uuid not null,
  house_name text not null,
  source text not null,
  edition smallint not null,
  title text not null,
  content jsonb not null,
  note text not null default ''::text,
  reference bytea not null,
  sent_on date not null,
  arrived_at timestamp with time zone not null,
  bytes bigint not null default 0,
  primary key (tenant_id, id),
  constraint received_copy_bytes_check check ((bytes >= 0)),
  constraint received_copy_edition_check check ((edition > 0)),
  constraint received_copy_reference_check check ((length(reference) = 32)),
  constraint received_copy_source_check check ((source = any (array['initiative'::text, 'paper'::text]))),
  unique (tenant_id, reference)
);
create index received_copy_time on received_copy using btree (tenant_id, arrived_at, id);
alter table received_copy enable row level security;
create policy tenant_rows on received_copy using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table received_file (
  tenant_id uuid not null default current_tenant(),
  copy_id uuid not null,
  place smallint not null,
  file_id uuid not null,
  primary key (tenant_id, copy_id, place),
  foreign key (tenant_id, copy_id) references received_copy(tenant_id, id),
  foreign key (tenant_id, file_id) references file(tenant_id, id)
);
create index received_file_file on received_file using btree (tenant_id, file_id);
alter table received_file enable row level security;
create policy tenant_rows on received_file using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table received_recall (
  tenant_id uuid not null default current_tenant(),
  copy_id uuid not null,
  words text not null default ''::text,
  recalled_on date not null,
  primary key (tenant_id, copy_id),
  foreign key (tenant_id, copy_id) references received_copy(tenant_id, id)
);
alter table received_recall enable row level security;
create policy tenant_rows on received_recall using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table residency (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  tenancy_id uuid not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, id),
  constraint residency_check check ((until_day >= from_day)),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, tenancy_id) references tenancy(tenant_id, id)
);
create index residency_person on residency using btree (tenant_id, person_id);
create index residency_tenancy on residency using btree (tenant_id, tenancy_id);
alter table residency enable row level security;
create policy tenant_rows on residency using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table role_grant (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  role text not null,
  organisation_id uuid not null,
  department_id uuid,
  from_day date not null,
  until_day date,
  granted_at timestamp with time zone not null,
  granted_by uuid,
  primary key (tenant_id, id),
  constraint role_grant_role_check check ((role = any (array['resident'::text, 'board_member'::text, 'ambassador'::text, 'task_leader'::text, 'consultant'::text, 'organisation_board'::text, 'secretariat'::text, 'finance'::text, 'operations'::text, 'municipal_officer'::text, 'guest'::text, 'catalogue_editor'::text]))),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  foreign key (tenant_id, granted_by) references person(tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade
);
create index role_grant_department on role_grant using btree (tenant_id, department_id, role);
create index role_grant_granted_by on role_grant using btree (tenant_id, granted_by);
create index role_grant_organisation on role_grant using btree (tenant_id, organisation_id, role);
create index role_grant_person on role_grant using btree (tenant_id, person_id);
create index role_grant_role on role_grant using btree (tenant_id, role, department_id);
alter table role_grant enable row level security;
create policy tenant_rows on role_grant using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table role_setting (
  tenant_id uuid not null default current_tenant(),
  staff_in_organisation_board boolean not null,
  staff_in_department_board boolean not null,
  primary key (tenant_id)
);
alter table role_setting enable row level security;
create policy tenant_rows on role_setting using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table scheduled_run (
  name text not null,
  slot text not null,
  ran_at timestamp with time zone not null,
  primary key (name)
);

create table search_entry (
  tenant_id uuid not null default current_tenant(),
  kind text not null,
  id uuid not null,
  title text not null,
  body text not null,
  path text not null,
  audience text not null,
  danish tsvector not null generated always as ((setweight(to_tsvector('danish'::regconfig, title), 'A'::"char") || setweight(to_tsvector('danish'::regconfig, body), 'C'::"char"))) stored,
  primary key (tenant_id, kind, id),
  constraint search_entry_audience_check check ((audience = any (array['public'::text, 'members'::text, 'staff'::text])))
);
create index search_entry_danish on search_entry using gin (danish);
create index search_entry_title_trigram on search_entry using gin (lower(title) gin_trgm_ops);
alter table search_entry enable row level security;
create policy tenant_rows on search_entry using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table sent_copy (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  house_id uuid not null,
  house_name text not null,
  source text not null,
  source_id uuid not null,
  edition smallint not null,
  title text not null,
  content jsonb not null,
  note text not null default ''::text,
  reference bytea not null,
  sent_at timestamp with time zone not null,
  sent_by uuid,
  bytes bigint not null default 0,
  primary key (tenant_id, id),
  constraint sent_copy_bytes_check check ((bytes >= 0)),
  constraint sent_copy_edition_check check ((edition > 0)),
  constraint sent_copy_reference_check check ((length(reference) = 32)),
  constraint sent_copy_source_check check ((source = any (array['initiative'::text, 'paper'::text]))),
  unique (tenant_id, house_id, source, source_id, edition),
  unique (tenant_id, reference),
  foreign key (tenant_id, sent_by) references person(tenant_id, id),
  constraint sent_copy_title_check check ((title <> ''::text))
);
create index sent_copy_sent_by on sent_copy using btree (tenant_id, sent_by);
create index sent_copy_time on sent_copy using btree (tenant_id, sent_at, id);
alter table sent_copy enable row level security;
create policy tenant_rows on sent_copy using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table sent_copy_answer (
  tenant_id uuid not null default current_tenant(),
  copy_id uuid not null,
  answer text not null,
  words text not null default ''::text,
  answered_at timestamp with time zone not null,
  primary key (tenant_id, copy_id),
  constraint sent_copy_answer_answer_check check ((answer = any (array['accepted'::text, 'declined'::text]))),
  foreign key (tenant_id, copy_id) references sent_copy(tenant_id, id)
);
alter table sent_copy_answer enable row level security;
create policy tenant_rows on sent_copy_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table sent_copy_recall (
  tenant_id uuid not null default current_tenant(),
  copy_id uuid not null,
  words text not null default ''::text,
  recalled_at timestamp with time zone not null,
  recalled_by uuid,
  primary key (tenant_id, copy_id),
  foreign key (tenant_id, copy_id) references sent_copy(tenant_id, id),
  foreign key (tenant_id, recalled_by) references person(tenant_id, id)
);
create index sent_copy_recall_by on sent_copy_recall using btree (tenant_id, recalled_by);
alter table sent_copy_recall enable row level security;
create policy tenant_rows on sent_copy_recall using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table session (
  tenant_id uuid not null default current_tenant(),
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  device text not null default ''::text,
  way text,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  constraint session_way_check check ((way = any (array['mail'::text, 'sms'::text, 'passkey'::text, 'mitid'::text, 'entra'::text, 'house'::text, 'card'::text, 'letter'::text])))
);
create index session_person on session using btree (tenant_id, person_id);
alter table session enable row level security;
create policy tenant_rows on session using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table setup_act (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  step text not null,
  facts jsonb not null default '{}'::jsonb,
  done_at timestamp with time zone not null,
  done_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  primary key (tenant_id, id),
  constraint setup_act_step_check check ((step = any (array['house'::text, 'look'::text, 'homes'::text, 'people'::text, 'fund'::text, 'invitation'::text, 'checks'::text]))),
  foreign key (tenant_id, done_by) references person(tenant_id, id),
  foreign key (tenant_id, undone_by) references person(tenant_id, id)
);
create index setup_act_done_by on setup_act using btree (tenant_id, done_by);
create index setup_act_step on setup_act using btree (tenant_id, step, done_at);
create index setup_act_undone_by on setup_act using btree (tenant_id, undone_by);
alter table setup_act enable row level security;
create policy tenant_rows on setup_act using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table setup_invitation (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  fund_id uuid not null,
  subject text not null,
  body text not null,
  signer text not null default ''::text,
  written_at timestamp with time zone not null,
  written_by uuid,
  printed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  primary key (tenant_id, id),
  constraint setup_invitation_body_check check ((body <> ''::text)),
  constraint setup_invitation_subject_check check ((subject <> ''::text)),
  foreign key (tenant_id, fund_id) references fund(tenant_id, id),
  foreign key (tenant_id, written_by) references person(tenant_id, id)
);
create index setup_invitation_fund on setup_invitation using btree (tenant_id, fund_id);
create unique index setup_invitation_standing on setup_invitation using btree (tenant_id) where (withdrawn_at is null);
create index setup_invitation_written_by on setup_invitation using btree (tenant_id, written_by);
alter table setup_invitation enable row level security;
create policy tenant_rows on setup_invitation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table setup_mail_test (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  code_hash bytea,
  asked_at timestamp with time zone not null,
  tries integer not null default 0,
  arrived_at timestamp with time zone,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create index setup_mail_test_person on setup_mail_test using btree (tenant_id, person_id);
alter table setup_mail_test enable row level security;
create policy tenant_rows on setup_mail_test using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table setup_skip (
  tenant_id uuid not null default current_tenant(),
  step text not null,
  skipped_at timestamp with time zone not null,
  skipped_by uuid,
  primary key (tenant_id, step),
  constraint setup_skip_step_check check ((step = any (array['house'::text, 'look'::text, 'homes'::text, 'people'::text, 'fund'::text, 'invitation'::text, 'checks'::text]))),
  foreign key (tenant_id, skipped_by) references person(tenant_id, id)
);
create index setup_skip_skipped_by on setup_skip using btree (tenant_id, skipped_by);
alter table setup_skip enable row level security;
create policy tenant_rows on setup_skip using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table sign_in_attempt (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  kind text not null,
  token_hash bytea not null,
  person_id uuid,
  held jsonb not null,
  expires_at timestamp with time zone not null,
  primary key (tenant_id, id),
  constraint sign_in_attempt_kind_check check ((kind = any (array['passkey'::text, 'new_passkey'::text, 'journey'::text, 'identity'::text]))),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  unique (tenant_id, token_hash)
);
create index sign_in_attempt_expiry on sign_in_attempt using btree (tenant_id, expires_at);
create index sign_in_attempt_person on sign_in_attempt using btree (tenant_id, person_id);
alter table sign_in_attempt enable row level security;
create policy tenant_rows on sign_in_attempt using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table sign_in_code (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  channel text not null,
  address text not null,
  language text not null,
  return_path text,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  person_id uuid,
  code_hash bytea,
  link_hash bytea,
  told_unknown_at timestamp with time zone,
  tries integer not null default 0,
  used_at timestamp with time zone,
  sent_at timestamp with time zone,
  by_sms boolean not null default false,
  primary key (tenant_id, id),
  constraint sign_in_code_channel_check check ((channel = any (array['mail'::text, 'sms'::text]))),
  unique (tenant_id, link_hash),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  constraint sign_in_code_tries_check check (((tries >= 0) and (tries <= 5)))
);
create index sign_in_code_address on sign_in_code using btree (tenant_id, address, id);
create index sign_in_code_expiry on sign_in_code using btree (tenant_id, expires_at);
create index sign_in_code_person on sign_in_code using btree (tenant_id, person_id);
alter table sign_in_code enable row level security;
create policy tenant_rows on sign_in_code using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table sign_in_identity (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid not null,
  way text not null,
  issuer text not null,
  subject text not null,
  level text not null,
  added_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  on_paper boolean not null default false,
  primary key (tenant_id, id),
  constraint sign_in_identity_check check (((not on_paper) or (way <> 'entra'::text))),
  unique (tenant_id, issuer, subject),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  constraint sign_in_identity_way_check check ((way = any (array['mitid'::text, 'entra'::text])))
);
create index sign_in_identity_person on sign_in_identity using btree (tenant_id, person_id);
alter table sign_in_identity enable row level security;
create policy tenant_rows on sign_in_identity using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table sign_in_setting (
  tenant_id uuid not null default current_tenant(),
  sms boolean not null,
  passkey boolean not null,
  mitid boolean not null,
  entra boolean not null,
  sms_a_day integer not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  directory_days integer not null default 30,
  primary key (tenant_id),
  constraint sign_in_setting_directory_days_check check (((directory_days >= 1) and (directory_days <= 365))),
  constraint sign_in_setting_sms_a_day_check check (((sms_a_day >= 0) and (sms_a_day <= 100000))),
  foreign key (tenant_id, changed_by) references person(tenant_id, id) on delete set null (changed_by)
);
create index sign_in_setting_changer on sign_in_setting using btree (tenant_id, changed_by);
alter table sign_in_setting enable row level security;
create policy tenant_rows on sign_in_setting using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger know_ways_in after insert or delete or update on sign_in_setting for each row execute function know_ways_in();

create table sign_in_sms_day (
  tenant_id uuid not null default current_tenant(),
  day date not null,
  parts integer not null,
  primary key (tenant_id, day),
  constraint sign_in_sms_day_parts_check check ((parts >= 0))
);
alter table sign_in_sms_day enable row level security;
create policy tenant_rows on sign_in_sms_day using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table signing_key (
  tenant_id uuid not null default current_tenant(),
  purpose text not null,
  key bytea not null,
  primary key (tenant_id, purpose),
  constraint signing_key_key_check check ((length(key) = 32))
);
alter table signing_key enable row level security;
create policy tenant_rows on signing_key using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table sms_log (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  phone text not null,
  sender text not null,
  body text not null,
  segments integer not null,
  sent_at timestamp with time zone not null,
  primary key (tenant_id, id)
);
create index sms_log_time on sms_log using btree (tenant_id, sent_at);
alter table sms_log enable row level security;
create policy tenant_rows on sms_log using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table story (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid not null,
  heading text not null,
  lead text not null,
  body text not null default ''::text,
  version integer not null default 1,
  begun_at timestamp with time zone not null,
  begun_by uuid,
  edited_at timestamp with time zone not null,
  edited_by uuid,
  primary key (tenant_id, id),
  constraint story_heading_check check ((heading <> ''::text)),
  constraint story_lead_check check ((lead <> ''::text)),
  foreign key (tenant_id, begun_by) references person(tenant_id, id),
  foreign key (tenant_id, edited_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  unique (tenant_id, initiative_id)
);
create index story_begun_by on story using btree (tenant_id, begun_by);
create index story_edited_by on story using btree (tenant_id, edited_by);
alter table story enable row level security;
create policy tenant_rows on story using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table story_photo (
  tenant_id uuid not null default current_tenant(),
  story_id uuid not null,
  photo_id uuid not null,
  consent text not null default ''::text,
  on_day date not null,
  chosen_by uuid,
  primary key (tenant_id, story_id, photo_id),
  foreign key (tenant_id, chosen_by) references person(tenant_id, id),
  foreign key (tenant_id, photo_id) references fund_photo(tenant_id, id) on delete cascade,
  foreign key (tenant_id, story_id) references story(tenant_id, id)
);
create index story_photo_chosen_by on story_photo using btree (tenant_id, chosen_by);
create index story_photo_of on story_photo using btree (tenant_id, photo_id);
alter table story_photo enable row level security;
create policy tenant_rows on story_photo using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table story_picture (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  story_id uuid not null,
  file_id uuid not null,
  small_file_id uuid not null,
  alt text not null,
  people text not null,
  consent text not null,
  on_day date not null,
  added_by uuid,
  primary key (tenant_id, id),
  constraint story_picture_alt_check check ((alt <> ''::text)),
  constraint story_picture_consent_check check ((consent <> ''::text)),
  constraint story_picture_people_check check ((people = any (array['nobody'::text, 'adults'::text, 'children'::text]))),
  foreign key (tenant_id, added_by) references person(tenant_id, id),
  foreign key (tenant_id, file_id) references file(tenant_id, id),
  foreign key (tenant_id, small_file_id) references file(tenant_id, id),
  foreign key (tenant_id, story_id) references story(tenant_id, id)
);
create index story_picture_added_by on story_picture using btree (tenant_id, added_by);
create index story_picture_file on story_picture using btree (tenant_id, file_id);
create index story_picture_of on story_picture using btree (tenant_id, story_id, id);
create index story_picture_small_file on story_picture using btree (tenant_id, small_file_id);
alter table story_picture enable row level security;
create policy tenant_rows on story_picture using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table story_quote (
  tenant_id uuid not null default current_tenant(),
  story_id uuid not null,
  said text not null,
  name text not null default ''::text,
  person_id uuid,
  consent text not null default ''::text,
  on_day date not null,
  noted_by uuid,
  primary key (tenant_id, story_id),
  constraint story_quote_check check (((name = ''::text) or (consent <> ''::text))),
  constraint story_quote_said_check check ((said <> ''::text)),
  foreign key (tenant_id, noted_by) references person(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id),
  foreign key (tenant_id, story_id) references story(tenant_id, id)
);
create index story_quote_noted_by on story_quote using btree (tenant_id, noted_by);
create index story_quote_person on story_quote using btree (tenant_id, person_id);
alter table story_quote enable row level security;
create policy tenant_rows on story_quote using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table story_reading (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  story_id uuid not null,
  person_id uuid not null,
  asked_on date not null,
  asked_by uuid,
  answer text,
  words text not null default ''::text,
  answered_on date,
  primary key (tenant_id, id),
  constraint story_reading_answer_check check ((answer = any (array['good'::text, 'changes'::text]))),
  constraint story_reading_check check (((answer is null) = (answered_on is null))),
  foreign key (tenant_id, asked_by) references person(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id),
  foreign key (tenant_id, story_id) references story(tenant_id, id)
);
create index story_reading_asked_by on story_reading using btree (tenant_id, asked_by);
create index story_reading_of on story_reading using btree (tenant_id, story_id, id);
create unique index story_reading_open on story_reading using btree (tenant_id, story_id, person_id) where (answer is null);
create index story_reading_person on story_reading using btree (tenant_id, person_id);
alter table story_reading enable row level security;
create policy tenant_rows on story_reading using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table story_state (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  story_id uuid not null,
  state text not null,
  on_day date not null,
  at timestamp with time zone not null,
  set_by uuid,
  primary key (tenant_id, id),
  constraint story_state_state_check check ((state = any (array['sent'::text, 'published'::text, 'withdrawn'::text]))),
  foreign key (tenant_id, set_by) references person(tenant_id, id),
  foreign key (tenant_id, story_id) references story(tenant_id, id)
);
create index story_state_of on story_state using btree (tenant_id, story_id, id);
create index story_state_published on story_state using btree (tenant_id, id) where (state = 'published'::text);
create index story_state_set_by on story_state using btree (tenant_id, set_by);
alter table story_state enable row level security;
create policy tenant_rows on story_state using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_approval (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  version_id uuid not null,
  decided_on date not null,
  decision text not null,
  catalogue_edition_id uuid,
  content jsonb not null,
  registered_by uuid,
  primary key (tenant_id, id),
  constraint strategy_approval_decision_check check ((decision <> ''::text)),
  foreign key (tenant_id, catalogue_edition_id) references catalogue_edition(tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  foreign key (tenant_id, version_id) references strategy_version(tenant_id, id),
  unique (tenant_id, version_id)
);
create index strategy_approval_edition on strategy_approval using btree (tenant_id, catalogue_edition_id);
create index strategy_approval_registered_by on strategy_approval using btree (tenant_id, registered_by);
alter table strategy_approval enable row level security;
create policy tenant_rows on strategy_approval using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_area (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  primary key (tenant_id, id)
);
alter table strategy_area enable row level security;
create policy tenant_rows on strategy_area using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_area_text (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  version_id uuid not null,
  area_id uuid not null,
  position integer not null,
  title text not null,
  words text not null default ''::text,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references strategy_area(tenant_id, id),
  unique (tenant_id, version_id, area_id),
  foreign key (tenant_id, version_id) references strategy_version(tenant_id, id)
);
create index strategy_area_text_area on strategy_area_text using btree (tenant_id, area_id);
alter table strategy_area_text enable row level security;
create policy tenant_rows on strategy_area_text using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_evaluation (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  area_id uuid not null,
  year integer not null,
  done text not null default ''::text,
  learned text not null default ''::text,
  course text,
  version integer not null default 1,
  written_by uuid,
  primary key (tenant_id, id),
  constraint strategy_evaluation_course_check check ((course = any (array['continue'::text, 'adjust'::text, 'stop'::text]))),
  foreign key (tenant_id, area_id) references strategy_area(tenant_id, id),
  unique (tenant_id, area_id, year),
  foreign key (tenant_id, written_by) references person(tenant_id, id),
  constraint strategy_evaluation_year_check check (((year >= 2000) and (year <= 2100)))
);
create index strategy_evaluation_written_by on strategy_evaluation using btree (tenant_id, written_by);
alter table strategy_evaluation enable row level security;
create policy tenant_rows on strategy_evaluation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
create trigger strategy_evaluation_is_open before insert or update on strategy_evaluation for each row execute function strategy_evaluation_is_open();

create table strategy_evaluation_approval (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  year integer not null,
  decided_on date not null,
  decision text not null,
  content jsonb not null,
  registered_by uuid,
  primary key (tenant_id, id),
  constraint strategy_evaluation_approval_decision_check check ((decision <> ''::text)),
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  unique (tenant_id, year)
);
create index strategy_evaluation_approval_registered_by on strategy_evaluation_approval using btree (tenant_id, registered_by);
alter table strategy_evaluation_approval enable row level security;
create policy tenant_rows on strategy_evaluation_approval using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_measurement (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  metric_id uuid not null,
  from_day date not null,
  until_day date not null,
  value_hundredths bigint,
  out_of integer,
  words text not null default ''::text,
  from_file boolean not null default false,
  measured_at timestamp with time zone not null,
  measured_by uuid,
  primary key (tenant_id, id),
  constraint strategy_measurement_check check ((until_day >= from_day)),
  constraint strategy_measurement_out_of_check check ((out_of > 0)),
  foreign key (tenant_id, measured_by) references person(tenant_id, id),
  foreign key (tenant_id, metric_id) references strategy_metric(tenant_id, id)
);
create index strategy_measurement_measured_by on strategy_measurement using btree (tenant_id, measured_by);
create index strategy_measurement_metric on strategy_measurement using btree (tenant_id, metric_id, from_day, id);
alter table strategy_measurement enable row level security;
create policy tenant_rows on strategy_measurement using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_metric (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  area_id uuid not null,
  figure text,
  unit text not null,
  people boolean not null default false,
  frequency text not null,
  owner_id uuid not null,
  from_day date not null,
  retired_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint strategy_metric_frequency_check check ((frequency = any (array['month'::text, 'quarter'::text, 'half'::text, 'year'::text]))),
  foreign key (tenant_id, area_id) references strategy_area(tenant_id, id),
  foreign key (tenant_id, owner_id) references person(tenant_id, id),
  constraint strategy_metric_unit_check check ((unit = any (array['persons'::text, 'households'::text, 'number'::text, 'share'::text, 'ore'::text, 'days'::text, 'minutes'::text])))
);
create index strategy_metric_area on strategy_metric using btree (tenant_id, area_id);
create index strategy_metric_owner on strategy_metric using btree (tenant_id, owner_id);
alter table strategy_metric enable row level security;
create policy tenant_rows on strategy_metric using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_metric_definition (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  metric_id uuid not null,
  number integer not null,
  from_day date not null,
  name text not null,
  definition text not null default ''::text,
  better text not null,
  baseline_hundredths bigint,
  baseline_year integer,
  target_hundredths bigint,
  target_year integer,
  why text not null default ''::text,
  set_by uuid,
  primary key (tenant_id, id),
  constraint strategy_metric_definition_baseline_year_check check (((baseline_year >= 1990) and (baseline_year <= 2100))),
  constraint strategy_metric_definition_better_check check ((better = any (array['up'::text, 'down'::text, 'none'::text]))),
  constraint strategy_metric_definition_number_check check ((number > 0)),
  constraint strategy_metric_definition_target_year_check check (((target_year >= 1990) and (target_year <= 2100))),
  foreign key (tenant_id, metric_id) references strategy_metric(tenant_id, id),
  unique (tenant_id, metric_id, number),
  foreign key (tenant_id, set_by) references person(tenant_id, id)
);
create index strategy_metric_definition_set_by on strategy_metric_definition using btree (tenant_id, set_by);
alter table strategy_metric_definition enable row level security;
create policy tenant_rows on strategy_metric_definition using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_plan (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  area_id uuid not null,
  title text not null,
  activities text not null default ''::text,
  owner_id uuid not null,
  deadline_on date not null,
  budget_ore bigint,
  version integer not null default 1,
  created_on date not null,
  made_by uuid,
  primary key (tenant_id, id),
  constraint strategy_plan_budget_ore_check check ((budget_ore >= 0)),
  foreign key (tenant_id, area_id) references strategy_area(tenant_id, id),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  foreign key (tenant_id, owner_id) references person(tenant_id, id)
);
create index strategy_plan_area on strategy_plan using btree (tenant_id, area_id);
create index strategy_plan_deadline on strategy_plan using btree (tenant_id, deadline_on);
create index strategy_plan_made_by on strategy_plan using btree (tenant_id, made_by);
create index strategy_plan_owner on strategy_plan using btree (tenant_id, owner_id);
alter table strategy_plan enable row level security;
create policy tenant_rows on strategy_plan using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_plan_link (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  plan_id uuid not null,
  card_id uuid,
  initiative_id uuid,
  primary key (tenant_id, id),
  constraint strategy_plan_link_check check (((card_id is null) <> (initiative_id is null))),
  foreign key (tenant_id, card_id) references catalogue_card(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  unique (tenant_id, plan_id, card_id),
  foreign key (tenant_id, plan_id) references strategy_plan(tenant_id, id),
  unique (tenant_id, plan_id, initiative_id)
);
create index strategy_plan_link_card on strategy_plan_link using btree (tenant_id, card_id);
create index strategy_plan_link_initiative on strategy_plan_link using btree (tenant_id, initiative_id);
alter table strategy_plan_link enable row level security;
create policy tenant_rows on strategy_plan_link using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_plan_state (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  plan_id uuid not null,
  state text not null,
  words text not null default ''::text,
  on_day date not null,
  set_by uuid,
  primary key (tenant_id, id),
  constraint strategy_plan_state_state_check check ((state = any (array['planned'::text, 'under_way'::text, 'done'::text, 'dropped'::text]))),
  foreign key (tenant_id, plan_id) references strategy_plan(tenant_id, id),
  foreign key (tenant_id, set_by) references person(tenant_id, id)
);
create index strategy_plan_state_plan on strategy_plan_state using btree (tenant_id, plan_id, id);
create index strategy_plan_state_set_by on strategy_plan_state using btree (tenant_id, set_by);
alter table strategy_plan_state enable row level security;
create policy tenant_rows on strategy_plan_state using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table strategy_version (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  number integer not null,
  title text not null,
  words text not null default ''::text,
  from_day date not null,
  until_day date not null,
  version integer not null default 1,
  created_on date not null,
  made_by uuid,
  primary key (tenant_id, id),
  constraint strategy_version_check check ((until_day >= from_day)),
  constraint strategy_version_number_check check ((number > 0)),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  unique (tenant_id, number)
);
create index strategy_version_made_by on strategy_version using btree (tenant_id, made_by);
alter table strategy_version enable row level security;
create policy tenant_rows on strategy_version using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  job_id uuid not null,
  piece text not null default ''::text,
  says text not null,
  minutes integer not null,
  kind text not null,
  due_on date,
  clock text not null default ''::text,
  for_children boolean not null default false,
  half_of uuid,
  laid_at timestamp with time zone not null,
  laid_by uuid,
  primary key (tenant_id, id),
  constraint task_clock_check check (((clock = ''::text) or (clock ~ '^[0-2][0-9]:[0-5][0-9]$'::text))),
  constraint task_kind_check check ((kind = any (array['carry'::text, 'food'::text, 'green'::text, 'hosting'::text, 'telling'::text, 'fixing'::text, 'tidying'::text]))),
  constraint task_minutes_check check (((minutes >= 5) and (minutes <= 60))),
  constraint task_says_check check ((says <> ''::text)),
  foreign key (tenant_id, half_of) references task(tenant_id, id),
  foreign key (tenant_id, job_id) references task_job(tenant_id, id) on delete cascade,
  foreign key (tenant_id, laid_by) references person(tenant_id, id)
);
create index task_due on task using btree (tenant_id, due_on, id);
create index task_half_of on task using btree (tenant_id, half_of);
create index task_job_of on task using btree (tenant_id, job_id, id);
create index task_laid_by on task using btree (tenant_id, laid_by);
alter table task enable row level security;
create policy tenant_rows on task using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_answer (
  tenant_id uuid not null default current_tenant(),
  ask_id uuid not null,
  answer text not null,
  on_day date not null,
  channel text not null,
  registered_by uuid,
  primary key (tenant_id, ask_id),
  constraint task_answer_answer_check check ((answer = any (array['yes'::text, 'smaller'::text, 'later'::text, 'no'::text]))),
  constraint task_answer_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, ask_id) references task_ask(tenant_id, id) on delete cascade,
  foreign key (tenant_id, registered_by) references person(tenant_id, id)
);
create index task_answer_registered_by on task_answer using btree (tenant_id, registered_by);
alter table task_answer enable row level security;
create policy tenant_rows on task_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_ask (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  task_id uuid not null,
  asked_by uuid,
  words text not null default ''::text,
  way text not null,
  code_hash bytea not null,
  mark bytea,
  helper_id uuid,
  asked_at timestamp with time zone not null,
  asked_on date not null,
  expires_on date not null,
  hands_over boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, asked_by) references person(tenant_id, id),
  foreign key (tenant_id, helper_id) references task_helper(tenant_id, id),
  foreign key (tenant_id, task_id) references task(tenant_id, id) on delete cascade,
  constraint task_ask_way_check check ((way = any (array['link'::text, 'slip'::text, 'mail'::text, 'sms'::text, 'opt_in'::text])))
);
create index task_ask_asked_by on task_ask using btree (tenant_id, asked_by, id);
create unique index task_ask_code on task_ask using btree (tenant_id, code_hash);
create index task_ask_helper on task_ask using btree (tenant_id, helper_id, asked_on);
create index task_ask_mark on task_ask using btree (tenant_id, mark, asked_on) where (mark is not null);
create index task_ask_task on task_ask using btree (tenant_id, task_id, id);
alter table task_ask enable row level security;
create policy tenant_rows on task_ask using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_away (
  tenant_id uuid not null default current_tenant(),
  task_id uuid not null,
  why text not null,
  on_day date not null,
  by_person uuid,
  primary key (tenant_id, task_id),
  foreign key (tenant_id, by_person) references person(tenant_id, id),
  foreign key (tenant_id, task_id) references task(tenant_id, id) on delete cascade,
  constraint task_away_why_check check ((why = any (array['halved'::text, 'not_needed'::text])))
);
create index task_away_by_person on task_away using btree (tenant_id, by_person);
alter table task_away enable row level security;
create policy tenant_rows on task_away using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_cap (
  tenant_id uuid not null default current_tenant(),
  asks integer not null,
  days integer not null,
  set_at timestamp with time zone not null,
  set_by uuid,
  primary key (tenant_id),
  constraint task_cap_asks_check check (((asks >= 1) and (asks <= 50))),
  constraint task_cap_days_check check (((days >= 1) and (days <= 366))),
  foreign key (tenant_id, set_by) references person(tenant_id, id)
);
create index task_cap_set_by on task_cap using btree (tenant_id, set_by);
alter table task_cap enable row level security;
create policy tenant_rows on task_cap using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_claim (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  task_id uuid not null,
  helper_id uuid not null,
  ask_id uuid,
  claimed_at timestamp with time zone not null,
  on_day date not null,
  channel text not null,
  registered_by uuid,
  reminded_on date,
  primary key (tenant_id, id),
  constraint task_claim_channel_check check ((channel = any (array['web'::text, 'paper'::text, 'phone'::text, 'mail'::text, 'system'::text]))),
  foreign key (tenant_id, ask_id) references task_ask(tenant_id, id),
  foreign key (tenant_id, helper_id) references task_helper(tenant_id, id),
  foreign key (tenant_id, registered_by) references person(tenant_id, id),
  foreign key (tenant_id, task_id) references task(tenant_id, id) on delete cascade
);
create index task_claim_ask on task_claim using btree (tenant_id, ask_id);
create index task_claim_helper on task_claim using btree (tenant_id, helper_id, id);
create index task_claim_registered_by on task_claim using btree (tenant_id, registered_by);
create index task_claim_task on task_claim using btree (tenant_id, task_id, id);
alter table task_claim enable row level security;
create policy tenant_rows on task_claim using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_claim_end (
  tenant_id uuid not null default current_tenant(),
  claim_id uuid not null,
  outcome text not null,
  minutes integer,
  on_day date not null,
  by_person uuid,
  primary key (tenant_id, claim_id),
  constraint task_claim_end_minutes_check check (((minutes >= 1) and (minutes <= 600))),
  constraint task_claim_end_outcome_check check ((outcome = any (array['done'::text, 'passed_on'::text, 'let_go'::text, 'missed'::text]))),
  foreign key (tenant_id, by_person) references person(tenant_id, id),
  foreign key (tenant_id, claim_id) references task_claim(tenant_id, id) on delete cascade
);
create index task_claim_end_by_person on task_claim_end using btree (tenant_id, by_person);
create index task_claim_end_outcome on task_claim_end using btree (tenant_id, outcome, on_day);
alter table task_claim_end enable row level security;
create policy tenant_rows on task_claim_end using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_helper (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  person_id uuid,
  name text not null default ''::text,
  email text,
  phone text,
  mark bytea,
  since timestamp with time zone not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id)
);
create unique index task_helper_mark on task_helper using btree (tenant_id, mark);
create unique index task_helper_person on task_helper using btree (tenant_id, person_id);
alter table task_helper enable row level security;
create policy tenant_rows on task_helper using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_job (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  initiative_id uuid,
  event_id uuid,
  title text not null,
  template text not null default ''::text,
  due_on date,
  cut_at timestamp with time zone not null,
  cut_by uuid,
  primary key (tenant_id, id),
  constraint task_job_check check ((num_nonnulls(initiative_id, event_id) > 0)),
  foreign key (tenant_id, cut_by) references person(tenant_id, id),
  foreign key (tenant_id, event_id) references event(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  constraint task_job_title_check check ((title <> ''::text))
);
create index task_job_cut_by on task_job using btree (tenant_id, cut_by);
create index task_job_event on task_job using btree (tenant_id, event_id, id);
create index task_job_initiative on task_job using btree (tenant_id, initiative_id, id);
create index task_job_template on task_job using btree (tenant_id, template, id) where (template <> ''::text);
alter table task_job enable row level security;
create policy tenant_rows on task_job using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_never (
  tenant_id uuid not null default current_tenant(),
  mark bytea not null,
  since date not null,
  primary key (tenant_id, mark)
);
alter table task_never enable row level security;
create policy tenant_rows on task_never using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_opt_in (
  tenant_id uuid not null default current_tenant(),
  helper_id uuid not null,
  department_id uuid,
  kinds text[] not null default '{}'::text[],
  times text[] not null default '{}'::text[],
  most_minutes integer not null default 60,
  since date not null,
  primary key (tenant_id, helper_id),
  constraint task_opt_in_kinds_check check ((kinds <@ array['carry'::text, 'food'::text, 'green'::text, 'hosting'::text, 'telling'::text, 'fixing'::text, 'tidying'::text])),
  constraint task_opt_in_most_minutes_check check (((most_minutes >= 5) and (most_minutes <= 60))),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  foreign key (tenant_id, helper_id) references task_helper(tenant_id, id) on delete cascade,
  constraint task_opt_in_times_check check ((times <@ array['weekdays'::text, 'evenings'::text, 'weekends'::text]))
);
create index task_opt_in_department on task_opt_in using btree (tenant_id, department_id);
alter table task_opt_in enable row level security;
create policy tenant_rows on task_opt_in using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table task_thanks (
  tenant_id uuid not null default current_tenant(),
  claim_id uuid not null,
  words text not null default ''::text,
  on_day date not null,
  by_person uuid,
  primary key (tenant_id, claim_id),
  foreign key (tenant_id, by_person) references person(tenant_id, id),
  foreign key (tenant_id, claim_id) references task_claim(tenant_id, id) on delete cascade
);
create index task_thanks_by_person on task_thanks using btree (tenant_id, by_person);
alter table task_thanks enable row level security;
create policy tenant_rows on task_thanks using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table tenancy (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  department_id uuid not null,
  building_id uuid not null,
  number text not null,
  street text not null,
  house_number text not null,
  floor text not null default ''::text,
  door text not null default ''::text,
  postcode text not null,
  city text not null,
  address_key text not null,
  kind text not null,
  rooms numeric(4,1),
  area_m2 numeric(7,2),
  from_day date,
  until_day date,
  absent_since date,
  primary key (tenant_id, id),
  constraint tenancy_kind_check check ((kind = any (array['family'::text, 'senior'::text, 'youth'::text]))),
  constraint tenancy_number_check check ((number <> ''::text)),
  foreign key (tenant_id, building_id) references building(tenant_id, id),
  foreign key (tenant_id, department_id) references department(tenant_id, id),
  unique (tenant_id, department_id, number)
);
create index tenancy_address on tenancy using btree (tenant_id, address_key);
create index tenancy_building on tenancy using btree (tenant_id, building_id);
create index tenancy_present on tenancy using btree (tenant_id, department_id) where (absent_since is null);
alter table tenancy enable row level security;
create policy tenant_rows on tenancy using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table tenancy_import (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  organisation_id uuid not null,
  file_name text not null,
  content bytea,
  columns jsonb not null default '{}'::jsonb,
  uploaded_at timestamp with time zone not null,
  uploaded_by uuid,
  confirmed_at timestamp with time zone,
  finished_at timestamp with time zone,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  absent integer not null default 0,
  refused integer not null default 0,
  taken_back_at timestamp with time zone,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  foreign key (tenant_id, uploaded_by) references person(tenant_id, id)
);
create index tenancy_import_organisation on tenancy_import using btree (tenant_id, organisation_id);
create index tenancy_import_uploaded_by on tenancy_import using btree (tenant_id, uploaded_by);
alter table tenancy_import enable row level security;
create policy tenant_rows on tenancy_import using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table tenancy_import_made (
  tenant_id uuid not null default current_tenant(),
  import_id uuid not null,
  kind text not null,
  row_id uuid not null,
  primary key (tenant_id, import_id, kind, row_id),
  constraint tenancy_import_made_kind_check check ((kind = any (array['department'::text, 'building'::text, 'tenancy'::text]))),
  foreign key (tenant_id, import_id) references tenancy_import(tenant_id, id) on delete cascade
);
alter table tenancy_import_made enable row level security;
create policy tenant_rows on tenancy_import_made using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table tenancy_import_problem (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  import_id uuid not null,
  row integer not null,
  field text not null,
  value text not null,
  problem text not null,
  department_number text not null,
  number text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, import_id) references tenancy_import(tenant_id, id) on delete cascade
);
create index tenancy_import_problem_import on tenancy_import_problem using btree (tenant_id, import_id, "row");
alter table tenancy_import_problem enable row level security;
create policy tenant_rows on tenancy_import_problem using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table tenancy_import_row (
  tenant_id uuid not null default current_tenant(),
  import_id uuid not null,
  row integer not null,
  department_number text not null,
  department_name text not null,
  municipality text not null,
  number text not null,
  street text not null,
  house_number text not null,
  floor text not null,
  door text not null,
  postcode text not null,
  city text not null,
  building_key text not null,
  address_key text not null,
  kind text,
  rooms numeric(4,1),
  area_m2 numeric(7,2),
  from_day date,
  until_day date,
  tenancy_id uuid,
  fate text not null default 'created'::text,
  primary key (tenant_id, import_id, "row"),
  constraint tenancy_import_row_fate_check check ((fate = any (array['created'::text, 'changed'::text, 'unchanged'::text]))),
  foreign key (tenant_id, import_id) references tenancy_import(tenant_id, id) on delete cascade
);
alter table tenancy_import_row enable row level security;
create policy tenant_rows on tenancy_import_row using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table tenant (
  id uuid not null default new_id(),
  slug text not null,
  host text,
  name text not null,
  colour text not null default '#2f6b4f'::text,
  language text not null default 'da'::text,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  primary key (id),
  constraint tenant_colour_check check ((colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint tenant_host_check check ((host = lower(host))),
  unique (host),
  constraint tenant_language_check check ((language = any (array['da'::text, 'en'::text]))),
  constraint tenant_name_check check ((name <> ''::text)),
  constraint tenant_slug_check check ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  unique (slug)
);

create table thread_heard (
  tenant_id uuid not null default current_tenant(),
  thread_id uuid not null,
  heard_at timestamp with time zone not null,
  people_heard_at timestamp with time zone,
  ended boolean not null default false,
  primary key (tenant_id, thread_id)
);
create index thread_heard_not_ended on thread_heard using btree (tenant_id, heard_at, thread_id) where (not ended);
alter table thread_heard enable row level security;
create policy tenant_rows on thread_heard using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table turn (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  thread_id uuid,
  person_id uuid,
  role text,
  department_id uuid,
  due date,
  facts jsonb not null default '{}'::jsonb,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  closed_at timestamp with time zone,
  primary key (tenant_id, id),
  constraint turn_check check (((person_id is null) <> (role is null))),
  constraint turn_check1 check (((role is not null) or (department_id is null))),
  foreign key (tenant_id, department_id) references department(tenant_id, id) on delete cascade,
  foreign key (tenant_id, opened_by) references person(tenant_id, id) on delete set null (opened_by),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, thread_id) references initiative(tenant_id, id) on delete cascade
);
create index turn_department on turn using btree (tenant_id, department_id);
create index turn_opener on turn using btree (tenant_id, opened_by);
create index turn_person on turn using btree (tenant_id, person_id, closed_at, opened_at);
create index turn_things_of_role on turn using btree (tenant_id, role, subject_id, subject_kind, kind) where (closed_at is null);
create index turn_thread on turn using btree (tenant_id, thread_id);
create index turn_waits_for_person on turn using btree (tenant_id, person_id, coalesce(due, (((opened_at at time zone 'Europe/Copenhagen'::text))::date + 14)), opened_at, id) where (closed_at is null);
create index turn_waits_for_role on turn using btree (tenant_id, role, coalesce(due, (((opened_at at time zone 'Europe/Copenhagen'::text))::date + 14)), opened_at, id) where (closed_at is null);
create unique index turn_waits_once on turn using btree (tenant_id, subject_id, subject_kind, kind, person_id, role, department_id) nulls not distinct where (closed_at is null);
alter table turn enable row level security;
create policy tenant_rows on turn using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table webhook (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  name text not null,
  url text not null,
  kinds text[] not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  handed_over bigint not null,
  tries integer not null default 0,
  failing_since timestamp with time zone,
  next_try_at timestamp with time zone,
  busy_until timestamp with time zone,
  primary key (tenant_id, id),
  constraint webhook_check check (((tries = 0) = (failing_since is null))),
  constraint webhook_kinds_check check ((cardinality(kinds) > 0)),
  constraint webhook_name_check check ((name <> ''::text)),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  constraint webhook_tries_check check ((tries >= 0)),
  constraint webhook_url_check check ((url ~ '^https?://'::text))
);
create index webhook_made_by on webhook using btree (tenant_id, made_by);
alter table webhook enable row level security;
create policy tenant_rows on webhook using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table webhook_pause (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  webhook_id uuid not null,
  why text not null,
  from_at timestamp with time zone not null,
  paused_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  primary key (tenant_id, id),
  constraint webhook_pause_check check (((ended_at is null) or (ended_by is not null))),
  foreign key (tenant_id, ended_by) references person(tenant_id, id),
  foreign key (tenant_id, paused_by) references person(tenant_id, id),
  foreign key (tenant_id, webhook_id) references webhook(tenant_id, id) on delete cascade,
  constraint webhook_pause_why_check check ((why = any (array['person'::text, 'failing'::text, 'gone'::text])))
);
create index webhook_pause_by on webhook_pause using btree (tenant_id, paused_by);
create index webhook_pause_ended_by on webhook_pause using btree (tenant_id, ended_by);
create unique index webhook_pause_now on webhook_pause using btree (tenant_id, webhook_id) where (ended_at is null);
create index webhook_pause_webhook on webhook_pause using btree (tenant_id, webhook_id);
alter table webhook_pause enable row level security;
create policy tenant_rows on webhook_pause using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table webhook_secret (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  webhook_id uuid not null,
  secret bytea not null,
  made_at timestamp with time zone not null,
  holds_until timestamp with time zone,
  primary key (tenant_id, id),
  constraint webhook_secret_secret_check check (((length(secret) >= 24) and (length(secret) <= 64))),
  foreign key (tenant_id, webhook_id) references webhook(tenant_id, id) on delete cascade
);
create index webhook_secret_webhook on webhook_secret using btree (tenant_id, webhook_id);
alter table webhook_secret enable row level security;
create policy tenant_rows on webhook_secret using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table webhook_sending (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  webhook_id uuid not null,
  seq bigint,
  kind text not null,
  sent_at timestamp with time zone not null,
  status integer,
  problem text,
  ms integer not null,
  primary key (tenant_id, id),
  constraint webhook_sending_check check (((status is null) = (problem is not null))),
  constraint webhook_sending_problem_check check ((problem = any (array['url'::text, 'address'::text, 'name'::text, 'unreachable'::text, 'slow'::text]))),
  foreign key (tenant_id, webhook_id) references webhook(tenant_id, id) on delete cascade
);
create index webhook_sending_sent on webhook_sending using btree (tenant_id, sent_at);
create index webhook_sending_webhook on webhook_sending using btree (tenant_id, webhook_id, id);
alter table webhook_sending enable row level security;
create policy tenant_rows on webhook_sending using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  name text not null,
  about text not null default ''::text,
  place text not null default ''::text,
  on_day date not null,
  starts_at text not null default ''::text,
  ends_at text not null default ''::text,
  seats smallint,
  gathering_id uuid,
  code text not null,
  open_until date not null,
  template jsonb not null,
  paper text not null default 'a3'::text,
  two_people boolean not null default false,
  picture_days smallint not null default 30,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  version integer not null default 1,
  in_steps boolean not null default false,
  primary key (tenant_id, id),
  constraint workshop_check check ((open_until >= on_day)),
  constraint workshop_code_check check ((code ~ '^[0-9A-Z]{8}$'::text)),
  constraint workshop_ends_at_check check ((ends_at ~ '^([0-2][0-9]:[0-5][0-9])?$'::text)),
  constraint workshop_name_check check ((name <> ''::text)),
  constraint workshop_paper_check check ((paper = any (array['a4'::text, 'a3'::text, 'a2'::text]))),
  constraint workshop_picture_days_check check (((picture_days >= 1) and (picture_days <= 365))),
  constraint workshop_seats_check check (((seats >= 1) and (seats <= 2000))),
  constraint workshop_starts_at_check check ((starts_at ~ '^([0-2][0-9]:[0-5][0-9])?$'::text)),
  unique (tenant_id, code),
  foreign key (tenant_id, gathering_id) references gathering(tenant_id, id),
  foreign key (tenant_id, opened_by) references person(tenant_id, id)
);
create index workshop_day on workshop using btree (tenant_id, on_day, id);
create index workshop_gathering on workshop using btree (tenant_id, gathering_id);
create index workshop_opened_by on workshop using btree (tenant_id, opened_by);
alter table workshop enable row level security;
create policy tenant_rows on workshop using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_answer (
  tenant_id uuid not null default current_tenant(),
  sheet_id uuid not null,
  field text not null,
  answer text not null,
  primary key (tenant_id, sheet_id, field),
  constraint workshop_answer_answer_check check ((answer = any (array['V'::text, 'X'::text, 'empty'::text, 'unreadable'::text]))),
  constraint workshop_answer_field_check check ((field <> ''::text)),
  foreign key (tenant_id, sheet_id) references workshop_sheet(tenant_id, id)
);
alter table workshop_answer enable row level security;
create policy tenant_rows on workshop_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_aside (
  tenant_id uuid not null default current_tenant(),
  sheet_id uuid not null,
  table_id uuid not null,
  aside_at timestamp with time zone not null,
  aside_by uuid,
  primary key (tenant_id, sheet_id),
  foreign key (tenant_id, aside_by) references person(tenant_id, id),
  foreign key (tenant_id, sheet_id) references workshop_sheet(tenant_id, id) on delete cascade,
  foreign key (tenant_id, table_id) references workshop_table(tenant_id, id)
);
create index workshop_aside_by on workshop_aside using btree (tenant_id, aside_by);
create index workshop_aside_table on workshop_aside using btree (tenant_id, table_id);
alter table workshop_aside enable row level security;
create policy tenant_rows on workshop_aside using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_check (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  sheet_id uuid not null,
  photo_id uuid,
  source text not null,
  checked_at timestamp with time zone not null,
  checked_by uuid,
  primary key (tenant_id, id),
  constraint workshop_check_source_check check ((source = any (array['photo'::text, 'table'::text, 'settling'::text, 'correction'::text]))),
  foreign key (tenant_id, checked_by) references person(tenant_id, id),
  foreign key (tenant_id, photo_id) references workshop_photo(tenant_id, id),
  foreign key (tenant_id, sheet_id) references workshop_sheet(tenant_id, id)
);
create index workshop_check_by on workshop_check using btree (tenant_id, checked_by);
create index workshop_check_photo on workshop_check using btree (tenant_id, photo_id);
create index workshop_check_sheet on workshop_check using btree (tenant_id, sheet_id, id);
alter table workshop_check enable row level security;
create policy tenant_rows on workshop_check using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_check_field (
  tenant_id uuid not null default current_tenant(),
  check_id uuid not null,
  field text not null,
  answer text,
  words text,
  primary key (tenant_id, check_id, field),
  constraint workshop_check_field_answer_check check ((answer = any (array['V'::text, 'X'::text, 'empty'::text, 'unreadable'::text]))),
  constraint workshop_check_field_field_check check ((field <> ''::text)),
  foreign key (tenant_id, check_id) references workshop_check(tenant_id, id)
);
alter table workshop_check_field enable row level security;
create policy tenant_rows on workshop_check_field using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_choice (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  field text not null default ''::text,
  title text not null,
  position smallint not null,
  initiative_id uuid,
  chosen_at timestamp with time zone not null,
  chosen_by uuid,
  primary key (tenant_id, id),
  constraint workshop_choice_position_check check ((("position" >= 1) and ("position" <= 50))),
  foreign key (tenant_id, chosen_by) references person(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id),
  unique (tenant_id, workshop_id, "position"),
  constraint workshop_choice_title_check check ((title <> ''::text))
);
create index workshop_choice_by on workshop_choice using btree (tenant_id, chosen_by);
create index workshop_choice_initiative on workshop_choice using btree (tenant_id, initiative_id);
alter table workshop_choice enable row level security;
create policy tenant_rows on workshop_choice using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_confirmation (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  sheet_id uuid not null,
  check_id uuid not null,
  confirmed_at timestamp with time zone not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, check_id) references workshop_check(tenant_id, id),
  unique (tenant_id, check_id),
  foreign key (tenant_id, sheet_id) references workshop_sheet(tenant_id, id)
);
create index workshop_confirmation_sheet on workshop_confirmation using btree (tenant_id, sheet_id, id);
alter table workshop_confirmation enable row level security;
create policy tenant_rows on workshop_confirmation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_edition (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  number smallint not null,
  template jsonb not null,
  frozen_at timestamp with time zone not null,
  frozen_by uuid,
  primary key (tenant_id, id),
  constraint workshop_edition_number_check check ((number > 0)),
  foreign key (tenant_id, frozen_by) references person(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id),
  unique (tenant_id, workshop_id, number)
);
create index workshop_edition_by on workshop_edition using btree (tenant_id, frozen_by);
alter table workshop_edition enable row level security;
create policy tenant_rows on workshop_edition using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_insight (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  table_id uuid,
  words text not null,
  said_at timestamp with time zone not null,
  hidden_at timestamp with time zone,
  shown_at timestamp with time zone,
  primary key (tenant_id, id),
  foreign key (tenant_id, table_id) references workshop_table(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id),
  constraint workshop_insight_words_check check ((words <> ''::text))
);
create index workshop_insight_of on workshop_insight using btree (tenant_id, workshop_id, id);
create index workshop_insight_table on workshop_insight using btree (tenant_id, table_id);
alter table workshop_insight enable row level security;
create policy tenant_rows on workshop_insight using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_invitation (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  person_name text not null,
  email text,
  phone text,
  person_id uuid,
  organisation_id uuid,
  table_id uuid,
  part text not null default 'participant'::text,
  code_hash bytea,
  invited_at timestamp with time zone not null,
  invited_by uuid,
  answer text,
  answered_at timestamp with time zone,
  came boolean,
  primary key (tenant_id, id),
  constraint workshop_invitation_answer_check check ((answer = any (array['yes'::text, 'no'::text]))),
  constraint workshop_invitation_part_check check ((part = any (array['participant'::text, 'table_host'::text, 'facilitator'::text]))),
  constraint workshop_invitation_person_name_check check ((person_name <> ''::text)),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, invited_by) references person(tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  foreign key (tenant_id, person_id) references person(tenant_id, id) on delete cascade,
  foreign key (tenant_id, table_id) references workshop_table(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id)
);
create index workshop_invitation_by on workshop_invitation using btree (tenant_id, invited_by);
create index workshop_invitation_email on workshop_invitation using btree (tenant_id, email);
create index workshop_invitation_of on workshop_invitation using btree (tenant_id, workshop_id, id);
create index workshop_invitation_organisation on workshop_invitation using btree (tenant_id, organisation_id);
create index workshop_invitation_person on workshop_invitation using btree (tenant_id, person_id);
create index workshop_invitation_phone on workshop_invitation using btree (tenant_id, phone);
create index workshop_invitation_table on workshop_invitation using btree (tenant_id, table_id);
alter table workshop_invitation enable row level security;
create policy tenant_rows on workshop_invitation using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_item (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  starts_at text not null,
  title text not null,
  who text not null default ''::text,
  place text not null default ''::text,
  primary key (tenant_id, id),
  constraint workshop_item_starts_at_check check ((starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text)),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id),
  constraint workshop_item_title_check check ((title <> ''::text))
);
create index workshop_item_of on workshop_item using btree (tenant_id, workshop_id, starts_at, id);
alter table workshop_item enable row level security;
create policy tenant_rows on workshop_item using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_last_call (
  tenant_id uuid not null default current_tenant(),
  workshop_id uuid not null,
  called_at timestamp with time zone not null,
  called_by uuid,
  primary key (tenant_id, workshop_id),
  foreign key (tenant_id, called_by) references person(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id) on delete cascade
);
create index workshop_last_call_by on workshop_last_call using btree (tenant_id, called_by);
alter table workshop_last_call enable row level security;
create policy tenant_rows on workshop_last_call using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_link_closed (
  tenant_id uuid not null default current_tenant(),
  workshop_id uuid not null,
  closed_at timestamp with time zone not null,
  closed_by uuid,
  primary key (tenant_id, workshop_id),
  foreign key (tenant_id, closed_by) references person(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id) on delete cascade
);
create index workshop_link_closed_by on workshop_link_closed using btree (tenant_id, closed_by);
alter table workshop_link_closed enable row level security;
create policy tenant_rows on workshop_link_closed using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_link_seat (
  tenant_id uuid not null default current_tenant(),
  table_id uuid not null,
  begun_at timestamp with time zone not null,
  primary key (tenant_id, table_id),
  foreign key (tenant_id, table_id) references workshop_table(tenant_id, id) on delete cascade
);
alter table workshop_link_seat enable row level security;
create policy tenant_rows on workshop_link_seat using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_numbering (
  tenant_id uuid not null default current_tenant(),
  next_serial integer not null,
  primary key (tenant_id),
  constraint workshop_numbering_next_serial_check check ((next_serial >= 0))
);
alter table workshop_numbering enable row level security;
create policy tenant_rows on workshop_numbering using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_old_code (
  tenant_id uuid not null default current_tenant(),
  code text not null,
  workshop_id uuid not null,
  renewed_at timestamp with time zone not null,
  renewed_by uuid,
  primary key (tenant_id, code),
  constraint workshop_old_code_code_check check ((code ~ '^[0-9A-Z]{8}$'::text)),
  foreign key (tenant_id, renewed_by) references person(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id) on delete cascade
);
create index workshop_old_code_by on workshop_old_code using btree (tenant_id, renewed_by);
create index workshop_old_code_of on workshop_old_code using btree (tenant_id, workshop_id);
alter table workshop_old_code enable row level security;
create policy tenant_rows on workshop_old_code using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_onward (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  field text not null default ''::text,
  words_id uuid,
  initiative_id uuid,
  idea_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid,
  primary key (tenant_id, id),
  constraint workshop_onward_check check (((field <> ''::text) or (words_id is not null))),
  constraint workshop_onward_check1 check (((initiative_id is null) <> (idea_id is null))),
  foreign key (tenant_id, idea_id) references idea(tenant_id, id),
  foreign key (tenant_id, initiative_id) references initiative(tenant_id, id),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  foreign key (tenant_id, words_id) references workshop_words(tenant_id, id) on delete set null (words_id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id)
);
create index workshop_onward_by on workshop_onward using btree (tenant_id, made_by);
create index workshop_onward_idea on workshop_onward using btree (tenant_id, idea_id);
create index workshop_onward_initiative on workshop_onward using btree (tenant_id, initiative_id);
create index workshop_onward_of on workshop_onward using btree (tenant_id, workshop_id, id);
create index workshop_onward_words on workshop_onward using btree (tenant_id, words_id);
alter table workshop_onward enable row level security;
create policy tenant_rows on workshop_onward using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_photo (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  sheet_id uuid,
  table_id uuid,
  file_id uuid,
  flat_file_id uuid,
  sha256 bytea not null,
  came_by text not null,
  outcome text,
  reason text not null default ''::text,
  ms integer,
  read_at timestamp with time zone,
  uploaded_at timestamp with time zone not null,
  uploaded_by uuid,
  gone_at timestamp with time zone,
  gone_why text,
  primary key (tenant_id, id),
  constraint workshop_photo_came_by_check check ((came_by = any (array['link'::text, 'table'::text, 'facilitator'::text, 'sms'::text, 'mail'::text, 'hand'::text]))),
  constraint workshop_photo_check check (((outcome is null) = (read_at is null))),
  constraint workshop_photo_check1 check (((gone_at is null) = (gone_why is null))),
  constraint workshop_photo_check2 check (((gone_at is null) or ((file_id is null) and (flat_file_id is null)))),
  constraint workshop_photo_gone_why_check check ((gone_why = any (array['confirmed'::text, 'days'::text, 'removed'::text]))),
  constraint workshop_photo_ms_check check ((ms >= 0)),
  constraint workshop_photo_outcome_check check ((outcome = any (array['read'::text, 'retake'::text, 'reject'::text, 'error'::text]))),
  constraint workshop_photo_sha256_check check ((length(sha256) = 32)),
  foreign key (tenant_id, file_id) references file(tenant_id, id),
  foreign key (tenant_id, flat_file_id) references file(tenant_id, id),
  foreign key (tenant_id, sheet_id) references workshop_sheet(tenant_id, id),
  foreign key (tenant_id, table_id) references workshop_table(tenant_id, id),
  foreign key (tenant_id, uploaded_by) references person(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id),
  unique (tenant_id, workshop_id, sha256)
);
create index workshop_photo_file on workshop_photo using btree (tenant_id, file_id);
create index workshop_photo_flat_file on workshop_photo using btree (tenant_id, flat_file_id);
create index workshop_photo_kept on workshop_photo using btree (tenant_id, uploaded_at) where (gone_at is null);
create index workshop_photo_of on workshop_photo using btree (tenant_id, workshop_id, id);
create index workshop_photo_sheet on workshop_photo using btree (tenant_id, sheet_id);
create index workshop_photo_table on workshop_photo using btree (tenant_id, table_id);
create index workshop_photo_uploaded_by on workshop_photo using btree (tenant_id, uploaded_by);
alter table workshop_photo enable row level security;
create policy tenant_rows on workshop_photo using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_pledge (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  table_id uuid,
  words text not null,
  person_name text not null default ''::text,
  email text,
  phone text,
  pledged_at timestamp with time zone not null,
  remind_on date not null,
  reminded_at timestamp with time zone,
  code_hash bytea not null,
  outcome text,
  outcome_words text not null default ''::text,
  outcome_at timestamp with time zone,
  hidden_at timestamp with time zone,
  hears_result boolean not null default false,
  primary key (tenant_id, id),
  constraint workshop_pledge_outcome_check check ((outcome = any (array['done'::text, 'going'::text, 'not_yet'::text]))),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, table_id) references workshop_table(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id),
  constraint workshop_pledge_words_check check ((words <> ''::text))
);
create index workshop_pledge_email on workshop_pledge using btree (tenant_id, email);
create index workshop_pledge_of on workshop_pledge using btree (tenant_id, workshop_id, id);
create index workshop_pledge_phone on workshop_pledge using btree (tenant_id, phone);
create index workshop_pledge_remind on workshop_pledge using btree (tenant_id, remind_on) where (reminded_at is null);
create index workshop_pledge_table on workshop_pledge using btree (tenant_id, table_id);
alter table workshop_pledge enable row level security;
create policy tenant_rows on workshop_pledge using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_quote (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  words_id uuid not null,
  quote text not null,
  put_up_at timestamp with time zone not null,
  put_up_by uuid,
  primary key (tenant_id, id),
  constraint workshop_quote_quote_check check ((quote <> ''::text)),
  foreign key (tenant_id, put_up_by) references person(tenant_id, id),
  foreign key (tenant_id, words_id) references workshop_words(tenant_id, id) on delete cascade,
  unique (tenant_id, words_id)
);
create index workshop_quote_by on workshop_quote using btree (tenant_id, put_up_by);
alter table workshop_quote enable row level security;
create policy tenant_rows on workshop_quote using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_quote_answer (
  tenant_id uuid not null default current_tenant(),
  quote_id uuid not null,
  approved boolean not null,
  answered_at timestamp with time zone not null,
  answered_by uuid,
  primary key (tenant_id, quote_id),
  foreign key (tenant_id, answered_by) references person(tenant_id, id),
  foreign key (tenant_id, quote_id) references workshop_quote(tenant_id, id) on delete cascade
);
create index workshop_quote_answer_by on workshop_quote_answer using btree (tenant_id, answered_by);
alter table workshop_quote_answer enable row level security;
create policy tenant_rows on workshop_quote_answer using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_reading (
  tenant_id uuid not null default current_tenant(),
  photo_id uuid not null,
  field text not null,
  label text not null,
  confidence real not null,
  primary key (tenant_id, photo_id, field),
  constraint workshop_reading_confidence_check check (((confidence >= (0)::double precision) and (confidence <= (1)::double precision))),
  constraint workshop_reading_field_check check ((field <> ''::text)),
  constraint workshop_reading_label_check check ((label = any (array['empty'::text, 'V'::text, 'X'::text, 'unsure'::text]))),
  foreign key (tenant_id, photo_id) references workshop_photo(tenant_id, id)
);
alter table workshop_reading enable row level security;
create policy tenant_rows on workshop_reading using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_release (
  tenant_id uuid not null default current_tenant(),
  workshop_id uuid not null,
  released_at timestamp with time zone not null,
  released_by uuid,
  primary key (tenant_id, workshop_id),
  foreign key (tenant_id, released_by) references person(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id)
);
create index workshop_release_by on workshop_release using btree (tenant_id, released_by);
alter table workshop_release enable row level security;
create policy tenant_rows on workshop_release using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_return (
  tenant_id uuid not null default current_tenant(),
  table_id uuid not null,
  returned_at timestamp with time zone not null,
  returned_by uuid,
  primary key (tenant_id, table_id),
  foreign key (tenant_id, returned_by) references person(tenant_id, id),
  foreign key (tenant_id, table_id) references workshop_table(tenant_id, id)
);
create index workshop_return_by on workshop_return using btree (tenant_id, returned_by);
alter table workshop_return enable row level security;
create policy tenant_rows on workshop_return using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_sheet (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  edition_id uuid not null,
  table_id uuid,
  page smallint not null,
  paper text,
  serial integer,
  made_at timestamp with time zone not null,
  made_by uuid,
  spare boolean not null default false,
  primary key (tenant_id, id),
  constraint workshop_sheet_check check (((paper is null) = (serial is null))),
  constraint workshop_sheet_page_check check (((page >= 0) and (page <= 11))),
  constraint workshop_sheet_paper_check check ((paper = any (array['a4'::text, 'a3'::text, 'a2'::text]))),
  constraint workshop_sheet_serial_check check ((serial >= 0)),
  foreign key (tenant_id, edition_id) references workshop_edition(tenant_id, id),
  foreign key (tenant_id, made_by) references person(tenant_id, id),
  unique (tenant_id, serial),
  foreign key (tenant_id, table_id) references workshop_table(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id)
);
create index workshop_sheet_edition on workshop_sheet using btree (tenant_id, edition_id);
create index workshop_sheet_made_by on workshop_sheet using btree (tenant_id, made_by);
create index workshop_sheet_of on workshop_sheet using btree (tenant_id, workshop_id, serial);
create index workshop_sheet_table on workshop_sheet using btree (tenant_id, table_id);
alter table workshop_sheet enable row level security;
create policy tenant_rows on workshop_sheet using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_signup (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  choice_id uuid not null,
  person_name text not null,
  email text,
  phone text,
  signed_at timestamp with time zone not null,
  shared boolean not null default false,
  hears_result boolean not null default false,
  primary key (tenant_id, id),
  constraint workshop_signup_person_name_check check ((person_name <> ''::text)),
  foreign key (tenant_id, choice_id) references workshop_choice(tenant_id, id) on delete cascade
);
create index workshop_signup_choice on workshop_signup using btree (tenant_id, choice_id, id);
create index workshop_signup_email on workshop_signup using btree (tenant_id, email);
create index workshop_signup_phone on workshop_signup using btree (tenant_id, phone);
alter table workshop_signup enable row level security;
create policy tenant_rows on workshop_signup using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_table (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  number smallint not null,
  name text not null default ''::text,
  organisation_id uuid,
  code text,
  primary key (tenant_id, id),
  constraint workshop_table_code_check check ((code ~ '^[0-9A-Z]{8}$'::text)),
  constraint workshop_table_number_check check (((number >= 1) and (number <= 500))),
  foreign key (tenant_id, organisation_id) references organisation(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id),
  unique (tenant_id, workshop_id, number)
);
create unique index workshop_table_code on workshop_table using btree (tenant_id, code);
create index workshop_table_organisation on workshop_table using btree (tenant_id, organisation_id);
alter table workshop_table enable row level security;
create policy tenant_rows on workshop_table using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_tick (
  tenant_id uuid not null default current_tenant(),
  workshop_id uuid not null,
  item text not null,
  ticked_at timestamp with time zone not null,
  ticked_by uuid,
  primary key (tenant_id, workshop_id, item),
  constraint workshop_tick_item_check check ((item <> ''::text)),
  foreign key (tenant_id, ticked_by) references person(tenant_id, id),
  foreign key (tenant_id, workshop_id) references workshop(tenant_id, id)
);
create index workshop_tick_by on workshop_tick using btree (tenant_id, ticked_by);
alter table workshop_tick enable row level security;
create policy tenant_rows on workshop_tick using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table workshop_words (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  sheet_id uuid not null,
  field text not null,
  words text not null default ''::text,
  unreadable boolean not null default false,
  primary key (tenant_id, id),
  constraint workshop_words_check check (((words <> ''::text) or unreadable)),
  constraint workshop_words_field_check check ((field <> ''::text)),
  unique (tenant_id, sheet_id, field),
  foreign key (tenant_id, sheet_id) references workshop_sheet(tenant_id, id)
);
alter table workshop_words enable row level security;
create policy tenant_rows on workshop_words using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table year_wheel_item (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  title text not null,
  words text not null default ''::text,
  on_day date not null,
  repeats text not null,
  version integer not null default 1,
  removed_on date,
  made_by uuid,
  primary key (tenant_id, id),
  constraint year_wheel_item_repeats_check check ((repeats = any (array['once'::text, 'year'::text]))),
  foreign key (tenant_id, made_by) references person(tenant_id, id)
);
create index year_wheel_item_made_by on year_wheel_item using btree (tenant_id, made_by);
alter table year_wheel_item enable row level security;
create policy tenant_rows on year_wheel_item using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table yearly_edition (
  tenant_id uuid not null default current_tenant(),
  id uuid not null default new_id(),
  year integer not null,
  number integer not null,
  figures jsonb not null,
  story text not null,
  reason text not null,
  published_at timestamp with time zone not null,
  published_by uuid not null,
  primary key (tenant_id, id),
  constraint yearly_edition_check check (((reason = ''::text) = (number = 1))),
  constraint yearly_edition_number_check check ((number > 0)),
  foreign key (tenant_id, published_by) references person(tenant_id, id),
  unique (tenant_id, year, number),
  constraint yearly_edition_year_check check (((year >= 2000) and (year <= 2999)))
);
create index yearly_edition_published_by on yearly_edition using btree (tenant_id, published_by);
alter table yearly_edition enable row level security;
create policy tenant_rows on yearly_edition using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));

create table yearly_story (
  tenant_id uuid not null default current_tenant(),
  year integer not null,
  words text not null,
  version integer not null default 1,
  written_at timestamp with time zone not null,
  written_by uuid not null,
  primary key (tenant_id, year),
  foreign key (tenant_id, written_by) references person(tenant_id, id),
  constraint yearly_story_year_check check (((year >= 2000) and (year <= 2999)))
);
create index yearly_story_written_by on yearly_story using btree (tenant_id, written_by);
alter table yearly_story enable row level security;
create policy tenant_rows on yearly_story using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()));
