import { readyMadeWithQuestions } from '../../../../engines/sheet/ready-made.ts';
import { addDays, day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { LONG_NAME, LONG_WORD } from '../../../../ui/gallery/example.ts';
import type { Choice, Pledge, Quote, SignUp } from '../rules/after.ts';
import type { Invitation, Item } from '../rules/plan.ts';
import { resultOf } from '../rules/result.ts';
import type { Photo, Progress, SheetStanding, Table } from '../rules/sheets.ts';
import { fieldsOf, themesOn } from '../rules/template.ts';
import { USUAL_PICTURE_DAYS, usualOpenUntil, type Workshop } from '../rules/workshop.ts';
import type { ShownPhoto } from '../views/photos.tsx';
import type { ShownSheet } from '../views/sheets.tsx';

export const TODAY = day('2026-05-03');
export const AT = new Date('2026-05-03T18:40:00+02:00');
export const ID = '0000000000w1' as Id<'workshop'>;
export const CODE = 'K7QX4MTD';

export const WORKSHOP: Workshop = {
  id: ID,
  name: 'Fællesskaber, der holder',
  about: 'Hvad gør vi allerede, og hvad kunne vi gøre?',
  place: 'Fælleshuset i Kærhaven',
  on: TODAY,
  startsAt: '17:00',
  endsAt: '20:00',
  seats: 60,
  gatheringId: null,
  code: CODE,
  openUntil: usualOpenUntil(TODAY),
  template: readyMadeWithQuestions,
  paper: 'a3',
  twoPeople: true,
  inSteps: false,
  pictureDays: USUAL_PICTURE_DAYS,
  openedBy: null,
  linkClosed: false,
  released: true,
  version: 1,
};

export const TABLES: readonly Table[] = [
  { id: '0000000000t1' as Id<'workshop_table'>, number: 1, name: '', organisationId: null, code: 'QX4MTDK7' },
  { id: '0000000000t2' as Id<'workshop_table'>, number: 2, name: LONG_WORD, organisationId: null, code: null },
];
const [FIRST] = TABLES as [Table, Table];
export const TABLE: Table = FIRST;
export const TABLE_OPTIONS = TABLES.map(({ id, number }) => ({ value: id, label: `Bord ${number}` }));
export const FIELDS = fieldsOf({ themes: themesOn(readyMadeWithQuestions, null, 0) });
export const PROGRESS: Progress = { printed: 8, photographed: 5, waiting: 1, toConfirm: 3, confirmed: 2, unread: 1 };
export const NONE: Progress = { printed: 0, photographed: 0, waiting: 0, toConfirm: 0, confirmed: 0, unread: 0 };

export const ANSWERED = TABLES.flatMap(({ id: tableId }) => [
  { tableId, field: 'rammer.faelleshuse', answer: 'V' as const },
  { tableId, field: 'rammer.generationer', answer: 'X' as const },
]);
export const RESULT = resultOf([readyMadeWithQuestions], TABLES, ANSWERED);
export const EMPTY_RESULT = resultOf([readyMadeWithQuestions], TABLES, []);
export const CELLS = RESULT.themes.flatMap(({ cells }) => cells);
export const GAPS = CELLS.filter(({ could }) => could > 0);

export const SHEET: ShownSheet = {
  id: '0000000000s1' as Id<'workshop_sheet'>,
  workshopId: ID,
  editionId: '0000000000e1' as Id<'workshop_edition'>,
  tableId: TABLE.id,
  page: 0,
  paper: 'a3',
  serial: 41_207,
  spare: false,
  photoId: '0000000000f1' as Id<'workshop_photo'>,
  checks: 0,
  confirmed: false,
  confirmationId: null,
  changed: false,
  table: 'Bord 1',
  theme: 'De fysiske rammer',
} satisfies SheetStanding & { table: string; theme: string };

export const PHOTO: Photo = {
  id: '0000000000f1' as Id<'workshop_photo'>,
  sheetId: SHEET.id,
  tableId: TABLE.id,
  fileId: null,
  flatFileId: null,
  cameBy: 'link',
  outcome: 'read',
  reason: '',
  uploadedAt: AT,
  gone: false,
};
export const PHOTOS: readonly ShownPhoto[] = [
  { ...PHOTO, shows: 'Bord 1, De fysiske rammer', came: '3. maj 18:40' },
  {
    ...PHOTO,
    id: '0000000000f2' as Photo['id'],
    outcome: 'retake',
    reason: 'blurred',
    shows: null,
    came: '3. maj 18:42',
  },
  { ...PHOTO, id: '0000000000f3' as Photo['id'], outcome: null, shows: LONG_WORD, came: '3. maj 18:43' },
];

export const QUOTE: Quote = {
  id: '0000000000q1' as Id<'workshop_quote'>,
  wordsId: '0000000000o1' as Id<'workshop_words'>,
  tableId: TABLE.id,
  field: 'rammer.note1',
  quote: 'Folk kommer, når nogen banker på.',
  approved: null,
};
export const PLEDGE: Pledge = {
  id: '0000000000l1' as Id<'workshop_pledge'>,
  workshopId: ID,
  tableId: null,
  words: 'Jeg ringer til kommunen på mandag.',
  personName: '',
  email: null,
  phone: null,
  remindOn: addDays(TODAY, 90),
  reminded: false,
  outcome: null,
  outcomeWords: '',
  hidden: false,
};
export const CHOICE: Choice = {
  id: '0000000000c1' as Id<'workshop_choice'>,
  field: 'rammer.generationer',
  title: 'Boliger, hvor generationer bor sammen',
  position: 1,
  initiativeId: null,
  names: 2,
};
export const LONG_CHOICE: Choice = {
  ...CHOICE,
  id: '0000000000c2' as Choice['id'],
  title: LONG_WORD,
  position: 2,
  names: 0,
};
export const SIGN_UP: SignUp = {
  id: '0000000000n1' as SignUp['id'],
  choiceId: CHOICE.id,
  personName: LONG_NAME,
  email: `${LONG_WORD.toLowerCase()}@eksempel.dk`,
  phone: null,
  shared: false,
};
export const ITEM: Item = {
  id: '0000000000i1' as Id<'workshop_item'>,
  startsAt: '17:00',
  title: 'Kaffe og navneskilte',
  who: 'Signe',
  place: 'Forhallen',
};
export const INVITATION: Invitation = {
  id: '0000000000v1' as Id<'workshop_invitation'>,
  personName: 'Dorthe Rask',
  email: 'dorthe@example.dk',
  phone: null,
  personId: null,
  organisationId: null,
  tableId: TABLE.id,
  part: 'table_host',
  answer: 'yes',
  came: null,
};

export function wrong(field: string, message: string, values: FormProblems['values'] = {}): FormProblems {
  return { values, messages: [{ field, message }] };
}
