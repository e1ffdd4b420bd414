import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';

const OWN = { until: 'house', law: 'accountability' } as const;

/** What people's rights keep of people. */
export const privacyHoldings: Activity = {
  key: 'privacy',
  name: { da: 'Rettigheder og samtykker', en: 'Rights and consents' },
  purpose: {
    da: 'At give indsigt, slette, huske et ja eller nej og kunne vise, hvem der har set hvad.',
    en: 'To give access, to erase, to remember a yes or no, and to be able to show who has seen what.',
  },
  people: {
    da: 'Alle, vi har oplysninger om, og ansatte, der slår op',
    en: 'Everybody we hold data on, and staff who look things up',
  },
  data: { da: 'Ønsker, samtykker, opslag', en: 'Requests, consents, look-ups' },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra c (art. 5, stk. 2, 7, 12-17 og 30)',
    en: 'GDPR art. 6(1)(c) (art. 5(2), 7, 12-17 and 30)',
  },
  recipients: { da: 'Datatilsynet, hvis det spørger', en: 'The Danish Data Protection Agency, if it asks' },
  holdings: [
    holding('privacy_export', {
      called: { da: 'Kopier af oplysninger', en: 'Copies of data' },
      columns: { person_id: 'subject', asked_by: 'actor', content: 'secret' },
      erased: 'goes',
      keeps: { after: 'goes_at', period: { days: 0 }, law: 'security', rows: 'goes' },
    }),
    holding('privacy_export_fetch', {
      called: { da: 'Kopier, der er hentet', en: 'Copies fetched' },
      columns: { fetched_by: 'actor' },
      through: { table: 'privacy_export', own: 'export_id', theirs: 'id' },
      erased: 'goes',
      keeps: { until: 'closed', law: 'accountability' },
    }),
    holding('privacy_erasure', {
      called: { da: 'Ønsker om at blive slettet', en: 'Requests to be erased' },
      columns: { person_id: 'subject', asked_by: 'actor', waits_for: 'plain' },
      erased: 'kept',
      keeps: OWN,
    }),
    holding('privacy_erasure_end', {
      called: { da: 'Hvad der blev gjort', en: 'What was done' },
      columns: { words: 'by ended_by', ended_by: 'actor' },
      through: { table: 'privacy_erasure', own: 'erasure_id', theirs: 'id' },
      erased: 'kept',
      keeps: OWN,
    }),
    holding('privacy_consent', {
      called: { da: 'Ja og nej', en: 'Yes and no' },
      columns: { person_id: 'subject', registered_by: 'actor' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    holding('privacy_look', {
      called: { da: 'Hvem der har set hvad', en: 'Who has seen what' },
      columns: { person_id: 'subject', seen_by: 'actor' },
      erased: 'kept',
      keeps: { after: 'at', period: { setting: 'lookMonths' }, law: 'accountability', rows: 'goes' },
    }),
    // Laid out as looks before anybody reads those, and each night.
    nobodys(
      'privacy_look_list',
      { da: 'Lister, der er vist', en: 'Lists that were shown' },
      { why: 'plain', seen_by: 'actor', person_ids: 'plain' },
    ),
    nobodys('privacy_retention_run', { da: 'Kørsler', en: 'Runs' }, { rule: 'plain' }),
    nobodys(
      'privacy_statement',
      { da: 'Husets egne erklæringer', en: 'The house’s own statements' },
      { words: 'plain', contact: 'plain', saved_by: 'actor' },
    ),
    nobodys('privacy_setting', { da: 'Husets valg', en: 'The house’s choices' }, { saved_by: 'actor' }),
  ],
};
