// Written by "npm run db:types" from the migrations. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Ore } from '../../kernel/money.ts';

export interface ApiToken {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'api_token'>>;
  name: string;
  token_hash: Buffer;
  areas: string[];
  reason: Generated<string>;
  made_at: Date;
  made_by: Id<'person'>;
  expires_on: Day;
  last_used_at: Date | null;
  keeper_id: Id<'person'>;
}

export interface ApiTokenEnd {
  tenant_id: Generated<Id<'tenant'>>;
  token_id: Id<'api_token'>;
  ended_at: Date;
  ended_by: Id<'person'>;
}

export interface Board {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'board'>>;
  organisation_id: Id<'organisation'>;
  department_id: Id<'department'> | null;
  seats: number;
  constituted_on: Day;
}

export interface BoardTerm {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'board_term'>>;
  board_id: Id<'board'>;
  role_grant_id: Id<'role_grant'>;
  office: 'chair' | 'vice_chair' | 'member';
}

export interface Building {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'building'>>;
  department_id: Id<'department'>;
  street: string;
  house_number: string;
  postcode: string;
  city: string;
  address_key: string;
}

export interface CatalogueAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'catalogue_answer'>>;
  question_id: Id<'catalogue_question'>;
  words: string;
  named: boolean;
  answered_by: Id<'person'>;
  answered_at: Date;
}

export interface CatalogueCard {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'catalogue_card'>>;
  deck_key: string | null;
  category: ('homes' | 'green' | 'people');
  done_by: ('resident' | 'department' | 'organisation');
  setting: ('indoors' | 'outdoors' | 'either');
  effort: ('evening' | 'day' | 'weekend' | 'running' | 'months');
  minutes: number;
  helpers: number;
  participants: number;
  months: Generated<number[]>;
  budget_ore: Generated<Ore[]>;
  task_minutes: Generated<number[]>;
  cost_ore: Generated<Ore>;
  needs_meeting: Generated<boolean>;
  needs_operations: Generated<boolean>;
  rent_effect: Generated<boolean>;
  operations_hours: number | null;
  goals: Generated<number[]>;
  licence: Generated<string>;
  credit: Generated<string>;
  initiative_id: Id<'initiative'> | null;
  version: Generated<number>;
  proposed_at: Date;
  proposed_by: Id<'person'> | null;
  contact_name: Generated<string>;
  contact_email: string | null;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
  owner_id: Id<'person'> | null;
  taken: Generated<number>;
}

export interface CatalogueCardState {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'catalogue_card_state'>>;
  card_id: Id<'catalogue_card'>;
  state: ('published' | 'declined' | 'retired');
  words: Generated<string>;
  review_on: Day | null;
  on_day: Day;
  set_by: Id<'person'> | null;
}

export interface CatalogueCardText {
  tenant_id: Generated<Id<'tenant'>>;
  card_id: Id<'catalogue_card'>;
  language: ('da' | 'en');
  title: string;
  what: string;
  why: Generated<string>;
  who_helps: Generated<string>;
  permissions: Generated<string>;
  steps: Generated<string[]>;
  needs: Generated<string[]>;
  budget: Generated<string[]>;
  tasks: Generated<string[]>;
  tips: Generated<string[]>;
  keywords: Generated<string>;
  edited_at: Date;
  edited_by: Id<'person'> | null;
}

export interface CatalogueDepartmentRules {
  tenant_id: Generated<Id<'tenant'>>;
  department_id: Id<'department'>;
  board_above_ore: Ore | null;
  proposal_days: number;
  words: Generated<string>;
  set_at: Date;
  set_by: Id<'person'> | null;
}

export interface CatalogueDoing {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'catalogue_doing'>>;
  card_id: Id<'catalogue_card'>;
  person_id: Id<'person'> | null;
  on_day: Day;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
}

export interface CatalogueEdition {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'catalogue_edition'>>;
  number: number;
  foreword: Generated<string>;
  on_day: Day;
  made_by: Id<'person'> | null;
}

export interface CatalogueEditionCard {
  tenant_id: Generated<Id<'tenant'>>;
  edition_id: Id<'catalogue_edition'>;
  position: number;
  card: unknown;
}

export interface CataloguePhoto {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'catalogue_photo'>>;
  card_id: Id<'catalogue_card'>;
  file_id: Id<'file'>;
  alt: string;
  credit: Generated<string>;
  on_day: Day;
  added_by: Id<'person'> | null;
}

export interface CataloguePin {
  tenant_id: Generated<Id<'tenant'>>;
  year: number;
  card_id: Id<'catalogue_card'>;
  on_day: Day;
  pinned_by: Id<'person'> | null;
}

export interface CatalogueQuestion {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'catalogue_question'>>;
  card_id: Id<'catalogue_card'>;
  initiative_id: Id<'initiative'>;
  words: string;
  asked_by: Id<'person'>;
  asked_at: Date;
  closed_on: Day | null;
}

export interface CatalogueRemark {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'catalogue_remark'>>;
  card_id: Id<'catalogue_card'>;
  department_id: Id<'department'> | null;
  words: string;
  on_day: Day;
  said_by: Id<'person'> | null;
  gone_on: Day | null;
}

export interface CatalogueTaking {
  tenant_id: Generated<Id<'tenant'>>;
  initiative_id: Id<'initiative'>;
  card_id: Id<'catalogue_card'>;
  participants: number;
  budget: Generated<string[]>;
  budget_ore: Generated<Ore[]>;
  on_day: Day;
}

export interface CatalogueVocabulary {
  tenant_id: Generated<Id<'tenant'>>;
  word: string;
  cards: number;
}

export interface CatalogueWord {
  tenant_id: Generated<Id<'tenant'>>;
  card_id: Id<'catalogue_card'>;
  word: string;
}

export interface ContactPreference {
  tenant_id: Generated<Id<'tenant'>>;
  person_id: Id<'person'>;
  channel: 'mail' | 'sms' | 'paper' | 'never';
  large_print: Generated<boolean>;
  digital_exempt: Generated<boolean>;
  changed_at: Date;
  changed_by: Id<'person'> | null;
  changed_channel: string;
}

export interface Department {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'department'>>;
  organisation_id: Id<'organisation'>;
  number: string;
  name: string;
  municipality: Generated<string>;
  started_on: Day | null;
  has_board: Generated<boolean>;
}

export interface Digest {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'digest'>>;
  person_id: Id<'person'>;
  week: Day;
  made_at: Date;
  outgoing_id: Id<'outgoing'> | null;
}

export interface DigestWeek {
  tenant_id: Generated<Id<'tenant'>>;
  week: Day;
  made_at: Date;
}

export interface DigestWish {
  tenant_id: Generated<Id<'tenant'>>;
  person_id: Id<'person'>;
  topic: ('nearby');
  told_on: Day | null;
}

export interface DirectoryRole {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'directory_role'>>;
  identity_id: Id<'sign_in_identity'>;
  grant_id: Id<'role_grant'>;
}

export interface DoorRound {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'door_round'>>;
  department_id: Id<'department'>;
  initiative_id: Id<'initiative'> | null;
  title: string;
  on_day: Day;
  script: Generated<string>;
  made_at: Date;
  made_by: Id<'person'> | null;
}

export interface DoorRoundStairwell {
  tenant_id: Generated<Id<'tenant'>>;
  round_id: Id<'door_round'>;
  building_id: Id<'building'>;
  opened: number | null;
  talked: number | null;
  said_yes: number | null;
  counted_at: Date | null;
}

export interface Evaluation {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'evaluation'>>;
  event_id: Id<'event'> | null;
  initiative_id: Id<'initiative'> | null;
  code: string;
  opened_on: Day;
  opened_by: Id<'person'> | null;
}

export interface EvaluationAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'evaluation_answer'>>;
  evaluation_id: Id<'evaluation'>;
  liked: number | null;
  met_new: boolean | null;
  helps: 'yes' | 'asked' | 'no' | null;
  words: Generated<string>;
  on_paper: boolean;
  own_link: Generated<boolean>;
}

export interface EvaluationAsk {
  tenant_id: Generated<Id<'tenant'>>;
  evaluation_id: Id<'evaluation'>;
  asked_on: Day;
  parties: number;
}

export interface EvaluationEnd {
  tenant_id: Generated<Id<'tenant'>>;
  evaluation_id: Id<'evaluation'>;
  ended_on: Day;
  ended_by: Id<'person'> | null;
}

export interface EvaluationQuote {
  tenant_id: Generated<Id<'tenant'>>;
  answer_id: Id<'evaluation_answer'>;
  shown_at: Date;
  shown_by: Id<'person'> | null;
}

export interface EvaluationTicket {
  tenant_id: Generated<Id<'tenant'>>;
  evaluation_id: Id<'evaluation'>;
  mark: Buffer;
  state: ('sent' | 'used' | 'signed_in');
}

export interface Event {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'event'>>;
  initiative_id: Id<'initiative'> | null;
  title: string;
  what: string;
  place: string;
  on_day: Day;
  last_day: Day;
  starts: string;
  ends: string | null;
  whole_organisation: boolean;
  open_to_all: boolean;
  capacity: number | null;
  expected: number | null;
  sign_up: boolean;
  sign_up_by: Day | null;
  aspects: Generated<string[]>;
  call_who: Generated<string>;
  phone: string | null;
  created_at: Date;
  created_by: Id<'person'> | null;
  version: Generated<number>;
}

export interface EventAttendance {
  tenant_id: Generated<Id<'tenant'>>;
  sign_up_id: Id<'event_sign_up'>;
  adults: number;
  children: number;
  noted_at: Date;
  noted_by: Id<'person'> | null;
}

export interface EventCancellation {
  tenant_id: Generated<Id<'tenant'>>;
  event_id: Id<'event'>;
  cancelled_at: Date;
  cancelled_by: Id<'person'> | null;
  reason: 'weather' | 'few' | 'illness' | 'other';
  words: Generated<string>;
}

export interface EventCount {
  tenant_id: Generated<Id<'tenant'>>;
  event_id: Id<'event'>;
  adults: number | null;
  children: number | null;
  sign_ups: number;
  absent: number;
  known_people: number;
  first_people: number;
  known_homes: number;
  first_homes: number;
  counted_at: Date;
  counted_by: Id<'person'> | null;
}

export interface EventCountWay {
  tenant_id: Generated<Id<'tenant'>>;
  event_id: Id<'event'>;
  came_by: 'asked' | 'poster' | 'mail' | 'neighbour' | 'other';
  people: number;
}

export interface EventDepartment {
  tenant_id: Generated<Id<'tenant'>>;
  event_id: Id<'event'>;
  department_id: Id<'department'>;
}

export interface EventDuty {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'event_duty'>>;
  event_id: Id<'event'>;
  code: string;
  due_on: Day;
  done_at: Date | null;
  done_by: Id<'person'> | null;
}

export interface EventDutyRule {
  tenant_id: Generated<Id<'tenant'>>;
  code: string;
  active: boolean;
  days_before: number;
  words: Generated<string>;
  set_at: Date;
  set_by: Id<'person'> | null;
}

export interface EventMove {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'event_move'>>;
  event_id: Id<'event'>;
  moved_at: Date;
  moved_by: Id<'person'> | null;
  was_day: Day;
  was_starts: string;
  was_place: string;
}

export interface EventNotice {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'event_notice'>>;
  event_id: Id<'event'>;
  sign_up_id: Id<'event_sign_up'>;
  kind: 'cancelled' | 'moved' | 'seat' | 'reminder';
  way: 'sent' | 'paper';
  made_at: Date;
  done_at: Date | null;
  done_by: Id<'person'> | null;
}

