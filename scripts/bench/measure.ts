import { execFile } from 'node:child_process';
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

const AUTOCANNON = join(import.meta.dirname, '../../node_modules/autocannon/autocannon.js');
const run = promisify(execFile);

export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request on a connection that is kept. */
export function ask(agent: Agent, { url, headers }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** Milliseconds of `times` requests, one after the other, by one client. */
export async function oneClient(asked: Asked, times: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    const { status } = await ask(agent, asked);
    taken.push(performance.now() - begun);
    if (status !== 200) throw new Error(`Cannot measure ${asked.url}: it answers ${status}`);
  }
  agent.destroy();
  return taken;
}

/** Requests a second that so many clients get through, by autocannon in a process of its own. */
export async function clients(count: number, asked: Asked, seconds: number): Promise<number> {
  const headers = Object.entries(asked.headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const args = [AUTOCANNON, '--json', '-c', String(count), '-d', String(seconds), ...headers, asked.url];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1e7 });
  const result = JSON.parse(stdout) as { non2xx: number; errors: number; '2xx': number; duration: number };
  if (result.non2xx + result.errors > 0)
    throw new Error(`Cannot measure ${asked.url}: ${result.non2xx + result.errors} of its answers were no pages`);
  return result['2xx'] / result.duration;
}

/** Requests a second that eight clients get through. */
export function eightClients(asked: Asked, seconds: number): Promise<number> {
  return clients(8, asked, seconds);
}

/** The value below which `part` of all lie; 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
