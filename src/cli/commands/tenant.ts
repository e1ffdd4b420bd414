import type { Tenant } from '../../platform/db/tenant-db.ts';
import { allTenants, createTenant, removeTenant, tenantBySlug } from '../../platform/db/tenants.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { expectMigrated, withDatabase } from '../database.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
const COLOUR = /^#[0-9a-f]{6}$/;

export const tenantAdd: Command = {
  name: 'tenant add',
  summary: 'Open a house: one housing organisation with its own people, words and colour',
  details:
    'Seen by a running Grobund within two seconds. Then: grobund person add\n\n' +
    '  grobund tenant add --slug bakken --name "Boligforeningen Bakken" --host bakken.example.dk',
  options: {
    slug: { value: 'slug', help: 'First part of its addresses: small letters a-z, digits and hyphens' },
    name: { value: 'name', help: 'As it stands on letters' },
    host: { value: 'host', help: 'A host name that leads to it, without https://' },
    colour: { value: '#rrggbb', help: 'Its own colour; made readable before it is used' },
    language: { value: 'da|en', help: 'Of letters, and for visitors who have not chosen; da unless said' },
  },
  json: true,
  async run(call) {
    const wanted = readTenant(call);
    const { ownPathParts } = await import('../../app.tsx');
    if (ownPathParts().has(wanted.slug)) throw new WrongUse(`--slug ${wanted.slug} is the name of a page of the site.`);
    const { LYNGBAKKEN } = await import('../../demo/places.ts');
    // "grobund demo wipe" takes away whoever has it.
    if (wanted.slug === LYNGBAKKEN.slug) throw new WrongUse(`--slug ${wanted.slug} is kept for the demo story.`);
    const tenant = await withDatabase(call.config(), async (database) => {
      await expectMigrated(database);
      const others = await allTenants(database);
      const same = others.find((one) => one.slug === wanted.slug || (wanted.host && one.host === wanted.host));
      if (same) throw new Error(`Cannot open "${wanted.slug}": its slug or host belongs to ${same.name} already`);
      return createTenant(database, wanted);
    });
    call.say(`✔ ${tenant.name} is at ${placeOf(tenant)}`);
    call.answer(tenant);
    return undefined;
  },
};

export const tenantList: Command = {
  name: 'tenant list',
  summary: 'List the houses',
  json: true,
  async run(call) {
    const tenants = await withDatabase(call.config(), async (database) => {
      await expectMigrated(database);
      return allTenants(database);
    });
    for (const tenant of tenants) call.say(`${tenant.slug.padEnd(20)} ${placeOf(tenant).padEnd(28)} ${tenant.name}`);
    if (tenants.length === 0) call.say('There is no house yet. To open one: grobund tenant add');
    call.answer({ tenants });
    return undefined;
  },
};

export const tenantRemove: Command = {
  name: 'tenant remove',
  summary: 'Take a house away with everything that is in it, for good',
  details: 'Touches no other house. Take a backup first: this cannot be undone.',
  arguments: [{ name: 'slug', help: 'Which one, as in "grobund tenant list"' }],
  options: { yes: { help: 'It is meant' } },
  async run(call) {
    const [slug = ''] = call.args;
    const name = await withDatabase(call.config(), async (database) => {
      await expectMigrated(database);
      const tenant = await tenantBySlug(database, slug);
      if (!tenant) throw new Error(`There is no house "${slug}". To see them: grobund tenant list`);
      if (!call.flag('yes')) throw new Error(`This takes ${tenant.name} away for good. If it is meant, add --yes`);
      await removeTenant(database, tenant.id);
      return tenant.name;
    });
    call.say(`✔ ${name} is gone`);
    return undefined;
  },
};

function readTenant(call: Call): Pick<Tenant, 'slug' | 'name'> & Partial<Tenant> {
  const slug = call.option('slug') ?? '';
  const name = call.option('name')?.trim() ?? '';
  const host = call.option('host')?.toLowerCase();
  const colour = call.option('colour')?.toLowerCase();
  const language = call.option('language');
  if (!SLUG.test(slug)) throw new WrongUse('"grobund tenant add" needs --slug, such as bakken.');
  if (name === '') throw new WrongUse('"grobund tenant add" needs --name, such as "Boligforeningen Bakken".');
  if (host !== undefined && !HOST.test(host)) throw new WrongUse('--host is a name alone, such as bakken.example.dk.');
  if (colour !== undefined && !COLOUR.test(colour)) throw new WrongUse('--colour is written as #2f6b4f.');
  if (language !== undefined && language !== 'da' && language !== 'en') throw new WrongUse('--language is da or en.');
  return { slug, name, ...(host ? { host } : {}), ...(colour ? { colour } : {}), ...(language ? { language } : {}) };
}

function placeOf(tenant: Tenant): string {
  return tenant.host ?? `/${tenant.slug}`;
}
