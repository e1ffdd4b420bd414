import { randomBytes } from 'node:crypto';
import type { Actor } from '../../kernel/actor.ts';
import { type Neighbour, neighbourBySlug, neighbours } from '../../platform/across/across.ts';
import type { Path } from '../../platform/web/path.ts';
import { isOnPaper } from '../../platform/web/session.ts';
import { missing, type Visit, type Web } from '../../platform/web/web.ts';
import { anyone, signedIn } from '../../platform/web/who.ts';
import { askedBy, comeIn, noteSwitch, tie, traceOf, untie, writeLetter } from './commands.ts';
import { MINUTES, readTrace, readWay, type Way } from './rules.ts';
import { tiesOf, tieTo } from './store.ts';
import { housesText } from './text.ts';
import { askPlace, fromPlace, goPlace, inPlace, myHousesPlace, tiePlace, toPlace, untiePlace } from './urls.ts';
import { AskPage, ClosedPage, HousesPage, OverPage } from './views.tsx';

const HOME = '/' as Path;
/** Each step asks another house or writes to it. */
const LIMIT = { rate: { times: 60, minutes: 15 } };

/** One person in several houses: their list, and the journey from one to another. */
export function housesRoutes(web: Web): void {
  web.get(myHousesPlace, signedIn, showMine);
  web.post(untiePlace, signedIn, postUntie);
  web.get(goPlace, signedIn, (visit) => leave(visit, 'skift'));
  web.get(askPlace, signedIn, (visit) => leave(visit, 'knyt'));
  web.get(fromPlace, anyone, giveSecret, LIMIT);
  web.get(toPlace, signedIn, sendLetter, LIMIT);
  web.get(inPlace, anyone, arrive, LIMIT);
  web.post(tiePlace, signedIn, postTie, LIMIT);
}

type Of = Pick<Visit, 'tx' | 'actor' | 'session' | 'language' | 'redirect' | 'originOf' | 'query'> & {
  readonly params: { readonly house: string };
};

/** Came the reader in by a code on paper? */
function onPaper({ session }: Pick<Visit, 'session'>): boolean {
  return session !== null && isOnPaper(session);
}

function me({ actor }: Pick<Visit, 'actor'>): Extract<Actor, { kind: 'person' }> {
  return actor.kind === 'person' ? actor : missing();
}

async function other({ tx, params }: Pick<Of, 'tx' | 'params'>): Promise<Neighbour> {
  return (await neighbourBySlug(tx, params.house)) ?? missing();
}

async function showMine(visit: Visit): Promise<Response> {
  const { tx, language, query, page } = visit;
  const ties = await tiesOf(tx, me(visit).personId);
  const asked = (query.get('q') ?? '').trim().slice(0, 100);
  const tied = new Set(ties.map(({ slug }) => slug));
  const found = query.has('q') ? (await neighbours(tx, asked)).filter(({ slug }) => !tied.has(slug)) : null;
  return page({ title: housesText(language).title }, HousesPage({ language, ties, query: asked, found }));
}

async function postUntie(visit: Visit<'/min-side/huse/:house/fjern'>): Promise<Response> {
  const house = await other(visit);
  if (!(await untie(visit.tx, me(visit), house))) missing();
  return visit.redirect(myHousesPlace({}), housesText(visit.language).removed(house.name));
}

/** To the other house, which gives this browser a secret before anything is told. Only ever to a house of ours. */
async function leave(visit: Of, way: Way): Promise<Response> {
  const house = await other(visit);
  if (way === 'knyt' && onPaper(visit))
    return visit.redirect(myHousesPlace({}), housesText(visit.language).ownWayFirst);
  if (way === 'skift' && !(await tieTo(visit.tx, me(visit).personId, house.id))?.tied) missing();
  return away(visit, house, fromPlace({ house: visit.tx.tenant.slug }, { vej: way }));
}

async function giveSecret(visit: Visit<'/huse/fra/:house'>): Promise<Response> {
  const house = await other(visit);
  const way = readWay(visit.query.get('vej')) ?? missing();
  const secret = randomBytes(32).toString('base64url');
  visit.hold(secret, MINUTES[way] + 1);
  return away(visit, house, toPlace({ house: visit.tx.tenant.slug }, { vej: way, spor: traceOf(secret) }));
}

async function sendLetter(visit: Visit<'/huse/til/:house'>): Promise<Response> {
  const house = await other(visit);
  const way = readWay(visit.query.get('vej')) ?? missing();
  const trace = readTrace(visit.query.get('spor')) ?? missing();
  const code = (await writeLetter(visit.tx, me(visit), house, { way, trace, onPaper: onPaper(visit) })) ?? missing();
  return away(visit, house, inPlace({ code }, { vej: way }));
}

function away(visit: Pick<Visit, 'originOf'>, house: Neighbour, path: Path): Response {
  return new Response(null, { status: 303, headers: { location: visit.originOf(house) + path } });
}

async function arrive(visit: Visit<'/huse/ind/:code'>): Promise<Response> {
  const { tx, actor, language, params, held, page } = visit;
  const words = housesText(language);
  if (visit.query.get('vej') === 'skift') {
    const arrival = await comeIn(tx, params.code, held);
    if (arrival.come === 'over') return over(visit);
    visit.hold('', 0);
    if (arrival.come === 'closed') return closed(visit, arrival.from);
    await visit.signIn(arrival.personId, arrival.way);
    noteSwitch(tx, arrival.personId);
    return visit.redirect(HOME, words.welcome(tx.tenant.name));
  }
  const asking = await askedBy(tx, params.code, held);
  if (!asking) return over(visit);
  // Who is not in yet signs in first, and comes back here.
  if (actor.kind !== 'person') return visit.redirect(signInAnd(inPlace(params, { vej: 'knyt' })));
  const there = { them: asking.name, there: asking.house.name };
  const view = AskPage({ language, code: params.code, me: actor.name, here: tx.tenant.name, ...there });
  return page({ title: words.askTitle, unlisted: true }, view);
}

function signInAnd(back: Path): Path {
  return `/log-ind?${new URLSearchParams({ retur: back })}` as Path;
}

async function postTie(visit: Visit<'/huse/ind/:code/ja'>): Promise<Response> {
  if (onPaper(visit)) return visit.redirect(myHousesPlace({}), housesText(visit.language).ownWayFirst);
  const house = await tie(visit.tx, me(visit), visit.params.code, visit.held);
  if (!house) return over(visit);
  visit.hold('', 0);
  return visit.redirect(myHousesPlace({}), housesText(visit.language).tied(house.name));
}

function over({ language, page }: Pick<Visit, 'language' | 'page'>): Promise<Response> {
  return page({ title: housesText(language).over, status: 422, unlisted: true }, OverPage({ language }));
}

/** They were somebody here once: signing in says whether they still are, and the way back stays open. */
function closed(visit: Visit, from: Neighbour | null): Promise<Response> {
  const { tx, language, page, originOf } = visit;
  const back = from && { name: from.name, href: `${originOf(from)}/` };
  const title = housesText(language).closed;
  const view = ClosedPage({ language, here: tx.tenant.name, signIn: signInAnd(HOME), back });
  return page({ title, status: 422, unlisted: true }, view);
}
