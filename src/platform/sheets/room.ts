import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SheetLayout } from '../../engines/sheet/layout-json.ts';

/** What the thread is asked to do with a photo. */
export type Task =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly layouts: readonly SheetLayout[] }
  | { readonly kind: 'clean'; readonly bytes: Uint8Array; readonly name: string; readonly longestEdge: number };

export type Answered = { readonly answer: unknown } | { readonly problem: string };

export const TOO_SLOW = 'too-slow';

interface Waiting {
  readonly task: Task;
  readonly whose: string;
  /** Milliseconds that the work may take once it has begun. */
  readonly most: number;
  readonly done: (answered: Answered | typeof TOO_SLOW) => void;
}

// Taking a photo apart is a second of pure CPU work, so it has a thread of its own, started at the first: pages go on being
// answered. It holds no state that another process must see.
let worker: Worker | null = null;
const queue: Waiting[] = [];
/** When each of those who wait had their last turn; who has had none stands first. */
const turns = new Map<string, number>();
let turn = 0;
/** So many photos are made clean in a row while others wait to be read: somebody who never ceases sending stops no reading. */
const MOST_IN_A_ROW = 12;
let inARow = 0;
let now: { readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | null = null;

/**
 * Has the thread do this when it is their turn: those who wait (`whose`) take turns, so that whoever sends hundreds waits for
 * them alone; and who sent a photo and looks at the screen goes before what is read behind the scenes. What takes longer than
 * `most` milliseconds is given up. Throws when the thread stops.
 */
export async function askRoom<T>(task: Task, most: number, whose: string): Promise<T | typeof TOO_SLOW> {
  const answered = await new Promise<Answered | typeof TOO_SLOW>((done) => {
    queue.push({ task, whose, most, done });
    next();
  });
  if (answered === TOO_SLOW) return TOO_SLOW;
  if ('answer' in answered) return answered.answer as T;
  throw new Error(`Cannot work on the photo: ${answered.problem}`);
}

function next(): void {
  if (now) return;
  const waiting = takeNext();
  // An idle thread must not keep the process alive.
  if (!waiting) {
    turns.clear();
    worker?.unref();
    return;
  }
  worker ??= openRoom();
  worker.ref();
  // Nobody else stops work that has no end.
  const timer = setTimeout(() => giveUp(TOO_SLOW), waiting.most);
  now = { waiting, timer };
  worker.postMessage(waiting.task);
}

function takeNext(): Waiting | undefined {
  const looking = queue.filter(({ task }) => task.kind === 'clean');
  const behind = queue.filter(({ task }) => task.kind === 'read');
  const turnOf = ({ whose }: Waiting): number => turns.get(whose) ?? 0;
  const those = looking.length > 0 && (behind.length === 0 || inARow < MOST_IN_A_ROW) ? looking : behind;
  const [first] = those.toSorted((one, other) => turnOf(one) - turnOf(other));
  if (!first) return undefined;
  queue.splice(queue.indexOf(first), 1);
  inARow = first.task.kind === 'clean' ? inARow + 1 : 0;
  turn += 1;
  turns.set(first.whose, turn);
  return first;
}

function settle(answered: Answered | typeof TOO_SLOW): void {
  if (!now) return;
  const { waiting, timer } = now;
  clearTimeout(timer);
  now = null;
  waiting.done(answered);
  next();
}

/** The thread goes, with what it has at hand; what waits is done by the next. */
function giveUp(why: typeof TOO_SLOW | { readonly problem: string }): void {
  const old = worker;
  worker = null;
  void old?.terminate();
  settle(why);
}

function openRoom(): Worker {
  // The thread is plain TypeScript that Node reads as it is: it needs none of the parent's loaders.
  const opened = new Worker(join(import.meta.dirname, 'reading-room.ts'), { execArgv: [] });
  const stop = (problem: string) => {
    if (worker === opened) giveUp({ problem });
  };
  opened.on('message', (answered: Answered) => {
    if (worker === opened) settle(answered);
  });
  opened.on('error', (error) => stop(`the thread stopped: ${error.message}`));
  opened.on('exit', (code) => stop(`the thread ended (${code})`));
  return opened;
}
