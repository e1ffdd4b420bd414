import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import type { GuardedOrder } from './paper-warden.ts';
import { order, orderOf, workshopOf } from './pdf.ts';
import { documentsFolder, typstPath } from './places.ts';
import type { Appendix, Brand, ReportSpec } from './spec.ts';
import type { Delivery, Order } from './typesetter.ts';

export interface Bundle {
  readonly pdf: Uint8Array;
  /** Papers that the file does not show, or not to their end: give them along as files. */
  readonly unshown: readonly Appendix[];
}

/** How long the papers of others may take: milliseconds for one bundle, and what is left for all that are made at once. */
export interface Patience {
  readonly each: number;
  left: number;
}

/** Then the next bundle has a fresh process, so that what one leaves behind cannot count against another. */
const MOST_USES = 25;

/** A process that waits for work; it keeps nothing alive. Starting one costs a second. */
let idle: ChildProcess | null = null;
let uses = 0;
/** One at a time: a flood of heavy papers waits, and takes no more memory than one. */
let before: Promise<unknown> = Promise.resolve();
let orders = 0;

/**
 * A report and the papers of others that belong to it as one PDF. The papers are read in a process of their own, which is
 * ended when `patience` is out or at 768 MB; then the report names them and shows none of them. What it takes is taken from
 * `patience.left`. Without the pages of a PDF the file is PDF/UA-1, also when a PDF is attached; with them it is tagged.
 */
export async function renderBundle(
  spec: ReportSpec,
  papers: readonly Appendix[],
  brand: Brand,
  patience: Patience,
): Promise<Outcome<Bundle, 'typst-missing'>> {
  const typst = typstPath();
  if (!typst) return refused('typst-missing');
  const wanted = { ...orderOf(spec, brand, papers), wish: 'pdf' as const };
  const isAttached = ({ kind, attached }: Appendix) => attached ?? kind === 'xml';
  const foreign = papers.some((paper) => !isAttached(paper));
  const guarded = foreign ? await inTurn(() => orderPatiently(typst, wanted, patience)) : null;
  if (guarded && 'pdf' in guarded) return ok(bundleOf(guarded, papers));
  const named = papers.map((paper) => (isAttached(paper) ? paper : { ...paper, bytes: new Uint8Array() }));
  const plain = await order(typst, { ...wanted, appendix: named });
  if ('pdf' in plain) return ok(bundleOf(plain, papers));
  throw new Error(`Cannot print report "${spec.title}": ${'problem' in plain ? plain.problem : 'no file'}`);
}

function bundleOf(made: Extract<Delivery, { pdf: Uint8Array }>, papers: readonly Appendix[]): Bundle {
  return { pdf: made.pdf, unshown: papers.filter((_, at) => made.unshown.includes(at)) };
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work);
  before = mine.catch(() => {});
  return mine;
}

async function orderPatiently(typst: string, wanted: Omit<Order, 'id'>, patience: Patience): Promise<Delivery | null> {
  const timeLimit = Math.min(patience.each, patience.left);
  if (timeLimit <= 0) return null;
  const began = performance.now();
  const delivery = await orderGuarded(typst, wanted, timeLimit);
  patience.left -= performance.now() - began;
  return delivery;
}

/** Null when the process had to go. */
async function orderGuarded(typst: string, wanted: Omit<Order, 'id'>, timeLimit: number): Promise<Delivery | null> {
  const child = idle ?? startWarden(typst);
  idle = null;
  child.ref();
  child.channel?.ref();
  const delivery = await ask(child, { order: { id: ++orders, ...wanted }, timeLimit });
  uses += 1;
  if (!delivery || uses >= MOST_USES) {
    child.kill('SIGKILL');
    return delivery;
  }
  child.unref();
  child.channel?.unref();
  idle = child;
  return delivery;
}

function startWarden(typst: string): ChildProcess {
  uses = 0;
  const child = fork(join(documentsFolder(), 'paper-warden.ts'), [JSON.stringify(workshopOf(typst))], {
    execArgv: [],
    // It needs nothing of what this process knows.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('exit', () => {
    if (idle === child) idle = null;
  });
  return child;
}

function ask(child: ChildProcess, guarded: GuardedOrder): Promise<Delivery | null> {
  return new Promise((resolve) => {
    const answer = (delivery: Delivery | null) => {
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
      resolve(delivery);
    };
    const onMessage = (message: unknown) => answer(message as Delivery);
    const onEnd = () => answer(null);
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd);
    child.send(guarded, (error) => {
      if (error) answer(null);
    });
  });
}
