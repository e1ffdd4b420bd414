import { type Actor, holds, personIdOf } from '../../../kernel/actor.ts';
import { readId } from '../../../kernel/id.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf, signedIn } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { groundFor } from '../commands/ground.ts';
import { untie } from '../commands/identities.ts';
import { decideOpenWays } from '../commands/settings.ts';
import { readWaySettings } from '../forms.ts';
import { MOST_PASSKEYS, type OpenWays, passkeySite, VOUCHED_WAYS, type VouchedWay } from '../rules/ways.ts';
import { identitiesOf } from '../store/identities.ts';
import { passkeysOf } from '../store/passkeys.ts';
import { openWays, smsPartsToday } from '../store/settings.ts';
import { waysText } from '../text/ways.ts';
import { untiePlace, waySettingsPlace, waysPlace } from '../urls.ts';
import { WaySettingsPage } from '../views/way-settings.tsx';
import { WaysPage } from '../views/ways.tsx';
import { onPaper, type SignInParts } from './given.ts';

export function waysRoutes(web: Web, parts: SignInParts): void {
  const secretariat = anyOf('secretariat');
  web.get(waysPlace, signedIn, (visit) => showWays(visit, parts));
  web.post(untiePlace, signedIn, remove);
  web.get(waySettingsPlace, secretariat, (visit) => showSettings(visit, parts));
  web.post(waySettingsPlace, secretariat, (visit) => saveSettings(visit, parts));
}

/** Who may vouch for people in this house: set up, and not closed. */
export function offeredIn(tx: Visit['tx'], parts: SignInParts, open: Pick<OpenWays, VouchedWay>): VouchedWay[] {
  return VOUCHED_WAYS.filter((way) => open[way] && parts.parties.of(tx.tenant.slug, way) !== null);
}

export async function showWays(
  visit: Pick<Visit, 'tx' | 'actor' | 'session' | 'language' | 'page'>,
  parts: SignInParts,
  after: { readonly failed?: boolean; readonly wrong?: { readonly id: string; readonly problems: FormProblems } } = {},
): Promise<Response> {
  const { tx, language, page } = visit;
  const me = personIdOf(visit.actor) ?? missing();
  const [open, passkeys, identities, ground] = await Promise.all([
    openWays(tx),
    passkeysOf(tx, me),
    identitiesOf(tx, me),
    groundFor(tx, me, onPaper(visit)),
  ]);
  const offered = offeredIn(tx, parts, open).filter(
    (way) =>
      ground !== 'nothing' &&
      (way !== 'entra' || isEmployed(visit.actor)) &&
      !identities.some((one) => one.way === way),
  );
  const head = { title: waysText(language).title };
  const view = (
    <WaysPage
      language={language}
      passkeys={passkeys}
      mayAdd={mayAdd(tx.origin, open, passkeys.length)}
      ground={ground}
      identities={identities}
      offered={offered}
      failed={after.failed ?? false}
      wrong={after.wrong}
    />
  );
  return page(after.failed || after.wrong ? { ...head, status: 422 } : head, view);
}

/** Work accounts are for those who work there. */
function isEmployed(actor: Actor): boolean {
  return holds(actor, 'consultant', 'secretariat', 'finance', 'operations');
}

function mayAdd(origin: string, open: OpenWays, have: number): 'yes' | 'closed' | 'nowhere' | 'many' {
  if (!open.passkey) return 'closed';
  if (!passkeySite(origin)) return 'nowhere';
  return have >= MOST_PASSKEYS ? 'many' : 'yes';
}

async function remove(visit: Visit<'/min-side/veje/:identity/fjern'>): Promise<Response> {
  const id = readId<'sign_in_identity'>(visit.params.identity) ?? missing();
  const way = (await untie(visit.tx, id)) ?? missing();
  return visit.redirect(waysPlace({}), waysText(visit.language).untied[way]);
}

async function showSettings({ tx, language, page }: Visit, parts: SignInParts, problems?: FormProblems) {
  const [open, used] = await Promise.all([openWays(tx), smsPartsToday(tx)]);
  const setUp = {
    sms: parts.sms,
    passkey: passkeySite(tx.origin) !== null,
    mitid: parts.parties.of(tx.tenant.slug, 'mitid') !== null,
    entra: parts.parties.of(tx.tenant.slug, 'entra') !== null,
  };
  const head = { title: waysText(language).settings };
  const view = <WaySettingsPage language={language} open={open} setUp={setUp} used={used} problems={problems} />;
  return page(problems ? { ...head, status: 422 } : head, view);
}

async function saveSettings(visit: Visit, parts: SignInParts): Promise<Response> {
  const read = readWaySettings(visit.form, visit.language);
  if (!read.ok) return showSettings(visit, parts, read.refusal);
  await decideOpenWays(visit.tx, read.value);
  visit.houseChanged();
  return visit.redirect(waySettingsPlace({}), waysText(visit.language).saved);
}
