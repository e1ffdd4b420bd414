import type { WayHere } from '../modules/act/events/public.ts';

type Ways = Readonly<Partial<Record<WayHere, readonly [adults: number, children: number]>>>;

/** Something that was held, so many days ago: who had signed up with a contact we know, and who came besides. */
export interface Held {
  readonly ago: number;
  readonly by: string;
  readonly where: readonly string[];
  readonly title: string;
  readonly place: string;
  readonly what: string;
  readonly starts?: string;
  readonly of?: string;
  /** People of the story who had signed up, and came, each with one more. */
  readonly known?: readonly string[];
  readonly walkIns: Ways;
  readonly closed?: boolean;
}

const YARD = 'Gården ved Kærhaven 7';
const HOUSE = 'Fælleshuset på Møllevænget';

/** Two years: a department where something is always on, one that wakes up, and what nobody came to. */
export const HELD: readonly Held[] = [
  {
    ...{ ago: 705, by: 'poul', where: ['kaerhaven'], title: 'Havedag i Kærhaven', place: YARD, starts: '10:00' },
    what: 'Vi river blade, planter løg og spiser pølser bagefter. Tag handsker med.',
    known: ['mette', 'per'],
    walkIns: { poster: [9, 3], neighbour: [4, 1] },
  },
  {
    ...{ ago: 560, by: 'poul', where: ['kaerhaven'], title: 'Sommerfest', place: YARD, starts: '15:00' },
    what: 'Grill, musik og lege for børn. Tag en salat med.',
    known: ['samira', 'bent'],
    walkIns: { poster: [31, 17], asked: [12, 6], mail: [9, 4] },
  },
  {
    ...{ ago: 420, by: 'poul', where: ['kaerhaven'], title: 'Julehygge i gården', place: YARD, starts: '16:00' },
    what: 'Gløgg, æbleskiver og lys i alle vinduer.',
    known: ['mette', 'vibeke'],
    walkIns: { poster: [18, 11], asked: [14, 7] },
  },
  {
    ...{ ago: 395, by: 'amina', where: ['havnepladsen'], title: 'Loppemarked', place: 'Havnepladsen', starts: '11:00' },
    what: 'Kom med det, du ikke bruger, og find noget, du mangler.',
    known: ['clara', 'tuan'],
    walkIns: { poster: [40, 12], other: [11, 6] },
  },
  {
    ...{ ago: 345, by: 'kirsten', where: ['engblommen'], title: 'Strik og snak', place: 'Engblommen, stuen i nr. 7' },
    what: 'Vi har garn og pinde. Du behøver ikke at kunne strikke.',
    starts: '14:00',
    known: ['edith'],
    walkIns: { asked: [6, 0] },
  },
  {
    ...{ ago: 305, by: 'poul', where: ['kaerhaven'], title: 'Havedag i Kærhaven', place: YARD, starts: '10:00' },
    what: 'Vi gør bedene klar til foråret. Kaffe og boller klokken tolv.',
    known: ['mette', 'yusuf'],
    walkIns: { poster: [8, 5], asked: [7, 2] },
  },
  {
    ...{ ago: 250, by: 'nasrin', where: ['moellevaenget'], title: 'Tur langs møllestien', place: 'Ved møllen' },
    what: 'En rolig tur på en time. Vi venter på hinanden.',
    starts: '10:30',
    known: ['leila', 'sofie'],
    walkIns: { asked: [5, 0], neighbour: [2, 1] },
  },
  {
    ...{ ago: 205, by: 'poul', where: ['kaerhaven'], title: 'Sommerfest', place: YARD, starts: '15:00' },
    what: 'Grill, musik og lege. I år er der 25 små opgaver, og alle er taget.',
    known: ['samira', 'olena', 'kasper'],
    walkIns: { asked: [34, 19], poster: [21, 10], neighbour: [8, 5] },
  },
  {
    ...{
      ago: 190,
      by: 'rasmus',
      where: ['havnepladsen'],
      title: 'Filmaften på kajen',
      place: 'Kajen',
      starts: '21:00',
    },
    what: 'En film på væggen af et skur. Tag et tæppe med.',
    walkIns: {},
  },
  {
    ...{ ago: 140, by: 'knud', where: ['rugmarken'], title: 'Kaffe på hjørnet', place: 'Hjørnet ved nr. 14' },
    what: 'En kande kaffe og to stole. Kom forbi.',
    starts: '15:00',
    walkIns: {},
  },
  {
    ...{ ago: 96, by: 'nasrin', where: ['moellevaenget', 'havnepladsen', 'stationsgaarden'], of: 'spisning' },
    ...{ title: 'Fællesspisning på tværs', place: HOUSE, starts: '18:00' },
    what: 'Møllevænget laver mad og inviterer de to andre. 45 kroner for voksne, børn er gratis.',
    known: ['daniel', 'emil', 'ida'],
    walkIns: { asked: [38, 17], neighbour: [13, 6], poster: [9, 5] },
  },
  {
    ...{ ago: 88, by: 'knud', where: ['rugmarken'], title: 'Kaffe på hjørnet', place: 'Hjørnet ved nr. 14' },
    what: 'Vi prøver igen. Denne gang har vi spurgt fire naboer hver.',
    starts: '15:00',
    known: ['marie'],
    walkIns: { asked: [6, 3] },
  },
  {
    ...{ ago: 46, by: 'mette', where: ['kaerhaven'], of: 'suppe', title: 'Suppeaften i gården', place: YARD },
    what: 'En gryde suppe, et bål og lange borde. Tag en skål med.',
    known: ['aksel', 'kasper'],
    walkIns: { asked: [19, 8], poster: [7, 3] },
  },
  {
    ...{ ago: 37, by: 'peter', where: ['rugmarken'], title: 'Æbledag på Rugmarken', place: 'Plænen', starts: '13:00' },
    what: 'Vi presser æbler og spiser pandekager. Tag en kurv med.',
    known: ['knud', 'zahra'],
    walkIns: { asked: [11, 6], neighbour: [5, 2] },
  },
  {
    ...{ ago: 16, by: 'mette', where: ['kaerhaven'], of: 'suppe', title: 'Suppeaften i gården', place: YARD },
    what: 'Yusufs linsesuppe og brød over bål.',
    known: ['aksel', 'per'],
    walkIns: { asked: [24, 9], poster: [6, 1], mail: [5, 0] },
  },
  {
    ...{ ago: 9, by: 'bodil', where: ['moellevaenget'], title: 'Bestyrelsen øver førstehjælp', place: HOUSE },
    what: 'Kun for dem, der har meldt sig til holdet.',
    closed: true,
    known: ['jens'],
    walkIns: { mail: [7, 0] },
  },
];
