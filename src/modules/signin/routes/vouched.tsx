import { personIdOf } from '../../../kernel/actor.ts';
import type { Party } from '../../../platform/oidc/oidc.ts';
import type { Path } from '../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../platform/web/who.ts';
import { beginJourney, endJourney, fitOf, forgetIdentity, tie, type VouchRefusal } from '../commands/identities.ts';
import { ATTEMPT_MINUTES, readVouchedWay, type VouchedWay } from '../rules/ways.ts';
import { readReturn } from '../rules.ts';
import { claimIdentity } from '../store/attempts.ts';
import { openWays } from '../store/settings.ts';
import { ownWayText } from '../text/own-way.ts';
import { signinText } from '../text/sign-in.ts';
import { waysText } from '../text/ways.ts';
import { forgetPlace, tiePlace, vouchAnswerPlace, vouchedPlace, vouchPlace, waysPlace } from '../urls.ts';
import { Under15Page } from '../views/sign-in.tsx';
import { StrangerPage, TiePage, VouchTroublePage } from '../views/vouched.tsx';
import { onPaper, type SignInGiven } from './given.ts';

const HOME = '/' as Path;
/** An office behind one router comes to work in the same quarter; nobody keeps the party busy for everybody else. */
const LIMIT = { rate: { times: 120, minutes: 15 } };

/** MitID by a broker, and work accounts: there, and back. */
export function vouchedRoutes(web: Web, parts: SignInGiven): void {
  web.get(vouchPlace, anyone, (visit) => go(visit, parts), LIMIT);
  web.get(vouchedPlace, anyone, (visit) => comeBack(visit, parts), LIMIT);
  web.get(vouchAnswerPlace, anyone, showAnswer);
  web.post(forgetPlace, anyone, forget);
  web.get(tiePlace, signedIn, askToTie);
  web.post(tiePlace, signedIn, (visit) => answerTie(visit, parts));
}

type There = Visit<'/log-ind/hos/:way'>;

async function go(visit: There, parts: SignInGiven): Promise<Response> {
  const { tx, language, query } = visit;
  const way = readVouchedWay(visit.params.way) ?? missing();
  const party = await partyOf(visit, parts, way);
  if (!party) return trouble(visit, way, 'closed');
  const returnPath = readReturn(query.get('retur'));
  const begun = await beginJourney(tx, tripOf(visit, party, way), { language, returnPath });
  if (!begun.ok) return trouble(visit, way, begun.refusal);
  visit.hold(begun.value.secret, ATTEMPT_MINUTES.journey);
  return new Response(null, { status: 303, headers: { location: begun.value.url, 'cache-control': 'no-store' } });
}

async function comeBack(visit: Visit<'/log-ind/hos/:way/retur'>, parts: SignInGiven): Promise<Response> {
  const { tx, language, query, held, redirect } = visit;
  const way = readVouchedWay(visit.params.way) ?? missing();
  const party = await partyOf(visit, parts, way);
  if (!party) return trouble(visit, way, 'closed');
  const arrived = await endJourney(tx, tripOf(visit, party, way), { query, secret: held, tell: parts.roleGiven });
  if (!arrived.ok) return trouble(visit, way, arrived.refusal);
  const returnPath = readReturn(arrived.value.returnPath);
  if (arrived.value.kind === 'in') {
    visit.hold('', 0);
    const signedInAlready = personIdOf(visit.actor) !== null;
    // Somebody vouches for them now: that may be more than the paper they came in by.
    if (!signedInAlready || onPaper(visit)) await visit.signIn(arrived.value.personId, arrived.value.way);
    const said = signedInAlready ? waysText(language).tied[way] : signinText(language).signedIn;
    return redirect(returnPath ?? HOME, said);
  }
  visit.hold(arrived.value.secret, ATTEMPT_MINUTES.identity);
  if (personIdOf(visit.actor)) return redirect(tiePlace({ way }, { retur: returnPath }));
  return redirect(vouchAnswerPlace({ way }, { hvorfor: 'ukendt', retur: returnPath }));
}

