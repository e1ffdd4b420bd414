import { day } from '../../kernel/day.ts';
import { kroner } from '../../kernel/money.ts';
import type { Brand, CardsSpec, LetterSpec, ListSpec, MinutesSpec, PosterSpec, ReportSpec } from './spec.ts';

/** Invented documents of Boligforeningen Lyngbakken: what the tests print and what people look at when a template changes. */
export const lyngbakken: Brand = {
  name: 'Boligforeningen Lyngbakken',
  colour: '#2f6b4f',
  logo: null,
  address: ['Lyngbakken 2', '8900 Randers'],
  telephone: '86 00 00 00',
  mail: 'hej@lyngbakken.example',
  web: 'lyngbakken.example',
};

export const letter: LetterSpec = {
  kind: 'letter',
  language: 'da',
  title: 'I har fået tilsagn om 12.500 kr. til høstfesten',
  recipient: ['Mette Sørensen', 'Ærøvej 14, 2. th.', '8900 Randers C'],
  day: day('2026-11-22'),
  caseNumber: '2026-0147',
  body: [
    { kind: 'paragraph', text: 'Kære Mette' },
    {
      kind: 'paragraph',
      text: 'Tak for jeres ansøgning. Puljeudvalget har læst den med glæde og siger ja. I kan nu gå i gang med at bestille telt og mad.',
    },
    { kind: 'heading', text: 'Det har vi lovet' },
    {
      kind: 'amounts',
      caption: 'Tilsagn fra fællesskabspuljen',
      rows: [
        { label: 'Leje af telt og borde', amount: kroner(4500) },
        { label: 'Mad til 80 naboer', amount: kroner(6750.5) },
        { label: 'Musik', amount: kroner(1249.5) },
      ],
      total: { label: 'I alt', amount: kroner(12500) },
    },
    { kind: 'heading', text: 'Sådan gør I' },
    {
      kind: 'list',
      numbered: true,
      items: [
        'Bed leverandøren sende regningen til os.',
        'Skriv sagsnummeret på regningen.',
        'Fortæl os bagefter, hvor mange der kom.',
      ],
    },
    {
      kind: 'qr',
      content: 'https://lyngbakken.example/tilsagn/2026-0147',
      caption: 'Se tilsagnet og send os en besked',
      alt: 'QR-kode til siden med jeres tilsagn',
    },
  ],
  greeting: 'Venlig hilsen',
  signatures: [{ name: 'Karin Holm', role: 'Beboerkonsulent' }],
};

export const report: ReportSpec = {
  kind: 'report',
  language: 'da',
  title: 'Hvad blev der ud af det?',
  subtitle: 'Bestyrelsens årsrapport om fællesskaberne 2026',
  day: day('2026-11-22'),
  body: [
    { kind: 'heading', text: 'Året kort' },
    { kind: 'paragraph', text: 'Flere naboer gav en hånd med. Vi målte i alle seks afdelinger, og her er svaret.' },
    {
      kind: 'chart',
      caption: 'Husstande, der har været med',
      unit: '% af lejemål',
      alt: 'Flest var med i Ærøparken, færrest i Højhuset.',
      bars: [
        { label: 'Ærøparken', value: 61, shown: '61 %' },
        { label: 'Enghaven', value: 47, shown: '47 %' },
        { label: 'Højhuset', value: 18, shown: '18 %' },
        { label: 'Kløvermarken', value: null, shown: '' },
      ],
    },
    { kind: 'heading', text: 'Pengene' },
    {
      kind: 'table',
      caption: 'Puljen i tal',
      columns: [{ title: 'Afdeling' }, { title: 'Ansøgninger', align: 'right' }, { title: 'Tilsagn', align: 'right' }],
      rows: [
        ['Ærøparken', '7', '41.500 kr.'],
        ['Enghaven', '4', '18.250 kr.'],
      ],
    },
    { kind: 'subheading', text: 'Hvad vi lærte' },
    { kind: 'list', items: ['Små opgaver får flest med.', 'Spørg en nabo: opslag er ikke nok.'] },
    { kind: 'heading', text: 'Det grønne' },
    { kind: 'paragraph', text: 'Blomsterengen i Enghaven blev sået i april.' },
    { kind: 'heading', text: 'Boligerne' },
    { kind: 'paragraph', text: 'To reparationscaféer blev til en fast aften hver måned.' },
    { kind: 'heading', text: 'Næste år' },
    { kind: 'callout', label: 'Vi foreslår', text: 'At puljen fortsætter med det samme beløb.' },
  ],
};

