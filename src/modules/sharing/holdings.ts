import { type Activity, nobodys } from '../../platform/privacy/holdings.ts';

/** What sharing keeps: copies without names, but for a sender who gave their own. */
export const sharingHoldings: Activity = {
  key: 'sharing',
  name: { da: 'Kopier til og fra andre huse', en: 'Copies to and from other houses' },
  purpose: {
    da: 'At gode erfaringer kan bruges i andre huse.',
    en: 'That good experience can be used in other houses.',
  },
  people: { da: 'Ansatte, der sender og svarer', en: 'Staff who send and answer' },
  data: {
    da: 'Tekst, hvor navne, e-mails og telefonnumre er udeladt; afsenderens navn, når den selv har sagt ja',
    en: 'Text in which names, e-mails and telephone numbers are left out; the sender’s name when they said yes',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra f; litra a for afsenderens navn',
    en: 'GDPR art. 6(1)(f); (a) for the sender’s name',
  },
  recipients: { da: 'Det hus, som kopien er sendt til', en: 'The house that the copy was sent to' },
  holdings: [
    nobodys(
      'sent_copy',
      { da: 'Sendte kopier', en: 'Copies sent' },
      {
        house_id: 'plain',
        house_name: 'plain',
        source_id: 'plain',
        title: 'common',
        content: 'common',
        note: 'common',
        reference: 'secret',
        sent_by: 'actor',
      },
    ),
    nobodys('sent_copy_answer', { da: 'Svar på sendte kopier', en: 'Answers to copies sent' }, { words: 'common' }),
    nobodys(
      'sent_copy_recall',
      { da: 'Kopier bedt tilbage', en: 'Copies asked back' },
      { words: 'common', recalled_by: 'actor' },
    ),
    nobodys(
      'received_copy',
      { da: 'Modtagne kopier', en: 'Copies received' },
      {
        house_id: 'plain',
        house_name: 'plain',
        title: 'common',
        content: 'common',
        note: 'common',
        reference: 'secret',
      },
    ),
    nobodys('received_file', { da: 'Filer i modtagne kopier', en: 'Files in copies received' }, { file_id: 'file' }),
    nobodys(
      'received_answer',
      { da: 'Svar på modtagne kopier', en: 'Answers to copies received' },
      { words: 'common', answered_by: 'actor' },
    ),
    nobodys(
      'received_recall',
      { da: 'Ønsker om at få kopier tilbage', en: 'Copies asked back by others' },
      { words: 'common' },
    ),
  ],
};
