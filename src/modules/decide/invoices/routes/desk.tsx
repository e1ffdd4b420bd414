import { holds, isStaff } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { changeSettings, seeMail } from '../commands/handle.ts';
import { type ReceiveRefusal, receiveForm, receiveTyped } from '../commands/receive.ts';
import { factsForm, settingsForm } from '../forms.ts';
import {
  INVOICES_A_PAGE,
  type InvoiceCard,
  MOST_BYTES,
  MOST_IN_A_MAIL,
  SHELVES,
  type Shelf,
} from '../rules/invoice.ts';
import { emptyDeliveries } from '../store/deliveries.ts';
import { foundOn, invoicePage, shelfCounts } from '../store/invoices.ts';
import { invoiceSettings } from '../store/settings.ts';
import { formText } from '../text/forms.ts';
import { pageText } from '../text/pages.ts';
import { invoicePlace, invoicesPlace, newPlace, seenPlace, settingsPlace, typePlace } from '../urls.ts';
import { AddPage, SettingsPage } from '../views/desk.tsx';
import { InvoicesPage } from '../views/list.tsx';
import { TypingPage } from '../views/typing.tsx';
import { postedFiles } from './reach.ts';

const readers = anyOf('consultant', 'secretariat', 'finance');
/** A little more than a file, and a picture of it: the fields around them. */
export const MOST_POSTED = 2 * MOST_BYTES + 256 * 1024;

/** The desk: the lists, and what staff and finance put in themselves. */
export function deskRoutes(web: Web): void {
  web.get(invoicesPlace, readers, listPage);
  web.get(newPlace, readers, (visit) => addPage(visit));
  web.post(newPlace, readers, postNew, { maxBytes: MOST_POSTED });
  web.get(typePlace, readers, (visit) => typePage(visit));
  web.post(typePlace, readers, postTyped, { maxBytes: MOST_POSTED });
  web.get(settingsPlace, anyOf('secretariat'), (visit) => settingsPage(visit));
  web.post(settingsPlace, anyOf('secretariat'), postSettings);
  web.post(seenPlace, readers, postSeen);
}

async function listPage(visit: Visit): Promise<Response> {
  const { tx, language, actor, query } = visit;
  const shelf: Shelf = SHELVES.find((one) => one === query.get('vis')) ?? (query.get('q') ? 'all' : 'waiting');
  const search = (query.get('q') ?? '').trim().slice(0, 100);
  const page = pageNumber(query);
  const format = wantedFile(query);
  if (format)
    return listFile(
      visit,
      format,
      deskFile(language, (number) => invoicePage(tx, shelf, search, number)),
    );
  const [counts, invoices, found, mails] = await Promise.all([
    shelfCounts(tx),
    invoicePage(tx, shelf, search, page),
    search === '' ? null : foundOn(tx, shelf, search),
    emptyDeliveries(tx),
  ]);
  const total = found ?? counts[shelf];
  const may = { add: isStaff(actor) || holds(actor, 'finance'), settings: holds(actor, 'secretariat') };
  return visit.page({ title: pageText(language).title, wide: true }, () => (
    <>
      {InvoicesPage({ language, invoices, total, page, shelf, search, counts, mails, may })}
      <FileLinks language={language} query={query} />
    </>
  ));
}

function deskFile(language: Visit['language'], page: ListFile<InvoiceCard>['page']): ListFile<InvoiceCard> {
  const words = pageText(language);
  return {
    title: words.title,
    columns: [
      [words.supplier, ({ supplierName }) => supplierName || words.unknownSupplier],
      [words.number, ({ number }) => number],
      [words.project, ({ title }) => title ?? words.noProject],
      [words.came, ({ on }) => ({ day: on })],
      [words.status, ({ status }) => words.statuses[status]],
      [words.amount, ({ amount }) => (amount === null ? null : { ore: amount })],
    ],
    page,
    size: INVOICES_A_PAGE,
  };
}

function addPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  return visit.page(
    { title: formText(language).addTitle, trail: trail(visit), status: problems ? 422 : 200 },
    AddPage({ language, problems }),
  );
}

async function postNew(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const words = formText(language);
  const files = await postedFiles(form);
  if (files.length === 0) return addPage(visit, problemIn(form, 'file', words.fileMissing));
  const received = await receiveForm(tx, { files, way: 'staff' }, MOST_IN_A_MAIL);
  if (!received.ok) {
    return addPage(visit, problemIn(form, 'file', refusalSentence(received.refusal, visit, files.length)));
  }
  const [first, ...more] = received.value;
  return first && more.length === 0
    ? visit.redirect(invoicePlace({ id: first.id }), first.code === null ? words.picturedFlash : words.uploadFlash)
    : visit.redirect(invoicesPlace({}), words.uploadedFlash(received.value.length));
}

function typePage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  return visit.page(
    { title: formText(language).typeTitle, trail: trail(visit), status: problems ? 422 : 200 },
    TypingPage({ language, action: typePlace({}), known: null, problems }),
  );
}

async function postTyped(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(factsForm(language), form);
  if (!read.ok) return typePage(visit, read.refusal);
  const [picture = null] = await postedFiles(form);
  const received = await receiveTyped(tx, read.value.facts, picture);
  if (!received.ok) return typePage(visit, problemIn(form, 'file', refusalSentence(received.refusal, visit)));
  return visit.redirect(invoicePlace({ id: received.value.id }), formText(language).savedFlash);
}

/** Why a file is not taken, and (`among` several) which; the engine's own words where it looked inside. */
export function refusalSentence(refusal: ReceiveRefusal, { language }: Pick<Visit, 'language'>, among = 1): string {
  const inside = refusal.kind === 'not_an_invoice' ? refusal.problems[0]?.message[language] : undefined;
  const sentence = inside ?? formText(language).refused[refusal.kind];
  return among > 1 && refusal.file !== '' ? `${refusal.file}: ${sentence}` : sentence;
}

async function settingsPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  return visit.page(
    { title: formText(language).settingsTitle, trail: trail(visit), status: problems ? 422 : 200 },
    SettingsPage({
      language,
      us: (await ownOrganisation(tx)).name,
      settings: await invoiceSettings(tx),
      problems,
    }),
  );
}

async function postSettings(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(settingsForm(language), form);
  if (!read.ok) return settingsPage(visit, read.refusal);
  await changeSettings(tx, read.value);
  return visit.redirect(settingsPlace({}), formText(language).settingsFlash);
}

async function postSeen(visit: Visit<'/fakturaer/mails/:id/set'>): Promise<Response> {
  const { tx, params, language } = visit;
  if (!(await seeMail(tx, readId<'invoice_delivery'>(params.id) ?? missing()))) missing();
  return visit.redirect(invoicesPlace({}), pageText(language).mailSeenFlash);
}

function trail({ language }: Pick<Visit, 'language'>) {
  return [{ href: invoicesPlace({}), label: pageText(language).title }];
}
