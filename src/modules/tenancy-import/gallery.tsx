import type { Language } from '../../kernel/language.ts';
import { type Example, exampleIn, LONG_WORD } from '../../ui/gallery/example.ts';
import { text } from './text.ts';
import { ImportPage, type ImportPageProps, type ImportSummary, UploadPage } from './views/import.tsx';

const sent = new Date('2026-05-04T09:00:00+02:00');

const waiting: ImportSummary = {
  id: 'i1',
  fileName: 'lejemaal.xlsx',
  uploadedAt: sent,
  confirmedAt: null,
  finishedAt: null,
  rowsTotal: 214,
  rowsDone: 0,
  created: 12,
  changed: 1,
  unchanged: 199,
  absent: 2,
  refused: 3,
};
const running: ImportSummary = { ...waiting, id: 'i2', confirmedAt: sent, rowsTotal: 48_000, rowsDone: 20_000 };
const done: ImportSummary = { ...running, id: 'i3', fileName: `${LONG_WORD}.csv`, finishedAt: sent, rowsDone: 48_000 };

function page(language: Language, file: ImportSummary, more: Partial<ImportPageProps> = {}): ImportPageProps {
  return {
    language,
    file,
    columns: { department_number: 0, number: 2, address: 3 },
    fileColumns: ['Afd.nr', 'Afdeling', 'Lejemålsnr', LONG_WORD, ''].map((heading) => ({ heading, example: '12' })),
    missing: [],
    departments: [
      { number: '1', name: 'Kærhaven', before: null },
      { number: '2', name: LONG_WORD, before: 'Engblommen' },
    ],
    problems: [],
    ...more,
  };
}

/** A file on its way in, in every situation. */
export function tenancyImportGallery(language: Language): Example[] {
  const example = exampleIn('Hent boliger');
  const words = text(language);
  const wrong = { values: {}, messages: [{ field: 'file', message: words.fileProblems.unreadable }] };
  return [
    example('no file yet', <UploadPage language={language} earlier={[]} />),
    example('earlier files', <UploadPage language={language} earlier={[waiting, running, done]} />),
    example('a file that cannot be read', <UploadPage language={language} earlier={[waiting]} problems={wrong} />),
    example(
      'columns that are missing',
      <ImportPage {...page(language, waiting, { missing: ['number', 'address'] })} />,
    ),
    example(
      'what would happen, and rows that cannot come in',
      <ImportPage
        {...page(language, waiting, {
          problems: [
            { row: 5, field: 'address', value: LONG_WORD, problem: 'address_unreadable' },
            { row: 9, field: 'number', value: '4', problem: 'same_number' },
          ],
        })}
      />,
    ),
    example(
      'another is at work',
      <ImportPage {...page(language, waiting, { refusal: words.confirmRefusals.another })} />,
    ),
    example('on the way', <ImportPage {...page(language, running)} />),
    example('done', <ImportPage {...page(language, done)} />),
  ];
}
