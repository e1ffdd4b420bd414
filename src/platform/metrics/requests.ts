import type { Family, Line } from './exposition.ts';

/** One answered request. Nothing of who asked, of which house, or of what. */
export interface AnsweredRequest {
  /** The pattern of the route (`/min-ide/:code`); empty when none was found. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
  /** Shown again as it was kept, without being written anew. */
  readonly kept: boolean;
}

/** What this process has answered since it started. */
export interface RequestCounts {
  note(request: AnsweredRequest): void;
  families(): Family[];
}

/** In seconds. Most pages are written in some milliseconds; a letter or a large import may take seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Methods that a stranger can make up are one, so that nobody can fill the memory of who collects. */
const METHODS = new Set(['GET', 'HEAD', 'POST']);

interface RouteCount {
  readonly labels: { readonly route: string; readonly method: string; readonly status: string };
  count: number;
  seconds: number;
}

export function openRequestCounts(): RequestCounts {
  const routes = new Map<string, RouteCount>();
  const buckets = BOUNDS.map(() => 0);
  let count = 0;
  let seconds = 0;
  let kept = 0;
  return {
    note(request) {
      const labels = labelsOf(request);
      const key = Object.values(labels).join(' ');
      const route = routes.get(key) ?? { labels, count: 0, seconds: 0 };
      routes.set(key, route);
      route.count += 1;
      route.seconds += request.seconds;
      count += 1;
      seconds += request.seconds;
      if (request.kept) kept += 1;
      for (const [at, bound] of BOUNDS.entries()) if (request.seconds <= bound) buckets[at] = (buckets[at] ?? 0) + 1;
    },
    families() {
      const all = [...routes.values()];
      const within = BOUNDS.map((bound, at): Line => {
        return { part: '_bucket', labels: { le: String(bound) }, value: buckets[at] ?? 0 };
      });
      return [
        family('grobund_http_requests_total', 'counter', 'Requests answered.', all, ({ count }) => count),
        family('grobund_http_route_seconds_total', 'counter', 'Time spent on them.', all, ({ seconds }) => seconds),
        {
          name: 'grobund_http_request_duration_seconds',
          kind: 'histogram',
          help: 'How long requests took, of all routes.',
          lines: [
            ...within,
            { part: '_bucket', labels: { le: '+Inf' }, value: count },
            { part: '_sum', value: seconds },
            { part: '_count', value: count },
          ],
        },
        {
          name: 'grobund_kept_pages_total',
          kind: 'counter',
          help: 'Requests that were shown a kept page.',
          lines: [{ value: kept }],
        },
      ];
    },
  };
}

function labelsOf({ route, method, status }: AnsweredRequest): RouteCount['labels'] {
  return {
    route: route || 'none',
    method: METHODS.has(method) ? method : 'other',
    status: `${Math.floor(status / 100)}xx`,
  };
}

function family(
  name: string,
  kind: Family['kind'],
  help: string,
  routes: readonly RouteCount[],
  value: (route: RouteCount) => number,
): Family {
  return { name, kind, help, lines: routes.map((route) => ({ labels: route.labels, value: value(route) })) };
}
