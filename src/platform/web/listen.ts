import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** A site that answers on the network. */
export interface Listening {
  /** `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Takes no new requests and resolves when the open ones have been answered; after `patienceMs` they are cut off. */
  stop(patienceMs: number): Promise<void>;
}

const LOOK_MS = 50;
const MOST_HEADER_BYTES = 16 * 1024;

/**
 * How long a sender may take for its headers, and for a whole request: who sends a letter at a time holds a connection and
 * nothing else. A large file from a slow telephone still comes through.
 */
const PATIENCE = { headersMs: 15_000, requestMs: 180_000, lookMs: 5_000 };

/** Listens, or throws one sentence that says why it cannot. Port 0 lets the machine choose. */
export async function listen(
  site: { fetch(request: Request, socketAddress?: string): Promise<Response> },
  {
    host,
    port,
    patience = PATIENCE,
  }: { readonly host: string; readonly port: number; readonly patience?: typeof PATIENCE },
): Promise<Listening> {
  const answer = getRequestListener((request, { incoming }) => site.fetch(request, incoming.socket.remoteAddress));
  const server = createServer(
    {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: patience.lookMs,
      maxHeaderSize: MOST_HEADER_BYTES,
    },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  await listening(server, host, port);
  const bound = server.address();
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${name}:${typeof bound === 'object' && bound ? bound.port : port}`,
    stop: (patienceMs) => close(server, patienceMs),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(reasonOf(error, host, port))));
    server.listen(port, host, () => resolve());
  });
}

function reasonOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program: stop it, or set PORT to another number.`;
  if (error.code === 'EACCES') return `Port ${port} needs more rights than this user has: set PORT to 1024 or more.`;
  return `Cannot listen on ${host}, port ${port}: ${error.message}. Look at HOST and PORT.`;
}

async function close(server: Server, patienceMs: number): Promise<void> {
  // A connection kept alive is let go as soon as its request is answered.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(idle);
  clearTimeout(impatience);
}
