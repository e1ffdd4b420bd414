import type { Language } from '../../../../kernel/language.ts';
import { type Examples, exampleIn } from '../../../../ui/gallery/example.ts';
import { CheckingPage } from '../views/checking.tsx';
import { PhotosPage } from '../views/photos.tsx';
import { SheetPage, type SheetProps } from '../views/sheet.tsx';
import { FIELDS, ID, PHOTOS, SHEET, TABLE_OPTIONS } from './told.ts';

/** From pictures to confirmed answers. */
export function answering(language: Language): ReturnType<Examples> {
  const example = exampleIn('Workshops: svar');
  const photos = { language, id: ID, sheets: [], tables: TABLE_OPTIONS, page: 1, more: false, unnamed: null };
  const boxes = FIELDS.filter(({ kind }) => kind === 'option' || kind === 'other');
  const sheet: SheetProps = {
    language,
    id: ID,
    sheetId: SHEET.id,
    boxes: boxes.map((field, at) => ({ field, answer: at === 0 ? null : 'V', confidence: 0.98 })),
    wordFields: FIELDS.filter(({ kind }) => kind !== 'option'),
    lang: 'da',
    known: [],
    disputed: [],
    contested: new Map(),
    pictures: [],
    mode: 'first',
    changed: false,
    flat: null,
    picture: null,
    tables: null,
    seen: '',
  };
  return [
    example('billeder', PhotosPage({ ...photos, photos: PHOTOS })),
    example('at bekræfte, ingen', CheckingPage({ language, id: ID, sheets: [] })),
    example('at bekræfte', CheckingPage({ language, id: ID, sheets: [{ ...SHEET, mine: true, pictures: 2 }] })),
    example(
      'et ark, to billeder',
      SheetPage({
        ...sheet,
        mode: 'first',
        contested: new Map([['rammer.faelleshuse', ['V', 'X']]]),
        pictures: [
          { id: 'f1', href: '#f1', cameBy: 'table', came: '3. maj 18:40', shown: true },
          { id: 'f2', href: '#f2', cameBy: 'link', came: '3. maj 18:44', shown: false },
        ],
      }),
    ),
    example('et ark, uenighed', SheetPage({ ...sheet, mode: 'settling', disputed: ['rammer.faelleshuse'] })),
  ];
}