export interface EventOrganiser {
  tenant_id: Generated<Id<'tenant'>>;
  event_id: Id<'event'>;
  person_id: Id<'person'>;
  since: Date;
}

export interface EventSignUp {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'event_sign_up'>>;
  event_id: Id<'event'>;
  name: string;
  email: string | null;
  phone: string | null;
  home: Generated<string>;
  adults: number;
  children: number;
  came_by: 'asked' | 'poster' | 'mail' | 'neighbour' | 'other' | null;
  language: 'da' | 'en';
  person_id: Id<'person'> | null;
  signed_up_at: Date;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
  placed_at: Date | null;
  left_at: Date | null;
  goes_on: Day;
}

export interface EventSignUpKey {
  tenant_id: Generated<Id<'tenant'>>;
  code_hash: Buffer;
  sign_up_id: Id<'event_sign_up'>;
  made_at: Date;
}

export interface EventText {
  tenant_id: Generated<Id<'tenant'>>;
  event_id: Id<'event'>;
  language: 'da' | 'en' | 'de' | 'pl' | 'tr' | 'uk';
  title: string;
  what: string;
}

export interface EventVisitor {
  tenant_id: Generated<Id<'tenant'>>;
  mark: Buffer;
  month: Day;
  department_id: Id<'department'> | null;
  times: number;
  first: boolean;
}

export interface EventWalkIn {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'event_walk_in'>>;
  event_id: Id<'event'>;
  adults: number;
  children: number;
  came_by: 'asked' | 'poster' | 'mail' | 'neighbour' | 'other' | null;
  noted_at: Date;
  noted_by: Id<'person'> | null;
}

export interface FeedAddress {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'feed_address'>>;
  person_id: Id<'person'>;
  made_at: Date;
}

export interface File {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'file'>>;
  sha256: Buffer;
  name: string;
  kind: string;
  size: number;
  purpose: string;
  saved_at: Date;
  saved_by: Id<'person'> | null;
}

export interface FileBlob {
  tenant_id: Generated<Id<'tenant'>>;
  sha256: Buffer;
  content: Buffer;
}

export interface Fund {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund'>>;
  organisation_id: Id<'organisation'>;
  name: string;
  opened_on: Day;
  opened_by: Id<'person'> | null;
  prefix: Generated<string>;
}

export interface FundAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  question_id: Id<'fund_question'>;
  words: string;
  on_day: Day;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  answered_by: Id<'person'> | null;
  registered_by: Id<'person'> | null;
}

export interface FundApplication {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_application'>>;
  fund_id: Id<'fund'>;
  initiative_id: Id<'initiative'> | null;
  title: Generated<string>;
  applicant_kind: Generated<'resident' | 'board' | 'association' | 'staff'>;
  applicant_id: Id<'person'> | null;
  applicant_name: Generated<string>;
  applicant_email: string | null;
  applicant_phone: string | null;
  guardian_name: Generated<string>;
  purpose: Generated<string>;
  participants: number | null;
  starts_on: Day | null;
  ends_on: Day | null;
  other_money_ore: Generated<Ore>;
  other_money_words: Generated<string>;
  grounds: Generated<('across_departments' | 'short_notice' | 'smaller_group')[]>;
  ground_reason: Generated<string>;
  remains: Generated<string>;
  minors: Generated<boolean>;
  non_residents: Generated<boolean>;
  version: Generated<number>;
  resume_hash: Buffer;
  created_at: Date;
  created_by: Id<'person'> | null;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
  applicant_key: GeneratedAlways<string | null>;
  title_key: GeneratedAlways<string | null>;
  applicant_age: Generated<'adult' | 'young' | 'child'>;
  guardian_contact: Generated<string>;
  applicant_address: Generated<string>;
  who_buys: Generated<string>;
  remains_owner: Generated<'' | 'organisation' | 'department' | 'group' | 'given_away'>;
  received_on: Day | null;
  language: Generated<'da' | 'en'>;
}

export interface FundApplicationDepartment {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  department_id: Id<'department'>;
}

export interface FundBudgetLine {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_budget_line'>>;
  application_id: Id<'fund_application'>;
  what: string;
  supplier: Generated<string>;
  amount_ore: Ore;
  supplier_key: GeneratedAlways<string | null>;
}

export interface FundCarryOver {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_carry_over'>>;
  from_period_id: Id<'fund_period'>;
  to_period_id: Id<'fund_period'>;
  amount_ore: Ore;
  on_day: Day;
  recorded_by: Id<'person'> | null;
}

export interface FundClaim {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_claim'>>;
  application_id: Id<'fund_application'>;
  amount_ore: Ore;
  reference: string;
  on_day: Day;
  claimed_by: Id<'person'> | null;
}

export interface FundClaimEnd {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_claim_end'>>;
  claim_id: Id<'fund_claim'>;
  result: 'let_go' | 'paid' | 'bounced';
  words: Generated<string>;
  on_day: Day;
  ended_by: Id<'person'> | null;
}

export interface FundCoApplicant {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_co_applicant'>>;
  application_id: Id<'fund_application'>;
  name: string;
  person_id: Id<'person'> | null;
  email: string | null;
  invite_hash: Buffer | null;
  invited_on: Day | null;
  declined_on: Day | null;
}

export interface FundCode {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_code'>>;
  application_id: Id<'fund_application'>;
  kind: 'follow' | 'slip';
  code_hash: Buffer;
  made_at: Date;
  made_by: Id<'person'> | null;
  revoked_at: Date | null;
}

export interface FundDecision {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_decision'>>;
  application_id: Id<'fund_application'>;
  result: 'commit' | 'wait' | 'refuse';
  amount_ore: Ore | null;
  period_id: Id<'fund_period'> | null;
  expires_on: Day | null;
  terms: Generated<string>;
  reason: 'no_ground' | 'own_account' | 'too_late' | 'cash_like' | 'own_interest' | 'private_outlay' | 'outside_purpose' | 'no_money_left' | 'incomplete' | 'other' | null;
  words: Generated<string>;
  decision_reference: Generated<string>;
  policy_id: Id<'fund_policy'>;
  decided_by: Id<'person'>;
  on_day: Day;
  meeting_id: Id<'fund_meeting'> | null;
}

export interface FundEnd {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  result: 'withdrawn' | 'cancelled' | 'lapsed' | 'completed';
  words: Generated<string>;
  on_day: Day;
  ended_by: Id<'person'> | null;
}

export interface FundFeedback {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_feedback'>>;
  application_id: Id<'fund_application'>;
  came: number;
  best: Generated<string>;
  differently: Generated<string>;
  on_day: Day;
  given_at: Date;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  given_by: Id<'person'> | null;
  registered_by: Id<'person'> | null;
}

export interface FundFeedbackDraft {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  came: Generated<string>;
  best: Generated<string>;
  differently: Generated<string>;
  saved_at: Date;
}

export interface FundFeedbackLink {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_feedback_link'>>;
  application_id: Id<'fund_application'>;
  code_hash: Buffer;
  means: 'message' | 'card';
  made_at: Date;
  made_by: Id<'person'> | null;
}

export interface FundFeedbackWaiver {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  words: string;
  on_day: Day;
  waived_by: Id<'person'>;
}

export interface FundLetter {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_letter'>>;
  application_id: Id<'fund_application'>;
  kind: 'receipt' | 'commitment' | 'refusal' | 'waiting_list' | 'municipality';
  decision_id: Id<'fund_decision'> | null;
  language: 'da' | 'en';
  way: 'sent' | 'hand' | 'none';
  on_day: Day;
  handed_on: Day | null;
  handed_by: Id<'person'> | null;
}

export interface FundMeeting {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_meeting'>>;
  fund_id: Id<'fund'>;
  on_day: Day;
  reference: string;
  called_by: Id<'person'> | null;
}

export interface FundMeetingCase {
  tenant_id: Generated<Id<'tenant'>>;
  meeting_id: Id<'fund_meeting'>;
  application_id: Id<'fund_application'>;
}

export interface FundMeetingPresent {
  tenant_id: Generated<Id<'tenant'>>;
  meeting_id: Id<'fund_meeting'>;
  person_id: Id<'person'>;
}

export interface FundNaming {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  person_id: Id<'person'>;
  on_day: Day;
}

export interface FundNamingAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  person_id: Id<'person'>;
  result: 'confirmed' | 'rejected';
  words: string;
  on_day: Day;
  answered_by: Id<'person'>;
}

export interface FundNextInLine {
  tenant_id: Generated<Id<'tenant'>>;
  fund_id: Id<'fund'>;
  application_id: Id<'fund_application'>;
}

export interface FundPayment {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_payment'>>;
  application_id: Id<'fund_application'>;
  amount_ore: Ore;
  reference: string;
  on_day: Day;
  recorded_by: Id<'person'> | null;
  claim_id: Id<'fund_claim'> | null;
  period_id: Id<'fund_period'>;
}

export interface FundPeriod {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_period'>>;
  fund_id: Id<'fund'>;
  starts_on: Day;
  ends_on: Day;
}

export interface FundPhoto {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_photo'>>;
  application_id: Id<'fund_application'>;
  file_id: Id<'file'>;
  small_file_id: Id<'file'>;
  alt: string;
  people: 'nobody' | 'adults' | 'children';
  consent: string;
  may_be_public: boolean;
  on_day: Day;
  added_by: Id<'person'> | null;
}

export interface FundPolicy {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_policy'>>;
  fund_id: Id<'fund'>;
  period_id: Id<'fund_period'>;
  number: number;
  total_ore: Ore;
  project_max_ore: Ore;
  grounds: ('across_departments' | 'short_notice' | 'smaller_group')[];
  applicants: ('resident' | 'board' | 'association' | 'staff')[];
  deciding_role: 'organisation_board' | 'consultant' | 'secretariat' | 'municipal_officer';
  delegated_role: 'consultant' | 'secretariat' | 'municipal_officer' | null;
  delegated_limit_ore: Ore;
  answer_days: number;
  co_financing_per_mille: number;
  allocation: 'running' | 'first_come' | 'rounds';
  report_due_days: number;
  carries_over: boolean;
  amounts_include_vat: boolean;
  allows_private_outlays: boolean;
  words: string;
  approved_on: Day;
  approved_reference: Generated<string>;
  recorded_by: Id<'person'> | null;
  recorded_at: Date;
  asks_own_board: Generated<boolean>;
  tells_municipality: Generated<boolean>;
}

export interface FundQuestion {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_question'>>;
  application_id: Id<'fund_application'>;
  words: string;
  asked_by: Id<'person'>;
  on_day: Day;
}

export interface FundRecommendation {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_recommendation'>>;
  application_id: Id<'fund_application'>;
  advice: 'commit' | 'wait' | 'refuse';
  amount_ore: Ore | null;
  words: string;
  recommended_by: Id<'person'>;
  on_day: Day;
  terms: Generated<string>;
  reason: 'no_ground' | 'own_account' | 'too_late' | 'cash_like' | 'own_interest' | 'private_outlay' | 'outside_purpose' | 'no_money_left' | 'incomplete' | 'other' | null;
}

export interface FundRecusal {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  person_id: Id<'person'>;
  reason: 'applicant' | 'family' | 'neighbour_group' | 'own_interest';
  on_day: Day;
  recorded_by: Id<'person'> | null;
}

export interface FundRelease {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_release'>>;
  application_id: Id<'fund_application'>;
  period_id: Id<'fund_period'>;
  amount_ore: Ore;
  reason: 'withdrawn' | 'cancelled' | 'lapsed' | 'rest';
  words: Generated<string>;
  on_day: Day;
  released_by: Id<'person'> | null;
}

