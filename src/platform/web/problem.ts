import { type Trouble, waitOfTrouble } from './error-pages.tsx';

/** Does a path lie where machines ask? There everything is answered to machines, problems too. */
export function isForMachines(path: string): boolean {
  return path.startsWith('/api/');
}

/** A problem as machines read it: RFC 9457. `title` is the kind of problem, `detail` what to do about this one. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
}

export function answerProblem(problem: Problem, requestId: string, headers: Readonly<Record<string, string>> = {}) {
  return new Response(JSON.stringify({ type: 'about:blank', ...problem, instance: `urn:request:${requestId}` }), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

const TROUBLES: Readonly<Record<Trouble, Problem>> = {
  missing: { status: 404, title: 'Not found', detail: 'There is no such thing, or not for this token.' },
  tooMany: { status: 429, title: 'Too many requests' },
  tooLarge: { status: 413, title: 'Content too large' },
  busy: { status: 503, title: 'Busy', detail: 'Much is being sent just now. Try again in a minute.' },
  stale: { status: 403, title: 'Forbidden' },
  broken: { status: 500, title: 'Internal error', detail: 'It is our mistake. Tell us the number in "instance".' },
};

/** What happened on the way, as `answerTrouble` tells it to people. */
export function answerTroubleToMachine(trouble: Trouble, requestId: string): Response {
  return answerProblem(TROUBLES[trouble], requestId, waitOfTrouble(trouble));
}