export const minutes: MinutesSpec = {
  kind: 'minutes',
  language: 'da',
  title: 'Referat af afdelingsbestyrelsens møde',
  day: day('2026-11-18'),
  time: '19.00-20.30',
  place: 'Fælleshuset, Ærøvej 2',
  present: ['Mette Sørensen', 'Ali Hassan', 'Birthe Krogh'],
  absent: ['Jonas Lund'],
  items: [
    {
      title: 'Velkomst og valg af ordstyrer',
      body: [{ kind: 'paragraph', text: 'Mette bød velkommen.' }],
      decision: 'Ali blev valgt til ordstyrer.',
    },
    {
      title: 'Høstfest i gården',
      body: [
        { kind: 'paragraph', text: 'Vi talte om telt, mad og musik.' },
        { kind: 'list', items: ['Teltet koster 4.500 kr.', 'Otte naboer vil gerne hjælpe.'] },
      ],
      decision: 'Vi holder fest lørdag den 28. november og søger puljen om 12.500 kr.',
    },
    {
      title: 'Eventuelt',
      body: [{ kind: 'paragraph', text: 'Cykelskuret trænger til en kærlig hånd.' }],
      decision: null,
    },
  ],
  signatures: [
    { name: 'Mette Sørensen', role: 'Formand' },
    { name: 'Birthe Krogh', role: 'Referent' },
  ],
  correction: null,
};

export const poster: PosterSpec = {
  kind: 'poster',
  language: 'da',
  title: 'Høstfest i gården',
  kicker: 'Kom og vær med',
  day: day('2026-11-28'),
  time: 'kl. 15.00-20.00',
  place: 'Gården bag Ærøvej 2-14',
  paragraphs: ['Suppe over bål, musik og lygter til børnene. Tag en kage eller bare dig selv med.'],
  qr: {
    content: 'https://lyngbakken.example/hoestfest',
    caption: 'Skriv dig på – eller sig ja til en lille opgave',
    alt: 'QR-kode til tilmelding',
  },
  contact: 'Uden mobil? Ring til Karin på 86 00 00 00, eller læg en seddel i hendes postkasse.',
};

export const cards: CardsSpec = {
  kind: 'cards',
  language: 'da',
  title: 'Adgangskort til Ærøvej 14',
  cards: ['st. tv.', 'st. th.', '1. tv.', '1. th.', '2. tv.', '2. th.'].map((door, index) => ({
    heading: `Ærøvej 14, ${door}`,
    text: 'Ret mobilen mod mønstret, eller skriv koden på lyngbakken.example/kort',
    code: `48${index} 91${index}`,
    qr: { content: `https://lyngbakken.example/kort#48${index}91${index}`, alt: 'QR-kode, som logger ind' },
  })),
};

export const list: ListSpec = {
  kind: 'list',
  language: 'da',
  title: 'Omdeling: indkaldelse til afdelingsmøde',
  day: day('2026-11-22'),
  note: 'Sæt kryds, når brevet er lagt i postkassen.',
  columns: [{ title: 'Adresse' }, { title: 'Navn' }, { title: 'Sprog' }],
  checkboxes: ['Afleveret', 'Ikke hjemme'],
  groups: ['Ærøvej 12', 'Ærøvej 14'].map((heading) => ({
    heading,
    rows: ['st. tv.', 'st. th.', '1. tv.', '1. th.'].map((door, index) => [
      `${heading}, ${door}`,
      ['Mette Sørensen', 'Ali Hassan', 'Birthe Krogh', 'Jonas Lund'][index] ?? '',
      'Dansk',
    ]),
  })),
};