export interface FundReleaseWait {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_release_wait'>>;
  application_id: Id<'fund_application'>;
  until_day: Day;
  words: string;
  on_day: Day;
  chosen_by: Id<'person'>;
}

export interface FundReminder {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  kind: 'undecided' | 'feedback' | 'feedback_late' | 'no_invoice' | 'release';
  for_day: Day;
  on_day: Day;
}

export interface FundReminderDays {
  tenant_id: Generated<Id<'tenant'>>;
  fund_id: Id<'fund'>;
  undecided_days: number;
  invoice_days: number;
  release_days: number;
  set_at: Date;
  set_by: Id<'person'> | null;
  feedback_days: Generated<number>;
}

export interface FundReview {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_review'>>;
  application_id: Id<'fund_application'>;
  reviewer_id: Id<'person'>;
  on_day: Day;
}

export interface FundRound {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_round'>>;
  policy_id: Id<'fund_policy'>;
  closes_on: Day;
  answers_on: Day;
}

export interface FundShowing {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_showing'>>;
  feedback_id: Id<'fund_feedback'> | null;
  photo_id: Id<'fund_photo'> | null;
  shown: boolean;
  on_day: Day;
  shown_by: Id<'person'>;
}

export interface FundStanding {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  fund_id: Id<'fund'>;
  period_id: Id<'fund_period'>;
  number: number;
  status: string;
  since: Day | null;
  carrier_id: Id<'person'> | null;
  sought_ore: Ore;
  committed_ore: Ore | null;
  answer_by: Day;
  starts_on: Day | null;
  paid_ore: Generated<Ore>;
  released_ore: Generated<Ore>;
}

export interface FundSubmission {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'fund_application'>;
  fund_id: Id<'fund'>;
  number: number;
  policy_id: Id<'fund_policy'>;
  on_day: Day;
  answer_by: Day;
  submitted_at: Date;
  submitted_by: Id<'person'> | null;
  round_id: Id<'fund_round'> | null;
}

export interface FundSum {
  tenant_id: Generated<Id<'tenant'>>;
  period_id: Id<'fund_period'>;
  kind: ('topped_up' | 'carried_in' | 'carried_out' | 'committed' | 'released' | 'paid' | 'other');
  on_day: Day;
  amount_ore: Ore;
  posts: number;
}

export interface FundSupportedSum {
  tenant_id: Generated<Id<'tenant'>>;
  fund_id: Id<'fund'>;
  year: number;
  cases: number;
  committed_ore: Ore;
  paid_ore: Ore;
  released_ore: Ore;
}

export interface FundTakeOver {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_take_over'>>;
  application_id: Id<'fund_application'>;
  from_person_id: Id<'person'> | null;
  to_person_id: Id<'person'>;
  words: Generated<string>;
  on_day: Day;
  recorded_by: Id<'person'> | null;
}

export interface FundTopUp {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'fund_top_up'>>;
  period_id: Id<'fund_period'>;
  amount_ore: Ore;
  decision_reference: string;
  on_day: Day;
  recorded_by: Id<'person'> | null;
}

export interface Gathering {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'gathering'>>;
  kind: 'partnership' | 'workshop' | 'conference';
  name: string;
  about: Generated<string>;
  programme: Generated<string>;
  place: Generated<string>;
  from_day: Day;
  until_day: Day;
  grace_days: Generated<number>;
  opened_by: Id<'person'> | null;
  opened_at: Date;
  version: Generated<number>;
}

export interface GatheringCard {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'gathering_card'>>;
  guest_id: Id<'gathering_guest'>;
  code_hash: Buffer;
  made_at: Date;
  made_by: Id<'person'> | null;
  uses: Generated<number>;
}

export interface GatheringGuest {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'gathering_guest'>>;
  gathering_id: Id<'gathering'>;
  person_id: Id<'person'>;
  organisation_id: Id<'organisation'>;
  part: 'participant' | 'organiser' | 'table_host' | 'speaker' | 'observer';
  new_here: boolean;
  named: boolean | null;
  invited_at: Date;
  invited_by: Id<'person'> | null;
  ended_at: Date | null;
  ended_by: Id<'person'> | null;
}

export interface GatheringNote {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'gathering_note'>>;
  gathering_id: Id<'gathering'>;
  person_id: Id<'person'>;
  words: string;
  written_at: Date;
}

export interface GatheringOrganisation {
  tenant_id: Generated<Id<'tenant'>>;
  gathering_id: Id<'gathering'>;
  organisation_id: Id<'organisation'>;
}

export interface GatheringPaper {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'gathering_paper'>>;
  gathering_id: Id<'gathering'>;
  file_id: Id<'file'>;
  title: string;
  added_at: Date;
  added_by: Id<'person'> | null;
}

export interface GuardianApproval {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'guardian_approval'>>;
  person_id: Id<'person'>;
  guardian_name: string;
  approved_on: Day;
  channel: string;
  registered_by: Id<'person'> | null;
}

export interface Handover {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'handover'>>;
  house_id: Id<'tenant'>;
  kind: 'house.switch' | 'house.ask' | 'house.tied' | 'house.untied' | 'house.signed_out' | 'copy.sent' | 'copy.answered' | 'copy.recalled';
  body: Record<string, unknown>;
  key_hash: Buffer | null;
  sent_at: Date;
  holds_until: Date;
}

export interface HandoverFile {
  tenant_id: Generated<Id<'tenant'>>;
  handover_id: Id<'handover'>;
  place: number;
  name: string;
  content: Buffer;
}

export interface HouseTie {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'house_tie'>>;
  person_id: Id<'person'>;
  house_id: Id<'tenant'>;
  secret: Buffer;
  tied_at: Date | null;
}

export interface HouseholdCode {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'household_code'>>;
  tenancy_id: Id<'tenancy'>;
  code_hash: Buffer;
  issued_at: Date;
  issued_by: Id<'person'> | null;
  expires_at: Date;
  revoked_at: Date | null;
}

export interface HouseholdCodeUse {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'household_code_use'>>;
  code_id: Id<'household_code'>;
  person_id: Id<'person'>;
  used_at: Date;
}

export interface Idea {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'idea'>>;
  said: string;
  department_id: Id<'department'> | null;
  person_id: Id<'person'> | null;
  contact_name: Generated<string>;
  contact_email: string | null;
  contact_phone: string | null;
  follow_hash: Buffer;
  read_by: Day;
  posted_at: Date;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
  answered: Generated<boolean>;
}

export interface IdeaAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  idea_id: Id<'idea'>;
  answer: 'made' | 'joined' | 'words';
  initiative_id: Id<'initiative'> | null;
  words: Generated<string>;
  answered_by: Id<'person'>;
  answered_at: Date;
}

export interface Initiative {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative'>>;
  title: string;
  what: string;
  why: Generated<string>;
  category: 'homes' | 'green' | 'people';
  place: Generated<string>;
  starts_on: Day | null;
  ends_on: Day | null;
  whole_organisation: Generated<boolean>;
  version: Generated<number>;
  created_at: Date;
  created_by: Id<'person'> | null;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
}

export interface InitiativeDepartment {
  tenant_id: Generated<Id<'tenant'>>;
  initiative_id: Id<'initiative'>;
  department_id: Id<'department'>;
}

export interface InitiativeDriver {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative_driver'>>;
  initiative_id: Id<'initiative'>;
  person_id: Id<'person'>;
  name_public: Generated<boolean>;
  from_day: Day;
  stopped_on: Day | null;
  stopped_words: Generated<string>;
}

export interface InitiativeDriverAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  ask_id: Id<'initiative_driver_ask'>;
  answer: 'yes' | 'no' | 'not_alone';
  words: Generated<string>;
  name_public: Generated<boolean>;
  answered_at: Date;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
}

export interface InitiativeDriverAsk {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative_driver_ask'>>;
  initiative_id: Id<'initiative'>;
  person_id: Id<'person'>;
  words: Generated<string>;
  replaces_id: Id<'person'> | null;
  asked_by: Id<'person'>;
  asked_at: Date;
  answer_by: Day;
}

export interface InitiativeEnd {
  tenant_id: Generated<Id<'tenant'>>;
  initiative_id: Id<'initiative'>;
  result: 'done' | 'stopped';
  words: Generated<string>;
  on_day: Day;
  ended_by: Id<'person'> | null;
}

export interface InitiativeInterest {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative_interest'>>;
  initiative_id: Id<'initiative'>;
  person_name: string;
  email: string | null;
  phone: string | null;
  agreed_at: Date;
  called_at: Date | null;
  called_by: Id<'person'> | null;
}

export interface InitiativeOrigin {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative_origin'>>;
  initiative_id: Id<'initiative'>;
  source_kind: string;
  source_id: string;
  sentence: string;
  linked_at: Date;
}

export interface InitiativeParking {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative_parking'>>;
  initiative_id: Id<'initiative'>;
  reason: string;
  from_day: Day;
  ask_again_on: Day | null;
  parked_by: Id<'person'> | null;
}

export interface InitiativeQuestion {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative_question'>>;
  initiative_id: Id<'initiative'>;
  quiet_since: Day;
  asked_on: Day;
  passed_on_day: Day | null;
  settled_on: Day | null;
  answer: 'going' | 'help' | 'rests' | 'held' | 'stopped' | null;
  words: Generated<string>;
  answered_by: Id<'person'> | null;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system' | null;
  registered_by: Id<'person'> | null;
  helped_on: Day | null;
}

export interface InitiativeQuestionCode {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative_question_code'>>;
  question_id: Id<'initiative_question'>;
  person_id: Id<'person'>;
  code_hash: Buffer | null;
  asked_on: Day;
  expires_on: Day;
}

export interface InitiativeStanding {
  tenant_id: Generated<Id<'tenant'>>;
  initiative_id: Id<'initiative'>;
  from_day: Day;
  before_day: Day;
  status: 'idea' | 'looking' | 'under_way' | 'done' | 'parked' | 'ended';
}

export interface InitiativeStep {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'initiative_step'>>;
  initiative_id: Id<'initiative'>;
  says: string;
  person_id: Id<'person'> | null;
  due_on: Day | null;
  added_by: Id<'person'> | null;
  added_at: Date;
}

export interface InitiativeStepEnd {
  tenant_id: Generated<Id<'tenant'>>;
  step_id: Id<'initiative_step'>;
  outcome: 'done' | 'dropped';
  words: Generated<string>;
  ended_at: Date;
  ended_by: Id<'person'> | null;
}

export interface InitiativeWaking {
  tenant_id: Generated<Id<'tenant'>>;
  parking_id: Id<'initiative_parking'>;
  words: Generated<string>;
  on_day: Day;
  woken_by: Id<'person'> | null;
}

export interface Invoice {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'invoice'>>;
  way: 'staff' | 'public' | 'typed' | 'mail' | 'folder';
  format: 'oioubl' | 'peppol' | 'ubl' | 'cii' | 'factur-x' | 'pdf' | 'picture' | 'typed';
  file_id: Id<'file'> | null;
  content_sha256: Buffer | null;
  delivery_id: Id<'invoice_delivery'> | null;
  follow_hash: Buffer;
  sender_email: string | null;
  sender_words: Generated<string>;
  facts: unknown | null;
  number: Generated<string>;
  number_key: Generated<string>;
  supplier_key: string | null;
  supplier_name: Generated<string>;
  amount_ore: Ore | null;
  payment_key: string | null;
  version: Generated<number>;
  typed_by: Id<'person'> | null;
  on_day: Day;
  received_at: Date;
  received_by: Id<'person'> | null;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  picture_file_id: Id<'file'> | null;
  picture_sha256: Buffer | null;
  supplier_name_key: GeneratedAlways<string | null>;
}

