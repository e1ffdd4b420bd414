import type { Html } from '#jsx/jsx-runtime';
import { personIdOf } from '../../kernel/actor.ts';
import { type Language, readLanguage } from '../../kernel/language.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import { answerFile } from './answers.ts';
import type { Arrival } from './arrival.ts';
import type { WebDeps } from './deps.ts';
import { answerPage, type Frame, leaveFlash } from './page.tsx';
import { visitorBucket } from './rate.ts';
import { beginSession, endAllSessions, endSession, type Session } from './session.ts';
import { originOfTenant } from './tenants.ts';
import type { PageHead, Visit } from './web.ts';

const LANGUAGE_COOKIE = 'sprog';
/** A house has its own, since several may share a name of a site. */
export const heldCookie = (tenantSlug: string): string => `grobund-${tenantSlug}-vej`;
/** What a device remembers for itself: codes with dots between. */
export const notedCookie = (tenantSlug: string): string => `grobund-${tenantSlug}-gjort`;
const MOST_NOTED = 20;
const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;
const DEVICE_LENGTH = 120;

/** The language this device chose; else what its browser asks for, where the tenant heeds that; else the tenant's. */
export function languageOf({ cookies, tenant, request }: Arrival): Language {
  const chosen = readLanguage(cookies.get(LANGUAGE_COOKIE));
  if (chosen || tenant.heedsBrowser === false) return chosen ?? tenant.language;
  return wishOf(request, tenant.language) ?? tenant.language;
}

/**
 * The first language of ours that the browser reads. Null where it reads the tenant's too, in whatever place: half of
 * Denmark's browsers are set to English, and name Danish after it.
 */
function wishOf(request: Request, own: Language): Language | null {
  const ranges = (request.headers.get('accept-language') ?? '').toLowerCase().split(',').map(readRange);
  const read = ranges.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight);
  if (read.some(({ language }) => language === own || language === '*')) return null;
  return read.map(({ language }) => readLanguage(language)).find((language) => language !== null) ?? null;
}

/** "en-GB;q=0.8": RFC 9110, 12.5.4. Norwegian and Swedish browsers read Danish better than English: they keep the tenant's. */
function readRange(range: string): { readonly language: string; readonly weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
  const [language = ''] = tag.split('-');
  return { language: NEIGHBOURS.includes(language) ? 'da' : language, weight: Number(weight) || 0 };
}
const NEIGHBOURS = ['nb', 'nn', 'no', 'sv'];

interface Known {
  readonly tx: TenantDb;
  readonly session: Session | null;
  /** When it has been asked for already. */
  readonly frame?: Promise<Frame> | undefined;
  /** Called when the route changed what the house is known by. */
  readonly houseChanged?: () => void;
}

/** Asks for the frame. Who does not wait for it, or not at once, need not catch it. */
export function frameOf(deps: WebDeps, arrival: Arrival, tx: TenantDb): Promise<Frame> {
  const frame = deps.frame(tx, { path: arrival.path, language: languageOf(arrival) });
  frame.catch(() => undefined);
  return frame;
}

/** A request as its route sees it. */
export function openVisit(
  deps: WebDeps,
  arrival: Arrival,
  known: Known & { params: Record<string, string>; form: FormData },
): Visit {
  const { tx, session, frame } = known;
  const language = languageOf(arrival);
  return {
    tx,
    actor: tx.actor,
    session,
    language,
    params: known.params,
    query: arrival.query,
    path: arrival.path,
    form: known.form,
    page: (head, body) => answerVisit(deps, arrival, { tx, session, frame }, head, body, head.status ?? 200),
    redirect(to, flash) {
      if (flash) leaveFlash(arrival, flash);
      return new Response(null, { status: 303, headers: { location: arrival.base + to } });
    },
    file: answerFile,
    signIn: (personId, way) => beginSession(tx, arrival.cookies, personId, deviceOf(arrival), way),
    async signOut(where) {
      const personId = personIdOf(tx.actor);
      if (where === 'everywhere' && personId) await endAllSessions(tx, personId);
      await endSession(tx, arrival.cookies);
    },
    held: arrival.cookies.get(heldCookie(arrival.tenant.slug)),
    hold: (secret, minutes) => arrival.cookies.set(heldCookie(arrival.tenant.slug), secret, minutes * 60),
    noted: notedBy(arrival),
    note(code, days) {
      const codes = [code, ...notedBy(arrival).filter((one) => one !== code)].slice(0, MOST_NOTED);
      arrival.cookies.set(notedCookie(arrival.tenant.slug), codes.join('.'), days * DAY_SECONDS);
    },
    bucketOf: (place) => visitorBucket(deps.secret, arrival.address, place),
    originOf: (house) => originOfTenant(house, addressOf(deps.reach, arrival)),
    houseChanged: known.houseChanged ?? (() => undefined),
    chooseLanguage: (choice) => arrival.cookies.set(LANGUAGE_COOKIE, choice, YEAR_SECONDS),
  };
}

function notedBy({ cookies, tenant }: Arrival): readonly string[] {
  return (cookies.get(notedCookie(tenant.slug)) ?? '').split('.').filter(Boolean);
}

/** Where the houses without a name of their own are: never at the name of another house. */
function addressOf({ publicUrl }: WebDeps['reach'], { tenant, site }: Arrival): string {
  if (publicUrl) return publicUrl;
  const { protocol, port } = new URL(site);
  return tenant.host ? `${protocol}//localhost${port ? `:${port}` : ''}` : site;
}

/** A page in the site's frame, as this reader sees it. */
export async function answerVisit(
  deps: WebDeps,
  arrival: Arrival,
  known: Known,
  head: PageHead,
  body: Html | (() => Html),
  status: number,
): Promise<Response> {
  const language = languageOf(arrival);
  const frame = await (known.frame ?? frameOf(deps, arrival, known.tx));
  // A page that is read: the database commits while we write.
  if (known.frame) known.tx.asksNoMore();
  const unlisted = head.unlisted ?? known.tx.actor.kind === 'person';
  const parts = { arrival, language, assets: deps.assets, secret: deps.secret, ...known, frame };
  return answerPage(parts, { ...head, unlisted }, typeof body === 'function' ? body() : body, status);
}

/** What a person recognises a device by in the list of their own: the browser's word for itself, shortened. */
function deviceOf(arrival: Arrival): string {
  return (arrival.request.headers.get('user-agent') ?? '').slice(0, DEVICE_LENGTH);
}
