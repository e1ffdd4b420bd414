import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';
import { MORNING_JOB } from './rules/quiet.ts';

const ASK = { table: 'initiative_driver_ask', own: 'ask_id', theirs: 'id' } as const;

/** What ideas and initiatives keep of people. What people do together stays; who said it becomes "en beboer". */
export const initiativesHoldings: Activity = {
  key: 'initiatives',
  name: { da: 'Idéer og initiativer', en: 'Ideas and initiatives' },
  purpose: {
    da: 'At idéer bliver til noget, og at alle kan se, hvad der kom ud af dem.',
    en: 'That ideas come to something, and that all can see what came of them.',
  },
  people: { da: 'Beboere, gæster og ansatte, der er med', en: 'Residents, guests and staff who take part' },
  data: {
    da: 'Det, man skriver, hvem der driver hvad, hvem der vil være med, og gæsters kontaktoplysninger',
    en: 'What people write, who drives what, who wants to join, and guests’ contact details',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra e og f; dit navn vises kun offentligt med dit ja (litra a)',
    en: 'GDPR art. 6(1)(e) and (f); your name is shown in public only with your yes (a)',
  },
  recipients: {
    da: 'Alle kan læse initiativet; navne kun med et ja. De, der driver det, ser, hvem der har sagt ja til at være med',
    en: 'Everybody can read the initiative; names only with a yes. Those who drive it see who said yes to joining',
  },
  holdings: [
    holding('idea', {
      called: { da: 'Idéer', en: 'Ideas' },
      columns: {
        said: 'common',
        person_id: 'subject',
        contact_name: 'name',
        contact_email: 'email',
        contact_phone: 'phone',
        follow_hash: 'secret',
        channel: 'plain',
        registered_by: 'actor',
      },
      erased: 'unnamed',
      keeps: {
        after: 'posted_at',
        period: { setting: 'guestMonths' },
        law: 'accountability',
        rows: 'unnamed',
        given: [{ table: 'idea_answer', own: 'id', theirs: 'idea_id' }],
      },
    }),
    holding('idea_answer', {
      called: { da: 'Svar på idéer', en: 'Answers to ideas' },
      columns: { words: 'by answered_by', answered_by: 'actor' },
      through: { table: 'idea', own: 'idea_id', theirs: 'id' },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative', {
      called: { da: 'Initiativer', en: 'Initiatives' },
      columns: {
        title: 'common',
        what: 'common',
        why: 'common',
        place: 'common',
        created_by: 'subject',
        channel: 'plain',
        registered_by: 'actor',
      },
      erased: 'unnamed',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_driver', {
      called: { da: 'Hvem der driver initiativer', en: 'Who drives initiatives' },
      columns: { person_id: 'subject', stopped_words: 'words' },
      erased: 'unnamed',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_driver_ask', {
      called: { da: 'Spørgsmål om at drive noget', en: 'Requests to drive something' },
      columns: { person_id: 'subject', words: 'by asked_by', replaces_id: 'actor', asked_by: 'actor' },
      erased: 'unnamed',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_driver_answer', {
      called: { da: 'Svar på at drive noget', en: 'Answers to such requests' },
      columns: { words: 'words', channel: 'plain', registered_by: 'actor' },
      through: ASK,
      erased: 'unnamed',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_step', {
      called: { da: 'Skridt i initiativer', en: 'Steps of initiatives' },
      columns: { says: 'common', person_id: 'subject', added_by: 'actor' },
      erased: 'unnamed',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_step_end', {
      called: { da: 'Hvordan skridtene gik', en: 'How the steps went' },
      columns: { outcome: 'plain', words: 'by ended_by', ended_by: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_parking', {
      called: { da: 'Pauser', en: 'Pauses' },
      columns: { reason: 'by parked_by', parked_by: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_waking', {
      called: { da: 'Efter en pause', en: 'After a pause' },
      columns: { words: 'by woken_by', woken_by: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_end', {
      called: { da: 'Hvordan det endte', en: 'How it ended' },
      columns: { words: 'by ended_by', ended_by: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_interest', {
      called: { da: 'Dem, der vil være med i et initiativ', en: 'Who wants to join in an initiative' },
      columns: { person_name: 'name', email: 'email', phone: 'phone', called_by: 'actor' },
      erased: 'goes',
      keeps: { after: 'agreed_at', period: { days: 365 }, law: 'consent', rows: 'goes' },
    }),
    nobodys(
      'initiative_origin',
      { da: 'Hvor et initiativ kom fra', en: 'Where an initiative came from' },
      { source_kind: 'plain', source_id: 'plain', sentence: 'common' },
    ),
    holding('initiative_question', {
      called: { da: 'Spørgsmål om, hvordan det går', en: 'Questions about how it is going' },
      columns: {
        answer: 'plain',
        words: 'by answered_by',
        answered_by: 'actor',
        channel: 'plain',
        registered_by: 'actor',
      },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('initiative_question_code', {
      called: { da: 'Hvem vi spurgte, hvordan det går', en: 'Whom we asked how it is going' },
      columns: { person_id: 'subject', code_hash: 'secret' },
      erased: 'goes',
      keeps: { after: 'expires_on', period: { days: 1 }, law: 'accountability', rows: 'goes', job: MORNING_JOB },
    }),
    nobodys('initiative_department', { da: 'Initiativers afdelinger', en: 'Departments of initiatives' }, {}),
    nobodys('initiative_standing', { da: 'Initiativers stand', en: 'State of initiatives' }, { status: 'plain' }),
  ],
};
