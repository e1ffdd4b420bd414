import { z } from 'zod';
import { type Role, SYSTEM } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { grantRole, ownOrganisation, registerPerson } from '../../modules/housing/public.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { tenantBySlug } from '../../platform/db/tenants.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { expectMigrated, withDatabase } from '../database.ts';

/** Who can be let in from outside: those employed in the house. All others are registered on the site, by them. */
const ROLES = ['secretariat', 'consultant', 'finance', 'operations'] as const satisfies readonly Role[];

export const personAdd: Command = {
  name: 'person add',
  summary: 'Let the first employee in, who registers all others on the site',
  details:
    'They sign in with a code that comes by mail, so mail must work (SMTP_URL). The secretariat may do most.\n\n' +
    '  grobund person add --tenant bakken --name "Karen Mose" --email karen@example.dk --role secretariat',
  options: {
    tenant: { value: 'slug', help: 'The house, as in "grobund tenant list"' },
    name: { value: 'name', help: 'Their name' },
    email: { value: 'address', help: 'Where the code goes' },
    role: { value: 'role', help: `${ROLES.join(', ')}; secretariat unless said` },
  },
  json: true,
  async run(call) {
    const wanted = readPerson(call);
    const id = await withDatabase(call.config(), async (database) => {
      await expectMigrated(database);
      const tenant = await tenantBySlug(database, wanted.tenant);
      if (!tenant) throw new Error(`There is no house "${wanted.tenant}". To see them: grobund tenant list`);
      const visit = { tenant, actor: SYSTEM, channel: 'system', now: new Date(), origin: '' } as const;
      return database.asTenant(visit, (tx) => letIn(tx, wanted));
    });
    call.say(`✔ ${wanted.name} can sign in with ${wanted.email}`);
    call.answer({ id, ...wanted });
    return undefined;
  },
};

interface Wanted {
  readonly tenant: string;
  readonly name: string;
  readonly email: string;
  readonly role: (typeof ROLES)[number];
}

function readPerson(call: Call): Wanted {
  const tenant = call.option('tenant');
  const name = call.option('name')?.trim();
  const email = call.option('email')?.trim().toLowerCase();
  const role = ROLES.find((one) => one === (call.option('role') ?? 'secretariat'));
  if (!tenant || !name) throw new WrongUse('"grobund person add" needs --tenant, --name and --email.');
  if (!z.email().safeParse(email).success) throw new WrongUse('--email is an address such as karen@example.dk.');
  if (!role) throw new WrongUse(`--role is one of ${ROLES.join(', ')}.`);
  return { tenant, name, email: email as string, role };
}

async function letIn(tx: TenantDb, { name, email, role }: Wanted): Promise<Id<'person'>> {
  const registered = await registerPerson(tx, { name, email });
  if (!registered.ok) throw new Error(`Cannot let ${name} in: somebody in the house has ${email} already`);
  const organisationId = (await ownOrganisation(tx)).id;
  const seat = { role, organisationId, departmentId: null, from: tx.today, until: null };
  const granted = await grantRole(tx, { personId: registered.value, ...seat });
  if (!granted.ok) throw new Error(`Cannot make ${name} ${role}: ${granted.refusal.kind}`);
  return registered.value;
}
