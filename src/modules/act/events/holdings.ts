import { type Activity, holding, nobodys } from '../../../platform/privacy/holdings.ts';

const THEIRS = { table: 'event_sign_up', own: 'sign_up_id', theirs: 'id' } as const;
const WITH_THEM = { until: 'forgotten', law: 'consent' } as const;

/** What events keep of people. Sign-ups go 30 days after the last day; `events.morning` keeps the promise. */
export const eventsHoldings: Activity = {
  key: 'events',
  name: { da: 'Arrangementer', en: 'Events' },
  purpose: {
    da: 'At vide, hvor mange der kommer, at kunne sige til, hvis noget ændrer sig, og at tælle, hvor mange der kom.',
    en: 'To know how many come, to tell them if something changes, and to count how many came.',
  },
  people: { da: 'Dem, der melder sig til, og dem, der arrangerer', en: 'Those who sign up, and those who arrange' },
  data: {
    da: 'Navn, én kontakt eller adresse, hvor mange voksne og børn, hvordan man hørte om det, og om man kom',
    en: 'Name, one contact or address, how many adults and children, how they heard of it, and whether they came',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra a (samtykke): man melder sig selv til',
    en: 'GDPR art. 6(1)(a) (consent): people sign up themselves',
  },
  recipients: {
    da: 'Personalet og ambassadører, der selv arrangerer, ser det hele. Andre arrangører ser fornavne. Bestyrelser ser antal.',
    en: 'Staff, and ambassadors who arrange it, see all. Other organisers see first names. Boards see numbers.',
  },
  holdings: [
    holding('event_sign_up', {
      called: { da: 'Tilmeldinger til arrangementer', en: 'Sign-ups to events' },
      columns: {
        name: 'name',
        email: 'email',
        phone: 'phone',
        home: 'address',
        came_by: 'fact',
        language: 'fact',
        person_id: 'subject',
        channel: 'plain',
        registered_by: 'actor',
      },
      erased: 'goes',
      keeps: { after: 'goes_on', period: { days: 0 }, law: 'consent', rows: 'goes', job: 'events.morning' },
    }),
    holding('event_sign_up_key', {
      called: { da: 'Koder til egen tilmelding', en: 'Codes for one’s own sign-up' },
      columns: { code_hash: 'secret' },
      through: THEIRS,
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'security' },
    }),
    holding('event_attendance', {
      called: { da: 'Hvem der kom', en: 'Who came' },
      columns: { noted_by: 'actor' },
      through: THEIRS,
      erased: 'goes',
      keeps: WITH_THEM,
    }),
    holding('event_notice', {
      called: { da: 'Beskeder om arrangementer', en: 'Messages about events' },
      columns: { way: 'plain', done_by: 'actor' },
      through: THEIRS,
      erased: 'goes',
      keeps: WITH_THEM,
    }),
    holding('event_organiser', {
      called: { da: 'Hvem der arrangerer', en: 'Who arranges events' },
      columns: { person_id: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    nobodys(
      'event',
      { da: 'Arrangementer', en: 'Events' },
      {
        title: 'common',
        what: 'common',
        place: 'plain',
        starts: 'plain',
        ends: 'plain',
        aspects: 'plain',
        call_who: 'common',
        phone: 'plain',
        created_by: 'actor',
      },
    ),
    nobodys(
      'event_department',
      { da: 'Hvilke afdelinger arrangementer er for', en: 'Which departments events are for' },
      {},
    ),
    nobodys(
      'event_text',
      { da: 'Indbydelser på andre sprog', en: 'Invitations in other languages' },
      {
        language: 'plain',
        title: 'common',
        what: 'common',
      },
    ),
    nobodys(
      'event_move',
      { da: 'Arrangementer, der blev flyttet', en: 'Events that were moved' },
      {
        moved_by: 'actor',
        was_starts: 'plain',
        was_place: 'plain',
      },
    ),
    nobodys(
      'event_cancellation',
      { da: 'Aflysninger', en: 'Events called off' },
      {
        cancelled_by: 'actor',
        reason: 'plain',
        words: 'common',
      },
    ),
    nobodys(
      'event_walk_in',
      { da: 'Talte ved døren', en: 'Counted at the door' },
      { came_by: 'plain', noted_by: 'actor' },
    ),
    nobodys('event_count', { da: 'Hvor mange der kom', en: 'How many came' }, { counted_by: 'actor' }),
    nobodys('event_count_way', { da: 'Hvordan de hørte om det', en: 'How they heard of it' }, { came_by: 'plain' }),
    // Sealed, by the month and not by the event; the year before last is the oldest that is kept.
    holding('event_visitor', {
      called: { da: 'Mærker efter hjem, der har været med', en: 'Marks of homes that have been to events' },
      columns: { mark: 'secret' },
      erased: 'nobody',
      keeps: {
        after: 'month',
        period: { days: 1096 },
        law: 'accountability',
        rows: 'goes',
        job: 'events.morning',
      },
    }),
    nobodys('event_duty', { da: 'Huskelister', en: 'Checklists' }, { code: 'plain', done_by: 'actor' }),
    nobodys(
      'event_duty_rule',
      { da: 'Regler for arrangementer', en: 'Rules for events' },
      {
        code: 'plain',
        words: 'common',
        set_by: 'actor',
      },
    ),
  ],
};
