import { Agent } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { ask } from './measure.ts';

/** What a first visit to a page brings, in bytes as sent (gzip), without the font. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly script: number;
  /** Of `html`, before packing. */
  readonly unpacked: number;
}

export async function weigh(address: string, path: string, cookie: string | null): Promise<Weight> {
  const agent = new Agent({ keepAlive: true });
  const headers = { 'accept-encoding': 'gzip', ...(cookie ? { cookie } : {}) };
  const fetched = async (at: string) => (await ask(agent, { url: address + at, headers })).body;
  const html = await fetched(path);
  const page = gunzipSync(html).toString('utf8');
  const sizes = async (pattern: RegExp) => {
    const paths = [...page.matchAll(pattern)].map(([, at = '']) => at);
    return (await Promise.all(paths.map(fetched))).reduce((sum, { byteLength }) => sum + byteLength, 0);
  };
  const weight = {
    html: html.byteLength,
    css: await sizes(/<link rel="stylesheet" href="([^"]+)"/g),
    script: await sizes(/<script[^>]* src="([^"]+)"/g),
    unpacked: Buffer.byteLength(page),
  };
  agent.destroy();
  return weight;
}
