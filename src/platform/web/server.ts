import { Hono } from 'hono';
import { editionsOf } from '../db/editions.ts';
import { EXPOSITION_TYPE } from '../metrics/exposition.ts';
import { acceptsGzip, answerText } from './answers.ts';
import {
  type Arrival,
  addressOf,
  arrive,
  hostOf,
  isAskedHere,
  isSecure,
  NUL,
  newRequestId,
  siteOf,
} from './arrival.ts';
import { answerAsset, themeAsset, themePath } from './assets.ts';
import type { WebDeps } from './deps.ts';
import { addSafetyHeaders } from './headers.ts';
import { answerKept, type KeptPages, keyOf, openKeptPages, takePage } from './kept-pages.ts';
import { answerLive, type Streams } from './live.ts';
import { LIVE_PATH } from './live-path.ts';
import { logAnswer } from './log.ts';
import { type MachineHandler, serveMachine } from './machine.ts';
import type { Place } from './path.ts';
import { answerTroubleToMachine, isForMachines } from './problem.ts';
import { answerBroken, answerTrouble, type Handler, type Route, serveRoute } from './serve.ts';
import type { Limits, Visit, Web } from './web.ts';
import { anyone, type Who } from './who.ts';

/** The whole site as one function from request to answer, and the list of what it answers. */
export interface WebServer extends Web {
  readonly routes: readonly Route[];
  fetch(request: Request, socketAddress?: string): Promise<Response>;
  /** From now on `/readyz` says 503, so that a balancer sends nobody more; all else is answered as before. */
  leave(): void;
  /** Ends the streams that pages hold open, so that the process can stop. */
  endStreams(): void;
}

interface Bindings {
  readonly arrival: Arrival;
  readonly answered: Answered;
}

/** Filled in by the route that answers, for the log and for pages that are kept. */
interface Answered {
  pattern: string;
  asked: boolean;
}

export function openWeb(deps: WebDeps): WebServer {
  const routes: Route[] = [{ method: 'GET', pattern: LIVE_PATH, who: anyone, limits: {} }];
  const streams: Streams = new Map();
  const leaving = new AbortController();
  const kept = openKeptPages(editionsOf(deps.database.pool));
  const router = new Hono<{ Bindings: Bindings }>({
    getPath: (_, given) => (given as { env: Bindings }).env.arrival.path,
  });
  router.get(LIVE_PATH, ({ env }) => answerLive(deps, streams, env.arrival));
  router.notFound(({ env }) => answerNothing(deps, env.arrival));
  router.onError((error, { env }) => answerBroken(deps, env.arrival, error));

  function add<Pattern extends string>(
    method: Route['method'],
    place: Place<Pattern>,
    who: Who,
    handler: (visit: Visit<Pattern>) => Promise<Response> | Response,
    limits: Limits = {},
  ): void {
    const route: Route = { method, pattern: place.pattern, who, limits };
    routes.push(route);
    router.on(method, place.pattern, ({ env, req }) => {
      env.answered.pattern = route.pattern;
      return serveRoute(
        deps,
        route,
        telling(handler as Handler, env),
        env.arrival,
        req.param() as Record<string, string>,
      );
    });
  }

  return {
    routes,
    get: (place, who, handler, limits) => add('GET', place, who, handler, limits),
    post: (place, who, handler, limits) => add('POST', place, who, handler, limits),
    machine(place, handler) {
      const { pattern } = place;
      routes.push({ method: 'GET', pattern, who: anyone, limits: {} });
      router.get(pattern, ({ env, req }) => {
        env.answered.pattern = pattern;
        const params = req.param() as Record<string, string>;
        return serveMachine(deps, pattern, handler as MachineHandler, env.arrival, params);
      });
    },
    fetch: (request, socketAddress) => answer({ deps, router, kept, leaving: leaving.signal }, request, socketAddress),
    leave: () => leaving.abort(),
    endStreams: () => {
      for (const end of [...streams.keys()]) end();
    },
  };
}

/** There is no such place: told as a page, or as JSON where machines ask. */
async function answerNothing(deps: WebDeps, arrival: Arrival): Promise<Response> {
  if (isForMachines(arrival.path)) return answerTroubleToMachine('missing', arrival.requestId);
  return answerTrouble(deps, arrival, 'missing');
}

const NO_HOUSE = 'Vi kender ikke denne adresse. / We do not know this address.';

/** The handler, which also tells whether the database had a part in the answer. */
function telling(handler: Handler, { answered }: Bindings): Handler {
  return async (visit) => {
    const answer = await handler(visit);
    answered.asked = visit.tx.asked();
    return answer;
  };
}

