// npm run gallery: says where the gallery is on the Grobund that runs here, or starts one.
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { galleryPlace } from '../src/dev/urls.ts';
import { start } from '../src/main.ts';
import { FolderTaken } from '../src/platform/embedded/embedded.ts';
import { buildAssets } from './build.ts';

const ROOT = join(import.meta.dirname, '..');
const config = readConfig(process.env, ROOT);
const sayWhere = (address: string) => console.log(`The gallery: ${address}${galleryPlace({})}`);

if (!config.ok || !config.value.dev) {
  console.error(
    config.ok ? 'The gallery is for development: unset GROBUND_URL and NODE_ENV.' : config.refusal.join('\n'),
  );
  process.exitCode = 1;
} else {
  await buildAssets(join(ROOT, 'dist/assets'));
  await start(config.value, say).catch((error: unknown) => {
    if (!(error instanceof FolderTaken) || !error.address) throw error;
    sayWhere(error.address);
  });
}

function say(line: string): void {
  console.log(line);
  const address = /^Grobund answers at (\S+)/.exec(line)?.[1];
  if (address) sayWhere(address);
}
