import { backupFirst } from '../../platform/backup/before.ts';
import { migrate, pendingMigrations, problemOfHistory } from '../../platform/db/migrate.ts';
import { readMigrations } from '../../platform/db/migration-files.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database up to this version of Grobund',
  details:
    '"grobund start" does this by itself. Migrations only go forward: the way back is a backup. With GROBUND_BACKUP_FOLDER\n' +
    'set, one is taken first. Each migration is applied whole or not at all.',
  options: { check: { help: 'Only list what is missing; exit code 1 when something is' } },
  json: true,
  async run(call) {
    const check = call.flag('check');
    const config = call.config();
    const names = await withDatabase(config, async (database) => {
      if (!check) return migrate(database, readMigrations(), backupFirst(database, config.backups, call.say));
      const refused = await problemOfHistory(database);
      if (refused) throw new Error(refused);
      return pendingMigrations(database);
    });
    call.answer({ [check ? 'missing' : 'applied']: names });
    if (names.length === 0) call.say('The database is up to date.');
    for (const name of names) call.say(`${check ? 'Missing' : 'Applied'}: ${name}`);
    return check && names.length > 0 ? 1 : 0;
  },
};
