import type { Who } from './people.ts';
import { foreignIn, textOf } from './probe.ts';
import { madeUpThings } from './things.ts';
import { SITE, type World } from './world.ts';

/** What a system with a key of my house can see or tell of the other one. */
export async function* apiLeaks(world: World): AsyncGenerator<string> {
  const { ownThings: own, foreignThings: foreign } = world;
  const nobodys = madeUpThings();
  const ask = async (path: string, token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await world.app.fetch(
      new Request(`${SITE}/${world.mine.slug}/api/v1${path}`, { headers }),
      '10.3.3.3',
    );
    return { status: answer.status, text: await answer.text() };
  };
  const plain = (text: string) => text.replace(/urn:request:\w+/, '·');
  const file = JSON.parse((await ask('/openapi.json', own.apiToken)).text) as { paths: object };
  for (const path of Object.keys(file.paths).filter((one) => !one.includes('{'))) {
    let seen = 0;
    for (let after: string | null = ''; after !== null; ) {
      const page = await ask(`${path}?limit=200${after && `&after=${after}`}`, own.apiToken);
      if (page.status !== 200) yield `${path} answered ${page.status}: ${page.text} ${world.broken.at(-1)}`;
      yield* foreignIn(world, `api ${path}`, page.text);
      const { data = [], next = null } = JSON.parse(page.text) as { data?: unknown[]; next?: string | null };
      seen += data.length;
      after = next;
    }
    if (seen === 0) yield `api ${path} shows nothing, so that nothing could be seen`;
    const theirs = await ask(path, foreign.apiToken);
    const unknown = await ask(path, nobodys.apiToken);
    if (theirs.status !== 401 || plain(theirs.text) !== plain(unknown.text)) yield `api ${path} knows a key of theirs`;
  }
  for (const [resource, thing] of Object.entries({
    initiatives: 'initiative',
    homes: 'tenancy',
    people: 'person',
  } as const)) {
    const theirs = await ask(`/${resource}/${foreign[thing]}`, own.apiToken);
    const unknown = await ask(`/${resource}/${nobodys[thing]}`, own.apiToken);
    if (theirs.status !== 404 || plain(theirs.text) !== plain(unknown.text)) yield `api knows ${resource} of theirs`;
  }
}

const LISTS = [
  '/initiativer',
  '/initiativer/overblik',
  '/ideer',
  '/personer',
  '/afdelinger',
  '/pulje/ansoegninger',
  '/pulje/resultater',
  '/fakturaer',
  '/betalinger',
  '/din-tur',
  '/nyt/kalender.ics',
  '/nyt/initiativer.xml',
];

/** What the lists of my house hold as files, for everybody who may have them. */
export async function* fileLeaks(
  world: World,
  people: readonly Who[] = ['visitor', 'resident', 'secretariat', 'finance'],
) {
  let files = 0;
  for (const who of people) {
    const reader = await world.reader(who);
    const department = `/afdelinger/${world.ownThings.department}`;
    const ledger = `/puljer/${world.ownThings.fund}/regnskab`;
    for (const path of [...LISTS, department, ledger]) {
      for (const form of ['csv', 'xlsx']) {
        const answer = await reader.fetch(`${path}?hent=${form}`);
        const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
        const text = await textOf(new Uint8Array(await answer.arrayBuffer()), type);
        if (answer.status >= 500) yield `${path} as ${form} for ${who}: ${world.broken.at(-1)}`;
        if (type.startsWith('application/vnd') || type === 'text/csv') files += 1;
        yield* foreignIn(world, `${path} as ${form} for ${who}`, text);
      }
    }
  }
  if (files < 40) yield `only ${files} files were fetched`;
}
