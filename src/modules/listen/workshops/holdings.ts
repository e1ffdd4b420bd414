import { type Activity, holding, nobodys } from '../../../platform/privacy/holdings.ts';

/** What workshops keep of people. */
export const workshopsHoldings: Activity = {
  key: 'workshops',
  name: { da: 'Workshops', en: 'Workshops' },
  purpose: {
    da: 'At samle, hvad folk gør og gerne vil gøre sammen, og hjælpe dem i gang med det.',
    en: 'To gather what people do and would like to do together, and to help them begin.',
  },
  people: {
    da: 'Deltagere, inviterede, bordværter og ansatte',
    en: 'Those who take part or are invited, table hosts and staff',
  },
  data: {
    da: 'Billeder af ark, svar og noter fra borde, navne på dem, der er inviteret, kommer eller vil være med til noget',
    en: 'Pictures of sheets, answers and notes of tables, names of who is invited, comes or wants to join something',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra f (at arbejde sammen) og litra a (at blive skrevet op og husket)',
    en: 'GDPR art. 6(1)(f) (working together) and (a) (to be written down and reminded)',
  },
  recipients: {
    da: 'Deltagerne ser tal for alle borde; andres ord kun, når bordet har sagt ja. De, der sætter noget i gang, får navnet på dem, der har sagt ja til det',
    en: 'Those who take part see figures of all tables; words of others only when their table has said yes. Those who begin something get the names of who said yes to it',
  },
  holdings: [
    holding('workshop_photo', {
      called: { da: 'Billeder af ark', en: 'Pictures of sheets' },
      columns: {
        file_id: 'file',
        flat_file_id: 'file',
        sha256: 'secret',
        reason: 'plain',
        uploaded_by: 'actor',
      },
      erased: 'nobody',
      // The files go after workshop.picture_days, or when the sheet is confirmed; the row says that there was one.
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('workshop_pledge', {
      called: { da: 'Første skridt', en: 'First steps' },
      columns: {
        words: 'words',
        person_name: 'name',
        email: 'email',
        phone: 'phone',
        code_hash: 'secret',
        outcome_words: 'words',
      },
      erased: 'goes',
      keeps: { after: 'remind_on', period: { days: 365 }, law: 'consent', rows: 'goes' },
    }),
    holding('workshop_signup', {
      called: { da: 'Dem, der vil være med', en: 'Who wants to join' },
      columns: { person_name: 'name', email: 'email', phone: 'phone' },
      erased: 'goes',
      keeps: { after: 'signed_at', period: { days: 365 }, law: 'consent', rows: 'goes' },
    }),
    holding('workshop_invitation', {
      called: { da: 'Invitationer til workshops', en: 'Invitations to workshops' },
      columns: {
        person_name: 'name',
        email: 'email',
        phone: 'phone',
        person_id: 'subject',
        code_hash: 'secret',
        invited_by: 'actor',
      },
      erased: 'goes',
      keeps: { after: 'invited_at', period: { days: 730 }, law: 'consent', rows: 'goes' },
    }),
    nobodys(
      'workshop',
      { da: 'Workshops', en: 'Workshops' },
      {
        name: 'common',
        about: 'common',
        place: 'plain',
        starts_at: 'plain',
        ends_at: 'plain',
        code: 'plain',
        template: 'common',
        opened_by: 'actor',
      },
    ),
    nobodys(
      'workshop_link_closed',
      { da: 'Links, der er lukket', en: 'Links that are closed' },
      { closed_by: 'actor' },
    ),
    nobodys(
      'workshop_old_code',
      { da: 'Koder, der er skiftet ud', en: 'Codes that were changed' },
      { code: 'plain', renewed_by: 'actor' },
    ),
    nobodys('workshop_link_seat', { da: 'Borde fra linket', en: 'Tables by the link' }, {}),
    nobodys('workshop_aside', { da: 'Svar, der er sat til side', en: 'Answers set aside' }, { aside_by: 'actor' }),
    nobodys(
      'workshop_last_call',
      { da: 'Der ventes ikke på flere', en: 'Nobody else is awaited' },
      { called_by: 'actor' },
    ),
    nobodys('workshop_numbering', { da: 'Numre på ark', en: 'Numbers of sheets' }, {}),
    nobodys(
      'workshop_release',
      { da: 'Vist for deltagerne', en: 'Shown to those who take part' },
      { released_by: 'actor' },
    ),
    nobodys(
      'workshop_edition',
      { da: 'Hvad der blev spurgt om', en: 'What was asked' },
      { template: 'common', frozen_by: 'actor' },
    ),
    nobodys('workshop_table', { da: 'Borde', en: 'Tables' }, { name: 'common', code: 'secret' }),
    nobodys('workshop_sheet', { da: 'Ark', en: 'Sheets' }, { made_by: 'actor' }),
    nobodys('workshop_reading', { da: 'Hvad læseren så', en: 'What the reader saw' }, { field: 'plain' }),
    nobodys(
      'workshop_check',
      { da: 'Hvem der så et ark igennem', en: 'Who went through a sheet' },
      { checked_by: 'actor' },
    ),
    nobodys(
      'workshop_check_field',
      { da: 'Hvad hver især tastede', en: 'What each typed in' },
      { field: 'plain', words: 'common' },
    ),
    nobodys('workshop_confirmation', { da: 'Bekræftede ark', en: 'Confirmed sheets' }, {}),
    nobodys('workshop_answer', { da: 'Svar', en: 'Answers' }, { field: 'plain' }),
    nobodys('workshop_words', { da: 'Ord fra arkene', en: 'Words of the sheets' }, { field: 'plain', words: 'common' }),
    nobodys('workshop_quote', { da: 'Citater', en: 'Quotes' }, { quote: 'common', put_up_by: 'actor' }),
    nobodys(
      'workshop_quote_answer',
      { da: 'Ja og nej til citater', en: 'Yes and no to quotes' },
      { answered_by: 'actor' },
    ),
    nobodys('workshop_insight', { da: 'Det tager de med hjem', en: 'What they take home' }, { words: 'common' }),
    nobodys(
      'workshop_onward',
      { da: 'Hvad der kom ud af det', en: 'What came of it' },
      { field: 'plain', made_by: 'actor' },
    ),
    nobodys(
      'workshop_choice',
      { da: 'Det, der blev valgt', en: 'What was chosen' },
      { field: 'plain', title: 'common', chosen_by: 'actor' },
    ),
    nobodys(
      'workshop_item',
      { da: 'Program', en: 'Programme' },
      { starts_at: 'plain', title: 'common', who: 'common', place: 'plain' },
    ),
    nobodys('workshop_tick', { da: 'Tjekliste', en: 'Checklist' }, { item: 'plain', ticked_by: 'actor' }),
    nobodys('workshop_return', { da: 'Ark, der er givet igen', en: 'Sheets given back' }, { returned_by: 'actor' }),
  ],
};
