import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';

type PdfRefusal = 'PDF-BROKEN' | 'PDF-HEAVY' | 'TOO-SLOW';

/** What the worker says: that it has started, and then one answer for each PDF. */
export type PdfAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly xml: readonly Uint8Array[]; readonly text: string }
  | { readonly kind: 'broken'; readonly detail: string };

const MB = 1024 * 1024;
/** All that a PDF may unpack to, heap and buffers together. */
const MOST_MEMORY = 256 * MB;
const LOOK_EVERY = 20;
/** So many times its limit a PDF may wait for a busy machine, or for nothing: only its own work counts against the limit. */
const MOST_WAITING = 4;

/** Then a new one is started, so that what pdfjs leaves behind cannot count against an innocent PDF. */
const MOST_USES = 200;

/** A worker that has started and has nothing to do; it keeps no process alive. Starting one costs half a second. */
let idle: Worker | null = null;
let uses = 0;
/** One PDF at a time: a flood of them waits, and takes no more memory than one. */
let before: Promise<unknown> = Promise.resolve();

/** What a PDF holds: XML files that are attached to it, or else what its first pages say. */
export type PdfContent = Pick<Extract<PdfAnswer, { kind: 'read' }>, 'xml' | 'text'>;

/**
 * The XML files attached to a PDF, those first that are named as Factur-X and ZUGFeRD name them; its words where it has none. pdfjs runs in a worker
 * without files and network, which is ended when it takes too long or too much memory. `timeLimit` is in milliseconds of
 * the processor, so that an honest PDF is read on a busy machine too; by the clock it may take a few times as long.
 */
export function openPdf(bytes: Uint8Array, timeLimit: number): Promise<Outcome<PdfContent, PdfRefusal>> {
  const mine = before.then(() => readAttached(bytes, timeLimit));
  before = mine.catch(() => {});
  return mine;
}

async function readAttached(bytes: Uint8Array, timeLimit: number): Promise<Outcome<PdfContent, PdfRefusal>> {
  const worker = idle ?? (await startWorker());
  idle = null;
  worker.ref();
  const answer = await ask(worker, bytes, timeLimit, await worker.cpuUsage());
  worker.unref();
  uses += 1;
  if (typeof answer === 'string' || uses >= MOST_USES) await worker.terminate();
  else idle = worker;
  if (typeof answer === 'string') return refused(answer);
  return answer.kind === 'read' ? ok({ xml: answer.xml, text: answer.text }) : refused('PDF-BROKEN');
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(join(import.meta.dirname, 'pdf-worker.ts'), {
    execArgv: [],
    env: {},

    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY / MB, maxYoungGenerationSizeMb: 32 },
  });
  await once(worker, 'message');
  uses = 0;
  // One that dies with nothing to do takes nobody with it.
  worker.on('error', () => {});
  worker.on('exit', () => {
    if (idle === worker) idle = null;
  });
  return worker;
}

function ask(
  worker: Worker,
  bytes: Uint8Array,
  timeLimit: number,
  begun: NodeJS.CpuUsage,
): Promise<PdfAnswer | PdfRefusal> {
  return new Promise((resolve) => {
    const late = setTimeout(() => end('TOO-SLOW'), timeLimit * MOST_WAITING);
    // An ended worker has no statistics.
    const watch = setInterval(async () => {
      const worked = await worker.cpuUsage(begun).catch(() => null);
      if (worked && (worked.user + worked.system) / 1000 > timeLimit) end('TOO-SLOW');
      // What pdfjs unpacks lies outside the heap, where `resourceLimits` does not look.
      const used = await worker.getHeapStatistics().catch(() => null);
      if (used && used.used_heap_size + used.external_memory > MOST_MEMORY) end('PDF-HEAVY');
    }, LOOK_EVERY);
    const onError = (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'PDF-HEAVY' : 'PDF-BROKEN');
    const onExit = () => end('PDF-BROKEN');
    const end = (answer: PdfAnswer | PdfRefusal) => {
      clearTimeout(late);
      clearInterval(watch);
      worker.off('message', end).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    worker.on('message', end).on('error', onError).on('exit', onExit);
    worker.postMessage(bytes);
  });
}
