import { isGuest, VISITOR } from '../../kernel/actor.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import { answerText } from './answers.ts';
import { type Arrival, comesFromOurselves } from './arrival.ts';
import { readPosted } from './body.ts';
import type { WebDeps } from './deps.ts';
import { statusOfTrouble, type Trouble, TroublePage, troubleHead, waitOfTrouble } from './error-pages.tsx';
import { errorText } from './error-text.ts';
import { wantedFile } from './list-file.tsx';
import { answerTroubleToMachine, isForMachines } from './problem.ts';
import { visitorBucket, withinRate } from './rate.ts';
import { recognise } from './recognise.ts';
import { findSession, isFormToken, type Session, sessionCookie } from './session.ts';
import { answerVisit, frameOf, languageOf, openVisit } from './visit.ts';
import { type Asked, type Limits, Missing, type Visit } from './web.ts';
import type { Who } from './who.ts';

/** One line of the list of everything the site answers. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  readonly who: Who;
  readonly limits: Limits;
}

export type Handler = (visit: Visit) => Promise<Response> | Response;

const MAX_FORM_BYTES = 256 * 1024;
/** More than a busy hand sends of one form, where the route says nothing else. */
const BUSY_HAND = { times: 120, minutes: 10 };
/** So many files of one list in so many minutes from one address: an office fetches fewer, and who wears us out more. */
const WHOLE_LISTS = { times: 60, minutes: 10 };
const SIGN_IN = '/log-ind';

/** May they, read what they sent, call the route; all it does is one transaction. */
export async function serveRoute(
  deps: WebDeps,
  route: Route,
  handler: Handler,
  arrival: Arrival,
  params: Record<string, string>,
): Promise<Response> {
  const posted = route.method === 'POST' ? await receive(deps, route, arrival) : new FormData();
  if (typeof posted === 'string') return answerTrouble(deps, arrival, posted);
  if (route.method === 'GET' && !(await withinLimit(deps, route, arrival))) {
    return answerTrouble(deps, arrival, 'tooMany');
  }
  let houseChanged = false;
  try {
    await prepare(deps, route, arrival, { params, form: posted });
    const answer = await enter(deps, arrival, async (tx, session) => {
      const stop = mayNot(deps, route, { tx, session, form: posted });
      if (stop === 'sign-in') return toSignIn(arrival);
      if (stop === 'home') return goTo(arrival.base + (deps.guests?.home ?? ''));
      if (stop) return stop;
      const noteChange = () => {
        houseChanged = true;
      };
      const known = { tx, session, params, form: posted, houseChanged: noteChange };
      // A page's frame is asked for together with the page; a post may change what it says.
      return handler(
        openVisit(deps, arrival, route.method === 'GET' ? { ...known, frame: frameOf(deps, arrival, tx) } : known),
      );
    });
    // Only now has it happened.
    if (houseChanged) deps.directory.forget();
    return typeof answer === 'string' ? answerTrouble(deps, arrival, answer) : answer;
  } catch (error) {
    if (error instanceof Missing) return answerTrouble(deps, arrival, 'missing');
    if (!namesWhatIsNotThere(error)) throw error;
    // Told, since it could also be our own mistake.
    deps.log.warn({ requestId: arrival.requestId, route: route.pattern }, 'a form named what is not there');
    return answerTrouble(deps, arrival, 'missing');
  }
}

/** Has the route's heavy work done between two transactions. Who may not post here is told so by the second. */
async function prepare(
  deps: WebDeps,
  route: Route,
  arrival: Arrival,
  { params, form }: Pick<Asked, 'params' | 'form'>,
): Promise<void> {
  const begin = route.limits.prepare;
  if (!begin) return;
  const work = await enter(deps, arrival, async (tx, session) =>
    mayNot(deps, route, { tx, session, form }) ? null : begin({ tx, params, form }),
  );
  await work?.();
}

const FOREIGN_KEY_VIOLATION = '23503';

/** An id in a form that is no row of this tenant: made up, another tenant's, or gone meanwhile. The answer is the same. */
function namesWhatIsNotThere(error: unknown): boolean {
  const { code, table, detail } = error as { code?: string; table?: string; detail?: string };
  if (code !== FOREIGN_KEY_VIOLATION || !table || !detail) return false;
  // The same code says that a row cannot be deleted: that is our mistake, not the form's. Then the detail names the table
  // that refers, which is the error's own; else the one where nothing was found. So in every language of PostgreSQL.
  return !new RegExp(`(?<!\\w)${table}(?!\\w)`).test(detail);
}

