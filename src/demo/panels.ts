import { addDays } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { loadActor } from '../modules/housing/public.ts';
import { anApplicant, aPanel, verbs } from '../modules/listen/panels/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { DEPARTMENTS } from './places.ts';
import { must, type Scene, type Stage } from './tell.ts';

/** What the two groups are called here, so that one scene finds what another made. */
const DRAWN = 'Lutter ører';
const OPEN = 'Det åbne bord';

const NAMES = [
  'Agnes Thorup',
  'Bilal Osman',
  'Conny Steffen',
  'Dorte Vang',
  'Erling Hoff',
  'Farida Aziz',
  'Gustav Riber',
  'Hanne Lysholt',
  'Ismail Demir',
  'Jane Brogaard',
  'Kjeld Munkholm',
  'Lone Fjord',
  'Malthe Grøn',
  'Nadifa Warsame',
  'Oskar Tved',
  'Petra Skovly',
  'Ragnhild Bæk',
  'Steffen Dahlgaard',
  'Trine Møllegaard',
  'Ulrik Sand',
  'Viola Krabbe',
  'Wilfred Aa',
  'Yrsa Bonde',
  'Ziad Karam',
  'Asbjørn Lilleø',
  'Bente Rask',
  'Cecilie Hjort',
  'Ditlev Krogsgaard',
] as const;
const LANGUAGES = ['da', 'da', 'da', 'en', 'da', 'ar', 'da'] as const;
const TENURES = ['0-1', '2-5', '6-15', '16+'] as const;
const DIETS = ['', '', 'Svinekød', '', 'Nødder', '', '', 'Kød'] as const;

/** A focus group whose seats were drawn by two, met, said something and was answered; and one that is open to all. */
export function panelScenes(): readonly Scene[] {
  return [
    { ago: 80, by: 'signe', play: callForDrawn },
    ...NAMES.map((_, at): Scene => ({ ago: 79 - Math.floor(at / 2), by: null, play: (tx) => signsUp(tx, at) })),
    { ago: 50, by: 'signe', play: askTheDraw },
    { ago: 50, by: 'jonas', play: async (tx) => void must(await verbs.press(tx, (await drawOf(tx)).id), DRAWN) },
    { ago: 47, by: null, play: answers },
    { ago: 45, by: 'signe', play: callTheMeeting },
    { ago: 31, by: 'signe', play: met },
    { ago: 20, by: 'signe', play: answerThem },
    { ago: 40, by: 'jonas', play: openOne },
    { ago: 6, by: 'jonas', play: askTheOpen },
  ];
}

async function callForDrawn(tx: TenantDb, stage: Stage): Promise<void> {
  const panel = await aPanel(tx, { name: DRAWN, seats: 12 });
  must(await verbs.addSelector(tx, panel.id, stage.person('jonas')), DRAWN);
  await verbs.haveLooked({ ...tx, actor: await actorOf(tx, stage.person('jonas')) }, panel.id);
}

async function actorOf(tx: TenantDb, id: Id<'person'>): Promise<TenantDb['actor']> {
  const actor = await loadActor(tx, id);
  if (!actor) throw new Error('Cannot act in the story: no such person');
  return actor;
}

/** Spread over the six departments, all ages and languages. */
async function signsUp(tx: TenantDb, at: number): Promise<void> {
  const name = NAMES[at] ?? '';
  const place = DEPARTMENTS[at % DEPARTMENTS.length];
  if (!place) throw new Error('The story has no departments');
  const home = place.homes[at % place.homes.length];
  const house = place.houses[(at * 3) % place.houses.length];
  const floor = home?.floor ? `, ${home.floor}. ${home.side}` : '';
  await anApplicant(tx, (await panelNamed(tx, DRAWN)).id, {
    name,
    email: `${name.split(' ')[0]?.toLowerCase()}@lyngbakken.test`,
    address: `${place.street} ${house}${floor}`,
    birthYear: 1938 + ((at * 17) % 68),
    language: LANGUAGES[at % LANGUAGES.length] ?? 'da',
    tenure: TENURES[(at * 3) % TENURES.length] ?? '2-5',
    diet: DIETS[at % DIETS.length] ?? '',
    why: at % 4 === 0 ? 'Jeg vil gerne være med til at sige, hvordan det er at bo her.' : '',
  });
}

async function panelNamed(tx: TenantDb, name: string) {
  const found = await verbs.panelNamed(tx, name);
  if (!found) throw new Error(`The story has no focus group "${name}" yet`);
  return found;
}

async function drawOf(tx: TenantDb) {
  const [draw] = await verbs.drawsOf(tx, (await panelNamed(tx, DRAWN)).id);
  if (!draw) throw new Error('The story has no draw yet');
  return draw;
}

