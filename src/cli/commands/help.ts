import { type Command, WrongUse } from '../command.ts';
import { COMMANDS } from '../commands.ts';
import { commandHelp, overview } from '../help.ts';

export const help: Command = {
  name: 'help',
  summary: 'List the commands, or explain one',
  arguments: [
    { name: 'command', help: 'The command to explain', optional: true },
    { name: 'second word', help: 'For commands of two words', optional: true },
  ],
  async run(call) {
    const name = call.args.join(' ');
    const load = COMMANDS[name];
    if (name !== '' && !load) throw new WrongUse(`There is no command "${name}".`);
    call.say((load ? commandHelp(await load()) : await overview()).trimEnd());
    return undefined;
  },
};
