import { personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { answerForTable, askForQuotes, takeDownQuote } from '../commands/quoting.ts';
import { askQuotesForm, quoteAnswerForm } from '../forms/after.ts';
import type { Quote } from '../rules/after.ts';
import { wordsOn } from '../store/answers.ts';
import { invitationsFor } from '../store/plan.ts';
import { quoteById, quotesOf } from '../store/quotes.ts';
import { tablesOf } from '../store/tables.ts';
import { onwardText } from '../text/onward.ts';
import { answerQuotePlace, putUpQuotesPlace, quotesPlace } from '../urls.ts';
import { QuotesPage } from '../views/afterwards.tsx';
import { tableNames } from './names.ts';
import { type Of, run, seen } from './seen.ts';
import { trailTo } from './workshops.tsx';

/** Words that may be shown when their tables say yes: by staff who ask them, and by a host with an account. */
export function quoteRoutes(web: Web): void {
  web.get(quotesPlace, signedIn, (visit) => quotesPage(visit));
  web.post(putUpQuotesPlace, staff, postAsk);
  web.post(answerQuotePlace, signedIn, postAnswer);
}

/** Tables whose quotes the reader may answer for; null: all. */
async function answersFor(visit: Of) {
  const { workshop, seat } = await seen(visit);
  if (seat.host) return { workshop, tables: null };
  const personId = personIdOf(visit.actor) ?? missing();
  const hosted = (await invitationsFor(visit.tx, workshop.id, personId)).filter(({ part }) => part === 'table_host');
  const tables = new Set(hosted.flatMap(({ tableId }) => tableId ?? []));
  return tables.size > 0 ? { workshop, tables } : missing();
}

async function quotesPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { workshop, tables: mine } = await answersFor(visit);
  const [all, tables, words] = await Promise.all([
    quotesOf(tx, workshop.id),
    tablesOf(tx, workshop.id),
    mine ? [] : wordsOn(tx, workshop.id),
  ]);
  const names = await tableNames(tx, language, tables);
  const nameOf = (table: Quote['tableId']) => (table ? (names.get(table) ?? '') : '');
  const asked = new Set(all.map(({ wordsId }) => wordsId));
  const quotes = all.filter(({ tableId }) => !mine || (tableId && mine.has(tableId)));
  const view = QuotesPage({
    language,
    id: workshop.id,
    host: mine === null,
    quotes: quotes.map((quote) => ({ ...quote, table: nameOf(quote.tableId) })),
    askable: words
      .filter(({ id, tableId }) => tableId && !asked.has(id))
      .map((one) => ({ id: one.id, words: one.words, table: nameOf(one.tableId) })),
    problems,
  });
  const title = onwardText(language).quotesTitle;
  return page({ title, trail: trailTo(language, workshop), status: problems ? 422 : 200 }, view);
}

async function postAsk(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const read = readForm(askQuotesForm(language), form);
  if (!read.ok) return quotesPage(visit, read.refusal);
  const wanted = (await wordsOn(tx, workshop.id)).filter(({ id, tableId }) => tableId && read.value.words.includes(id));
  const asked = await askForQuotes(tx, workshop, wanted);
  return visit.redirect(quotesPlace({ id: workshop.id }), onwardText(language).quotesAsked(asked));
}

async function postAnswer(
  visit: Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly quote: string } },
): Promise<Response> {
  const { tx, language, form, params } = visit;
  const { workshop, tables } = await answersFor(visit);
  const id = readId<'workshop_quote'>(params.quote) ?? missing();
  const quote = (await quoteById(tx, workshop.id, id)) ?? missing();
  if (tables && !(quote.tableId && tables.has(quote.tableId))) missing();
  const read = readForm(quoteAnswerForm, form);
  if (!read.ok || (tables && read.value.answer === 'remove')) return missing();
  if (read.value.answer === 'remove') await takeDownQuote(tx, workshop, quote);
  else await answerForTable(tx, workshop, quote, read.value.answer === 'yes');
  return visit.redirect(quotesPlace({ id: workshop.id }), onwardText(language).quoteSaved);
}
