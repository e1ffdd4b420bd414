import { type Activity, holding, nobodys } from '../../../platform/privacy/holdings.ts';

/** What the catalogue keeps of people: who proposed a card, and who said that they do something at home. */
export const catalogueHoldings: Activity = {
  key: 'catalogue',
  name: { da: 'Inspirationskataloget', en: 'The inspiration catalogue' },
  purpose: {
    da: 'At gode idéer kan bruges igen af andre, og at den, der foreslog en, får svar.',
    en: 'That good ideas can be used again by others, and that whoever proposed one gets an answer.',
  },
  people: {
    da: 'Beboere og ansatte, der foreslår eller gør noget',
    en: 'Residents and staff who propose or do something',
  },
  data: {
    da: 'Navn og e-mail på den, der foreslår et kort; hvem der har sagt: det gør jeg selv',
    en: 'Name and e-mail of whoever proposes a card; who has said: I do this myself',
  },
  basis: { da: 'GDPR art. 6, stk. 1, litra e og f', en: 'GDPR art. 6(1)(e) and (f)' },
  recipients: {
    da: 'Alle kan læse kortene; hvem der foreslog dem, ser kun redaktionen',
    en: 'Everybody can read the cards; only the editors see who proposed them',
  },
  holdings: [
    holding('catalogue_card', {
      called: { da: 'Kort i kataloget', en: 'Cards in the catalogue' },
      columns: {
        deck_key: 'plain',
        category: 'plain',
        done_by: 'plain',
        setting: 'plain',
        effort: 'plain',
        months: 'plain',
        budget_ore: 'plain',
        task_minutes: 'plain',
        goals: 'plain',
        licence: 'plain',
        credit: 'common',
        proposed_by: 'subject',
        contact_name: 'name',
        contact_email: 'email',
        channel: 'plain',
        registered_by: 'actor',
        owner_id: 'actor',
      },
      erased: 'unnamed',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('catalogue_card_text', {
      called: { da: 'Ordene på kort', en: 'The words of cards' },
      columns: {
        title: 'common',
        what: 'common',
        why: 'common',
        who_helps: 'common',
        permissions: 'common',
        steps: 'common',
        needs: 'common',
        budget: 'common',
        tasks: 'common',
        tips: 'common',
        keywords: 'common',
        edited_by: 'actor',
      },
      through: { table: 'catalogue_card', own: 'card_id', theirs: 'id' },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('catalogue_card_state', {
      called: { da: 'Svar på forslag til kataloget', en: 'Answers to proposals for the catalogue' },
      columns: { state: 'plain', words: 'by set_by', set_by: 'actor' },
      through: { table: 'catalogue_card', own: 'card_id', theirs: 'id' },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('catalogue_doing', {
      called: { da: 'Det gør jeg selv', en: 'What I do myself' },
      columns: { person_id: 'subject', channel: 'plain' },
      erased: 'unnamed',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
    nobodys(
      'catalogue_taking',
      { da: 'Initiativer, der begyndte med et kort', en: 'Initiatives that began with a card' },
      { budget: 'common', budget_ore: 'plain' },
    ),
    nobodys('catalogue_pin', { da: 'Årets fem kort', en: 'This year’s five cards' }, { pinned_by: 'actor' }),
    nobodys(
      'catalogue_edition',
      { da: 'Udgaver af kataloget', en: 'Editions of the catalogue' },
      { foreword: 'common', made_by: 'actor' },
    ),
    nobodys(
      'catalogue_edition_card',
      { da: 'Kort, som de stod i en udgave', en: 'Cards as they stood in an edition' },
      { card: 'common' },
    ),
    nobodys(
      'catalogue_department_rules',
      { da: 'Afdelingernes regler for at begynde', en: 'The departments’ rules for beginning' },
      { words: 'common', set_by: 'actor' },
    ),
    nobodys(
      'outside_funding',
      { da: 'Steder at søge penge', en: 'Places to seek money' },
      { deck_key: 'plain', url: 'plain', categories: 'plain', set_by: 'actor' },
    ),
    nobodys(
      'outside_funding_text',
      { da: 'Ord om steder at søge penge', en: 'Words about places to seek money' },
      { name: 'common', supports: 'common', who_may: 'common', terms: 'common' },
    ),
  ],
};
