import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';

export type PdfRefusal = 'PDF-BROKEN' | 'PDF-HEAVY' | 'TOO-SLOW';

/** What the worker answers. */
export type PdfAnswer = { readonly xml: readonly Uint8Array[] } | { readonly broken: string };

const MB = 1024 * 1024;
/** All that a PDF may unpack to, heap and buffers together. */
const MOST_MEMORY = 256 * MB;
const LOOK_EVERY = 25;

let idle: Worker | null = null;

/**
 * The XML files attached to a PDF, those named as Factur-X and ZUGFeRD name them first. Runs in a worker of its own, which
 * is ended when it takes too long or too much memory: a PDF is a program for somebody else's machine.
 */
export async function attachedXml(bytes: Uint8Array, signal: AbortSignal): Promise<Outcome<Uint8Array[], PdfRefusal>> {
  const worker = idle ?? startWorker();
  idle = null;
  worker.ref();
  const answer = await ask(worker, bytes, signal);
  if (typeof answer === 'string') {
    await worker.terminate();
    return refused(answer);
  }
  worker.unref();
  if (idle === null) idle = worker;
  else await worker.terminate();
  return 'xml' in answer ? ok([...answer.xml]) : refused('PDF-BROKEN');
}

function startWorker(): Worker {
  return new Worker(join(import.meta.dirname, 'pdf-worker.ts'), {
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY / MB, maxYoungGenerationSizeMb: 32 },
  });
}

function ask(worker: Worker, bytes: Uint8Array, signal: AbortSignal): Promise<PdfAnswer | PdfRefusal> {
  return new Promise((resolve) => {
    const end = (answer: PdfAnswer | PdfRefusal) => {
      clearInterval(watch);
      signal.removeEventListener('abort', onAbort);
      worker.removeAllListeners();
      resolve(answer);
    };
    const onAbort = () => end('TOO-SLOW');
    const watch = setInterval(async () => {
      // What pdfjs unpacks lies outside the heap, where `resourceLimits` does not look.
      const { used_heap_size, external_memory } = await worker.getHeapStatistics();
      if (used_heap_size + external_memory > MOST_MEMORY) end('PDF-HEAVY');
    }, LOOK_EVERY);
    signal.addEventListener('abort', onAbort);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'PDF-HEAVY' : 'PDF-BROKEN'),
    );
    worker.once('exit', () => end('PDF-BROKEN'));
    worker.postMessage(bytes);
  });
}
