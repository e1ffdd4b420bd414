import { personIdOf } from '../../../kernel/actor.ts';
import { readId } from '../../../kernel/id.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../platform/web/who.ts';
import {
  addPasskey,
  askForPasskey,
  askToUsePasskey,
  namePasskey,
  type PasskeyAsk,
  removePasskey,
  usePasskey,
} from '../commands/passkeys.ts';
import { readPasskeyName } from '../forms.ts';
import { ATTEMPT_MINUTES } from '../rules/ways.ts';
import { deviceName, readReturn } from '../rules.ts';
import { devicesOf } from '../store/devices.ts';
import { signinText } from '../text/sign-in.ts';
import { waysText } from '../text/ways.ts';
import {
  newPasskeyAskPlace,
  newPasskeyPlace,
  passkeyAskPlace,
  passkeyNamePlace,
  passkeyPlace,
  passkeyRemovePlace,
  waysPlace,
} from '../urls.ts';
import { onPaper, type SignInParts } from './given.ts';
import { showSignIn } from './sign-in.tsx';
import { showWays } from './ways.tsx';
import { welcome } from './welcome.ts';

const LIMIT = { rate: { times: 30, minutes: 15 }, maxBytes: 32 * 1024 };

export function passkeyRoutes(web: Web, parts: SignInParts): void {
  web.post(passkeyAskPlace, anyone, askAny, LIMIT);
  web.post(passkeyPlace, anyone, (visit) => signIn(visit, parts), LIMIT);
  web.post(newPasskeyAskPlace, signedIn, askNew, LIMIT);
  web.post(newPasskeyPlace, signedIn, (visit) => add(visit, parts), LIMIT);
  web.post(passkeyNamePlace, signedIn, (visit) => rename(visit, parts));
  web.post(passkeyRemovePlace, signedIn, remove);
}

async function askAny(visit: Visit): Promise<Response> {
  const asked = await askToUsePasskey(visit.tx);
  return asked.ok ? tellScript(visit, asked.value, 'passkey') : new Response(null, { status: 409 });
}

async function signIn(visit: Visit, parts: SignInParts): Promise<Response> {
  const { tx, form, held } = visit;
  const returnPath = readReturn(String(form.get('retur') ?? ''));
  const used = await usePasskey(tx, { secret: held, answer: readAnswer(form) });
  if (used.ok) return welcome(visit, used.value, returnPath);
  const text = waysText(visit.language);
  const trouble = used.refusal === 'unknown' ? text.passkeyUnknown : text.passkeyFailed;
  return showSignIn(visit, parts, { returnPath, trouble });
}

async function askNew(visit: Visit): Promise<Response> {
  const { tx, actor } = visit;
  if (actor.kind !== 'person') return missing();
  const asked = await askForPasskey(tx, { id: actor.personId, name: actor.name, onPaper: onPaper(visit) });
  return asked.ok ? tellScript(visit, asked.value, 'new_passkey') : new Response(null, { status: 409 });
}

async function add(visit: Visit, parts: SignInParts): Promise<Response> {
  const { tx, form, held, language } = visit;
  const personId = personIdOf(visit.actor) ?? missing();
  const added = await addPasskey(tx, personId, {
    secret: held,
    answer: readAnswer(form),
    name: await nameHere(visit),
    onPaper: onPaper(visit),
  });
  // The page itself says what comes first.
  if (!added.ok) return showWays(visit, parts, { failed: added.refusal !== 'paper' });
  return visit.redirect(waysPlace({}), waysText(language).passkeyAdded);
}

/** "Chrome på Windows", until its owner finds a better one. */
async function nameHere({ tx, actor, session, language }: Visit): Promise<string> {
  const personId = personIdOf(actor) ?? missing();
  const devices = await devicesOf(tx, personId, session?.tokenHash ?? null);
  const known = deviceName(devices.find((device) => device.here)?.userAgent ?? '');
  return known ? signinText(language).deviceOf(known.browser, known.system) : waysText(language).passkeyUnnamed;
}

async function rename(visit: Visit<'/min-side/veje/noegle/:passkey/navn'>, parts: SignInParts): Promise<Response> {
  const { tx, form, language, params } = visit;
  const id = readId<'passkey'>(params.passkey) ?? missing();
  const read = readPasskeyName(form, language);
  if (!read.ok) return showWays(visit, parts, { wrong: { id, problems: read.refusal } });
  if (!(await namePasskey(tx, id, read.value.navn))) return missing();
  return visit.redirect(waysPlace({}), waysText(language).passkeyRenamed);
}

async function remove(visit: Visit<'/min-side/veje/noegle/:passkey/slet'>): Promise<Response> {
  const id = readId<'passkey'>(visit.params.passkey) ?? missing();
  if (!(await removePasskey(visit.tx, id))) return missing();
  return visit.redirect(waysPlace({}), waysText(visit.language).passkeyRemoved);
}

function tellScript(visit: Visit, asked: PasskeyAsk, kind: 'passkey' | 'new_passkey'): Response {
  visit.hold(asked.secret, ATTEMPT_MINUTES[kind]);
  return Response.json(asked.options, { headers: { 'cache-control': 'no-store' } });
}

/** What the script wrote; anything at all when it was not our script. */
function readAnswer(form: FormData): unknown {
  try {
    return JSON.parse(String(form.get('svar') ?? ''));
  } catch {
    return null;
  }
}
