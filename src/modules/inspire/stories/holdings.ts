import { type Activity, holding, nobodys } from '../../../platform/privacy/holdings.ts';

/** What stories keep of people: what somebody said, and who read a draft. Pictures of the fund are kept with their case. */
export const storiesHoldings: Activity = {
  key: 'stories',
  name: { da: 'Historier', en: 'Stories' },
  purpose: {
    da: 'At vise, hvad naboer har gjort sammen, så andre får lyst.',
    en: 'To show what neighbours have done together, so that others feel like it.',
  },
  people: { da: 'De, der citeres, og de, der læser en kladde', en: 'Those quoted, and those who read a draft' },
  data: {
    da: 'Citater, navn med ja til at stå der, og svar på en kladde',
    en: 'Quotes, a name with a yes to standing there, and answers to a draft',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra e; navne og billeder litra a (ja)',
    en: 'GDPR art. 6(1)(e); names and pictures (a) (consent)',
  },
  recipients: { da: 'Alle, når historien er udgivet', en: 'Everybody, once the story is published' },
  holdings: [
    nobodys(
      'story',
      { da: 'Historier', en: 'Stories' },
      { heading: 'common', lead: 'common', body: 'common', begun_by: 'actor', edited_by: 'actor' },
    ),
    nobodys(
      'story_state',
      { da: 'Hvor en historie står', en: 'Where a story stands' },
      { state: 'plain', set_by: 'actor' },
    ),
    holding('story_quote', {
      called: { da: 'Citater i historier', en: 'Quotes in stories' },
      columns: { said: 'common', name: 'common', person_id: 'subject', consent: 'plain', noted_by: 'actor' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    nobodys(
      'story_photo',
      { da: 'Billeder valgt til historier', en: 'Pictures chosen for stories' },
      { consent: 'plain', chosen_by: 'actor' },
    ),
    holding('story_picture', {
      called: { da: 'Billeder lagt ved historier', en: 'Pictures added to stories' },
      columns: { file_id: 'file', small_file_id: 'file', alt: 'words', consent: 'plain', added_by: 'subject' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    holding('story_reading', {
      called: { da: 'Historier, du har læst før andre', en: 'Stories you read before others' },
      columns: { person_id: 'subject', asked_by: 'actor', answer: 'plain', words: 'words' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'accountability' },
    }),
  ],
};