export interface InvoiceAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'invoice_answer'>>;
  invoice_id: Id<'invoice'>;
  code: string;
  words: Generated<string>;
  answered_by: Id<'person'>;
  on_day: Day;
}

export interface InvoiceDelivery {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'invoice_delivery'>>;
  digest: Buffer;
  way: 'mail' | 'folder';
  sender: string | null;
  subject: Generated<string>;
  words: Generated<string>;
  invoices: Generated<number>;
  refusals: Generated<string[]>;
  seen_on: Day | null;
  seen_by: Id<'person'> | null;
  answered: Generated<boolean>;
  on_day: Day;
  received_at: Date;
}

export interface InvoiceLetter {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'invoice_letter'>>;
  outcome_id: Id<'invoice_outcome'>;
  address: string | null;
  subject: string;
  body: string;
  on_day: Day;
  sent_at: Date | null;
  failed: string | null;
}

export interface InvoiceMatch {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'invoice_match'>>;
  invoice_id: Id<'invoice'>;
  application_id: Id<'fund_application'> | null;
  score: Generated<number>;
  reasons: Generated<string[]>;
  chosen_by: Id<'person'> | null;
  on_day: Day;
}

export interface InvoiceOutcome {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'invoice_outcome'>>;
  invoice_id: Id<'invoice'>;
  result: 'accepted' | 'returned' | 'rejected';
  application_id: Id<'fund_application'> | null;
  claim_id: Id<'fund_claim'> | null;
  claimed_ore: Ore | null;
  pay_ore: Ore | null;
  part: Generated<boolean>;
  warnings: Generated<string[]>;
  words: Generated<string>;
  decided_by: Id<'person'>;
  on_day: Day;
  decided_at: Date;
}

export interface InvoiceSetting {
  tenant_id: Generated<Id<'tenant'>>;
  glns: Generated<string[]>;
  other_names: Generated<string[]>;
  mail_address: Generated<string>;
  changed_at: Date;
  changed_by: Id<'person'> | null;
}

export interface InvoiceShelf {
  tenant_id: Generated<Id<'tenant'>>;
  shelf: ('unmatched' | 'matched' | 'accepted' | 'returned');
  invoices: number;
}

export interface InvoiceStanding {
  tenant_id: Generated<Id<'tenant'>>;
  invoice_id: Id<'invoice'>;
  shelf: ('unmatched' | 'matched' | 'accepted' | 'returned');
  match_id: Id<'invoice_match'> | null;
  outcome_id: Id<'invoice_outcome'> | null;
  application_id: Id<'fund_application'> | null;
}

export interface InvoiceUndo {
  tenant_id: Generated<Id<'tenant'>>;
  outcome_id: Id<'invoice_outcome'>;
  words: Generated<string>;
  undone_by: Id<'person'>;
  on_day: Day;
}

export interface JournalAnchor {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'journal_anchor'>>;
  seq: number;
  hash: Buffer;
  told_in: string;
  told_at: Date;
}

export interface JournalEntry {
  tenant_id: Generated<Id<'tenant'>>;
  seq: number;
  at: Date;
  kind: string;
  actor_kind: 'visitor' | 'system' | 'person';
  actor_id: Id<'person'> | null;
  channel: string;
  subject_kind: string;
  subject_id: string;
  thread_id: Id<'initiative'> | null;
  facts: Record<string, string | number | boolean | null>;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface JournalHead {
  tenant_id: Generated<Id<'tenant'>>;
  seq: number;
  hash: Buffer;
}

export interface NoContact {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'no_contact'>>;
  tenancy_id: Id<'tenancy'>;
  since: Day;
  lifted_on: Day | null;
  registered_by: Id<'person'> | null;
  channel: string;
}

export interface NoticeStop {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'notice_stop'>>;
  person_id: Id<'person'> | null;
  address_hash: Buffer | null;
  topic: string;
  stopped_at: Date;
}

export interface Organisation {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'organisation'>>;
  kind: 'housing_organisation' | 'municipality' | 'national_body' | 'association';
  name: string;
  cvr: string | null;
  own: Generated<boolean>;
  street_line: Generated<string>;
  postcode: Generated<string>;
  city: Generated<string>;
  phone: Generated<string>;
  email: Generated<string>;
  created_at: Date;
}

export interface Outgoing {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'outgoing'>>;
  person_id: Id<'person'> | null;
  address: string | null;
  channel: 'mail' | 'sms' | 'print';
  topic: string;
  turn_id: Id<'turn'> | null;
  language: string;
  message: unknown | null;
  created_at: Date;
  not_before: Date;
  tries: Generated<number>;
  sent_at: Date | null;
  failed_at: Date | null;
  failure: string | null;
  dropped_at: Date | null;
  dropped_because: string | null;
}

export interface OutsideFunding {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'outside_funding'>>;
  deck_key: string | null;
  url: Generated<string>;
  deadline_on: Day | null;
  categories: Generated<('homes' | 'green' | 'people')[]>;
  example: Generated<boolean>;
  checked_on: Day | null;
  retired_on: Day | null;
  version: Generated<number>;
  set_at: Date;
  set_by: Id<'person'> | null;
}

export interface OutsideFundingText {
  tenant_id: Generated<Id<'tenant'>>;
  funding_id: Id<'outside_funding'>;
  language: ('da' | 'en');
  name: string;
  supports: string;
  who_may: Generated<string>;
  terms: Generated<string>;
}

export interface Panel {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel'>>;
  kind: 'drawn' | 'open';
  name: string;
  purpose: string;
  practical: Generated<string>;
  seats: number;
  opens_on: Day;
  closes_on: Day | null;
  min_age: Generated<number>;
  offer_days: Generated<number>;
  board_limit: number | null;
  unchosen_months: Generated<number>;
  member_months: Generated<number>;
  created_at: Date;
  created_by: Id<'person'> | null;
  ended_on: Day | null;
  version: Generated<number>;
}

export interface PanelApplication {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_application'>>;
  panel_id: Id<'panel'>;
  lot: string;
  name: string;
  email: string | null;
  phone: string | null;
  address: string;
  home_key: string;
  why: Generated<string>;
  diet: Generated<string>;
  access_needs: Generated<string>;
  birth_year: number;
  age: string;
  department: Generated<string>;
  dwelling: Generated<string>;
  language: string;
  tenure: string;
  on_board: Generated<boolean>;
  person_id: Id<'person'> | null;
  consented_at: Date;
  applied_at: Date;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
  goes_on: Day | null;
}

export interface PanelAttendance {
  tenant_id: Generated<Id<'tenant'>>;
  meeting_id: Id<'panel_meeting'>;
  application_id: Id<'panel_application'>;
  means_to: boolean | null;
  came: boolean | null;
}

export interface PanelCell {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_cell'>>;
  panel_id: Id<'panel'>;
  feature: 'age' | 'department' | 'dwelling' | 'language' | 'tenure';
  codes: string[];
  people: number;
  fewest: number;
  most: number;
  position: number;
  also_feature: 'age' | 'department' | 'dwelling' | 'language' | 'tenure' | null;
  also_codes: string[] | null;
}

export interface PanelDraw {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_draw'>>;
  panel_id: Id<'panel'>;
  kind: 'test' | 'two' | 'public' | 'spare';
  seats: number;
  panels: number;
  seed: string;
  algorithm: 'leximin' | 'maximin' | 'nash' | 'stratified';
  state: 'waiting' | 'running' | 'ready' | 'drawn' | 'infeasible' | 'failed' | 'stopped';
  progress: Generated<number>;
  pool: unknown;
  quotas: unknown;
  board_most: number | null;
  result: unknown | null;
  list_hash: string | null;
  asked_at: Date;
  asked_by: Id<'person'> | null;
  ended_at: Date | null;
  number: number | null;
  drawn_at: Date | null;
  reserve_key: string | null;
}

export interface PanelExit {
  tenant_id: Generated<Id<'tenant'>>;
  application_id: Id<'panel_application'>;
  on_day: Day;
  why: 'withdrawn' | 'dropped_out' | 'moved_out' | 'double';
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
}

export interface PanelLock {
  tenant_id: Generated<Id<'tenant'>>;
  panel_id: Id<'panel'>;
  locked_at: Date;
  locked_by: Id<'person'> | null;
}

export interface PanelMeeting {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_meeting'>>;
  panel_id: Id<'panel'>;
  on_day: Day;
  starts: Generated<string>;
  place: Generated<string>;
  agenda: string;
  notes: Generated<string>;
  called_at: Date;
  called_by: Id<'person'> | null;
  version: Generated<number>;
}

export interface PanelOption {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_option'>>;
  question_id: Id<'panel_question'>;
  says: string;
  initiative_id: Id<'initiative'> | null;
  position: number;
}

export interface PanelPause {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_pause'>>;
  application_id: Id<'panel_application'>;
  from_day: Day;
  back_on: Day | null;
}

export interface PanelPlace {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_place'>>;
  panel_id: Id<'panel'>;
  application_id: Id<'panel_application'>;
  draw_id: Id<'panel_draw'> | null;
  offered_at: Date;
  answer_by: Day;
  answer: 'yes' | 'no' | 'lapsed' | null;
  answered_at: Date | null;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system' | null;
  registered_by: Id<'person'> | null;
  reserve: number | null;
}

export interface PanelPress {
  tenant_id: Generated<Id<'tenant'>>;
  draw_id: Id<'panel_draw'>;
  person_id: Id<'person'>;
  nonce: string;
  pressed_at: Date;
}

export interface PanelQuestion {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_question'>>;
  panel_id: Id<'panel'>;
  asks: string;
  method: 'dots' | 'sliders' | 'pairs';
  dots: Generated<number>;
  asked_on: Day;
  asked_by: Id<'person'> | null;
  closed_on: Day | null;
}

export interface PanelReceipt {
  tenant_id: Generated<Id<'tenant'>>;
  code_hash: Buffer;
  application_id: Id<'panel_application'>;
  made_at: Date;
}

export interface PanelRecommendation {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_recommendation'>>;
  panel_id: Id<'panel'>;
  meeting_id: Id<'panel_meeting'> | null;
  says: string;
  said_on: Day;
  written_by: Id<'person'> | null;
  answer: string | null;
  answered_on: Day | null;
  answered_by: Id<'person'> | null;
  initiative_id: Id<'initiative'> | null;
}

export interface PanelSelector {
  tenant_id: Generated<Id<'tenant'>>;
  panel_id: Id<'panel'>;
  person_id: Id<'person'>;
  since: Date;
}

export interface PanelThrow {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'panel_throw'>>;
  draw_id: Id<'panel_draw'>;
  person_id: Id<'person'>;
  number: number;
  thrown_at: Date;
}

export interface PanelVote {
  tenant_id: Generated<Id<'tenant'>>;
  option_id: Id<'panel_option'>;
  application_id: Id<'panel_application'>;
  points: number;
}

export interface Passkey {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'passkey'>>;
  person_id: Id<'person'>;
  credential_id: Buffer;
  public_key: Buffer;
  counter: number;
  transports: string[];
  name: string;
  added_at: Date;
  last_used_at: Date | null;
  on_paper: Generated<boolean>;
}

export interface Payment {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'payment'>>;
  number: number;
  organisation_id: Id<'organisation'>;
  invoice_id: Id<'invoice'>;
  claim_id: Id<'fund_claim'>;
  application_id: Id<'fund_application'>;
  initiative_id: Id<'initiative'> | null;
  payee_name: string;
  payee_key: string | null;
  invoice_number: string;
  reference: string;
  amount_ore: Ore;
  due_on: Day;
  accepted_by: Id<'person'> | null;
  opened_at: Date;
}

export interface PaymentApproval {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'payment_approval'>>;
  payment_id: Id<'payment'>;
  destination: number;
  round: number;
  digest: Buffer;
  step: number;
  completes: boolean;
  approved_by: Id<'person'>;
  approved_at: Date;
}

export interface PaymentBatch {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'payment_batch'>>;
  number: number;
  organisation_id: Id<'organisation'>;
  format: 'csv' | 'pain.001.001.03' | 'pain.001.001.09';
  bank_file_id: Id<'file'> | null;
  csv_file_id: Id<'file'>;
  payments: number;
  sum_ore: Ore;
  made_at: Date;
  made_by: Id<'person'>;
}

export interface PaymentBatchUndo {
  tenant_id: Generated<Id<'tenant'>>;
  batch_id: Id<'payment_batch'>;
  words: string;
  on_day: Day;
  undone_by: Id<'person'>;
}

export interface PaymentCounter {
  tenant_id: Generated<Id<'tenant'>>;
  counts: 'payment' | 'batch';
  last: number;
}

export interface PaymentDestination {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'payment_destination'>>;
  payment_id: Id<'payment'>;
  number: number;
  iban: string | null;
  card_type: '71' | '73' | '75' | '01' | '04' | '15' | null;
  slip_reference: string | null;
  creditor: string | null;
  place: string | null;
  typed_by: Id<'person'> | null;
  changed: boolean;
  words: Generated<string>;
  on_day: Day;
}

export interface PaymentExport {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'payment_export'>>;
  payment_id: Id<'payment'>;
  batch_id: Id<'payment_batch'>;
  round: number;
  end_to_end_id: string;
  execute_on: Day;
  digest: Buffer;
  by_hand: boolean;
}

export interface PaymentResult {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'payment_result'>>;
  payment_id: Id<'payment'>;
  export_id: Id<'payment_export'> | null;
  result: 'paid' | 'bounced';
  on_day: Day;
  source: 'hand' | 'csv' | 'pain.002' | 'camt.053' | 'camt.054';
  words: Generated<string>;
  recorded_on: Day;
  recorded_by: Id<'person'> | null;
}

export interface PaymentSetting {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'payment_setting'>>;
  organisation_id: Id<'organisation'>;
  number: number;
  single_limit_ore: Ore;
  first_roles: ('consultant' | 'secretariat' | 'finance')[];
  second_roles: ('secretariat' | 'finance')[];
  payer_name: Generated<string>;
  iban: Generated<string>;
  bic: Generated<string>;
  agreement: Generated<string>;
  format: 'csv' | 'pain.001.001.03' | 'pain.001.001.09';
  slips_in_file: Generated<boolean>;
  account_coding: Generated<string>;
  keep_years: number;
  changed_at: Date;
  changed_by: Id<'person'> | null;
  look_back_days: number;
}

export interface PaymentStanding {
  tenant_id: Generated<Id<'tenant'>>;
  payment_id: Id<'payment'>;
  organisation_id: Id<'organisation'>;
  number: number;
  due_on: Day;
  amount_ore: Ore;
  status: 'bounced' | 'waiting_first' | 'waiting_second' | 'ready' | 'exported' | 'awaited' | 'paid' | 'stopped';
}

export interface PaymentStop {
  tenant_id: Generated<Id<'tenant'>>;
  payment_id: Id<'payment'>;
  on_day: Day;
  stopped_by: Id<'person'> | null;
}

export interface PaymentSum {
  tenant_id: Generated<Id<'tenant'>>;
  organisation_id: Id<'organisation'>;
  status: ('bounced' | 'waiting_first' | 'waiting_second' | 'ready' | 'exported' | 'awaited' | 'paid' | 'stopped');
  payments: number;
  amount_ore: Ore;
}

export interface Person {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'person'>>;
  name: string;
  protected: Generated<boolean>;
  birth_year: number | null;
  email: string | null;
  phone: string | null;
  language: Generated<string>;
  registered_at: Date;
  registered_by: Id<'person'> | null;
  channel: string;
  erased_on: Day | null;
}

export interface PersonMerge {
  tenant_id: Generated<Id<'tenant'>>;
  person_id: Id<'person'>;
  into_id: Id<'person'>;
  merged_at: Date;
  merged_by: Id<'person'> | null;
}

export interface PrivacyConsent {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'privacy_consent'>>;
  person_id: Id<'person'>;
  topic: 'mail' | 'sms' | 'paper' | 'phone' | 'photo' | 'story';
  given: boolean;
  at: Date;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
}

export interface PrivacyErasure {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'privacy_erasure'>>;
  person_id: Id<'person'>;
  asked_at: Date;
  asked_by: Id<'person'> | null;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  due_on: Day;
  waits_for: Generated<string[]>;
  tried_on: Day | null;
}

export interface PrivacyErasureEnd {
  tenant_id: Generated<Id<'tenant'>>;
  erasure_id: Id<'privacy_erasure'>;
  result: 'done' | 'taken_back' | 'refused';
  words: Generated<string>;
  at: Date;
  ended_by: Id<'person'> | null;
}

export interface PrivacyExport {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'privacy_export'>>;
  person_id: Id<'person'>;
  asked_at: Date;
  asked_by: Id<'person'> | null;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  language: 'da' | 'en';
  made_at: Date | null;
  goes_at: Date | null;
  content: Buffer | null;
}

export interface PrivacyExportFetch {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'privacy_export_fetch'>>;
  export_id: Id<'privacy_export'>;
  fetched_at: Date;
  fetched_by: Id<'person'>;
}

export interface PrivacyLook {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'privacy_look'>>;
  person_id: Id<'person'>;
  at: Date;
  seen_by: Id<'person'>;
  why: 'page' | 'search' | 'list' | 'letters' | 'export' | 'preview' | 'api';
  people: number;
}

export interface PrivacyLookList {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'privacy_look_list'>>;
  at: Date;
  seen_by: Id<'person'>;
  why: 'page' | 'search' | 'list' | 'letters' | 'export' | 'preview' | 'api';
  person_ids: Id<'person_ids'>[];
}

export interface PrivacyRetentionRun {
  tenant_id: Generated<Id<'tenant'>>;
  rule: string;
  ran_at: Date;
  rows_changed: number;
  rows_ever: number;
}

export interface PrivacySetting {
  tenant_id: Generated<Id<'tenant'>>;
  undo_days: number;
  export_days: number;
  look_months: number;
  guest_months: number;
  import_days: number;
  version: Generated<number>;
  saved_by: Id<'person'> | null;
}

export interface PrivacyStatement {
  tenant_id: Generated<Id<'tenant'>>;
  kind: 'accessibility' | 'privacy' | 'record';
  language: 'da' | 'en';
  words: string;
  contact: Generated<string>;
  stated_on: Day;
  version: Generated<number>;
  saved_by: Id<'person'> | null;
}

export interface PublicDuty {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'public_duty'>>;
  person_id: Id<'person'>;
  duty: 'mayor' | 'responsible_chair' | 'supervising_staff';
  organisation_id: Id<'organisation'>;
  from_day: Day;
  until_day: Day | null;
}

export interface RateLimit {
  tenant_id: Generated<Id<'tenant'>>;
  bucket: string;
  window_start: Date;
  hits: number;
}

export interface ReceivedAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  copy_id: Id<'received_copy'>;
  answer: 'accepted' | 'declined';
  words: Generated<string>;
  answered_at: Date;
  answered_by: Id<'person'> | null;
}

