import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithUs } from '../../scripts/children.ts';

const FILE = join(import.meta.dirname, '../../docs/nginx.conf');
const NOBODY = 65534;
const START_MS = 10_000;

/** nginx, as a plain user, with the file from docs on ports of its own. */
export interface Nginx {
  readonly port: number;
  /** Which process answered each request so far, as its address, in order. */
  answeredBy(): string[];
  /** Files that lie in nginx's own folders for what is sent and answered. */
  kept(): string[];
  /** Lets nginx send nobody more to the process at a port, or again; as an operator does it, by the file and a reload. */
  passOver(port: number, over: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Where nginx is on this machine, or null. */
export function findNginx(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path)) ?? null;
}

/** The largest body, in bytes, that the file in docs lets through. */
export function largestBody(): number {
  const [, size] = /client_max_body_size (\d+)m;/.exec(readFileSync(FILE, 'utf8')) ?? [];
  return Number(size) * 1024 * 1024;
}

export async function startNginx(
  program: string,
  ports: { readonly site: number; readonly plain: number; readonly processes: readonly [number, number] },
): Promise<Nginx> {
  // Not in the run's own folder, which is shut to the plain user that nginx runs as.
  const folder = mkdtempSync('/tmp/nginx-');
  const log = join(folder, 'access.log');
  writeFileSync(join(folder, 'site.conf'), siteOn(ports, log));
  writeFileSync(join(folder, 'nginx.conf'), mainConf(folder));
  const plain = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in plain) chownSync(folder, NOBODY, NOBODY);
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    ...plain,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const kill = endWithUs(child);
  const gone = once(child, 'exit');
  await answering(ports.site, () => `nginx does not answer: ${said}`);
  return {
    port: ports.site,
    answeredBy: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .flatMap((line) => line.split(' ').slice(4).join(' ').split(', ').at(-1) || []),
    kept: () =>
      ['body', 'proxy'].flatMap((name) => readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })),
    async passOver(processPort, over) {
      const file = join(folder, 'site.conf');
      const [from, to] = [' max_fails=0;', ' max_fails=0 down;'].map((end) => `127.0.0.1:${processPort}${end}`) as [
        string,
        string,
      ];
      writeFileSync(file, readFileSync(file, 'utf8').replace(over ? from : to, over ? to : from));
      const workers = () =>
        readFileSync(join(folder, 'error.log'), 'utf8').match(/start worker process \d/g)?.length ?? 0;
      const before = workers();
      child.kill('SIGHUP');
      while (workers() === before) await sleep(20);
    },
    async stop() {
      child.kill('SIGQUIT');
      await Promise.race([gone, sleep(5_000, null, { ref: false })]);
      kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The file as it stands, but for ports, certificate and the place of the log. Each of these must be in it. */
function siteOn({ site, plain, processes }: Parameters<typeof startNginx>[1], log: string): string {
  const changes: readonly (readonly [RegExp, string])[] = [
    [/127\.0\.0\.1:3000\b/, `127.0.0.1:${processes[0]}`],
    [/127\.0\.0\.1:3001\b/, `127.0.0.1:${processes[1]}`],
    [/listen 443 ssl http2;/, `listen 127.0.0.1:${site};`],
    [/listen 80;/, `listen 127.0.0.1:${plain};`],
    [/ssl_certificate .*;\n/, '\n'],
    [/ssl_certificate_key .*;\n/, '\n'],
    [/\/var\/log\/nginx\/grobund\.log/, log],
  ];
  return changes.reduce(
    (text, [what, instead]) => {
      if (!what.test(text)) throw new Error(`docs/nginx.conf has nothing like ${what}`);
      return text.replace(what, instead);
    },
    readFileSync(FILE, 'utf8'),
  );
}

function mainConf(folder: string): string {
  return `daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log notice;
worker_processes 1;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/site.conf;
}
`;
}

async function answering(port: number, why: () => string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => null);
    if (answer?.status === 404) return;
    await sleep(50);
  }
  throw new Error(why());
}
