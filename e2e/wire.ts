import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a site that can be cut: what is under way breaks off, and nothing new comes through until it is mended. */
export interface Wire {
  /** The site's own address, by this way. */
  readonly baseUrl: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A browser's pretended lack of a net may let a page through while it loads anew; this does not. */
export async function wireTo(baseUrl: string): Promise<Wire> {
  const { hostname, port, pathname } = new URL(baseUrl);
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await once(server.listen(0, hostname), 'listening');
  const cut = () => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    baseUrl: `http://${hostname}:${(server.address() as AddressInfo).port}${pathname}`,
    cut,
    mend: () => {
      whole = true;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
