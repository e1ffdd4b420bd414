import type { Command } from '../command.ts';

export const start: Command = {
  name: 'start',
  summary: 'Run Grobund until Ctrl-C',
  details:
    'Settings come from the environment: PORT, HOST, DATABASE_URL, GROBUND_DATA, GROBUND_URL and more, see docs/operate.md.\n' +
    'Without DATABASE_URL it runs its own PostgreSQL in the data folder.',
  async run(call) {
    // The whole product is loaded only to run it, not to list the commands.
    const { start: startGrobund } = await import('../../main.ts');
    await startGrobund(call.config(), (line) => call.say(line));
    return undefined;
  },
};
