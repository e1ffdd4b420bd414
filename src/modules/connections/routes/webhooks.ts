import { readId } from '../../../kernel/id.ts';
import { isPractice } from '../../../platform/db/house-settings.ts';
import { problemIn } from '../../../platform/web/form.ts';
import type { Path } from '../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import {
  changeWebhook,
  makeWebhook,
  pauseWebhook,
  removeWebhook,
  renewSecret,
  resumeWebhook,
  roomForWebhook,
  sendAgain,
  tryWebhook,
} from '../commands/webhooks.ts';
import { readWebhook } from '../forms.ts';
import { writtenSecret } from '../letters/message.ts';
import { type KnownKinds, offeredKinds } from '../rules/events.ts';
import { MOST_WEBHOOKS, type Webhook, type WebhookId } from '../rules/webhooks.ts';
import { triedOf, webhookById } from '../store/webhooks.ts';
import { officeText } from '../text/office.ts';
import { webhooksText } from '../text/webhooks.ts';
import {
  doorsPlace,
  editWebhookPlace,
  newWebhookPlace,
  pauseWebhookPlace,
  removeWebhookPlace,
  resendPlace,
  resumeWebhookPlace,
  secretPlace,
  tryWebhookPlace,
  webhookPlace,
} from '../urls.ts';
import { SecretPage, WebhookFormPage, WebhookPage } from '../views/webhooks.tsx';
import { secretariat, toOffice } from './office.tsx';

export interface WebhookParts {
  readonly kinds: KnownKinds;
  readonly loopbackToo: boolean;
}

const TRIED_SHOWN = 50;
/** A trial goes out of the house: not again and again. */
const TRIALS = { rate: { times: 20, minutes: 10 } };

/** The systems that are told what happens. */
export function webhookRoutes(web: Web, parts: WebhookParts): void {
  const known = { offered: offeredKinds(parts.kinds), loopbackToo: parts.loopbackToo };
  web.get(newWebhookPlace, secretariat, (visit) => formPage(visit, known.offered, null));
  web.post(newWebhookPlace, secretariat, async (visit) => {
    const read = readWebhook(visit.form, visit.language, known);
    if (!read.ok) return formPage(visit, known.offered, null, read.refusal);
    if (!(await roomForWebhook(visit.tx))) {
      const full = officeText(visit.language).wrong.webhooks(MOST_WEBHOOKS);
      return formPage(visit, known.offered, null, problemIn(visit.form, '', full));
    }
    const { id, secret } = await makeWebhook(visit.tx, read.value);
    return secretPage(visit, { id }, secret, false);
  });
  web.get(webhookPlace, secretariat, showPage);
  web.get(editWebhookPlace, secretariat, async (visit) => formPage(visit, known.offered, await webhookOf(visit)));
  web.post(editWebhookPlace, secretariat, async (visit) => {
    const webhook = await webhookOf(visit);
    const read = readWebhook(visit.form, visit.language, known);
    if (!read.ok) return formPage(visit, known.offered, webhook, read.refusal);
    if (!(await changeWebhook(visit.tx, webhook.id, read.value))) missing();
    return visit.redirect(webhookPlace({ id: webhook.id }), webhooksText(visit.language).saved);
  });
  web.post(tryWebhookPlace, secretariat, (visit) => act(visit, tryWebhook, 'tried'), TRIALS);
  web.post(pauseWebhookPlace, secretariat, (visit) => act(visit, pauseWebhook, 'pausedNow'));
  web.post(resumeWebhookPlace, secretariat, (visit) => act(visit, resumeWebhook, 'resumed'));
  web.post(removeWebhookPlace, secretariat, (visit) => act(visit, removeWebhook, 'removed', doorsPlace({})));
  web.post(
    resendPlace,
    secretariat,
    (visit) => {
      const seq = /^\d{1,15}$/.test(String(visit.form.get('seq'))) ? Number(visit.form.get('seq')) : missing();
      return act(visit, (tx, id) => sendAgain(tx, id, seq), 'sentAgain');
    },
    TRIALS,
  );
  web.post(secretPlace, secretariat, async (visit) => {
    const id = idIn(visit);
    const secret = (await renewSecret(visit.tx, id)) ?? missing();
    return secretPage(visit, { id }, secret, true);
  });
}

type OneVisit = Pick<Visit, 'tx' | 'language' | 'page' | 'redirect'> & { readonly params: { readonly id: string } };

function idIn({ params }: OneVisit): WebhookId {
  return readId<'webhook'>(params.id) ?? missing();
}

async function webhookOf(visit: OneVisit): Promise<Webhook> {
  return (await webhookById(visit.tx, idIn(visit))) ?? missing();
}

async function act(
  visit: OneVisit,
  doIt: (tx: Visit['tx'], id: WebhookId) => Promise<boolean>,
  said: 'tried' | 'pausedNow' | 'resumed' | 'removed' | 'sentAgain',
  to?: Path,
): Promise<Response> {
  const id = idIn(visit);
  if (!(await doIt(visit.tx, id))) missing();
  return visit.redirect(to ?? webhookPlace({ id }), webhooksText(visit.language)[said]);
}

async function showPage(visit: OneVisit): Promise<Response> {
  const { tx, language } = visit;
  const webhook = await webhookOf(visit);
  return visit.page(
    { title: webhook.name, trail: [toOffice(language)], wide: true },
    WebhookPage({
      language,
      webhook,
      tried: await triedOf(tx, webhook.id, TRIED_SHOWN),
      practice: isPractice(tx.tenant),
    }),
  );
}

function formPage(
  { language, page }: Pick<Visit, 'language' | 'page'>,
  offered: readonly string[],
  webhook: Webhook | null,
  problems?: FormProblems,
): Promise<Response> {
  const words = webhooksText(language);
  const here = webhook ? [{ href: webhookPlace({ id: webhook.id }), label: webhook.name }] : [];
  const title = webhook ? words.editWebhook : words.newWebhook;
  const head = { title, trail: [toOffice(language), ...here] };
  return page(problems ? { ...head, status: 422 } : head, WebhookFormPage({ language, offered, webhook, problems }));
}

function secretPage(
  { language, page }: Pick<Visit, 'language' | 'page'>,
  webhook: Pick<Webhook, 'id'>,
  secret: Uint8Array,
  renewed: boolean,
): Promise<Response> {
  return page(
    { title: webhooksText(language).secretMade, trail: [toOffice(language)] },
    SecretPage({ language, webhook, secret: writtenSecret(secret), renewed }),
  );
}
