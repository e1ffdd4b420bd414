import {
  type Activity,
  type Holding,
  holding,
  type Link,
  nobodys,
  type Voucher,
} from '../../../platform/privacy/holdings.ts';

const CASE: Link = { table: 'fund_application', own: 'application_id', theirs: 'id' };
/** Money was promised or paid: book-keeping needs to know to whom. */
const VOUCHERS: readonly Voucher[] = [
  { table: 'fund_decision', own: 'id', theirs: 'application_id', day: 'on_day', given: 'period_id' },
  { table: 'fund_payment', own: 'id', theirs: 'application_id', day: 'on_day' },
];
const BOOKS = { until: 'house', law: 'bookkeeping' } as const;

/** What is decided about a case: kept with it, since the decision must be told of in five years' time. */
function onCase(
  table: Parameters<typeof holding>[0],
  called: Holding['called'],
  columns: Holding['columns'],
  through: Link = CASE,
): Holding {
  return { table, called, columns, through, erased: 'kept', keeps: [BOOKS] };
}

/** What the fund keeps of people. */
export const fundHoldings: Activity = {
  key: 'fund',
  name: { da: 'Puljer', en: 'Funds' },
  purpose: {
    da: 'At behandle ansøgninger, beslutte åbent og kunne vise, hvad pengene gik til.',
    en: 'To handle applications, decide openly, and be able to show what the money went to.',
  },
  people: {
    da: 'Ansøgere, medansøgere, værger, dem, der beslutter',
    en: 'Applicants, co-applicants, guardians, those who decide',
  },
  data: {
    da: 'Navn, kontaktoplysninger, adresse, ansøgningens tekst, beløb, svar og habilitet',
    en: 'Name, contact details, address, the application’s text, amounts, answers and recusals',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra e og c (bogføringsloven § 12)',
    en: 'GDPR art. 6(1)(e) and (c) (Danish Bookkeeping Act § 12)',
  },
  recipients: {
    da: 'Revisor; kommunen, når det er kommunens pulje',
    en: 'The auditor; the municipality where the fund is theirs',
  },
  holdings: [
    holding('fund_application', {
      called: { da: 'Ansøgninger', en: 'Applications' },
      columns: {
        title: 'common',
        applicant_id: 'subject',
        applicant_name: 'name',
        applicant_email: 'email',
        applicant_phone: 'phone',
        applicant_address: 'address',
        guardian_name: 'name',
        guardian_contact: 'address',
        purpose: 'common',
        other_money_words: 'common',
        grounds: 'plain',
        ground_reason: 'common',
        remains: 'common',
        who_buys: 'common',
        resume_hash: 'secret',
        created_by: 'actor',
        channel: 'plain',
        registered_by: 'actor',
      },
      erased: 'unnamed',
      stays: { columns: ['applicant_name'], vouchers: VOUCHERS },
      draftWithout: { table: 'fund_submission', own: 'id', theirs: 'application_id' },
      keeps: [
        {
          after: 'created_at',
          period: { setting: 'guestMonths' },
          law: 'accountability',
          rows: 'goes',
          unless: [{ table: 'fund_submission', own: 'id', theirs: 'application_id' }],
        },
        {
          after: 'created_at',
          period: { setting: 'bookkeepingYears' },
          law: 'bookkeeping',
          rows: 'unnamed',
          unless: VOUCHERS,
        },
      ],
    }),
    holding('fund_co_applicant', {
      called: { da: 'Medansøgere', en: 'Co-applicants' },
      columns: { name: 'name', person_id: 'subject', email: 'email', invite_hash: 'secret' },
      erased: 'unnamed',
      keeps: { until: 'closed', law: 'accountability' },
    }),
    onCase(
      'fund_budget_line',
      { da: 'Linjer i budgettet', en: 'Lines of the budget' },
      { what: 'common', supplier: 'common', supplier_key: 'plain' },
    ),
    onCase('fund_submission', { da: 'Indsendelser', en: 'Submissions' }, { submitted_by: 'actor' }),
    onCase(
      'fund_question',
      { da: 'Spørgsmål til sagen', en: 'Questions about the case' },
      { words: 'by asked_by', asked_by: 'actor' },
    ),
    holding('fund_answer', {
      called: { da: 'Svar på spørgsmål', en: 'Answers to questions' },
      columns: { words: 'common', channel: 'plain', answered_by: 'subject', registered_by: 'actor' },
      erased: 'unnamed',
      keeps: BOOKS,
    }),
    {
      ...onCase(
        'fund_recommendation',
        { da: 'Indstillinger', en: 'Recommendations' },
        { words: 'by recommended_by', recommended_by: 'actor', terms: 'by recommended_by' },
      ),
      // Who applies does not see what is advised before it is decided.
      copiedWith: { table: 'fund_decision', own: 'application_id', theirs: 'application_id' },
    },
    onCase(
      'fund_decision',
      { da: 'Afgørelser', en: 'Decisions' },
      { terms: 'by decided_by', words: 'by decided_by', decision_reference: 'plain', decided_by: 'actor' },
    ),
    onCase('fund_letter', { da: 'Breve om sagen', en: 'Letters about the case' }, { handed_by: 'actor' }),
    onCase(
      'fund_claim',
      { da: 'Beløb, der er bedt om', en: 'Amounts claimed' },
      { reference: 'plain', claimed_by: 'actor' },
    ),
    onCase(
      'fund_claim_end',
      { da: 'Hvordan det gik med beløbene', en: 'What became of the amounts' },
      { words: 'by ended_by', ended_by: 'actor' },
      { table: 'fund_claim', own: 'claim_id', theirs: 'id' },
    ),
    onCase(
      'fund_payment',
      { da: 'Betalt på sagen', en: 'Paid on the case' },
      { reference: 'plain', recorded_by: 'actor' },
    ),
    onCase(
      'fund_release',
      { da: 'Givet tilbage', en: 'Given back' },
      { words: 'by released_by', released_by: 'actor' },
    ),
    onCase(
      'fund_end',
      { da: 'Hvordan sagen sluttede', en: 'How the case ended' },
      { words: 'by ended_by', ended_by: 'actor' },
    ),
    holding('fund_take_over', {
      called: { da: 'Sager, der skiftede hænder', en: 'Cases that changed hands' },
      columns: { from_person_id: 'actor', to_person_id: 'subject', words: 'by recorded_by', recorded_by: 'actor' },
      erased: 'unnamed',
      keeps: BOOKS,
    }),
    holding('fund_recusal', {
      called: { da: 'Inhabilitet', en: 'Recusals' },
      columns: { person_id: 'subject', recorded_by: 'actor' },
      erased: 'unnamed',
      keeps: BOOKS,
    }),
    holding('fund_naming', {
      called: { da: 'Sager, hvor du er nævnt som medansøger', en: 'Cases where you were named as a co-applicant' },
      columns: { person_id: 'subject' },
      erased: 'unnamed',
      keeps: BOOKS,
    }),
    holding('fund_naming_answer', {
      called: { da: 'Om du søgte med', en: 'Whether you applied too' },
      columns: { person_id: 'subject', words: 'by answered_by', answered_by: 'actor' },
      erased: 'unnamed',
      keeps: BOOKS,
    }),
    holding('fund_review', {
      called: { da: 'Hvem der behandler sager', en: 'Who handles cases' },
      columns: { reviewer_id: 'subject' },
      erased: 'unnamed',
      keeps: BOOKS,
    }),
    holding('fund_meeting_present', {
      called: { da: 'Fremmøde', en: 'Attendance' },
      columns: { person_id: 'subject' },
      erased: 'unnamed',
      keeps: BOOKS,
    }),
    holding('fund_standing', {
      called: { da: 'Hvor sagen står', en: 'Where the case stands' },
      columns: { status: 'plain', carrier_id: 'subject' },
      erased: 'unnamed',
      keeps: BOOKS,
    }),
    onCase(
      'fund_code',
      { da: 'Koder til sagen', en: 'Codes for the case' },
      { kind: 'plain', code_hash: 'secret', made_by: 'actor' },
    ),
    onCase('fund_next_in_line', { da: 'Venteliste', en: 'Waiting list' }, {}),
    onCase('fund_application_department', { da: 'Sagens afdelinger', en: 'Departments of the case' }, {}),
    onCase('fund_meeting_case', { da: 'Møder om sagen', en: 'Meetings on the case' }, {}),
    nobodys('fund', { da: 'Puljerne', en: 'The funds' }, { name: 'plain', opened_by: 'actor', prefix: 'plain' }),
    nobodys('fund_period', { da: 'Perioder', en: 'Periods' }, {}),
    nobodys(
      'fund_policy',
      { da: 'Retningslinjer', en: 'Policies' },
      {
        grounds: 'plain',
        applicants: 'plain',
        deciding_role: 'plain',
        delegated_role: 'plain',
        allocation: 'plain',
        words: 'plain',
        approved_reference: 'plain',
        recorded_by: 'actor',
      },
    ),
    nobodys('fund_round', { da: 'Runder', en: 'Rounds' }, {}),
    nobodys('fund_top_up', { da: 'Tilført', en: 'Top-ups' }, { decision_reference: 'plain', recorded_by: 'actor' }),
    nobodys('fund_carry_over', { da: 'Overført', en: 'Carried over' }, { recorded_by: 'actor' }),
    nobodys('fund_meeting', { da: 'Møder', en: 'Meetings' }, { reference: 'plain', called_by: 'actor' }),
    nobodys('fund_sum', { da: 'Summer', en: 'Sums' }, {}),
  ],
};
