import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup } from '../../platform/backup/backup.ts';
import { type Command, WrongUse } from '../command.ts';
import { withDatabase } from '../database.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Write the whole database to one file, while Grobund runs',
  details:
    'Everything is in it: people, files, journal and the jobs that wait. Keep it as you keep the database itself.\n' +
    'Example: grobund backup "sikkerhedskopi 2026-05-03.grobund"',
  arguments: [{ name: 'file', help: 'Where to write it' }],
  options: { overwrite: { help: 'Write over a file that is there' } },
  json: true,
  async run(call) {
    const [name] = call.args;
    if (!name) throw new WrongUse('Say which file to write.');
    const path = call.file(name);
    if (existsSync(path) && !call.flag('overwrite'))
      throw new Error(`${path} is there already. To write over it: --overwrite`);
    if (!existsSync(dirname(path))) throw new Error(`There is no folder ${dirname(path)}`);
    const summary = await withDatabase(call.config(), (database) => backup(database, path, new Date()));
    const megabytes = (summary.size / 1_000_000).toFixed(1);
    call.say(`✔ ${summary.rows} rows of ${summary.tables} tables in ${path} (${megabytes} MB)`);
    call.answer({ file: path, ...summary });
    return undefined;
  },
};
