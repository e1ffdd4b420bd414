import { day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { type Example, exampleIn, LONG_NAME, LONG_WORD } from '../../ui/gallery/example.ts';
import { text } from './text.ts';
import { LettersPage, PrintPage } from './views.tsx';

const kærhaven = { id: 'd1', name: 'Kærhaven' };
const departments = [kærhaven, { id: 'd2', name: LONG_WORD }];
const stairwells = [
  { id: 'b1', name: 'Kærhaven 1' },
  { id: 'b2', name: 'Kærhaven 3' },
];

/** Lists and letters to addresses, in every situation. */
export function addressListsGallery(language: Language): Example[] {
  const example = exampleIn('Adresselister');
  const words = text(language);
  const letters = { language, departments, stairwells: [], signer: 'Signe Højlund', first: null, count: 0 };
  const typed = { department: 'd1', purpose: 'visit', subject: LONG_WORD, body: 'Kære {navne}', signer: LONG_NAME };
  return [
    example('no departments', <PrintPage language={language} departments={[]} stairwells={[]} names notice={null} />),
    example(
      'for a board, its own stairwells and no names',
      <PrintPage language={language} departments={[kærhaven]} stairwells={stairwells} names={false} notice={null} />,
    ),
    example(
      'for staff, when no PDF can be made',
      <PrintPage language={language} departments={departments} stairwells={[]} names notice={words.typstMissing} />,
    ),
    example('a letter to be written', <LettersPage {...letters} />),
    example(
      'a letter that is seen before it is printed',
      <LettersPage
        {...letters}
        problems={{ values: typed, messages: [] }}
        count={214}
        first={{
          kind: 'letter',
          language,
          caseNumber: null,
          greeting: '',
          recipient: [LONG_NAME, 'Kærhaven 12, 3. tv', '8000 Vesterby'],
          day: day('2026-05-04'),
          title: LONG_WORD,
          body: [{ kind: 'paragraph', text: 'Kære Mette og Poul. Kom til sommerfest i gården.' }],
          signatures: [{ name: LONG_NAME, role: '' }],
        }}
      />,
    ),
    example(
      'a letter without words',
      <LettersPage
        {...letters}
        problems={{
          values: { department: 'd1' },
          messages: [
            { field: 'subject', message: words.problems.subject },
            { field: 'body', message: words.problems.body },
          ],
        }}
      />,
    ),
  ];
}
