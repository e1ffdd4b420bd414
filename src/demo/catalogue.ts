import type { Id } from '../kernel/id.ts';
import { kroner } from '../kernel/money.ts';
import { initiativeById } from '../modules/initiatives/public.ts';
import { verbs as initiatives } from '../modules/initiatives/seed.ts';
import { aCard, answers, aPhoto, deckCard, verbs } from '../modules/inspire/catalogue/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { meadowPicture } from './results.ts';
import { must, type Scene, type Stage } from './tell.ts';

const AT_HOME: readonly (readonly [card: string, people: readonly (string | null)[]])[] = [
  ['threeNeighbours', ['mette', 'poul', 'nasrin', 'tove', 'pia', 'leila', null, null]],
  ['airOut', ['mette', 'jytte', 'sofie', 'daniel', 'vibeke']],
  ['shortShower', ['leila', null]],
];

const PINNED = ['neighbourCoffee', 'sharedDinner', 'meadow', 'repairCafe', 'heatEvening'];

/** The catalogue: Grobund's cards, this year's five, what was begun and done with them, proposals, and an edition. */
export function catalogueScenes(): readonly Scene[] {
  return [
    { ago: 399, by: 'signe', play: async (tx) => void (await verbs.putInDeck(tx)) },
    { ago: 200, by: 'karen', play: rulesOfHomes },
    { ago: 190, by: 'karen', play: firstEdition },
    { ago: 120, by: 'mette', play: coffeeBegins },
    { ago: 40, by: 'mette', play: coffeeEnds },
    { ago: 60, by: 'jytte', play: walksBecomeACard },
    { ago: 55, by: 'signe', play: publishWalks },
    ...AT_HOME.flatMap(([card, people]) =>
      people.map((by, at): Scene => ({ ago: 50 - at * 3, by, play: (tx) => doesAtHome(tx, card) })),
    ),
    { ago: 300, by: 'brian', play: caretakersRemember },
    { ago: 50, by: 'signe', play: walksInAPicture },
    { ago: 20, by: 'sofie', play: asksHowItWent },
    { ago: 18, by: 'mette', play: tellsHowItWent },
    { ago: 3, by: 'leila', play: asksAgain },
    ...PINNED.map((key): Scene => ({ ago: 1, by: 'inge', play: (tx) => pin(tx, key) })),
    { ago: 12, by: 'sofie', play: proposesBreakfast },
    { ago: 5, by: null, play: visitorProposes },
  ];
}

async function rulesOfHomes(tx: TenantDb, stage: Stage): Promise<void> {
  await verbs.setDepartmentRules(tx, {
    departmentId: stage.department('kaerhaven'),
    boardAbove: kroner(3000),
    proposalDays: 14,
    words: 'Nøglen til fælleshuset hentes på kontoret.',
  });
}

async function firstEdition(tx: TenantDb): Promise<void> {
  must(await verbs.makeEdition(tx, 'Vedtaget af organisationsbestyrelsen som bilag til strategien.'), 'udgave 1');
}

const COFFEE = 'nabokaffe';

/** "Det vil vi også": the coffee of the catalogue comes to Kærhaven. */
async function coffeeBegins(tx: TenantDb, stage: Stage): Promise<void> {
  const departmentId = stage.department('kaerhaven');
  const id = await verbs.takeCard(
    tx,
    await deckCard(tx, 'neighbourCoffee'),
    {
      title: 'Nabokaffe i nummer 5',
      wholeOrganisation: false,
      departmentIds: [departmentId],
      participants: 12,
      startsOn: null,
      withSteps: true,
      drivenBy: { personId: stage.person('mette'), namePublic: true },
    },
    { language: 'da', departments: new Map() },
  );
  stage.initiatives.set(COFFEE, id);
}

async function coffeeEnds(tx: TenantDb, stage: Stage): Promise<void> {
  const words = 'Elleve torsdage, og kanden var altid tom. Nu er det flyttet ned i fælleshuset som en fast ting.';
  must(await initiatives.endInitiative(tx, idOf(stage, COFFEE), { result: 'done', words }), COFFEE);
}

/** The walks that the fund paid for become a card of their own. */
async function walksBecomeACard(tx: TenantDb, stage: Stage): Promise<void> {
  await verbs.cardOf(tx, await walks(tx, stage), 'da');
}