export interface ReceivedCopy {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'received_copy'>>;
  house_id: Id<'tenant'>;
  house_name: string;
  source: 'initiative' | 'paper';
  edition: number;
  title: string;
  content: unknown;
  note: Generated<string>;
  reference: Buffer;
  sent_on: Day;
  arrived_at: Date;
  bytes: Generated<number>;
}

export interface ReceivedFile {
  tenant_id: Generated<Id<'tenant'>>;
  copy_id: Id<'received_copy'>;
  place: number;
  file_id: Id<'file'>;
}

export interface ReceivedRecall {
  tenant_id: Generated<Id<'tenant'>>;
  copy_id: Id<'received_copy'>;
  words: Generated<string>;
  recalled_on: Day;
}

export interface Residency {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'residency'>>;
  person_id: Id<'person'>;
  tenancy_id: Id<'tenancy'>;
  from_day: Day;
  until_day: Day | null;
}

export interface RoleGrant {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'role_grant'>>;
  person_id: Id<'person'>;
  role: 'resident' | 'board_member' | 'ambassador' | 'task_leader' | 'consultant' | 'organisation_board' | 'secretariat' | 'finance' | 'operations' | 'municipal_officer' | 'guest' | 'catalogue_editor';
  organisation_id: Id<'organisation'>;
  department_id: Id<'department'> | null;
  from_day: Day;
  until_day: Day | null;
  granted_at: Date;
  granted_by: Id<'person'> | null;
}

export interface RoleSetting {
  tenant_id: Generated<Id<'tenant'>>;
  staff_in_organisation_board: boolean;
  staff_in_department_board: boolean;
}

export interface ScheduledRun {
  name: string;
  slot: string;
  ran_at: Date;
}

export interface SearchEntry {
  tenant_id: Generated<Id<'tenant'>>;
  kind: string;
  id: string;
  title: string;
  body: string;
  path: string;
  audience: 'public' | 'members' | 'staff';
  danish: GeneratedAlways<string>;
}

export interface SentCopy {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'sent_copy'>>;
  house_id: Id<'tenant'>;
  house_name: string;
  source: 'initiative' | 'paper';
  source_id: string;
  edition: number;
  title: string;
  content: unknown;
  note: Generated<string>;
  reference: Buffer;
  sent_at: Date;
  sent_by: Id<'person'> | null;
  bytes: Generated<number>;
}

export interface SentCopyAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  copy_id: Id<'sent_copy'>;
  answer: 'accepted' | 'declined';
  words: Generated<string>;
  answered_at: Date;
}

export interface SentCopyRecall {
  tenant_id: Generated<Id<'tenant'>>;
  copy_id: Id<'sent_copy'>;
  words: Generated<string>;
  recalled_at: Date;
  recalled_by: Id<'person'> | null;
}

export interface Session {
  tenant_id: Generated<Id<'tenant'>>;
  token_hash: Buffer;
  person_id: Id<'person'>;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  device: Generated<string>;
  way: 'mail' | 'sms' | 'passkey' | 'mitid' | 'entra' | 'house' | 'card' | 'letter' | null;
}

export interface SetupAct {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'setup_act'>>;
  step: 'house' | 'look' | 'homes' | 'people' | 'fund' | 'invitation' | 'checks';
  facts: Generated<unknown>;
  done_at: Date;
  done_by: Id<'person'> | null;
  undone_at: Date | null;
  undone_by: Id<'person'> | null;
}

export interface SetupInvitation {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'setup_invitation'>>;
  fund_id: Id<'fund'>;
  subject: string;
  body: string;
  signer: Generated<string>;
  written_at: Date;
  written_by: Id<'person'> | null;
  printed_at: Date | null;
  withdrawn_at: Date | null;
}

export interface SetupMailTest {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'setup_mail_test'>>;
  person_id: Id<'person'>;
  code_hash: Buffer | null;
  asked_at: Date;
  tries: Generated<number>;
  arrived_at: Date | null;
}

export interface SetupSkip {
  tenant_id: Generated<Id<'tenant'>>;
  step: 'house' | 'look' | 'homes' | 'people' | 'fund' | 'invitation' | 'checks';
  skipped_at: Date;
  skipped_by: Id<'person'> | null;
}

