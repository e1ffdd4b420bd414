import { addDays } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Examples, exampleIn, LONG_NAME, LONG_WORD } from '../../../../ui/gallery/example.ts';
import type { Invitation, Item } from '../rules/plan.ts';
import type { Workshop } from '../rules/workshop.ts';
import { formWords } from '../text/forms.ts';
import { planText } from '../text/plan.ts';
import { EditPage } from '../views/editing.tsx';
import { InvitationsPage } from '../views/invitations.tsx';
import { WorkshopsPage } from '../views/list.tsx';
import { PlanPage } from '../views/plan.tsx';
import { SheetsPage } from '../views/sheets.tsx';
import { TablesPage } from '../views/tables.tsx';
import { TemplatePage } from '../views/template.tsx';
import {
  ID,
  INVITATION,
  ITEM,
  NONE,
  PROGRESS,
  SHEET,
  TABLE,
  TABLE_OPTIONS,
  TABLES,
  TODAY,
  WORKSHOP,
  wrong,
} from './told.ts';

/** Making one, and getting it ready. */
export function running(language: Language): ReturnType<Examples> {
  const example = exampleIn('Workshops');
  const words = formWords(language);
  const list = { language, today: TODAY, page: 1, more: false };
  const edit = { language, gatherings: [{ id: 'g1', name: 'Grønne naboer i Vesterby' }] };
  const seats = [{ tableId: TABLE.id, seated: true, typed: 2, aside: 1 }];
  const tables = { language, id: ID, seats, organisations: [], wrong: null };
  const sheets = { language, id: ID, paper: 'A3', lacking: 0 };
  const plan = { language, id: ID, done: new Set(['pens']) };
  const invited = {
    language,
    id: ID,
    tables: TABLE_OPTIONS,
    organisations: [],
    turnout: { asked: 2, yes: 1, no: 0, came: 0, left: 59 },
  };
  const second = { ...INVITATION, id: '0000000000v2' as Invitation['id'], personName: LONG_NAME, answer: null };
  return [
    example('ingen', WorkshopsPage({ ...list, rows: [], progress: new Map() })),
    example(
      'flere',
      WorkshopsPage({
        ...list,
        more: true,
        rows: [WORKSHOP, { ...WORKSHOP, id: '0000000000w2' as Workshop['id'], name: LONG_WORD, on: addDays(TODAY, 9) }],
        progress: new Map([
          [ID, PROGRESS],
          ['0000000000w2', NONE],
        ]),
      }),
    ),
    example('ny, forkert', EditPage({ ...edit, known: null, problems: wrong('on', words.onMissing) })),
    example(
      'skabelon, forkert',
      TemplatePage({
        language,
        workshop: WORKSHOP,
        frozen: null,
        tooMuch: [],
        problems: wrong('t0-title', words.themeTitleMissing),
      }),
    ),
    example('borde', TablesPage({ ...tables, tables: TABLES })),
    example(
      'plan',
      PlanPage({ ...plan, items: [ITEM, { ...ITEM, id: '0000000000i2' as Item['id'], title: LONG_WORD }] }),
    ),
    example('inviterede', InvitationsPage({ ...invited, invitations: [INVITATION, second] })),
    example('borde, ingen', TablesPage({ ...tables, tables: [] })),
    example(
      'borde, forkert',
      TablesPage({ ...tables, tables: TABLES, wrong: TABLE.id, problems: wrong('name', words.tableUsed) }),
    ),
    example('ark', SheetsPage({ ...sheets, sheets: [SHEET], printed: [{ number: 1, name: 'Bord 1' }] })),
    example(
      'plan, forkert',
      PlanPage({ ...plan, items: [ITEM], problems: wrong('startsAt', planText(language).clockMissing) }),
    ),
    example(
      'inviterede, forkert',
      InvitationsPage({
        ...invited,
        invitations: [INVITATION],
        problems: wrong('contact', planText(language).contactUnreadable, { contact: 'ved ikke' }),
      }),
    ),
  ];
}