async function publishWalks(tx: TenantDb, stage: Stage): Promise<void> {
  // The one it became: a second click makes no second card.
  await verbs.publishCard(tx, await verbs.cardOf(tx, await walks(tx, stage), 'da'));
}

async function walks(tx: TenantDb, stage: Stage) {
  const found = await initiativeById(tx, idOf(stage, 'naturture'));
  if (!found) throw new Error('Cannot make a card of "naturture": it is not there');
  return found;
}

function idOf(stage: Stage, key: string): Id<'initiative'> {
  const id = stage.initiatives.get(key);
  if (!id) throw new Error(`Cannot tell "${key}": it has not begun`);
  return id;
}

/** What the caretakers say to a card. */
async function caretakersRemember(tx: TenantDb, stage: Stage): Promise<void> {
  const { id } = await deckCard(tx, 'neighbourCoffee');
  const everywhere = {
    departmentId: null,
    words: 'Luk vinduer og sluk lys, når I går. Så tænder alarmen ikke om natten.',
  };
  must(await verbs.remark(tx, id, everywhere), 'drift');
  const departmentId = stage.department('kaerhaven');
  must(
    await verbs.remark(tx, id, { departmentId, words: 'Husk nøglen til fælleshuset. Hent den dagen før.' }),
    'drift',
  );
}

async function walksInAPicture(tx: TenantDb, stage: Stage): Promise<void> {
  await aPhoto(tx, await verbs.cardOf(tx, await walks(tx, stage), 'da'), await meadowPicture());
}

async function asks(tx: TenantDb, stage: Stage, by: string, words: string): Promise<Id<'catalogue_question'>> {
  const { id: cardId } = await deckCard(tx, 'neighbourCoffee');
  const asked = { cardId, initiativeId: idOf(stage, COFFEE), words, askedBy: stage.person(by) };
  return must(await verbs.askThem(tx, asked), 'spørgsmål');
}

async function asksHowItWent(tx: TenantDb, stage: Stage): Promise<void> {
  const words = 'Hvor mange kom den første torsdag? Vi er bange for at sidde der alene.';
  stage.asks.set(COFFEE, await asks(tx, stage, 'sofie', words));
}

async function tellsHowItWent(tx: TenantDb, stage: Stage): Promise<void> {
  const answeredBy = stage.person('mette');
  const words = 'Vi var fire, og de tre var bedt personligt. Ring på hos to, før du hænger en seddel op.';
  const id = stage.asks.get(COFFEE) as Id<'catalogue_question'>;
  await answers(tx, id, { words, named: true, answeredBy, name: 'Mette Lauridsen' });
}

async function asksAgain(tx: TenantDb, stage: Stage): Promise<void> {
  await asks(tx, stage, 'leila', 'Lånte I kopper, eller havde folk selv en med?');
}

async function doesAtHome(tx: TenantDb, key: string): Promise<void> {
  await verbs.doAtHome(tx, (await deckCard(tx, key)).id);
}

async function pin(tx: TenantDb, key: string): Promise<void> {
  must(await verbs.pinCard(tx, (await deckCard(tx, key)).id, true), key);
}

async function proposesBreakfast(tx: TenantDb): Promise<void> {
  await aCard(tx, {
    proposed: true,
    facts: { minutes: 90, participants: 30, budgetOre: [kroner(450)], taskMinutes: [20, 15], setting: 'outdoors' },
    words: {
      title: 'Morgenbord på første skoledag',
      what: 'Vi dækker et langt bord i gården og vinker de nye skolebørn af sted. Forældrene bliver og får kaffe.',
      why: 'Det er en stor dag, og den er sjovere sammen.',
      steps: ['Spørg tre familier.', 'Køb boller aftenen før.', 'Dæk bord klokken syv.'],
      budget: ['Boller, ost og juice'],
      tasks: ['Hent boller hos bageren', 'Dæk bordet'],
    },
  });
}

async function visitorProposes(tx: TenantDb): Promise<void> {
  await aCard(tx, {
    proposed: true,
    words: { title: 'Fælles julelys i vinduerne', what: 'Alle sætter et lys i vinduet den 1. december klokken 17.' },
  });
}