/** What was posted, unless it came from another site, too often, or in too large a heap. */
async function receive(deps: WebDeps, route: Route, arrival: Arrival): Promise<FormData | Trouble> {
  if (!comesFromOurselves(arrival)) return 'stale';
  if (!(await withinLimit(deps, route, arrival))) return 'tooMany';
  const form = await readPosted(arrival.request, route.limits.maxBytes ?? MAX_FORM_BYTES, deps.intake);
  if (form === 'too-large') return 'tooLarge';
  if (form === 'busy') return form;
  return form === 'not-a-form' ? 'missing' : form;
}

/** Counts that somebody came. Pages that are only read have no limit; whole lists in a file cost more than a page. */
async function withinLimit(deps: WebDeps, { method, pattern, limits }: Route, arrival: Arrival): Promise<boolean> {
  const rate = limits.rate ?? (method === 'GET' && wantedFile(arrival.query) ? WHOLE_LISTS : null);
  const session = arrival.cookies.get(sessionCookie(arrival.tenant.slug));
  const limit = rate ?? (session && method === 'POST' ? BUSY_HAND : null);
  if (!limit) return true;
  // A limit of the route's own counts by address, so that a new session is no new beginning.
  const bucket = visitorBucket(deps.secret, rate ? arrival.address : (session ?? ''), pattern);
  return asVisitor(deps, arrival, async (tx) => {
    // A made-up session is nobody's, and each that is thought of would leave a row here.
    if (!rate && !(await findSession(tx, session))) return true;
    return withinRate(tx, bucket, limit);
  });
}

function mayNot(
  deps: WebDeps,
  route: Route,
  asked: { tx: TenantDb; session: Session | null; form: FormData },
): Trouble | 'sign-in' | 'home' | null {
  const { tx, session, form } = asked;
  // First of all, so that no route need remember that there are guests.
  if (isGuest(tx.actor) && !deps.guests?.places.has(`${route.method} ${route.pattern}`)) {
    return deps.guests && route.method === 'GET' && route.pattern === '/' ? 'home' : 'missing';
  }
  const visitor = tx.actor.kind === 'visitor';
  if (!route.who.allows(tx.actor)) {
    if (!visitor) return 'missing';
    return route.method === 'GET' ? 'sign-in' : 'stale';
  }
  if (route.method === 'GET' || !session) return null;
  return isFormToken(deps.secret, session, String(form.get('_csrf') ?? '')) ? null : 'stale';
}

/** To the sign-in page, and back here afterwards. Unknown and forbidden pages alike, so it tells nothing. */
function toSignIn(arrival: Arrival): Response {
  const back = arrival.path + (arrival.query.size > 0 ? `?${arrival.query}` : '');
  return goTo(`${arrival.base}${SIGN_IN}?${new URLSearchParams({ retur: back })}`);
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** A page that says what happened and shows a way on. */
export async function answerTrouble(deps: WebDeps, arrival: Arrival, trouble: Trouble): Promise<Response> {
  const language = languageOf(arrival);
  return enter(deps, arrival, (tx, session) => {
    const signedIn = tx.actor.kind === 'person';
    const body = TroublePage({ trouble, language, requestId: arrival.requestId, signedIn });
    const head = { ...troubleHead(trouble, language), unlisted: true };
    return answerVisit(deps, arrival, { tx, session }, head, body, statusOfTrouble(trouble));
  }).then((response) => {
    for (const [name, value] of Object.entries(waitOfTrouble(trouble))) response.headers.set(name, value);
    return response;
  });
}

/** A bug ends here: logged with the request's number, which the person can read to us over the telephone. */
export async function answerBroken(deps: WebDeps, arrival: Arrival, error: unknown): Promise<Response> {
  const { requestId, tenant } = arrival;
  deps.log.error({ requestId, tenant: tenant.slug, error }, 'request failed');
  if (isForMachines(arrival.path)) return answerTroubleToMachine('broken', requestId);
  return answerTrouble(deps, arrival, 'broken').catch(() => {
    const words = errorText(languageOf(arrival));
    return answerText(`${words.broken}. ${words.brokenBody} ${requestId}`, 500);
  });
}

/** One transaction as whoever the session says. */
export function enter<T>(
  deps: WebDeps,
  arrival: Arrival,
  work: (tx: TenantDb, session: Session | null) => Promise<T> | T,
): Promise<T> {
  return asVisitor(deps, arrival, async (tx) => {
    const known = await recognise(deps, tx, arrival.cookies.get(sessionCookie(arrival.tenant.slug)));
    return work({ ...tx, actor: known?.actor ?? VISITOR }, known?.session ?? null);
  });
}

/** One transaction as nobody. */
export function asVisitor<T>(deps: WebDeps, arrival: Arrival, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const { tenant, site, base, request } = arrival;
  const reading = request.method === 'GET';
  return deps.database.asTenant(
    { tenant, actor: VISITOR, now: deps.clock(tenant), origin: site + base, reading },
    work,
  );
}
