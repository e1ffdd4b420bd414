import { addDays, day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../ui/gallery/example.ts';
import { type Gathering, GRACE_DAYS, type Guest } from './rules.ts';
import { formWords } from './text/forms.ts';
import { EditPage } from './views/editing.tsx';
import { GuestsPage } from './views/guests.tsx';
import { InvitationPage } from './views/invitation.tsx';
import { GatheringsPage } from './views/list.tsx';
import { GatheringPage, type GatheringProps } from './views/page.tsx';

const AT = new Date('2026-05-03T12:00:00+02:00');
const TODAY = day('2026-05-03');

const GATHERING: Gathering = {
  id: '0000000000g1' as Id<'gathering'>,
  kind: 'workshop',
  name: 'Grønne naboer i Vesterby',
  about: 'Vi finder ud af, hvad vi kan gøre sammen om de grønne områder.',
  programme: '17.00 Velkommen\n17.30 Bordene går i gang\n19.30 Tak for i dag',
  place: 'Fælleshuset i Kærhaven',
  from: TODAY,
  until: TODAY,
  graceDays: GRACE_DAYS,
  openedBy: null,
  version: 1,
};

const GUEST: Guest = {
  id: '0000000000a1' as Id<'gathering_guest'>,
  personId: '0000000000p1' as Id<'person'>,
  organisationId: '0000000000o1' as Id<'organisation'>,
  part: 'participant',
  named: true,
  ended: false,
  hasAddress: true,
  hasCard: false,
};
const AKSEL: Guest = {
  ...GUEST,
  id: '0000000000a2' as Id<'gathering_guest'>,
  personId: '0000000000p2' as Id<'person'>,
  part: 'table_host',
  named: null,
  hasAddress: false,
  hasCard: true,
};

const NAMES = new Map<string, string>([
  [GUEST.personId, 'Maja Friis'],
  [AKSEL.personId, LONG_WORD],
  [GUEST.organisationId, 'Vesterby Kommune'],
]);

/** Working together: none, some, somebody who must answer, everything wrong, and a long word. */
export const gatheringsGallery: Examples = (language) => {
  const example = exampleIn('Samarbejder');
  const fields = formWords(language);
  const page: GatheringProps = {
    language,
    house: 'Boligforeningen Lyngbakken',
    gathering: GATHERING,
    stage: 'going',
    may: { host: false, write: true, addPapers: false },
    named: null,
    contact: 'Signe Højlund',
    organisations: ['Vesterby Kommune'],
    people: [
      { name: 'Maja Friis', part: 'Deltager', from: 'Vesterby Kommune' },
      { name: LONG_WORD, part: 'Bordvært', from: '' },
    ],
    papers: [],
    notes: [],
  };
  const note = { id: '0000000000n1' as Id<'gathering_note'>, personId: GUEST.personId, at: AT };
  const paper = { id: '0000000000d1' as Id<'gathering_paper'>, fileId: '0000000000f1' as Id<'file'>, addedOn: AT };
  const list = { language, today: TODAY, page: 1, more: false };
  const edit = { language, organisations: [{ id: GUEST.organisationId, name: 'Vesterby Kommune' }] };
  const guests = { language, id: GATHERING.id, names: NAMES, organisations: edit.organisations };
  return [
    example('ingen', GatheringsPage({ ...list, rows: [], guests: new Map() })),
    example('ingen, som gæst', GatheringsPage({ ...list, rows: [], guests: null })),
    example(
      'flere',
      GatheringsPage({
        ...list,
        more: true,
        rows: [
          GATHERING,
          { ...GATHERING, kind: 'conference', name: LONG_WORD, until: addDays(TODAY, 3) },
          { ...GATHERING, kind: 'partnership', from: addDays(TODAY, 9), until: addDays(TODAY, 400) },
        ],
        guests: new Map([[GATHERING.id, 24]]),
      }),
    ),
    example('et samarbejde, som gæst, der skal svare', GatheringPage(page)),
    example(
      'et samarbejde, som vært',
      GatheringPage({
        ...page,
        may: { host: true, write: true, addPapers: true },
        named: undefined,
        papers: [{ ...paper, title: 'Kort over stierne' }],
        notes: [
          { ...note, words: 'Skal vi mødes ved bålet?', author: 'Maja Friis, Vesterby Kommune', mine: false },
          { ...note, words: LONG_WORD, author: 'Signe Højlund', mine: true },
        ],
      }),
    ),
    example('nyt', EditPage({ ...edit, known: null, chosen: [] })),
    example(
      'nyt, forkert',
      EditPage({
        ...edit,
        known: null,
        chosen: [],
        problems: { values: { name: '' }, messages: [{ field: 'name', message: fields.nameMissing }] },
      }),
    ),
    example('ret', EditPage({ ...edit, known: GATHERING, chosen: [GUEST.organisationId] })),
    example('gæster, ingen', GuestsPage({ ...guests, guests: [] })),
    example('gæster', GuestsPage({ ...guests, guests: [GUEST, AKSEL, { ...GUEST, ended: true }] })),
    example('kortets kode', InvitationPage({ language, code: '' })),
    example(
      'kortets kode, forkert',
      InvitationPage({
        language,
        code: 'ABCDE-FGHJK',
        problems: { values: { kode: 'ABCDE-FGHJK' }, messages: [{ field: 'kode', message: fields.codeUnknown }] },
      }),
    ),
  ];
};
