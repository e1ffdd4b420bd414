import { readConfig } from '../src/config.ts';
import { start } from '../src/main.ts';
import { buildAssets } from './build.ts';

// `npm run dev`: from the sources, without a bundle; node --watch starts it anew when a file under src changes.
const root = `${import.meta.dirname}/..`;
const config = readConfig(process.env, root);
if (!config.ok) {
  console.error(config.refusal.join('\n'));
  process.exit(1);
}
await buildAssets(`${root}/dist/assets`);
await start(config.value, console.log);