/** The bounds are as wide as those who came allow; then the pool is closed, the list made, and Signe presses. */
async function askTheDraw(tx: TenantDb): Promise<void> {
  const panel = await panelNamed(tx, DRAWN);
  const applied = await verbs.applicationsOf(tx, panel.id);
  const cells = (await verbs.cellsOf(tx, panel.id)).map((cell) => {
    const there = applied.filter(({ traits }) => cell.codes.includes(traits[cell.feature])).length;
    return { ...cell, fewest: Math.min(cell.fewest, Math.floor(there / 2)), most: Math.min(12, cell.most + 1) };
  });
  must(await verbs.saveProfile(tx, panel.id, cells), DRAWN);
  await verbs.closePool(tx, panel);
  const id = must(await verbs.askDraw(tx, panel.id, 'two'), DRAWN);
  const errand = await verbs.prepareDraw(tx, id, null);
  if (!errand) throw new Error('Cannot draw in the story: the draw is gone');
  await (await errand())(tx);
  must(await verbs.press(tx, id), DRAWN);
}

/** All but one say yes; the seat that is free stays so until the next draw. */
async function answers(tx: TenantDb): Promise<void> {
  const panel = await panelNamed(tx, DRAWN);
  for (const one of await verbs.applicationsOf(tx, panel.id)) {
    if (one.place) must(await verbs.answerOffer(tx, one.id, 'yes', null), one.name);
  }
}

async function callTheMeeting(tx: TenantDb): Promise<void> {
  await verbs.callMeeting(tx, await panelNamed(tx, DRAWN), {
    on: addDays(tx.today, 14),
    starts: '17:30',
    place: 'Fælleshuset i Kærhaven',
    agenda: 'Velkommen og mad\nBrevet om varme: kan det forstås?\nHvad skal vi begynde med i gårdene?',
  });
}

async function met(tx: TenantDb): Promise<void> {
  const panel = await panelNamed(tx, DRAWN);
  const members = (await verbs.applicationsOf(tx, panel.id)).filter(({ place }) => place?.answer === 'yes');
  const [meeting] = await verbs.meetingsOf(tx, panel.id);
  if (!meeting) throw new Error('The story has no meeting yet');
  await verbs.noteAttendance(
    tx,
    panel.id,
    meeting.id,
    members.slice(0, 9).map(({ id }) => id),
  );
  const on = meeting.on;
  await verbs.recommend(tx, panel.id, {
    says: 'Skriv breve om varme med store bogstaver og billeder. Vi forstod først prisen tredje gang, vi læste den.',
    meetingId: meeting.id,
    on,
  });
  await verbs.recommend(tx, panel.id, {
    says: 'Sæt en bænk ved hver opgang. Så falder man i snak, når man venter på bussen.',
    meetingId: meeting.id,
    on,
  });
  await verbs.askToPrioritise(tx, panel.id, {
    asks: 'Hvad skal vi begynde med i gårdene?',
    method: 'dots',
    dots: 5,
    options: ['Bænke ved opgangene', 'Lys på stierne', 'Et fælles drivhus', 'Færre skilte'].map((says) => ({
      says,
      initiativeId: null,
    })),
  });
  const [question] = await verbs.questionsOf(tx, panel.id);
  for (const [at, one] of members.slice(0, 9).entries()) {
    const points = (question?.options ?? []).map(({ id }, option) => [id as string, (at + option) % 3] as const);
    if (question) must(await verbs.vote(tx, question.id, one.id, new Map(points)), 'dots');
  }
}

async function answerThem(tx: TenantDb): Promise<void> {
  const panel = await panelNamed(tx, DRAWN);
  const [bench, letter] = await verbs.recommendationsOf(tx, panel.id);
  if (!bench || !letter) throw new Error('The story has no recommendations yet');
  const said = 'Vi har skrevet brevet om. Prisen står først, og der er en tegning. Det nye brev kommer i august.';
  await verbs.answerRecommendation(tx, panel, letter.id, said);
  await verbs.answerRecommendation(
    tx,
    panel,
    bench.id,
    'God idé. Vi begynder i Kærhaven, og I er velkomne til at være med.',
  );
  must(await verbs.growInitiative(tx, panel, bench.id, { title: 'Bænke ved opgangene', category: 'green' }), 'bench');
}

/** Nine who come when they like: most of them old, so that the page says whom the table lacks. */
async function openOne(tx: TenantDb): Promise<void> {
  const panel = await aPanel(tx, {
    kind: 'open',
    name: OPEN,
    purpose: 'Vi spiser sammen den første torsdag i måneden og siger, hvad vi synes om det nye. Kom, når du har lyst.',
    practical: 'Fælleshuset i Stationsgården, første torsdag i måneden kl. 17. Der er suppe.',
    boardLimit: null,
  });
  const visitor: TenantDb = { ...tx, actor: { kind: 'visitor' } };
  for (const [at, name] of NAMES.slice(0, 9).entries()) {
    await anApplicant(visitor, panel.id, {
      name: `${name.split(' ')[0]} Bord`,
      email: `${name.split(' ')[0]?.toLowerCase()}.bord@lyngbakken.test`,
      address: `Stationsgade ${2 + at * 2}, 1. tv`,
      birthYear: 1944 + at * 3,
      tenure: '16+',
      language: 'da',
    });
  }
}

async function askTheOpen(tx: TenantDb): Promise<void> {
  await verbs.callMeeting(tx, await panelNamed(tx, OPEN), {
    on: addDays(tx.today, 16),
    starts: '17:00',
    place: 'Fælleshuset i Stationsgården',
    agenda: 'Suppe\nNyt skilt ved indkørslen\nEventuelt',
  });
}