export interface SignInAttempt {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'sign_in_attempt'>>;
  kind: 'passkey' | 'new_passkey' | 'journey' | 'identity';
  token_hash: Buffer;
  person_id: Id<'person'> | null;
  held: Record<string, string | boolean | null>;
  expires_at: Date;
}

export interface SignInCode {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'sign_in_code'>>;
  channel: 'mail' | 'sms';
  address: string;
  language: string;
  return_path: string | null;
  asked_at: Date;
  expires_at: Date;
  person_id: Id<'person'> | null;
  code_hash: Buffer | null;
  link_hash: Buffer | null;
  told_unknown_at: Date | null;
  tries: Generated<number>;
  used_at: Date | null;
  sent_at: Date | null;
  by_sms: Generated<boolean>;
}

export interface SignInIdentity {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'sign_in_identity'>>;
  person_id: Id<'person'>;
  way: 'mitid' | 'entra';
  issuer: string;
  subject: string;
  level: string;
  added_at: Date;
  last_used_at: Date;
  on_paper: Generated<boolean>;
}

export interface SignInSetting {
  tenant_id: Generated<Id<'tenant'>>;
  sms: boolean;
  passkey: boolean;
  mitid: boolean;
  entra: boolean;
  sms_a_day: number;
  changed_at: Date;
  changed_by: Id<'person'> | null;
  directory_days: Generated<number>;
}

export interface SignInSmsDay {
  tenant_id: Generated<Id<'tenant'>>;
  day: Day;
  parts: number;
}

export interface SigningKey {
  tenant_id: Generated<Id<'tenant'>>;
  purpose: string;
  key: Buffer;
}

export interface SmsLog {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'sms_log'>>;
  phone: string;
  sender: string;
  body: string;
  segments: number;
  sent_at: Date;
}

export interface Story {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'story'>>;
  initiative_id: Id<'initiative'>;
  heading: string;
  lead: string;
  body: Generated<string>;
  version: Generated<number>;
  begun_at: Date;
  begun_by: Id<'person'> | null;
  edited_at: Date;
  edited_by: Id<'person'> | null;
}

export interface StoryPhoto {
  tenant_id: Generated<Id<'tenant'>>;
  story_id: Id<'story'>;
  photo_id: Id<'fund_photo'>;
  consent: Generated<string>;
  on_day: Day;
  chosen_by: Id<'person'> | null;
}

export interface StoryPicture {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'story_picture'>>;
  story_id: Id<'story'>;
  file_id: Id<'file'>;
  small_file_id: Id<'file'>;
  alt: string;
  people: ('nobody' | 'adults' | 'children');
  consent: string;
  on_day: Day;
  added_by: Id<'person'> | null;
}

export interface StoryQuote {
  tenant_id: Generated<Id<'tenant'>>;
  story_id: Id<'story'>;
  said: string;
  name: Generated<string>;
  person_id: Id<'person'> | null;
  consent: Generated<string>;
  on_day: Day;
  noted_by: Id<'person'> | null;
}

export interface StoryReading {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'story_reading'>>;
  story_id: Id<'story'>;
  person_id: Id<'person'>;
  asked_on: Day;
  asked_by: Id<'person'> | null;
  answer: ('good' | 'changes') | null;
  words: Generated<string>;
  answered_on: Day | null;
}

export interface StoryState {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'story_state'>>;
  story_id: Id<'story'>;
  state: ('sent' | 'published' | 'withdrawn');
  on_day: Day;
  at: Date;
  set_by: Id<'person'> | null;
}

export interface StrategyApproval {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_approval'>>;
  version_id: Id<'strategy_version'>;
  decided_on: Day;
  decision: string;
  catalogue_edition_id: Id<'catalogue_edition'> | null;
  content: unknown;
  registered_by: Id<'person'> | null;
}

export interface StrategyArea {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_area'>>;
}

export interface StrategyAreaText {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_area_text'>>;
  version_id: Id<'strategy_version'>;
  area_id: Id<'strategy_area'>;
  position: number;
  title: string;
  words: Generated<string>;
}

export interface StrategyEvaluation {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_evaluation'>>;
  area_id: Id<'strategy_area'>;
  year: number;
  done: Generated<string>;
  learned: Generated<string>;
  course: ('continue' | 'adjust' | 'stop') | null;
  version: Generated<number>;
  written_by: Id<'person'> | null;
}

export interface StrategyEvaluationApproval {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_evaluation_approval'>>;
  year: number;
  decided_on: Day;
  decision: string;
  content: unknown;
  registered_by: Id<'person'> | null;
}

export interface StrategyMeasurement {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_measurement'>>;
  metric_id: Id<'strategy_metric'>;
  from_day: Day;
  until_day: Day;
  value_hundredths: number | null;
  out_of: number | null;
  words: Generated<string>;
  from_file: Generated<boolean>;
  measured_at: Date;
  measured_by: Id<'person'> | null;
}

export interface StrategyMetric {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_metric'>>;
  area_id: Id<'strategy_area'>;
  figure: string | null;
  unit: ('persons' | 'households' | 'number' | 'share' | 'ore' | 'days' | 'minutes');
  people: Generated<boolean>;
  frequency: ('month' | 'quarter' | 'half' | 'year');
  owner_id: Id<'person'>;
  from_day: Day;
  retired_on: Day | null;
  version: Generated<number>;
}

export interface StrategyMetricDefinition {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_metric_definition'>>;
  metric_id: Id<'strategy_metric'>;
  number: number;
  from_day: Day;
  name: string;
  definition: Generated<string>;
  better: ('up' | 'down' | 'none');
  baseline_hundredths: number | null;
  baseline_year: number | null;
  target_hundredths: number | null;
  target_year: number | null;
  why: Generated<string>;
  set_by: Id<'person'> | null;
}

export interface StrategyPlan {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_plan'>>;
  area_id: Id<'strategy_area'>;
  title: string;
  activities: Generated<string>;
  owner_id: Id<'person'>;
  deadline_on: Day;
  budget_ore: Ore | null;
  version: Generated<number>;
  created_on: Day;
  made_by: Id<'person'> | null;
}

export interface StrategyPlanLink {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_plan_link'>>;
  plan_id: Id<'strategy_plan'>;
  card_id: Id<'catalogue_card'> | null;
  initiative_id: Id<'initiative'> | null;
}

export interface StrategyPlanState {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_plan_state'>>;
  plan_id: Id<'strategy_plan'>;
  state: ('planned' | 'under_way' | 'done' | 'dropped');
  words: Generated<string>;
  on_day: Day;
  set_by: Id<'person'> | null;
}

export interface StrategyVersion {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'strategy_version'>>;
  number: number;
  title: string;
  words: Generated<string>;
  from_day: Day;
  until_day: Day;
  version: Generated<number>;
  created_on: Day;
  made_by: Id<'person'> | null;
}

export interface Task {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'task'>>;
  job_id: Id<'task_job'>;
  piece: Generated<string>;
  says: string;
  minutes: number;
  kind: ('carry' | 'food' | 'green' | 'hosting' | 'telling' | 'fixing' | 'tidying');
  due_on: Day | null;
  clock: Generated<string>;
  for_children: Generated<boolean>;
  half_of: Id<'task'> | null;
  laid_at: Date;
  laid_by: Id<'person'> | null;
}

export interface TaskAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  ask_id: Id<'task_ask'>;
  answer: ('yes' | 'smaller' | 'later' | 'no');
  on_day: Day;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
}

export interface TaskAsk {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'task_ask'>>;
  task_id: Id<'task'>;
  asked_by: Id<'person'> | null;
  words: Generated<string>;
  way: ('link' | 'slip' | 'mail' | 'sms' | 'opt_in');
  code_hash: Buffer;
  mark: Buffer | null;
  helper_id: Id<'task_helper'> | null;
  asked_at: Date;
  asked_on: Day;
  expires_on: Day;
  hands_over: Generated<boolean>;
}

export interface TaskAway {
  tenant_id: Generated<Id<'tenant'>>;
  task_id: Id<'task'>;
  why: ('halved' | 'not_needed');
  on_day: Day;
  by_person: Id<'person'> | null;
}

export interface TaskCap {
  tenant_id: Generated<Id<'tenant'>>;
  asks: number;
  days: number;
  set_at: Date;
  set_by: Id<'person'> | null;
}

export interface TaskClaim {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'task_claim'>>;
  task_id: Id<'task'>;
  helper_id: Id<'task_helper'>;
  ask_id: Id<'task_ask'> | null;
  claimed_at: Date;
  on_day: Day;
  channel: 'web' | 'paper' | 'phone' | 'mail' | 'system';
  registered_by: Id<'person'> | null;
  reminded_on: Day | null;
}

export interface TaskClaimEnd {
  tenant_id: Generated<Id<'tenant'>>;
  claim_id: Id<'task_claim'>;
  outcome: ('done' | 'passed_on' | 'let_go' | 'missed');
  minutes: number | null;
  on_day: Day;
  by_person: Id<'person'> | null;
}

export interface TaskHelper {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'task_helper'>>;
  person_id: Id<'person'> | null;
  name: Generated<string>;
  email: string | null;
  phone: string | null;
  mark: Buffer | null;
  since: Date;
}

export interface TaskJob {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'task_job'>>;
  initiative_id: Id<'initiative'> | null;
  event_id: Id<'event'> | null;
  title: string;
  template: Generated<string>;
  due_on: Day | null;
  cut_at: Date;
  cut_by: Id<'person'> | null;
}

export interface TaskNever {
  tenant_id: Generated<Id<'tenant'>>;
  mark: Buffer;
  since: Day;
}

export interface TaskOptIn {
  tenant_id: Generated<Id<'tenant'>>;
  helper_id: Id<'task_helper'>;
  department_id: Id<'department'> | null;
  kinds: Generated<string[]>;
  times: Generated<string[]>;
  most_minutes: Generated<number>;
  since: Day;
}

export interface TaskThanks {
  tenant_id: Generated<Id<'tenant'>>;
  claim_id: Id<'task_claim'>;
  words: Generated<string>;
  on_day: Day;
  by_person: Id<'person'> | null;
}

export interface Tenancy {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'tenancy'>>;
  department_id: Id<'department'>;
  building_id: Id<'building'>;
  number: string;
  street: string;
  house_number: string;
  floor: Generated<string>;
  door: Generated<string>;
  postcode: string;
  city: string;
  address_key: string;
  kind: 'family' | 'senior' | 'youth';
  rooms: number | null;
  area_m2: number | null;
  from_day: Day | null;
  until_day: Day | null;
  absent_since: Day | null;
}

export interface TenancyImport {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'tenancy_import'>>;
  organisation_id: Id<'organisation'>;
  file_name: string;
  content: Buffer | null;
  columns: Generated<unknown>;
  uploaded_at: Date;
  uploaded_by: Id<'person'> | null;
  confirmed_at: Date | null;
  finished_at: Date | null;
  rows_total: Generated<number>;
  rows_done: Generated<number>;
  created: Generated<number>;
  changed: Generated<number>;
  unchanged: Generated<number>;
  absent: Generated<number>;
  refused: Generated<number>;
  taken_back_at: Date | null;
}

export interface TenancyImportMade {
  tenant_id: Generated<Id<'tenant'>>;
  import_id: Id<'tenancy_import'>;
  kind: 'department' | 'building' | 'tenancy';
  row_id: Id<'row'>;
}

export interface TenancyImportProblem {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'tenancy_import_problem'>>;
  import_id: Id<'tenancy_import'>;
  row: number;
  field: string;
  value: string;
  problem: string;
  department_number: string;
  number: string;
}

