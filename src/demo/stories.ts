import type { Id } from '../kernel/id.ts';
import { aStory, verbs, type WantedStory } from '../modules/inspire/stories/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import type { Scene, Stage } from './tell.ts';

/** What was told afterwards: of what went well, of what did not, of what waits to be published, and of what is being written. */
export function storiesScenes(): readonly Scene[] {
  return [
    { ago: 118, by: 'emil', play: (tx, stage) => tell(tx, stage, 'kompost', { ...COMPOST, quote: emils(stage) }) },
    { ago: 116, by: 'signe', play: (tx, stage) => publish(tx, stage, 'kompost') },
    { ago: 84, by: 'jytte', play: walks },
    { ago: 82, by: 'jonas', play: (tx, stage) => publish(tx, stage, 'naturture') },
    { ago: 9, by: 'goran', play: (tx, stage) => tell(tx, stage, 'eng', MEADOW) },
    { ago: 9, by: 'goran', play: (tx, stage) => ask(tx, stage, 'eng', 'anne') },
    { ago: 7, by: 'anne', play: meadowIsRead },
    { ago: 6, by: 'goran', play: meadowIsSent },
    { ago: 3, by: 'henny', play: (tx, stage) => tell(tx, stage, 'varme', {}) },
    { ago: 3, by: 'henny', play: (tx, stage) => ask(tx, stage, 'varme', 'poul') },
  ];
}

const COMPOST = {
  heading: 'Komposten, der ikke blev til noget',
  lead: 'Vi ville lave jord af kartoffelskræller. Men ingen ville have nøglen. Her er, hvad vi lærte.',
  body: `Vi tegnede tre beholdere bag skuret i Stationsgården. Alle syntes, det var en god idé.

Så hængte vi en liste op: Hvem tager en uge som vagt? Den var tom i tre uger. To sagde ja, da vi ringede på. Resten ville gerne, hvis andre begyndte.

Havde vi det om, ville vi gøre tre ting:

- Spørge folk, før vi tegnede noget.
- Bede om ti minutter, ikke om en hel uge.
- Begynde med én spand og to naboer.

Tegningen hænger stadig i fælleshuset. Vil du prøve igen, så kommer vi og graver.`,
  state: 'sent',
} as const;

const WALKS = {
  heading: 'Fem ture, 67 naboer og en isfugl',
  lead: 'Jytte gik forrest på fem langsomme ture. Nu går to hold videre på egen hånd.',
  body: `Der er en eng ved hver dør, og næsten ingen kendte den. Derfor bad vi en naturguide om at vise os rundt, en tur fra hver afdeling.

Vi gik så langsomt, at alle kunne være med. Dem med rollator kom hele vejen rundt. Turen endte ved en bænk med kaffe, og der blev vi siddende.

På den fjerde tur fløj en isfugl hen over åen. Ingen sagde noget i et helt minut.`,
  state: 'sent',
} as const;

const MEADOW = {
  heading: 'Engen begyndte med 14 par støvler',
  lead: 'Vi såede en eng bag cykelskuret. I juli talte vi 11 slags bier.',
  body: `Afdelingsmødet sagde ja, og så stod 14 børn klar med støvler og poser med frø.

Det første, der kom op, var mest tidsler. Vi blev spurgt, om det var meningen. Så satte vi et skilt op: Engen sover, kom igen i juni. Det hjalp.

Nu er den slået med le, og frøene ligger klar til næste år.`,
} as const;

function emils(stage: Stage) {
  const said = 'Det er ikke flovt at stoppe. Det er kun ærgerligt, hvis ingen får det at vide.';
  return { said, name: 'Emil, Stationsgården', personId: stage.person('emil') };
}

async function walks(tx: TenantDb, stage: Stage): Promise<void> {
  const photo = stage.photos.get('naturture');
  const quote = {
    said: 'Jeg har boet her i 30 år og gået forbi den eng hver dag. Nu kender jeg den.',
    name: 'Jytte, Engblommen',
    personId: stage.person('jytte'),
  };
  await tell(tx, stage, 'naturture', { ...WALKS, quote, photos: photo ? [photo] : [] });
}

async function tell(tx: TenantDb, stage: Stage, key: string, wanted: WantedStory): Promise<void> {
  await aStory(tx, initiativeOf(stage, key), wanted);
}

async function publish(tx: TenantDb, stage: Stage, key: string): Promise<void> {
  await verbs.publishStory(tx, await storyOf(tx, stage, key));
}

async function ask(tx: TenantDb, stage: Stage, key: string, reader: string): Promise<void> {
  await verbs.askReader(tx, await storyOf(tx, stage, key), stage.person(reader));
}

async function meadowIsRead(tx: TenantDb, stage: Stage): Promise<void> {
  const id = await storyOf(tx, stage, 'eng');
  const [reading] = await verbs.readingsOf(tx, id);
  if (!reading) throw new Error('Cannot read the story of "eng": nobody was asked');
  await verbs.answerReader(tx, id, reading, { answer: 'changes', words: 'Fortæl om tidslerne, dem var der mange af.' });
}

async function meadowIsSent(tx: TenantDb, stage: Stage): Promise<void> {
  await verbs.sendStory(tx, await storyOf(tx, stage, 'eng'));
}

function initiativeOf(stage: Stage, key: string): Id<'initiative'> {
  const id = stage.initiatives.get(key);
  if (!id) throw new Error(`Cannot tell the story of "${key}": it has not begun`);
  return id;
}

async function storyOf(tx: TenantDb, stage: Stage, key: string): Promise<Id<'story'>> {
  const story = await verbs.storyOf(tx, initiativeOf(stage, key));
  if (!story) throw new Error(`Cannot find the story of "${key}": it is not told`);
  return story.id;
}
