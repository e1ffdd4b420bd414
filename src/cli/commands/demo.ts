import { migrate } from '../../platform/db/migrate.ts';
import { removeTenant, tenantBySlug } from '../../platform/db/tenants.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';

export const demoTell: Command = {
  name: 'demo tell',
  summary: 'Tell the demo story: Boligforeningen Lyngbakken, with initiatives in every state',
  details: 'All of it is invented, and its days are counted back from today. Refused when it has been told already.',
  async run(call) {
    const { LYNGBAKKEN } = await import('../../demo/places.ts');
    const { tellDemo } = await import('../../demo/tell.ts');
    await withDatabase(call.config(), async (database) => {
      await migrate(database);
      if (await tenantBySlug(database, LYNGBAKKEN.slug)) {
        throw new Error('The story has been told here already. To begin anew: grobund demo wipe');
      }
      await tellDemo(database, new Date());
    });
    call.say(`✔ ${LYNGBAKKEN.name} is at /${LYNGBAKKEN.slug}`);
    return undefined;
  },
};

export const demoWipe: Command = {
  name: 'demo wipe',
  summary: 'Take the demo story away, with everything that was done in it',
  details: 'Touches no other tenant.',
  async run(call) {
    const { LYNGBAKKEN } = await import('../../demo/places.ts');
    await withDatabase(call.config(), async (database) => {
      const tenant = await tenantBySlug(database, LYNGBAKKEN.slug);
      if (!tenant) throw new Error('There is no demo story here.');
      await removeTenant(database, tenant.id);
    });
    call.say(`✔ ${LYNGBAKKEN.name} is gone`);
    return undefined;
  },
};