export interface TenancyImportRow {
  tenant_id: Generated<Id<'tenant'>>;
  import_id: Id<'tenancy_import'>;
  row: number;
  department_number: string;
  department_name: string;
  municipality: string;
  number: string;
  street: string;
  house_number: string;
  floor: string;
  door: string;
  postcode: string;
  city: string;
  building_key: string;
  address_key: string;
  kind: string | null;
  rooms: number | null;
  area_m2: number | null;
  from_day: Day | null;
  until_day: Day | null;
  tenancy_id: Id<'tenancy'> | null;
  fate: Generated<'created' | 'changed' | 'unchanged'>;
}

export interface Tenant {
  id: Generated<Id<'tenant'>>;
  slug: string;
  host: string | null;
  name: string;
  colour: Generated<string>;
  language: Generated<'da' | 'en'>;
  settings: Generated<unknown>;
  created_at: Generated<Date>;
}

export interface ThreadHeard {
  tenant_id: Generated<Id<'tenant'>>;
  thread_id: Id<'initiative'>;
  heard_at: Date;
  people_heard_at: Date | null;
  ended: Generated<boolean>;
}

export interface Turn {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'turn'>>;
  kind: string;
  subject_kind: string;
  subject_id: string;
  thread_id: Id<'initiative'> | null;
  person_id: Id<'person'> | null;
  role: string | null;
  department_id: Id<'department'> | null;
  due: Day | null;
  facts: Generated<unknown>;
  opened_at: Date;
  opened_by: Id<'person'> | null;
  closed_at: Date | null;
}

export interface Webhook {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'webhook'>>;
  name: string;
  url: string;
  kinds: string[];
  made_at: Date;
  made_by: Id<'person'>;
  handed_over: number;
  tries: Generated<number>;
  failing_since: Date | null;
  next_try_at: Date | null;
  busy_until: Date | null;
}

export interface WebhookPause {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'webhook_pause'>>;
  webhook_id: Id<'webhook'>;
  why: 'person' | 'failing' | 'gone';
  from_at: Date;
  paused_by: Id<'person'> | null;
  ended_at: Date | null;
  ended_by: Id<'person'> | null;
}

export interface WebhookSecret {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'webhook_secret'>>;
  webhook_id: Id<'webhook'>;
  secret: Buffer;
  made_at: Date;
  holds_until: Date | null;
}

export interface WebhookSending {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'webhook_sending'>>;
  webhook_id: Id<'webhook'>;
  seq: number | null;
  kind: string;
  sent_at: Date;
  status: number | null;
  problem: 'url' | 'address' | 'name' | 'unreachable' | 'slow' | null;
  ms: number;
}

export interface Workshop {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop'>>;
  name: string;
  about: Generated<string>;
  place: Generated<string>;
  on_day: Day;
  starts_at: Generated<string>;
  ends_at: Generated<string>;
  seats: number | null;
  gathering_id: Id<'gathering'> | null;
  code: string;
  open_until: Day;
  template: Record<string, unknown>;
  paper: Generated<'a4' | 'a3' | 'a2'>;
  two_people: Generated<boolean>;
  picture_days: Generated<number>;
  opened_by: Id<'person'> | null;
  opened_at: Date;
  version: Generated<number>;
  in_steps: Generated<boolean>;
}

export interface WorkshopAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  sheet_id: Id<'workshop_sheet'>;
  field: string;
  answer: 'V' | 'X' | 'empty' | 'unreadable';
}

export interface WorkshopAside {
  tenant_id: Generated<Id<'tenant'>>;
  sheet_id: Id<'workshop_sheet'>;
  table_id: Id<'workshop_table'>;
  aside_at: Date;
  aside_by: Id<'person'> | null;
}

export interface WorkshopCheck {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_check'>>;
  sheet_id: Id<'workshop_sheet'>;
  photo_id: Id<'workshop_photo'> | null;
  source: 'photo' | 'table' | 'settling' | 'correction';
  checked_at: Date;
  checked_by: Id<'person'> | null;
}

export interface WorkshopCheckField {
  tenant_id: Generated<Id<'tenant'>>;
  check_id: Id<'workshop_check'>;
  field: string;
  answer: 'V' | 'X' | 'empty' | 'unreadable' | null;
  words: string | null;
}

export interface WorkshopChoice {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_choice'>>;
  workshop_id: Id<'workshop'>;
  field: Generated<string>;
  title: string;
  position: number;
  initiative_id: Id<'initiative'> | null;
  chosen_at: Date;
  chosen_by: Id<'person'> | null;
}

export interface WorkshopConfirmation {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_confirmation'>>;
  sheet_id: Id<'workshop_sheet'>;
  check_id: Id<'workshop_check'>;
  confirmed_at: Date;
}

export interface WorkshopEdition {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_edition'>>;
  workshop_id: Id<'workshop'>;
  number: number;
  template: Record<string, unknown>;
  frozen_at: Date;
  frozen_by: Id<'person'> | null;
}

export interface WorkshopInsight {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_insight'>>;
  workshop_id: Id<'workshop'>;
  table_id: Id<'workshop_table'> | null;
  words: string;
  said_at: Date;
  hidden_at: Date | null;
  shown_at: Date | null;
}

export interface WorkshopInvitation {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_invitation'>>;
  workshop_id: Id<'workshop'>;
  person_name: string;
  email: string | null;
  phone: string | null;
  person_id: Id<'person'> | null;
  organisation_id: Id<'organisation'> | null;
  table_id: Id<'workshop_table'> | null;
  part: Generated<'participant' | 'table_host' | 'facilitator'>;
  code_hash: Buffer | null;
  invited_at: Date;
  invited_by: Id<'person'> | null;
  answer: 'yes' | 'no' | null;
  answered_at: Date | null;
  came: boolean | null;
}

export interface WorkshopItem {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_item'>>;
  workshop_id: Id<'workshop'>;
  starts_at: string;
  title: string;
  who: Generated<string>;
  place: Generated<string>;
}

export interface WorkshopLastCall {
  tenant_id: Generated<Id<'tenant'>>;
  workshop_id: Id<'workshop'>;
  called_at: Date;
  called_by: Id<'person'> | null;
}

export interface WorkshopLinkClosed {
  tenant_id: Generated<Id<'tenant'>>;
  workshop_id: Id<'workshop'>;
  closed_at: Date;
  closed_by: Id<'person'> | null;
}

export interface WorkshopLinkSeat {
  tenant_id: Generated<Id<'tenant'>>;
  table_id: Id<'workshop_table'>;
  begun_at: Date;
}

export interface WorkshopNumbering {
  tenant_id: Generated<Id<'tenant'>>;
  next_serial: number;
}

export interface WorkshopOldCode {
  tenant_id: Generated<Id<'tenant'>>;
  code: string;
  workshop_id: Id<'workshop'>;
  renewed_at: Date;
  renewed_by: Id<'person'> | null;
}

export interface WorkshopOnward {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_onward'>>;
  workshop_id: Id<'workshop'>;
  field: Generated<string>;
  words_id: Id<'workshop_words'> | null;
  initiative_id: Id<'initiative'> | null;
  idea_id: Id<'idea'> | null;
  made_at: Date;
  made_by: Id<'person'> | null;
}

export interface WorkshopPhoto {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_photo'>>;
  workshop_id: Id<'workshop'>;
  sheet_id: Id<'workshop_sheet'> | null;
  table_id: Id<'workshop_table'> | null;
  file_id: Id<'file'> | null;
  flat_file_id: Id<'file'> | null;
  sha256: Buffer;
  came_by: 'link' | 'table' | 'facilitator' | 'sms' | 'mail' | 'hand';
  outcome: 'read' | 'retake' | 'reject' | 'error' | null;
  reason: Generated<string>;
  ms: number | null;
  read_at: Date | null;
  uploaded_at: Date;
  uploaded_by: Id<'person'> | null;
  gone_at: Date | null;
  gone_why: 'confirmed' | 'days' | 'removed' | null;
}

export interface WorkshopPledge {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_pledge'>>;
  workshop_id: Id<'workshop'>;
  table_id: Id<'workshop_table'> | null;
  words: string;
  person_name: Generated<string>;
  email: string | null;
  phone: string | null;
  pledged_at: Date;
  remind_on: Day;
  reminded_at: Date | null;
  code_hash: Buffer;
  outcome: 'done' | 'going' | 'not_yet' | null;
  outcome_words: Generated<string>;
  outcome_at: Date | null;
  hidden_at: Date | null;
  hears_result: Generated<boolean>;
}

export interface WorkshopQuote {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_quote'>>;
  words_id: Id<'workshop_words'>;
  quote: string;
  put_up_at: Date;
  put_up_by: Id<'person'> | null;
}

export interface WorkshopQuoteAnswer {
  tenant_id: Generated<Id<'tenant'>>;
  quote_id: Id<'workshop_quote'>;
  approved: boolean;
  answered_at: Date;
  answered_by: Id<'person'> | null;
}

export interface WorkshopReading {
  tenant_id: Generated<Id<'tenant'>>;
  photo_id: Id<'workshop_photo'>;
  field: string;
  label: 'empty' | 'V' | 'X' | 'unsure';
  confidence: number;
}

export interface WorkshopRelease {
  tenant_id: Generated<Id<'tenant'>>;
  workshop_id: Id<'workshop'>;
  released_at: Date;
  released_by: Id<'person'> | null;
}

export interface WorkshopReturn {
  tenant_id: Generated<Id<'tenant'>>;
  table_id: Id<'workshop_table'>;
  returned_at: Date;
  returned_by: Id<'person'> | null;
}

export interface WorkshopSheet {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_sheet'>>;
  workshop_id: Id<'workshop'>;
  edition_id: Id<'workshop_edition'>;
  table_id: Id<'workshop_table'> | null;
  page: number;
  paper: 'a4' | 'a3' | 'a2' | null;
  serial: number | null;
  made_at: Date;
  made_by: Id<'person'> | null;
  spare: Generated<boolean>;
}

export interface WorkshopSignup {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_signup'>>;
  choice_id: Id<'workshop_choice'>;
  person_name: string;
  email: string | null;
  phone: string | null;
  signed_at: Date;
  shared: Generated<boolean>;
  hears_result: Generated<boolean>;
}

export interface WorkshopTable {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_table'>>;
  workshop_id: Id<'workshop'>;
  number: number;
  name: Generated<string>;
  organisation_id: Id<'organisation'> | null;
  code: string | null;
}

export interface WorkshopTick {
  tenant_id: Generated<Id<'tenant'>>;
  workshop_id: Id<'workshop'>;
  item: string;
  ticked_at: Date;
  ticked_by: Id<'person'> | null;
}

export interface WorkshopWords {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'workshop_words'>>;
  sheet_id: Id<'workshop_sheet'>;
  field: string;
  words: Generated<string>;
  unreadable: Generated<boolean>;
}

export interface YearWheelItem {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'year_wheel_item'>>;
  title: string;
  words: Generated<string>;
  on_day: Day;
  repeats: ('once' | 'year');
  version: Generated<number>;
  removed_on: Day | null;
  made_by: Id<'person'> | null;
}

export interface YearlyEdition {
  tenant_id: Generated<Id<'tenant'>>;
  id: Generated<Id<'yearly_edition'>>;
  year: number;
  number: number;
  figures: unknown;
  story: string;
  reason: string;
  published_at: Date;
  published_by: Id<'person'>;
}

export interface YearlyStory {
  tenant_id: Generated<Id<'tenant'>>;
  year: number;
  words: string;
  version: Generated<number>;
  written_at: Date;
  written_by: Id<'person'>;
}

