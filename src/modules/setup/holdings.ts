import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';

/** What opening a house keeps: what was done, so that it can be taken back, and who did it. */
export const setupHoldings: Activity = {
  key: 'setup',
  name: { da: 'Husets begyndelse', en: 'Opening the house' },
  purpose: {
    da: 'At åbne huset trin for trin og kunne fortryde.',
    en: 'To open the house step by step, and be able to undo.',
  },
  people: { da: 'Ansatte, der åbner huset', en: 'Staff who open the house' },
  data: { da: 'Hvem der gjorde hvad hvornår', en: 'Who did what when' },
  basis: { da: 'GDPR art. 6, stk. 1, litra e', en: 'GDPR art. 6(1)(e)' },
  recipients: { da: 'Ingen', en: 'Nobody' },
  holdings: [
    nobodys(
      'setup_act',
      { da: 'Det, der er gjort', en: 'What was done' },
      { step: 'plain', facts: 'plain', done_by: 'actor', undone_by: 'actor' },
    ),
    nobodys(
      'setup_skip',
      { da: 'Det, der er sprunget over', en: 'What was passed over' },
      { step: 'plain', skipped_by: 'actor' },
    ),
    nobodys(
      'setup_invitation',
      { da: 'Brevet til alle boliger', en: 'The letter to all homes' },
      { subject: 'plain', body: 'plain', signer: 'plain', written_by: 'actor' },
    ),
    holding('setup_mail_test', {
      called: { da: 'Prøvemails', en: 'Test mails' },
      columns: { person_id: 'subject', code_hash: 'secret' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'security' },
    }),
  ],
};
