import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { claimPaidOn, commitments, referenceBySlip } from '../../fund/public.ts';
import { usFor } from '../commands/assess.ts';
import { invoiceByCode, type Received, receiveForm } from '../commands/receive.ts';
import { sendForm } from '../forms.ts';
import { toldOf } from '../rules/check.ts';
import { documentChecks } from '../rules/checks.ts';
import { NO_FACTS, referenceTexts } from '../rules/facts.ts';
import { invoiceSettings } from '../store/settings.ts';
import { formText } from '../text/forms.ts';
import { supplierText, wishFor } from '../text/supplier.ts';
import { followPlace, sendPlace } from '../urls.ts';
import { FollowPage, SendPage } from '../views/sending.tsx';
import { MOST_POSTED, refusalSentence } from './desk.tsx';
import { postedFiles } from './reach.ts';

/** For suppliers, who have no account. */
export function sendingRoutes(web: Web): void {
  web.get(sendPlace, anyone, (visit) => sendPage(visit));
  web.post(sendPlace, anyone, postInvoice, { rate: { times: 20, minutes: 60 }, maxBytes: MOST_POSTED });
  web.get(followPlace, anyone, followPage);
}

async function sendPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language, query } = visit;
  const { name, cvr, streetLine, postcode, city } = await ownOrganisation(tx);
  const { glns, mailAddress } = await invoiceSettings(tx);
  return visit.page(
    { title: formText(language).sendTitle, status: problems ? 422 : 200 },
    SendPage({
      language,
      us: { name, cvr, glns, mailAddress, lines: [streetLine, `${postcode} ${city}`.trim()].filter(Boolean) },
      reference: (query.get('ref') ?? '').slice(0, 80),
      problems,
    }),
  );
}

async function postInvoice(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const words = formText(language);
  const read = readForm(sendForm(language), form);
  if (!read.ok) return sendPage(visit, read.refusal);
  const files = await postedFiles(form);
  if (files.length === 0) return sendPage(visit, problemIn(form, 'file', words.fileMissing));
  const { reference, email, words: said } = read.value;
  const meant = await referenceBySlip(tx, reference);
  const sender = { email, words: [reference, meant, said].filter(Boolean).join('\n') };
  // One at a time: each has a link of its own.
  const received = await receiveForm(tx, { files, way: 'public', sender }, 1);
  if (!received.ok) {
    return sendPage(visit, problemIn(form, 'file', refusalSentence(received.refusal, visit, files.length)));
  }
  const [{ code }] = received.value as [Received];
  return visit.redirect(followPlace({ code: code ?? missing() }), words.sentFlash);
}

/** How far it has come. Only what the document itself says is judged here: nothing about the case or its people. */
async function followPage(visit: Visit<'/faktura/:code'>): Promise<Response> {
  const { tx, language, params } = visit;
  const invoice = (await invoiceByCode(tx, params.code)) ?? missing();
  const us = await usFor(tx, null);
  const about = { us: us.name, cvr: us.cvr ? supplierText(language).cvr(us.cvr) : '', reference: '' };
  const [marked] = await commitments(tx, { reference: referenceTexts(invoice.facts ?? NO_FACTS, invoice.senderWords) });
  const wrong = invoice.facts ? documentChecks(invoice.facts, us) : [];
  return visit.page(
    { title: formText(language).followTitle, unlisted: true },
    FollowPage({
      language,
      status: invoice.status,
      reference: marked?.reference ?? null,
      paid: invoice.claimId !== null && (await claimPaidOn(tx, invoice.claimId)) !== null,
      wrong: wrong
        .map((check) => wishFor(language, check.code)?.({ ...toldOf(check, language), ...about }))
        .filter((sentence) => sentence !== undefined),
    }),
  );
}
