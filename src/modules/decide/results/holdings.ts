import { type Activity, holding, type Link, nobodys } from '../../../platform/privacy/holdings.ts';

const CASE: Link = { table: 'fund_application', own: 'application_id', theirs: 'id' };
const HOUSE = { until: 'house', law: 'accountability' } as const;

/** What came of the money, as people told it. */
export const resultsHoldings: Activity = {
  key: 'results',
  name: { da: 'Hvad der kom ud af det', en: 'What came of it' },
  purpose: {
    da: 'At lære af det, der skete, og vise det frem, når I siger ja.',
    en: 'To learn from what happened, and show it where you say yes.',
  },
  people: { da: 'De, der søgte, og mennesker på billeder', en: 'Those who applied, and people in pictures' },
  data: { da: 'Tre svar, billeder og et ja til at vise dem', en: 'Three answers, pictures, and a yes to showing them' },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra e; billeder og historier litra a (ja)',
    en: 'GDPR art. 6(1)(e); pictures and stories (a) (consent)',
  },
  recipients: { da: 'Alle, når det er vist frem', en: 'Everybody, once it is shown' },
  holdings: [
    holding('fund_feedback', {
      called: { da: 'Tre svar bagefter', en: 'Three answers afterwards' },
      columns: { best: 'words', differently: 'words', channel: 'plain', given_by: 'subject', registered_by: 'actor' },
      erased: 'unnamed',
      keeps: HOUSE,
    }),
    holding('fund_feedback_draft', {
      called: { da: 'Svar, der ikke er sendt', en: 'Answers not sent' },
      columns: { came: 'plain', best: 'words', differently: 'words' },
      through: CASE,
      erased: 'goes',
      keeps: { until: 'closed', law: 'accountability' },
    }),
    holding('fund_photo', {
      called: { da: 'Billeder', en: 'Pictures' },
      columns: { file_id: 'file', small_file_id: 'file', alt: 'words', consent: 'words', added_by: 'subject' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    holding('fund_showing', {
      called: { da: 'Vist frem', en: 'Shown' },
      columns: { shown_by: 'actor' },
      erased: 'nobody',
      keeps: HOUSE,
    }),
    holding('fund_feedback_waiver', {
      called: { da: 'Sager uden svar', en: 'Cases without answers' },
      columns: { words: 'by waived_by', waived_by: 'actor' },
      through: CASE,
      erased: 'kept',
      keeps: HOUSE,
    }),
    holding('fund_feedback_link', {
      called: { da: 'Adgang til de tre spørgsmål', en: 'Ways to the three questions' },
      columns: { code_hash: 'secret', means: 'plain', made_by: 'actor' },
      through: CASE,
      erased: 'goes',
      keeps: { until: 'closed', law: 'security' },
    }),
    holding('fund_release_wait', {
      called: { da: 'Penge, der venter', en: 'Money that waits' },
      columns: { words: 'by chosen_by', chosen_by: 'actor' },
      through: CASE,
      erased: 'kept',
      keeps: HOUSE,
    }),
    nobodys('fund_supported_sum', { da: 'Hvad puljen har støttet', en: 'What the fund supported' }, {}),
    nobodys('fund_reminder', { da: 'Påmindelser', en: 'Reminders' }, {}),
    nobodys('fund_reminder_days', { da: 'Dage for påmindelser', en: 'Days of reminders' }, { set_by: 'actor' }),
  ],
};
