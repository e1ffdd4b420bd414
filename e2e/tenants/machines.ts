import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CONNECTIONS } from '../../src/connections.ts';
import { connectionsJobs } from '../../src/modules/connections/public.ts';
import { drainJobs } from '../../src/platform/jobs/drain.ts';
import { record } from '../../src/platform/journal/journal.ts';
import { NOON } from '../town.ts';
import { foreignIn, textOf } from './probe.ts';
import { madeUpThings } from './things.ts';
import { SITE, type Who, type World } from './world.ts';

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

/** What a system that my house tells of everything is told, while something happens in both houses. */
export async function* messageLeaks(world: World): AsyncGenerator<string> {
  const got: string[] = [];
  const receiver = createServer((request, response) => {
    let text = JSON.stringify(request.headers);
    request.on('data', (piece) => {
      text += String(piece);
    });
    request.on('end', () => {
      got.push(text);
      response.end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  try {
    await world.database.pool.query(
      'update webhook set url = $1, next_try_at = null, busy_until = null where tenant_id = $2',
      [url, world.mine.id],
    );
    for (const tenant of [world.mine, world.theirs]) {
      const { initiative: id } = tenant === world.mine ? world.ownThings : world.foreignThings;
      await world.tx(tenant, async (tx) =>
        record(tx, { kind: 'initiative.woken', subject: { kind: 'initiative', id } }),
      );
    }
    // Told by the module itself: a made-up row may say that this is a house to practise in, which tells nobody anything.
    const kinds = connectionsJobs({ kinds: CONNECTIONS.kinds, loopbackToo: true });
    const clock = { now: () => NOON };
    await drainJobs(
      { database: world.database, kinds, clock, originOf: () => SITE },
      { tolerant: true, retries: true },
    );
  } finally {
    receiver.close();
  }
  if (!got.some((text) => text.includes(world.ownThings.initiative))) yield 'nothing was told';
  for (const text of got) yield* foreignIn(world, 'a message', text);
}
