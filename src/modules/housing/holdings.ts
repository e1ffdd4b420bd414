import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';

/** What housing keeps of people. */
export const housingHoldings: Activity = {
  key: 'housing',
  name: { da: 'Beboere, boliger og roller', en: 'Residents, homes and roles' },
  purpose: {
    da: 'At vide, hvem der bor her, hvem der har et hverv, og hvordan de helst vil høre fra os.',
    en: 'To know who lives here, who holds an office, and how they prefer to hear from us.',
  },
  people: {
    da: 'Beboere, bestyrelsesmedlemmer, ansatte, samarbejdspartnere',
    en: 'Residents, board members, staff, partners',
  },
  data: {
    da: 'Navn, kontaktoplysninger, fødselsår, bolig, roller og hverv',
    en: 'Name, contact details, year of birth, home, roles and duties',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra b, c og e (lejeforhold og beboerdemokrati efter almenboligloven)',
    en: 'GDPR art. 6(1)(b), (c) and (e) (tenancy and residents’ democracy under the Danish Act on Non-profit Housing)',
  },
  recipients: { da: 'Ingen uden for organisationen', en: 'Nobody outside the organisation' },
  holdings: [
    holding('person', {
      called: { da: 'Navn og kontakt', en: 'Name and contact' },
      columns: {
        id: 'subject',
        name: 'name',
        email: 'email',
        phone: 'phone',
        birth_year: 'fact',
        language: 'plain',
        registered_by: 'actor',
        channel: 'plain',
      },
      erased: 'unnamed',
      keeps: { until: 'forgotten', law: 'housing' },
    }),
    holding('residency', {
      called: { da: 'Boliger over tid', en: 'Homes over time' },
      columns: { person_id: 'subject' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'housing' },
    }),
    holding('tenancy', {
      called: { da: 'Boligens adresse', en: 'The address of the home' },
      columns: {
        number: 'plain',
        street: 'plain',
        house_number: 'plain',
        floor: 'plain',
        door: 'plain',
        postcode: 'plain',
        city: 'plain',
        address_key: 'secret',
        kind: 'plain',
      },
      through: { table: 'residency', own: 'id', theirs: 'tenancy_id' },
      erased: 'kept',
      keeps: { until: 'house', law: 'housing' },
    }),
    holding('contact_preference', {
      called: { da: 'Ønsker om kontakt', en: 'Wishes about contact' },
      columns: { person_id: 'subject', changed_by: 'actor', changed_channel: 'plain' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    holding('guardian_approval', {
      called: { da: 'Ja fra en forælder', en: 'A guardian’s yes' },
      columns: { person_id: 'subject', guardian_name: 'name', channel: 'plain', registered_by: 'actor' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    holding('role_grant', {
      called: { da: 'Roller', en: 'Roles' },
      columns: { person_id: 'subject', granted_by: 'actor' },
      erased: 'unnamed',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('board_term', {
      called: { da: 'Pladser i bestyrelser', en: 'Seats on boards' },
      columns: {},
      through: { table: 'role_grant', own: 'role_grant_id', theirs: 'id' },
      erased: 'unnamed',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('public_duty', {
      called: { da: 'Hverv i kommunen', en: 'Municipal duties' },
      columns: { person_id: 'subject' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'housing' },
    }),
    holding('person_merge', {
      called: { da: 'Skrevet ind to gange', en: 'Registered twice' },
      columns: { person_id: 'subject', into_id: 'actor', merged_by: 'actor' },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    nobodys(
      'no_contact',
      { da: 'Adresser, der ikke må kontaktes', en: 'Addresses left alone' },
      {
        registered_by: 'actor',
        channel: 'plain',
      },
    ),
    nobodys('board', { da: 'Bestyrelser', en: 'Boards' }, {}),
    nobodys(
      'building',
      { da: 'Opgange', en: 'Stairwells' },
      {
        street: 'plain',
        house_number: 'plain',
        postcode: 'plain',
        city: 'plain',
        address_key: 'plain',
      },
    ),
    nobodys(
      'department',
      { da: 'Afdelinger', en: 'Departments' },
      { number: 'plain', name: 'plain', municipality: 'plain' },
    ),
    nobodys(
      'organisation',
      { da: 'Organisationer', en: 'Organisations' },
      {
        kind: 'plain',
        name: 'plain',
        cvr: 'plain',
        street_line: 'plain',
        postcode: 'plain',
        city: 'plain',
        phone: 'plain',
        email: 'plain',
      },
    ),
    nobodys('role_setting', { da: 'Regler for roller', en: 'Rules for roles' }, {}),
  ],
};
