import { isPractice } from '../../platform/db/house-settings.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { allTenants } from '../../platform/db/tenants.ts';
import { originOfTenant } from '../../platform/web/tenants.ts';
import { openPractice, tellPracticeAnew, wayIntoPractice } from '../../practice.ts';
import type { Call, Command } from '../command.ts';
import { expectMigrated, withDatabase } from '../database.ts';

const MINUTES = 60;

export const practiceOpen: Command = {
  name: 'practice open',
  summary: 'Open the practice house: the demo story, marked as practice, from which nothing is sent',
  details: 'Tells the story when it is not there. Prints an address that signs in once as its secretariat.',
  json: true,
  async run(call) {
    const signIn = await withDatabase(call.config(), async (database) => {
      await migrate(database);
      const tenant = await openPractice(database, new Date());
      return wayIntoPractice(database, tenant, { address: addressOf(call), now: new Date(), minutes: MINUTES });
    });
    call.say(`✔ The practice house is open. This address signs in once, within ${MINUTES} minutes:`);
    call.say(signIn ?? '');
    call.answer({ signIn });
    return undefined;
  },
};

export const practiceAnew: Command = {
  name: 'practice anew',
  summary: 'Tell the story of the practice house from its beginning, and forget what was tried in it',
  details:
    'Touches no other house. It can run beside a running Grobund: who practises sees the old story until the new one is told.',
  async run(call) {
    const place = await withDatabase(call.config(), async (database) => {
      await expectMigrated(database);
      const tenant = (await allTenants(database)).find(isPractice);
      if (!tenant) throw new Error('There is no practice house here. To open one: grobund practice open');
      await tellPracticeAnew(database, tenant, new Date());
      return originOfTenant(tenant, addressOf(call));
    });
    call.say(`✔ The story begins anew at ${place}`);
    return undefined;
  },
};

function addressOf(call: Call): string {
  const config = call.config();
  return config.origin ?? `http://localhost:${config.port}`;
}
