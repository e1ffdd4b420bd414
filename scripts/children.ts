import type { ChildProcess } from 'node:child_process';

const children = new Map<ChildProcess, NodeJS.Signals>();

/**
 * Ends a child, with all that it started, when we end. The child must be `detached`: the leader of its own group.
 * A child that itself has groups to end is asked with SIGTERM. The answer ends it now.
 */
export function endWithUs(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): () => void {
  listen();
  children.set(child, signal);
  return () => {
    endGroup(child, 'SIGKILL');
    children.delete(child);
  };
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.once('exit', endAll);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}

function endAll(): void {
  for (const [child, signal] of children) endGroup(child, signal);
}

/** Also after the child itself has gone: what it left behind shares its group. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended by itself, as it should.
  }
}