interface House {
  readonly deps: WebDeps;
  readonly router: Hono<{ Bindings: Bindings }>;
  readonly kept: KeptPages;
  /** Aborted once it is asked to stop. */
  readonly leaving: AbortSignal;
}

async function answer(house: House, request: Request, socketAddress: string | undefined): Promise<Response> {
  const { deps } = house;
  const begun = performance.now();
  const requestId = newRequestId();
  const host = hostOf(request);
  const secure = isSecure(deps.reach);
  const path = new URL(request.url).pathname;
  const direct = (await answerForHouse(house, request, path)) ?? (await answerBuilt(deps, request, path));
  if (direct) return finish(direct, requestId, secure, []);

  const home = await deps.directory.find(host, path);
  const stranger = deps.reach.loopbackOnly && !isAskedHere(request, host, home?.tenant);
  if (!home || stranger) return finish(answerText(NO_HOUSE, 404), requestId, secure, []);
  const site = siteOf(host, home.tenant, deps.reach);
  const address = addressOf(request, socketAddress, deps.reach);
  const arrival = arrive(request, home, { requestId, site, secure, address });
  const built = arrival.base ? await answerBuilt(deps, request, arrival.path) : null;
  if (built) return finish(built, requestId, secure, []);

  const { response, pattern, kept } = await answerPage(house, arrival);
  const ms = performance.now() - begun;
  logAnswer(deps.log, arrival, pattern, response.status, ms);
  deps.metrics?.note({ route: pattern, method: request.method, status: response.status, seconds: ms / 1000, kept });
  return response;
}

const NOTHING_KEPT = { page: null, old: null, edition: null };

/** As it was shown to another visitor, when nothing has changed since; else from the route. */
async function answerPage(
  { deps, router, kept }: House,
  arrival: Arrival,
): Promise<{ readonly response: Response; readonly pattern: string; readonly kept: boolean }> {
  const key = keyOf(deps, arrival);
  const { page, old, edition } = key ? await kept.find(key) : NOTHING_KEPT;
  if (page) return { response: answerKept(arrival, page), pattern: page.pattern, kept: true };

  const answered: Answered = { pattern: '', asked: true };
  const { requestId, secure, cookies } = arrival;
  const nowhere = arrival.path.includes(NUL);
  const routed = await (nowhere ? answerNothing(deps, arrival) : router.fetch(arrival.request, { arrival, answered }));
  const response = finish(routed, requestId, secure, cookies.lines());
  const { pattern } = answered;
  const fresh = key && edition ? await takePage(response, { ...answered, edition, old }) : null;
  if (!key || !fresh) return { response, pattern, kept: false };
  kept.keep(key, fresh);
  return { response: answerKept(arrival, fresh), pattern, kept: false };
}

/** For those who watch over the process: it runs; it can serve; its figures, for who has the token. */
async function answerForHouse({ deps, leaving }: House, request: Request, path: string): Promise<Response | null> {
  if (path === '/healthz') return answerText('ok');
  if (path === '/metrics' && deps.metrics?.mayRead(request.headers.get('authorization'))) {
    return new Response(await deps.metrics.text(), {
      headers: { 'content-type': EXPOSITION_TYPE, 'cache-control': 'no-store' },
    });
  }
  if (path !== '/readyz') return null;
  if (leaving.aborted) return answerText('leaving', 503);
  const ready = await deps.database.pool.query('select 1').then(
    () => true,
    () => false,
  );
  return ready ? answerText('ready') : answerText('the database does not answer', 503);
}

/** Files that were built, not written by a person: styles, scripts, fonts, the tenants' colours. */
async function answerBuilt(deps: WebDeps, request: Request, path: string): Promise<Response | null> {
  if (path.startsWith('/assets/')) {
    const asset = deps.assets.find(path.slice('/assets/'.length));
    return asset && answerAsset(asset, acceptsGzip(request));
  }
  if (!path.startsWith('/tema/')) return null;
  const tenant = (await deps.directory.all()).find((one) => themePath(one.colour) === path);
  return tenant ? answerAsset(themeAsset(tenant.colour), acceptsGzip(request)) : null;
}

function finish(response: Response, requestId: string, secure: boolean, cookies: readonly string[]): Response {
  const { headers } = response;
  addSafetyHeaders(headers, secure);
  headers.set('x-request-id', requestId);
  for (const line of cookies) headers.append('set-cookie', line);
  return response;
}