function showAnswer({ language, page, params, query }: Visit<'/log-ind/hos/:way/svar'>): Promise<Response> {
  const way = readVouchedWay(params.way) ?? missing();
  const why = query.get('hvorfor') ?? '';
  const text = waysText(language);
  if (why === 'under15') {
    return page({ title: signinText(language).under15Title, unlisted: true }, <Under15Page language={language} />);
  }
  if (why === 'ukendt') {
    const view = <StrangerPage language={language} way={way} returnPath={readReturn(query.get('retur'))} />;
    return page({ title: text.strangerTitle[way], unlisted: true }, view);
  }
  const known = Object.hasOwn(text.trouble, why) ? (why as keyof typeof text.trouble) : 'refused';
  return page(
    { title: text.troubleTitle, unlisted: true },
    <VouchTroublePage language={language} way={way} why={known} />,
  );
}

async function forget({
  tx,
  held,
  hold,
  language,
  params,
  redirect,
}: Visit<'/log-ind/hos/:way/glem'>): Promise<Response> {
  const way = readVouchedWay(params.way) ?? missing();
  await forgetIdentity(tx, held);
  hold('', 0);
  return redirect(HOME, waysText(language).forgotten[way]);
}

async function askToTie(visit: Visit<'/log-ind/hos/:way/knyt'>): Promise<Response> {
  const { tx, actor, language, query, redirect } = visit;
  const way = readVouchedWay(visit.params.way) ?? missing();
  const returnPath = readReturn(query.get('retur'));
  const waiting = actor.kind === 'person' ? await claimIdentity(tx, actor.personId, visit.held) : null;
  if (actor.kind !== 'person' || waiting?.held.way !== way) return redirect(returnPath ?? waysPlace({}));
  const head = { title: waysText(language).tieTitle[way], unlisted: true };
  const { name } = actor;
  const shown = { name, fit: fitOf(waiting, name), begunAt: waiting.begunAt, returnPath };
  return visit.page(head, <TiePage language={language} way={way} {...shown} />);
}

async function answerTie(visit: Visit<'/log-ind/hos/:way/knyt'>, parts: SignInGiven): Promise<Response> {
  const { tx, form, language, held, redirect } = visit;
  const way = readVouchedWay(visit.params.way) ?? missing();
  const me = personIdOf(visit.actor) ?? missing();
  const returnPath = readReturn(String(form.get('retur') ?? ''));
  visit.hold('', 0);
  if (form.get('svar') !== 'ja') {
    await forgetIdentity(tx, held);
    return redirect(returnPath ?? HOME);
  }
  const party = await partyOf(visit, parts, way);
  if (!party) return trouble(visit, way, 'closed');
  const tied = await tie(tx, me, { party, way, secret: held, tell: parts.roleGiven, onPaper: onPaper(visit) });
  if (!tied.ok && tied.refusal === 'paper') return redirect(waysPlace({}), ownWayText(language).ownWayFirst[way]);
  if (!tied.ok) return trouble(visit, way, tied.refusal);
  return redirect(returnPath ?? waysPlace({}), waysText(language).tied[way]);
}

async function partyOf({ tx }: Pick<Visit, 'tx'>, parts: SignInGiven, way: VouchedWay): Promise<Party | null> {
  return (await openWays(tx))[way] ? parts.parties.of(tx.tenant.slug, way) : null;
}

function tripOf({ tx }: Pick<Visit, 'tx'>, party: Party, way: VouchedWay) {
  return { party, way, redirectUri: tx.origin + vouchedPlace({ way }) };
}

function trouble({ redirect }: Pick<Visit, 'redirect'>, way: VouchedWay, why: VouchRefusal | 'closed'): Response {
  return redirect(vouchAnswerPlace({ way }, { hvorfor: why }));
}
