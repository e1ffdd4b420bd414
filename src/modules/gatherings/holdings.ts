import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';

/** What working together keeps of people. */
export const gatheringsHoldings: Activity = {
  key: 'gatherings',
  name: { da: 'Samarbejder med gæster', en: 'Working together with guests' },
  purpose: {
    da: 'At folk fra andre organisationer kan være med i en workshop, en konference eller et partnerskab.',
    en: 'That people of other organisations can take part in a workshop, a conference or a partnership.',
  },
  people: { da: 'Gæster og ansatte', en: 'Guests and staff' },
  data: {
    da: 'Navn, e-mail, hvor gæsten kommer fra, rolle, ja eller nej til at vise sit navn, noter',
    en: 'Name, e-mail, where the guest is from, role, yes or no to showing the name, notes',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra f (at arbejde sammen) og litra a (at vise navnet for de andre)',
    en: 'GDPR art. 6(1)(f) (working together) and (a) (showing the name to the others)',
  },
  recipients: {
    da: 'De andre i samarbejdet: noter, og navnet hvis gæsten har sagt ja',
    en: 'The others who take part: notes, and the name if the guest has said yes',
  },
  holdings: [
    holding('gathering_guest', {
      called: { da: 'Gæster i samarbejder', en: 'Guests' },
      columns: { person_id: 'subject', part: 'plain', invited_by: 'actor', ended_by: 'actor' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    holding('gathering_card', {
      called: { da: 'Kort til gæster', en: 'Cards for guests' },
      columns: { code_hash: 'secret', made_by: 'actor' },
      through: { table: 'gathering_guest', own: 'guest_id', theirs: 'id' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'security' },
    }),
    holding('gathering_note', {
      called: { da: 'Noter i samarbejder', en: 'Notes' },
      columns: { person_id: 'subject', words: 'words' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    nobodys(
      'gathering',
      { da: 'Samarbejder', en: 'What is worked on together' },
      { name: 'common', about: 'common', programme: 'common', place: 'plain', opened_by: 'actor' },
    ),
    nobodys('gathering_organisation', { da: 'Organisationer i samarbejder', en: 'Organisations taking part' }, {}),
    nobodys(
      'gathering_paper',
      { da: 'Papirer i samarbejder', en: 'Papers' },
      { title: 'common', file_id: 'file', added_by: 'actor' },
    ),
  ],
};
