import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { refused } from '../../kernel/outcome.ts';
import type { DrawAnswer, DrawMessage, Progress } from './draw.ts';
import type { DrawRequest } from './pool.ts';

export interface DrawWatch {
  /** Ends the calculation at once; the answer is `cancelled`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * The fairest list of panels by the algorithm asked for, calculated in a thread of its own. That ids are unique, and nobody both
 * included and excluded, whoever asks has looked to. Throws only for a mistake of our own.
 */
export async function draw(request: DrawRequest, { signal, onProgress }: DrawWatch = {}): Promise<DrawAnswer> {
  if (signal?.aborted) return refused({ kind: 'cancelled' });
  const worker = new Worker(join(import.meta.dirname, 'draw-worker.ts'), {
    workerData: request,
    execArgv: [],
    env: {},
  });
  const { promise, resolve, reject } = Promise.withResolvers<DrawAnswer>();
  const cancel = () => resolve(refused({ kind: 'cancelled' }));
  signal?.addEventListener('abort', cancel, { once: true });
  worker.on('message', (message: DrawMessage) => {
    if (message.kind === 'answer') resolve(message.answer);
    else onProgress?.(message.progress);
  });
  worker.on('error', reject);
  worker.on('exit', (code) =>
    reject(new Error(`Cannot draw ${request.seats} of ${request.pool.length}: the thread ended with ${code}`)),
  );
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
