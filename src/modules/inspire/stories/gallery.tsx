import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { smsSize } from '../../../platform/sms/segments.ts';
import { type Examples, exampleIn, LONG_NAME, LONG_WORD } from '../../../ui/gallery/example.ts';
import type { Story } from './rules/story.ts';
import { picturesText } from './text/pictures.ts';
import { writingText } from './text/writing.ts';
import { BesideInitiative } from './views/beside.tsx';
import { DeskBox, type DeskBoxProps } from './views/desk.tsx';
import { ListPage, type ListProps } from './views/list.tsx';
import { ScreenPage } from './views/screen.tsx';
import { SharePage } from './views/share.tsx';
import { StoryPage } from './views/story.tsx';
import { WritePage } from './views/writing.tsx';

const KAERHAVEN = '0000000000d1' as Id<'department'>;
const POUL = '0000000000a1' as Id<'person'>;

const STORY: Story = {
  id: '0000000000b1' as Id<'story'>,
  initiativeId: '0000000000e1' as Id<'initiative'>,
  version: 2,
  heading: 'Suppe til hele gården',
  lead: 'Vi satte en gryde over bålet, og 42 naboer kom ned.',
  body: `Vi vidste ikke, om nogen ville komme.\n\n- Vi spurgte på trappen.\n- Vi lånte ${LONG_WORD}.\n\nNæste gang køber vi mere brød.`,
  state: 'published',
  publishedOn: day('2026-05-03'),
  editedAt: new Date('2026-05-03T10:00:00Z'),
  begunBy: POUL,
  quote: { said: 'Ingen ville gå hjem.', name: LONG_NAME, personId: null },
  photos: [],
  category: 'people',
  departmentIds: [KAERHAVEN],
  wholeOrganisation: false,
  known: { came: 42, times: 2, helpers: 'few', paid: kroner(4200) },
};
const BARE: Story = {
  ...STORY,
  heading: LONG_WORD,
  quote: null,
  category: 'green',
  wholeOrganisation: true,
  known: { came: null, times: 1, helpers: null, paid: null },
};
const NOTHING = { see: true, write: false, withdraw: false, publish: false, answer: null } as const;

/** Stories: none, some, one told, one waiting with a form that came back, one asked about, and its uses. */
export const storiesGallery: Examples = (language) => {
  const example = exampleIn('Historier');
  const common = { language, lang: 'da', departments: new Map([[KAERHAVEN as string, 'Kærhaven']]) } as const;
  const list: ListProps = {
    ...{ ...common, stories: [], page: 1, more: false, editor: true },
    filter: { departmentId: null, category: null },
  };
  const words = writingText(language);
  const reading = { id: '0000000000c1' as Id<'story_reading'>, personId: POUL, askedBy: POUL, answer: null, words: '' };
  const box: DeskBoxProps = {
    ...{
      language,
      story: { ...STORY, state: 'sent', publishedOn: null },
      names: new Map([[POUL as string, LONG_NAME]]),
    },
    may: { ...NOTHING, write: true, withdraw: true, publish: true },
    readings: [reading, { ...reading, answer: 'changes', words: 'Fortæl om brødet.' }],
    readers: [{ id: POUL, label: LONG_NAME }],
    refused: { form: 'ask', problems: { values: {}, messages: [{ field: 'person', message: words.askWhoMissing }] } },
  };
  return [
    example('ingen', ListPage(list)),
    example('flere, og en side til', ListPage({ ...list, stories: [STORY, BARE], more: true })),
    example('en historie', StoryPage({ ...common, story: STORY, desk: null })),
    example('venter, og en formular med fejl', <div>{DeskBox(box)}</div>),
    example(
      'spurgt, om den er god',
      <div>{DeskBox({ ...box, may: { ...NOTHING, answer: reading }, refused: undefined })}</div>,
    ),
    example(
      'skrives, med et billede, og et uden ja',
      WritePage({
        ...{ ...common, offered: [], photosHref: null, people: [] },
        story: {
          ...{ ...BARE, state: 'draft', publishedOn: null },
          photos: [{ id: '0000000000p1' as Id<'story_picture'>, alt: LONG_WORD, own: true }],
        },
        pictureProblems: {
          values: { alt: 'En bænk', people: 'adults' },
          messages: [
            { field: 'picture', message: picturesText(language).pictureMissing },
            { field: 'agreed', message: picturesText(language).consentMissing },
          ],
        },
      }),
    ),
    example(
      'skrives, med fejl',
      WritePage({
        ...{ ...common, story: { ...BARE, state: 'draft', publishedOn: null }, offered: [], photosHref: '/pulje' },
        people: [{ id: POUL, name: LONG_NAME }],
        problems: {
          values: { heading: '', lead: 'Vi prøvede.', body: '' },
          messages: [
            { field: 'heading', message: words.headingMissing },
            { field: 'body', message: words.bodyMissing },
          ],
        },
      }),
    ),
    example(
      'brugt',
      SharePage({
        ...{ language, story: STORY, html: '<div>Suppe</div>', plain: 'SUPPE' },
        sms: { text: 'Suppe til hele gården.', size: smsSize('Suppe til hele gården.') },
      }),
    ),
    example('skærmen', ScreenPage({ ...common, story: STORY, address: 'https://lyngbakken.example/historier/1' })),
    example(
      'ved et initiativ',
      <div>
        {BesideInitiative({ language, story: null, tellHref: '/historier/fra-initiativ/1' })}
        {BesideInitiative({
          ...{ language, tellHref: null },
          story: { heading: LONG_WORD, href: '/historier/1', published: true },
        })}
      </div>,
    ),
  ];
};
