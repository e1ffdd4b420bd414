import { readFileSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What Node itself can do: sends the bytes and headers that were kept of Grobund's answers, one answer a path.
 *   node raw-server.ts answers.json      {"/0": {"headers": {…}, "body": "base64"}}
 */
export interface KeptAnswer {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

const [, , file = ''] = process.argv;
const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, KeptAnswer>;
const answers = new Map(
  Object.entries(kept).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, 'base64') }]),
);
const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  response.writeHead(answer ? 200 : 404, answer?.headers ?? {});
  response.end(answer?.body);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port} answers`));
process.once('SIGTERM', () => process.exit(0));
