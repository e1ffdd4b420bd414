import { request as ask } from 'node:http';
import { Reader } from '../../src/testing/reader.ts';

/**
 * Asks at a port on loopback from an address on it, as a device of its own: Linux answers for all of 127.0.0.0/8. One
 * connection for each request, and no second try: what fails, fails.
 */
export async function askFrom(address: string, port: number, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.method === 'GET' ? null : Buffer.from(await request.arrayBuffer());
  const headers = { ...Object.fromEntries(request.headers), host: `127.0.0.1:${port}` };
  return new Promise((resolve, reject) => {
    const going = ask(
      {
        host: '127.0.0.1',
        port,
        localAddress: address,
        method: request.method,
        path: pathname + search,
        headers: body ? { ...headers, 'content-length': String(body.length) } : headers,
        agent: false,
        timeout: 60_000,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () => {
          const answered = new Headers();
          for (const [name, value] of Object.entries(response.headersDistinct))
            for (const one of value ?? []) answered.append(name, one);
          resolve(
            new Response(response.statusCode === 303 ? null : Buffer.concat(pieces), {
              status: response.statusCode ?? 0,
              headers: answered,
            }),
          );
        });
      },
    );
    going.on('timeout', () => going.destroy(new Error(`${request.method} ${pathname} was not answered`)));
    going.on('error', reject);
    going.end(body);
  });
}

let devices = 0;

/** An address that nobody has had: limits count by it. */
export function newAddress(): string {
  devices += 1;
  return `127.1.${(devices >> 8) & 255}.${devices & 255}`;
}

/** Somebody at a browser without JavaScript, on a device of their own, who comes through the balancer. */
export function visitorAt(port: number, house: string, address = newAddress()): Reader {
  return new Reader({ fetch: (request) => askFrom(address, port, request) }, `http://127.0.0.1:${port}${house}`);
}