/** Every table, by name. */
export interface Tables {
  api_token: ApiToken;
  api_token_end: ApiTokenEnd;
  board: Board;
  board_term: BoardTerm;
  building: Building;
  catalogue_answer: CatalogueAnswer;
  catalogue_card: CatalogueCard;
  catalogue_card_state: CatalogueCardState;
  catalogue_card_text: CatalogueCardText;
  catalogue_department_rules: CatalogueDepartmentRules;
  catalogue_doing: CatalogueDoing;
  catalogue_edition: CatalogueEdition;
  catalogue_edition_card: CatalogueEditionCard;
  catalogue_photo: CataloguePhoto;
  catalogue_pin: CataloguePin;
  catalogue_question: CatalogueQuestion;
  catalogue_remark: CatalogueRemark;
  catalogue_taking: CatalogueTaking;
  catalogue_vocabulary: CatalogueVocabulary;
  catalogue_word: CatalogueWord;
  contact_preference: ContactPreference;
  department: Department;
  digest: Digest;
  digest_week: DigestWeek;
  digest_wish: DigestWish;
  directory_role: DirectoryRole;
  door_round: DoorRound;
  door_round_stairwell: DoorRoundStairwell;
  evaluation: Evaluation;
  evaluation_answer: EvaluationAnswer;
  evaluation_ask: EvaluationAsk;
  evaluation_end: EvaluationEnd;
  evaluation_quote: EvaluationQuote;
  evaluation_ticket: EvaluationTicket;
  event: Event;
  event_attendance: EventAttendance;
  event_cancellation: EventCancellation;
  event_count: EventCount;
  event_count_way: EventCountWay;
  event_department: EventDepartment;
  event_duty: EventDuty;
  event_duty_rule: EventDutyRule;
  event_move: EventMove;
  event_notice: EventNotice;
  event_organiser: EventOrganiser;
  event_sign_up: EventSignUp;
  event_sign_up_key: EventSignUpKey;
  event_text: EventText;
  event_visitor: EventVisitor;
  event_walk_in: EventWalkIn;
  feed_address: FeedAddress;
  file: File;
  file_blob: FileBlob;
  fund: Fund;
  fund_answer: FundAnswer;
  fund_application: FundApplication;
  fund_application_department: FundApplicationDepartment;
  fund_budget_line: FundBudgetLine;
  fund_carry_over: FundCarryOver;
  fund_claim: FundClaim;
  fund_claim_end: FundClaimEnd;
  fund_co_applicant: FundCoApplicant;
  fund_code: FundCode;
  fund_decision: FundDecision;
  fund_end: FundEnd;
  fund_feedback: FundFeedback;
  fund_feedback_draft: FundFeedbackDraft;
  fund_feedback_link: FundFeedbackLink;
  fund_feedback_waiver: FundFeedbackWaiver;
  fund_letter: FundLetter;
  fund_meeting: FundMeeting;
  fund_meeting_case: FundMeetingCase;
  fund_meeting_present: FundMeetingPresent;
  fund_naming: FundNaming;
  fund_naming_answer: FundNamingAnswer;
  fund_next_in_line: FundNextInLine;
  fund_payment: FundPayment;
  fund_period: FundPeriod;
  fund_photo: FundPhoto;
  fund_policy: FundPolicy;
  fund_question: FundQuestion;
  fund_recommendation: FundRecommendation;
  fund_recusal: FundRecusal;
  fund_release: FundRelease;
  fund_release_wait: FundReleaseWait;
  fund_reminder: FundReminder;
  fund_reminder_days: FundReminderDays;
  fund_review: FundReview;
  fund_round: FundRound;
  fund_showing: FundShowing;
  fund_standing: FundStanding;
  fund_submission: FundSubmission;
  fund_sum: FundSum;
  fund_supported_sum: FundSupportedSum;
  fund_take_over: FundTakeOver;
  fund_top_up: FundTopUp;
  gathering: Gathering;
  gathering_card: GatheringCard;
  gathering_guest: GatheringGuest;
  gathering_note: GatheringNote;
  gathering_organisation: GatheringOrganisation;
  gathering_paper: GatheringPaper;
  guardian_approval: GuardianApproval;
  handover: Handover;
  handover_file: HandoverFile;
  house_tie: HouseTie;
  household_code: HouseholdCode;
  household_code_use: HouseholdCodeUse;
  idea: Idea;
  idea_answer: IdeaAnswer;
  initiative: Initiative;
  initiative_department: InitiativeDepartment;
  initiative_driver: InitiativeDriver;
  initiative_driver_answer: InitiativeDriverAnswer;
  initiative_driver_ask: InitiativeDriverAsk;
  initiative_end: InitiativeEnd;
  initiative_interest: InitiativeInterest;
  initiative_origin: InitiativeOrigin;
  initiative_parking: InitiativeParking;
  initiative_question: InitiativeQuestion;
  initiative_question_code: InitiativeQuestionCode;
  initiative_standing: InitiativeStanding;
  initiative_step: InitiativeStep;
  initiative_step_end: InitiativeStepEnd;
  initiative_waking: InitiativeWaking;
  invoice: Invoice;
  invoice_answer: InvoiceAnswer;
  invoice_delivery: InvoiceDelivery;
  invoice_letter: InvoiceLetter;
  invoice_match: InvoiceMatch;
  invoice_outcome: InvoiceOutcome;
  invoice_setting: InvoiceSetting;
  invoice_shelf: InvoiceShelf;
  invoice_standing: InvoiceStanding;
  invoice_undo: InvoiceUndo;
  journal_anchor: JournalAnchor;
  journal_entry: JournalEntry;
  journal_head: JournalHead;
  no_contact: NoContact;
  notice_stop: NoticeStop;
  organisation: Organisation;
  outgoing: Outgoing;
  outside_funding: OutsideFunding;
  outside_funding_text: OutsideFundingText;
  panel: Panel;
  panel_application: PanelApplication;
  panel_attendance: PanelAttendance;
  panel_cell: PanelCell;
  panel_draw: PanelDraw;
  panel_exit: PanelExit;
  panel_lock: PanelLock;
  panel_meeting: PanelMeeting;
  panel_option: PanelOption;
  panel_pause: PanelPause;
  panel_place: PanelPlace;
  panel_press: PanelPress;
  panel_question: PanelQuestion;
  panel_receipt: PanelReceipt;
  panel_recommendation: PanelRecommendation;
  panel_selector: PanelSelector;
  panel_throw: PanelThrow;
  panel_vote: PanelVote;
  passkey: Passkey;
  payment: Payment;
  payment_approval: PaymentApproval;
  payment_batch: PaymentBatch;
  payment_batch_undo: PaymentBatchUndo;
  payment_counter: PaymentCounter;
  payment_destination: PaymentDestination;
  payment_export: PaymentExport;
  payment_result: PaymentResult;
  payment_setting: PaymentSetting;
  payment_standing: PaymentStanding;
  payment_stop: PaymentStop;
  payment_sum: PaymentSum;
  person: Person;
  person_merge: PersonMerge;
  privacy_consent: PrivacyConsent;
  privacy_erasure: PrivacyErasure;
  privacy_erasure_end: PrivacyErasureEnd;
  privacy_export: PrivacyExport;
  privacy_export_fetch: PrivacyExportFetch;
  privacy_look: PrivacyLook;
  privacy_look_list: PrivacyLookList;
  privacy_retention_run: PrivacyRetentionRun;
  privacy_setting: PrivacySetting;
  privacy_statement: PrivacyStatement;
  public_duty: PublicDuty;
  rate_limit: RateLimit;
  received_answer: ReceivedAnswer;
  received_copy: ReceivedCopy;
  received_file: ReceivedFile;
  received_recall: ReceivedRecall;
  residency: Residency;
  role_grant: RoleGrant;
  role_setting: RoleSetting;
  scheduled_run: ScheduledRun;
  search_entry: SearchEntry;
  sent_copy: SentCopy;
  sent_copy_answer: SentCopyAnswer;
  sent_copy_recall: SentCopyRecall;
  session: Session;
  setup_act: SetupAct;
  setup_invitation: SetupInvitation;
  setup_mail_test: SetupMailTest;
  setup_skip: SetupSkip;
  sign_in_attempt: SignInAttempt;
  sign_in_code: SignInCode;
  sign_in_identity: SignInIdentity;
  sign_in_setting: SignInSetting;
  sign_in_sms_day: SignInSmsDay;
  signing_key: SigningKey;
  sms_log: SmsLog;
  story: Story;
  story_photo: StoryPhoto;
  story_picture: StoryPicture;
  story_quote: StoryQuote;
  story_reading: StoryReading;
  story_state: StoryState;
  strategy_approval: StrategyApproval;
  strategy_area: StrategyArea;
  strategy_area_text: StrategyAreaText;
  strategy_evaluation: StrategyEvaluation;
  strategy_evaluation_approval: StrategyEvaluationApproval;
  strategy_measurement: StrategyMeasurement;
  strategy_metric: StrategyMetric;
  strategy_metric_definition: StrategyMetricDefinition;
  strategy_plan: StrategyPlan;
  strategy_plan_link: StrategyPlanLink;
  strategy_plan_state: StrategyPlanState;
  strategy_version: StrategyVersion;
  task: Task;
  task_answer: TaskAnswer;
  task_ask: TaskAsk;
  task_away: TaskAway;
  task_cap: TaskCap;
  task_claim: TaskClaim;
  task_claim_end: TaskClaimEnd;
  task_helper: TaskHelper;
  task_job: TaskJob;
  task_never: TaskNever;
  task_opt_in: TaskOptIn;
  task_thanks: TaskThanks;
  tenancy: Tenancy;
  tenancy_import: TenancyImport;
  tenancy_import_made: TenancyImportMade;
  tenancy_import_problem: TenancyImportProblem;
  tenancy_import_row: TenancyImportRow;
  tenant: Tenant;
  thread_heard: ThreadHeard;
  turn: Turn;
  webhook: Webhook;
  webhook_pause: WebhookPause;
  webhook_secret: WebhookSecret;
  webhook_sending: WebhookSending;
  workshop: Workshop;
  workshop_answer: WorkshopAnswer;
  workshop_aside: WorkshopAside;
  workshop_check: WorkshopCheck;
  workshop_check_field: WorkshopCheckField;
  workshop_choice: WorkshopChoice;
  workshop_confirmation: WorkshopConfirmation;
  workshop_edition: WorkshopEdition;
  workshop_insight: WorkshopInsight;
  workshop_invitation: WorkshopInvitation;
  workshop_item: WorkshopItem;
  workshop_last_call: WorkshopLastCall;
  workshop_link_closed: WorkshopLinkClosed;
  workshop_link_seat: WorkshopLinkSeat;
  workshop_numbering: WorkshopNumbering;
  workshop_old_code: WorkshopOldCode;
  workshop_onward: WorkshopOnward;
  workshop_photo: WorkshopPhoto;
  workshop_pledge: WorkshopPledge;
  workshop_quote: WorkshopQuote;
  workshop_quote_answer: WorkshopQuoteAnswer;
  workshop_reading: WorkshopReading;
  workshop_release: WorkshopRelease;
  workshop_return: WorkshopReturn;
  workshop_sheet: WorkshopSheet;
  workshop_signup: WorkshopSignup;
  workshop_table: WorkshopTable;
  workshop_tick: WorkshopTick;
  workshop_words: WorkshopWords;
  year_wheel_item: YearWheelItem;
  yearly_edition: YearlyEdition;
  yearly_story: YearlyStory;
}
