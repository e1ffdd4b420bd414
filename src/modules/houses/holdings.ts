import { type Activity, holding } from '../../platform/privacy/holdings.ts';

/** What going between houses keeps of people. */
export const housesHoldings: Activity = {
  key: 'houses',
  name: { da: 'Den samme person i flere huse', en: 'The same person in several houses' },
  purpose: {
    da: 'At en person med roller flere steder kan skifte uden at logge ind igen.',
    en: 'That somebody with roles in several places can go between them without signing in again.',
  },
  people: { da: 'Personer, der selv har bedt om det', en: 'People who asked for it themselves' },
  data: {
    da: 'Hvilket andet hus det er, og en hemmelighed, som de to huse kender hinanden på',
    en: 'Which other house it is, and a secret by which the two know each other',
  },
  basis: { da: 'GDPR art. 6, stk. 1, litra a (samtykke)', en: 'GDPR art. 6(1)(a) (consent)' },
  recipients: { da: 'Det andet hus: hemmeligheden, intet andet', en: 'The other house: the secret, nothing else' },
  holdings: [
    holding('house_tie', {
      called: { da: 'Andre huse, jeg kan skifte til', en: 'Other houses I can go to' },
      columns: { person_id: 'subject', house_id: 'plain', secret: 'secret' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
  ],
};
