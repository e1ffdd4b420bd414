import { randomBytes } from 'node:crypto';
import { SYSTEM } from '../kernel/actor.ts';
import { MS_PER_DAY } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { aTie } from '../modules/houses/seed.ts';
import { loadActor } from '../modules/housing/public.ts';
import { aPerson } from '../modules/housing/seed.ts';
import { anInitiative } from '../modules/initiatives/seed.ts';
import { aCopy, answerNewest, deliverAll } from '../modules/sharing/seed.ts';
import type { Database } from '../platform/db/database.ts';
import type { Tenant, TenantDb } from '../platform/db/tenant-db.ts';
import { createTenant } from '../platform/db/tenants.ts';
import { SOURCES } from '../shared-sources.ts';

/** The municipality has a house of its own beside Lyngbakken, by a name that leads to the same machine. */
export const VESTERBY = { slug: 'vesterby', name: 'Vesterby Kommune', colour: '#1d5b79', host: 'vesterby.localhost' };

/**
 * Tells of the house next door: Signe works in both, one copy from there is accepted in Lyngbakken, and one waits for an
 * answer. Throws when that house is there already.
 */
export async function tellNeighbours(database: Database, lyngbakken: Tenant, now: Date): Promise<Tenant> {
  const vesterby = await createTenant(database, VESTERBY);
  const daysAgo = (days: number) => new Date(now.getTime() - days * MS_PER_DAY);
  const at =
    (tenant: Tenant, days: number) =>
    <T>(work: (tx: TenantDb) => Promise<T>): Promise<T> =>
      database.asTenant({ tenant, actor: SYSTEM, now: daysAgo(days), origin: `http://127.0.0.1/${tenant.slug}` }, work);

  const { signe, birthe } = await at(
    vesterby,
    60,
  )(async (tx) => ({
    signe: await aPerson(tx, { name: 'Signe Højlund', email: 'signe.hoejlund@vesterby.test', roles: ['consultant'] }),
    birthe: await aPerson(tx, { name: 'Birthe Lunde', email: 'birthe.lunde@vesterby.test', roles: ['secretariat'] }),
  }));
  const hers = await at(lyngbakken, 50)((tx) => personNamed(tx, 'Signe Højlund'));
  const secret = randomBytes(32);
  await at(lyngbakken, 50)((tx) => aTie(tx, { personId: hers, house: vesterby.id, secret }));
  await at(vesterby, 50)((tx) => aTie(tx, { personId: signe, house: lyngbakken.id, secret }));

  const from = (days: number, title: string, what: string, note: string) =>
    at(
      vesterby,
      days,
    )(async (tx) => {
      const actor = await loadActor(tx, birthe);
      if (!actor) throw new Error('Cannot send: Birthe is nobody');
      const asBirthe = { ...tx, actor };
      const id = await anInitiative(asBirthe, { title, what, status: 'under_way', by: birthe });
      await aCopy(asBirthe, { source: 'initiative', id, to: lyngbakken.slug, note }, SOURCES);
    });
  await from(
    20,
    'Bogbytte på biblioteket',
    'En reol ved døren. Tag en bog, og stil en anden.',
    'Den kan stå i ethvert fælleshus.',
  );
  await at(
    lyngbakken,
    19,
  )(async (tx) => {
    await deliverAll(tx);
    const actor = await loadActor(tx, await personNamed(tx, 'Karen Mose'));
    if (actor) await answerNewest({ ...tx, actor }, 'accepted', 'Tak! Den stiller vi op i Engblommen.');
  });
  await at(vesterby, 18)(deliverAll);
  await from(
    2,
    'Gåture for nye naboer',
    'Vi går en tur hver onsdag og viser vej til lægen, skolen og skoven.',
    'Vil I være med i Kærhaven?',
  );
  await at(lyngbakken, 2)(deliverAll);
  return vesterby;
}

async function personNamed({ sql, tenant }: TenantDb, name: string): Promise<Id<'person'>> {
  const query = sql.selectFrom('person').select('id').where('tenant_id', '=', tenant.id).where('name', '=', name);
  return (await query.executeTakeFirstOrThrow()).id;
}
