import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';
import { JOBS, WORDS_KEPT_DAYS } from './rules.ts';

/** What waits for people, and the messages to them. */
export const turnsHoldings: Activity = {
  key: 'turns',
  name: { da: 'Din tur og beskeder', en: 'Your turn and messages' },
  purpose: {
    da: 'At den, der er ventet på, får det at vide på den måde, som de selv har valgt.',
    en: 'That whoever is waited for hears of it in the way they have chosen.',
  },
  people: {
    da: 'Beboere, ansatte og gæster, der skal have svar',
    en: 'Residents, staff and guests who are owed an answer',
  },
  data: { da: 'Beskeder, mailadresse eller telefon, hvad der venter', en: 'Messages, e-mail or telephone, what waits' },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra e og f; beskeder, man ikke har bedt om, kan altid stoppes',
    en: 'GDPR art. 6(1)(e) and (f); messages that were not asked for can always be stopped',
  },
  recipients: { da: 'Den, der sender mail og SMS for os', en: 'Whoever carries mail and SMS for us' },
  holdings: [
    holding('turn', {
      called: { da: 'Ting, der venter', en: 'Things that wait' },
      columns: {
        kind: 'plain',
        subject_kind: 'plain',
        subject_id: 'plain',
        person_id: 'subject',
        role: 'plain',
        facts: 'plain',
        opened_by: 'actor',
      },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'accountability' },
    }),
    holding('outgoing', {
      called: { da: 'Beskeder', en: 'Messages' },
      columns: {
        person_id: 'subject',
        address: 'email',
        topic: 'plain',
        language: 'plain',
        message: 'told',
        failure: 'plain',
        dropped_because: 'plain',
      },
      erased: 'goes',
      keeps: {
        after: 'created_at',
        period: { days: WORDS_KEPT_DAYS },
        law: 'accountability',
        rows: 'unnamed',
        job: JOBS.tidy.name,
      },
    }),
    holding('digest', {
      called: { da: 'Ugebreve', en: 'Weekly digests' },
      columns: { person_id: 'subject' },
      erased: 'goes',
      keeps: { after: 'made_at', period: { days: 365 }, law: 'accountability', rows: 'goes', job: JOBS.tidy.name },
    }),
    holding('notice_stop', {
      called: { da: 'Fravalgte beskeder', en: 'Stopped messages' },
      columns: { person_id: 'subject', address_hash: 'secret', topic: 'plain' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    holding('digest_wish', {
      called: { da: 'Ønsker til ugebrevet', en: 'Wishes for the weekly digest' },
      columns: { person_id: 'subject', topic: 'plain' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    nobodys('digest_week', { da: 'Uger med ugebrev', en: 'Weeks with a digest' }, {}),
  ],
};
