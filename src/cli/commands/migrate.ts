import { migrate, pendingMigrations } from '../../platform/db/migrate.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database up to this version of Grobund',
  details: '"grobund start" does this by itself. Migrations only go forward; take a backup first.',
  options: { check: { help: 'Only list what is missing; exit code 1 when something is' } },
  json: true,
  async run(call) {
    const check = call.flag('check');
    const names = await withDatabase(call.config(), (database) =>
      check ? pendingMigrations(database) : migrate(database),
    );
    call.answer({ [check ? 'missing' : 'applied']: names });
    if (names.length === 0) call.say('The database is up to date.');
    for (const name of names) call.say(`${check ? 'Missing' : 'Applied'}: ${name}`);
    return check && names.length > 0 ? 1 : 0;
  },
};
