import { tellNeighbours, VESTERBY } from '../demo/neighbours.ts';
import { LYNGBAKKEN } from '../demo/places.ts';
import { tellDemo } from '../demo/tell.ts';
import type { Role } from '../kernel/actor.ts';
import { roleName } from '../modules/housing/public.ts';
import type { Database } from '../platform/db/database.ts';
import { allTenants } from '../platform/db/tenants.ts';
import type { PartySettings } from '../platform/oidc/oidc.ts';
import type { Web } from '../platform/web/web.ts';
import type { DevBroker } from './broker.ts';
import { type DevClock, openDevClock } from './clock.ts';
import { gallery } from './gallery.ts';
import { devRoutes } from './routes.tsx';
import { startDevSmtp } from './smtp.ts';
import { oneOfEachRole, personNamed } from './store.ts';
import { asPlace } from './urls.ts';

/** What a developer's own machine has besides. */
export interface Rooms {
  readonly clock: DevClock;
  /** Where mail goes when SMTP_URL says nothing: a real server on this machine that keeps what arrives. */
  readonly mailUrl: string;
  /** Who vouches for the people of the story. */
  readonly parties: readonly PartySettings[];
  routes(web: Web): void;
  /** One line for each role: who, and the address that signs in as them. */
  waysIn(address: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens the developer's rooms, and tells the demo story in a database that has nothing. */
export async function openRooms(database: Database): Promise<Rooms> {
  const clock = await openDevClock(database);
  const smtp = await startDevSmtp({ database, port: 0 });
  const brokers = await startBrokers();
  if ((await allTenants(database)).length === 0) {
    await tellNeighbours(database, await tellDemo(database, clock.now()), clock.now());
  }
  return {
    clock,
    mailUrl: smtp.url,
    // The demo's own house: its directory gives no roles in others.
    parties: brokers.map(({ settings }) => ({
      ...settings,
      houses: settings.way === 'entra' ? [LYNGBAKKEN.slug] : null,
    })),
    routes: (web) =>
      devRoutes(web, { database, clock, gallery, roleName, ways: brokers.map(({ settings }) => settings.way) }),
    waysIn: (address) => waysIn(database, address, clock.now()),
    async close() {
      await Promise.all(brokers.map((broker) => broker.close()));
      await smtp.close();
    },
  };
}

/** None where the developers' packages are left out. */
async function startBrokers(): Promise<readonly DevBroker[]> {
  const room = await import('./broker.ts').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return null;
  });
  if (!room) return [];
  return Promise.all([room.startDevBroker({ broker: 'signaturgruppen' }), room.startDevBroker({ broker: 'entra' })]);
}

const WIDTH = 54;

/** A guest of the partnership, and the house next door. */
async function next(database: Database, address: string, now: Date): Promise<readonly string[]> {
  const houses = await allTenants(database);
  const at = (slug: string, name: string) => {
    const tenant = houses.find((one) => one.slug === slug);
    const who = { actor: { kind: 'system' } as const, now, origin: address };
    return tenant ? database.asTenant({ tenant, ...who }, (tx) => personNamed(tx, name)) : null;
  };
  const guest = await at(LYNGBAKKEN.slug, GUEST);
  const officer = await at(VESTERBY.slug, 'Birthe Lunde');
  const { port } = new URL(address);
  const there = `http://${VESTERBY.host}${port ? `:${port}` : ''}`;
  return [
    ...(guest ? [`  ${`${GUEST}, gæst`.padEnd(WIDTH)} ${address}${asPlace({ id: guest })}`] : []),
    ...(officer
      ? [`  ${`Birthe Lunde, sekretariat i ${VESTERBY.name}`.padEnd(WIDTH)} ${there}${asPlace({ id: officer })}`]
      : []),
  ];
}
const GUEST = 'Nanna Riis';

async function waysIn(database: Database, address: string, now: Date): Promise<readonly string[]> {
  const tenant = (await allTenants(database)).find(({ slug }) => slug === LYNGBAKKEN.slug);
  if (!tenant) return [];
  const actor = { kind: 'system' } as const;
  const people = await database.asTenant({ tenant, actor, now, origin: address }, oneOfEachRole);
  const line = ({ id, name, role }: { id: string; name: string; role: Role }) =>
    `  ${`${name}, ${roleName(role, 'da')}`.padEnd(WIDTH)} ${address}${asPlace({ id })}`;
  return [
    '',
    `${tenant.name}: sign in as`,
    ...people.map(line),
    ...(await next(database, address, now)),
    '',
    `Everybody, the outbox and the clock: ${address}/dev`,
  ];
}
