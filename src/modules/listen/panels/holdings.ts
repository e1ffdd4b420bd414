import { type Activity, holding, nobodys } from '../../../platform/privacy/holdings.ts';

const THEIRS = { table: 'panel_application', own: 'application_id', theirs: 'id' } as const;
const WITH_THEM = { until: 'forgotten', law: 'consent' } as const;

/** What focus groups keep of people. Each group says for how many months; `panels.morning` keeps the promise. */
export const panelsHoldings: Activity = {
  key: 'panels',
  name: { da: 'Fokusgrupper', en: 'Focus groups' },
  purpose: {
    da: 'At sætte grupper sammen, der ligner beboerne, og høre, hvad de siger.',
    en: 'To put groups together that mirror the residents, and to hear what they say.',
  },
  people: { da: 'Beboere, der melder sig, og dem, der vælger', en: 'Residents who sign up, and those who select' },
  data: {
    da: 'Navn, adresse, kontakt, fødselsår, sprog, hvorfor man vil være med, mad og hjælp, man har brug for, svar og fremmøde',
    en: 'Name, address, contact, year of birth, language, why they want to take part, food and help they need, answers and attendance',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra a og art. 9, stk. 2, litra a (samtykke)',
    en: 'GDPR art. 6(1)(a) and art. 9(2)(a) (consent)',
  },
  recipients: {
    da: 'Kun dem, der vælger, ser navne. Bestyrelser ser sammensætningen. Offentlige lister viser lodnumre og grupper.',
    en: 'Only those who select see names. Boards see how the group is made up. Public lists show lot numbers and groups.',
  },
  holdings: [
    holding('panel_application', {
      called: { da: 'Tilmeldinger til fokusgrupper', en: 'Applications to focus groups' },
      columns: {
        lot: 'plain',
        name: 'name',
        email: 'email',
        phone: 'phone',
        address: 'address',
        home_key: 'address',
        why: 'words',
        diet: 'words',
        access_needs: 'words',
        birth_year: 'fact',
        age: 'fact',
        department: 'fact',
        dwelling: 'fact',
        language: 'fact',
        tenure: 'fact',
        person_id: 'subject',
        channel: 'plain',
        registered_by: 'actor',
      },
      erased: 'goes',
      keeps: {
        after: 'goes_on',
        period: { days: 0 },
        law: 'consent',
        rows: 'goes',
        job: 'panels.morning',
      },
    }),
    holding('panel_receipt', {
      called: { da: 'Koder til egen side', en: 'Codes for one’s own page' },
      columns: { code_hash: 'secret' },
      through: THEIRS,
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'security' },
    }),
    holding('panel_place', {
      called: { da: 'Pladser i fokusgrupper', en: 'Seats in focus groups' },
      columns: { answer: 'plain', channel: 'plain', registered_by: 'actor' },
      through: THEIRS,
      erased: 'goes',
      keeps: WITH_THEM,
    }),
    holding('panel_pause', {
      called: { da: 'Pauser fra fokusgrupper', en: 'Breaks from focus groups' },
      columns: {},
      through: THEIRS,
      erased: 'goes',
      keeps: WITH_THEM,
    }),
    holding('panel_exit', {
      called: { da: 'Hvem der har meldt fra', en: 'Who has left' },
      columns: { why: 'plain', channel: 'plain', registered_by: 'actor' },
      through: THEIRS,
      erased: 'goes',
      keeps: WITH_THEM,
    }),
    holding('panel_attendance', {
      called: { da: 'Fremmøde', en: 'Attendance' },
      columns: {},
      through: THEIRS,
      erased: 'goes',
      keeps: WITH_THEM,
    }),
    holding('panel_vote', {
      called: { da: 'Hvad medlemmer har prioriteret', en: 'What members have prioritised' },
      columns: {},
      through: THEIRS,
      erased: 'goes',
      keeps: WITH_THEM,
    }),
    holding('panel_selector', {
      called: { da: 'Hvem der vælger', en: 'Who selects' },
      columns: { person_id: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('panel_press', {
      called: { da: 'Hvem der trykkede', en: 'Who pressed' },
      columns: { person_id: 'actor', nonce: 'plain' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('panel_throw', {
      called: { da: 'Hvem der skrev, hvad terningerne viste', en: 'Who typed what the dice showed' },
      columns: { person_id: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    nobodys(
      'panel',
      { da: 'Fokusgrupper', en: 'Focus groups' },
      { name: 'common', purpose: 'common', practical: 'common', created_by: 'actor' },
    ),
    nobodys(
      'panel_cell',
      { da: 'Profiler af beboerne', en: 'Profiles of the residents' },
      { codes: 'plain', also_codes: 'plain' },
    ),
    nobodys('panel_lock', { da: 'Lukkede puljer', en: 'Closed pools' }, { locked_by: 'actor' }),
    // Lots and groups: whose application goes, by time or by wish, is only a lot from the next morning on.
    nobodys(
      'panel_draw',
      { da: 'Lodtrækninger', en: 'Draws' },
      {
        seed: 'plain',
        pool: 'plain',
        quotas: 'plain',
        result: 'plain',
        list_hash: 'plain',
        reserve_key: 'plain',
        asked_by: 'actor',
      },
    ),
    nobodys(
      'panel_meeting',
      { da: 'Møder i fokusgrupper', en: 'Meetings of focus groups' },
      { starts: 'plain', place: 'plain', agenda: 'common', notes: 'common', called_by: 'actor' },
    ),
    nobodys(
      'panel_question',
      { da: 'Spørgsmål til fokusgrupper', en: 'Questions to focus groups' },
      { asks: 'common', asked_by: 'actor' },
    ),
    nobodys('panel_option', { da: 'Forslag at prioritere', en: 'Proposals to put in order' }, { says: 'common' }),
    nobodys(
      'panel_recommendation',
      { da: 'Anbefalinger og svar', en: 'Recommendations and answers' },
      { says: 'common', answer: 'common', written_by: 'actor', answered_by: 'actor' },
    ),
  ],
};
