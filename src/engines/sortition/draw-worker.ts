import { parentPort, workerData } from 'node:worker_threads';
import { calculate } from './calculate.ts';
import type { DrawMessage, Progress } from './draw.ts';
import type { DrawRequest } from './pool.ts';

/** So often at most is told how far it is. */
const TELL_EVERY_MS = 100;

const request: DrawRequest = workerData;
const end = performance.now() + request.timeLimitMs;
let told = 0;

const answer = await calculate(request, {
  left: () => end - performance.now(),
  report: (step, share) => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    tell({ kind: 'progress', progress: { step, share: Math.min(1, share) } satisfies Progress });
  },
});
tell({ kind: 'answer', answer });

function tell(message: DrawMessage): void {
  parentPort?.postMessage(message);
}
