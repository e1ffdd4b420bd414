import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { documentsFolder, fontFolders, typstPath } from './places.ts';
import { prepare } from './prepare.ts';
import type { Appendix, Brand, DocumentSpec, SheetSpec } from './spec.ts';
import type { Delivery, Order, Workshop } from './typesetter.ts';

/** Can this machine make PDF? Typst's package exists for Linux on x64 with glibc; elsewhere letters come as Word and print HTML. */
export function typstAvailable(): boolean {
  return typstPath() !== null;
}

/**
 * The document as tagged PDF (PDF/UA-1). Typst refuses what is not accessible (no alternative text, a skipped heading
 * level): that is a mistake in our own template or spec, so it is thrown. Emoji and unknown scripts are left out.
 */
export async function renderPdf(spec: DocumentSpec, brand: Brand): Promise<Outcome<Uint8Array, 'typst-missing'>> {
  const typst = typstPath();
  if (!typst) return refused('typst-missing');
  const delivery = await order(typst, { ...orderOf(spec, brand, picturesIn(spec)), wish: 'pdf' });
  if ('pdf' in delivery) return ok(delivery.pdf);
  throw new Error(`Cannot print ${spec.kind} "${spec.title}": ${'problem' in delivery ? delivery.problem : 'no file'}`);
}

/** How full the one page of a sheet is as it is really set: 1 is the whole page, 1.2 a fifth too much. */
export async function measureFill(spec: SheetSpec, brand: Brand): Promise<Outcome<number, 'typst-missing'>> {
  const typst = typstPath();
  if (!typst) return refused('typst-missing');
  const delivery = await order(typst, { ...orderOf(spec, brand), wish: 'fill' });
  if ('fill' in delivery) return ok(delivery.fill);
  throw new Error(`Cannot measure "${spec.title}": ${'problem' in delivery ? delivery.problem : 'no figure'}`);
}

/** The photograph of a poster, laid beside the template. */
function picturesIn(spec: DocumentSpec): readonly Appendix[] {
  if (spec.kind !== 'poster' || !spec.picture) return [];
  const { kind, bytes, alt } = spec.picture;
  return [{ kind, bytes, title: alt, alt, unshown: '', attached: true }];
}

/** A document as the typesetter takes it. */
export function orderOf(
  spec: DocumentSpec,
  brand: Brand,
  appendix: readonly Appendix[] = [],
): Omit<Order, 'id' | 'wish'> {
  return {
    data: printable(JSON.stringify(prepare(spec, brand))),
    logo: brand.logo && { kind: brand.logo.kind, bytes: brand.logo.bytes },
    appendix,
  };
}

/** Control characters and code points without a meaning have no place in a PDF (and PDF/UA refuses them). */
function printable(json: string): string {
  return JSON.stringify(JSON.parse(json, (_, value) => (typeof value === 'string' ? clean(value) : value)));
}

function clean(value: string): string {
  return value
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replaceAll(/[^\P{C}\n\u00ad\u200c\u200d]/gu, ' ');
}

interface Press {
  readonly worker: Worker;
  readonly waiting: Map<number, (delivery: Delivery) => void>;
}

// Typesetting is pure CPU work (20 ms a letter, seconds for a mail merge), so it has its own thread, started at the first
// document. It holds no state that another process must see.
let press: Press | null = null;
let orders = 0;

/** Has it set in this process. Never for papers of others: they have `renderBundle`. */
export function order(typst: string, wanted: Omit<Order, 'id'>): Promise<Delivery> {
  press ??= startPress(typst);
  const { worker, waiting } = press;
  const id = ++orders;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker.ref();
    worker.postMessage({ id, ...wanted } satisfies Order);
  });
}

function startPress(typst: string): Press {
  // The thread is plain TypeScript that Node reads as it is: it needs none of the parent's loaders.
  const worker = new Worker(join(documentsFolder(), 'typesetter.ts'), { workerData: workshopOf(typst), execArgv: [] });
  const started: Press = { worker, waiting: new Map() };
  worker.on('message', (delivery: Delivery) => {
    started.waiting.get(delivery.id)?.(delivery);
    started.waiting.delete(delivery.id);
    // An idle press must not keep the process alive.
    if (started.waiting.size === 0) worker.unref();
  });
  const stop = (problem: string) => {
    if (press === started) press = null;
    for (const [id, deliver] of started.waiting) deliver({ id, problem });
    started.waiting.clear();
  };
  worker.on('error', (error) => stop(`the typesetter stopped: ${error.message}`));
  worker.on('exit', (code) => stop(`the typesetter ended (${code})`));
  return started;
}

/** What a typesetter is started with. */
export function workshopOf(typst: string): Workshop {
  return { typst, templates: join(documentsFolder(), 'templates'), fonts: fontFolders() };
}
