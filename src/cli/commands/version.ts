import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '../command.ts';

export const version: Command = {
  name: 'version',
  summary: 'Say which Grobund and which Node this is',
  json: true,
  async run(call) {
    const file = join(import.meta.dirname, '../../../package.json');
    const { version: grobund } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
    call.say(`Grobund ${grobund}, Node ${process.versions.node}`);
    call.answer({ grobund, node: process.versions.node });
    return undefined;
  },
};
