import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import type { Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { pledge } from '../commands/pledging.ts';
import { pledgeCardForm } from '../forms/after.ts';
import { pledgeCards } from '../letters/pledge-cards.ts';
import type { Workshop } from '../rules/workshop.ts';
import { pledgesOf } from '../store/pledges.ts';
import { tablesOf } from '../store/tables.ts';
import { onwardText } from '../text/onward.ts';
import { pledgeCardsText } from '../text/pledge-cards.ts';
import { pledgeCardsPdfPlace, pledgeCardsPlace, pledgesPlace } from '../urls.ts';
import { PledgeCardsPage } from '../views/pledge-cards.tsx';
import { tableNames } from './names.ts';
import { type Of, run } from './seen.ts';
import { trailTo } from './workshops.tsx';

const LATEST = 5;

/** First steps on paper: cards to print, and to type in when they come back. */
export function pledgeCardRoutes(web: Web): void {
  web.get(pledgeCardsPlace, staff, async (visit) => cardsPage(visit, await run(visit)));
  web.post(pledgeCardsPlace, staff, postCard);
  web.get(pledgeCardsPdfPlace, staff, pdf);
}

async function cardsPage(visit: Of, workshop: Workshop, problems?: FormProblems): Promise<Response> {
  const { tx, language, query, page } = visit;
  const tables = await tablesOf(tx, workshop.id);
  const [names, pledges] = await Promise.all([
    tableNames(tx, language, tables),
    pledgesOf(tx, workshop.id, { hiddenToo: true }),
  ]);
  const view = PledgeCardsPage({
    language,
    id: workshop.id,
    tables: tables.map(({ id }) => ({ value: id, label: names.get(id) ?? '' })),
    table: query.get('bord') ?? '',
    latest: pledges.slice(0, LATEST),
    problems,
  });
  const trail = [
    ...trailTo(language, workshop),
    { href: pledgesPlace({ id: workshop.id }), label: onwardText(language).pledgesTitle },
  ];
  const title = pledgeCardsText(language).enter;
  return page({ title, trail, status: problems ? 422 : 200 }, view);
}

/** The table stays chosen: cards are gathered a table at a time. */
async function postCard(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const words = pledgeCardsText(language);
  const read = readForm(pledgeCardForm(language), form);
  if (!read.ok) return cardsPage(visit, workshop, read.refusal);
  const { step, stepName, stepContact, stepTable } = read.value;
  const table = (await tablesOf(tx, workshop.id)).find(({ id }) => id === stepTable)?.id ?? null;
  const said = await pledge(tx, workshop, { words: step, personName: stepName, ...stepContact, tableId: table });
  if (!said.ok) {
    const field = { many: 'stepContact', full: 'step' }[said.refusal];
    return cardsPage(visit, workshop, problemIn(form, field, words[said.refusal]));
  }
  return visit.redirect(pledgeCardsPlace({ id: workshop.id }, table ? { bord: table } : {}), words.saved);
}

async function pdf(visit: Of): Promise<Response> {
  const { tx, language, query, file } = visit;
  const workshop = await run(visit);
  const tables = query.has('blanke') ? [] : await tablesOf(tx, workshop.id);
  const names = await tableNames(tx, language, tables);
  const spec = pledgeCards(
    workshop,
    tables.map(({ id }) => names.get(id) ?? ''),
    { language, origin: tx.origin },
  );
  const printed = await renderPdf(spec, await brandOf(tx, await ownOrganisation(tx)));
  if (!printed.ok) return cardsPage(visit, workshop, problemIn(visit.form, '', pledgeCardsText(language).noPdf));
  return file({ bytes: printed.value, type: 'application/pdf', name: `${spec.title}.pdf` });
}
