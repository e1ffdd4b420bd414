import { actingPerson } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { readId } from '../../kernel/id.ts';
import { type Neighbour, neighbourBySlug, neighbours } from '../../platform/across/across.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { readFile } from '../../platform/files/files.ts';
import { problemIn, readForm } from '../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../platform/web/list-file.tsx';
import { pageNumber } from '../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../platform/web/web.ts';
import { staff } from '../../platform/web/who.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';
import { personById } from '../housing/public.ts';
import { isTurnOf } from '../turns/public.ts';
import { answerCopy, recallCopy, recallSeen, type Sources, sealOf, sendCopy } from './commands.ts';
import { answerForm, recallForm, shareForm } from './forms.ts';
import {
  type Draft,
  draftOf,
  type ReceivedCopy,
  ROWS_A_PAGE,
  readSource,
  type SentCopy,
  type Shareable,
  stateOf,
} from './rules.ts';
import { receivedById, receivedFiles, receivedPage } from './store/received.ts';
import { namesIn, sentById, sentPage } from './store/sent.ts';
import { sharingText } from './text.ts';
import {
  answerPlace,
  copiesPlace,
  recallPlace,
  recallSeenPlace,
  receivedFilePlace,
  receivedPlace,
  sentPlace,
  sharePlace,
} from './urls.ts';
import { ReceivedPage, SentPage } from './views/copy.tsx';
import { CopiesPage } from './views/list.tsx';
import { PreviewPage, SharePage } from './views/sending.tsx';

/** Copies to and from other houses: staff send, and staff answer. */
export function sharingRoutes(web: Web, sources: Sources): void {
  web.get(copiesPlace, staff, showAll);
  web.get(sharePlace, staff, async (visit) => sharePage(visit, await thingIn(visit, sources)));
  web.post(sharePlace, staff, async (visit) => postShare(visit, await thingIn(visit, sources)));
  web.get(receivedPlace, staff, async (visit) => showReceived(visit, await received(visit)));
  web.post(answerPlace, staff, postAnswer);
  web.post(recallSeenPlace, staff, postSeen);
  web.get(receivedFilePlace, staff, getFile);
  web.get(sentPlace, staff, async (visit) => showSent(visit, await sent(visit)));
  web.post(recallPlace, staff, postRecall);
}

type Shown = Pick<Visit, 'tx' | 'actor' | 'language' | 'form' | 'page' | 'redirect' | 'file'>;
type OfCopy = Shown & { readonly params: { readonly copy: string } };
type OfThing = Shown & { readonly params: { readonly source: string; readonly id: string } };

async function showAll(visit: Visit): Promise<Response> {
  const { tx, language, query, page } = visit;
  const format = wantedFile(query);
  if (format) return listFile(visit, format, copiesFile(tx, language));
  const [came, went] = [pageNumber(query), pageNumber(query, 'sendt')];
  const received = { ...(await receivedPage(tx, came)), page: came };
  const sent = { ...(await sentPage(tx, went)), page: went };
  const any = received.rows.length + sent.rows.length > 0;
  const view = (
    <>
      <CopiesPage language={language} received={received} sent={sent} />
      {any && <FileLinks language={language} query={query} />}
    </>
  );
  return page({ title: sharingText(language).title, wide: true }, view);
}

/** Both lists in one, each page of the one with the same page of the other. */
function copiesFile(tx: TenantDb, language: Visit['language']): ListFile<ReceivedCopy | SentCopy> {
  const words = sharingText(language);
  return {
    title: words.title,
    columns: [
      [words.name, ({ title }) => title],
      [words.from, (copy) => ('sentOn' in copy ? copy.houseName : tx.tenant.name)],
      [words.to, (copy) => ('sentOn' in copy ? tx.tenant.name : copy.houseName)],
      [words.day, (copy) => ({ day: 'sentOn' in copy ? (copy.sentOn as Day) : dayOf(copy.sentAt) })],
      [words.editionHead, ({ edition }) => edition],
      [words.state, (copy) => words.states[stateOf(copy)]],
    ],
    page: async (number) => [...(await receivedPage(tx, number)).rows, ...(await sentPage(tx, number)).rows],
    size: ROWS_A_PAGE,
  };
}

async function thingIn({ tx, actor, params }: OfThing, sources: Sources): Promise<Shareable> {
  const source = readSource(params.source) ?? missing();
  const id = readId(params.id) ?? missing();
  return (await sources[source](tx, actor, id)) ?? missing();
}

async function sharePage(visit: OfThing, thing: Shareable, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, page } = visit;
  const me = actor.kind === 'person' ? actor.name : '';
  const view = SharePage({ language, thing, me, houses: await neighbours(tx), problems });
  const title = sharingText(language).sendOf(thing.title);
  return page({ title, trail: trailOf(language), status: problems ? 422 : 200 }, view);
}

/** First what would be sent is shown; sent is only what was shown. */
async function postShare(visit: OfThing, thing: Shareable): Promise<Response> {
  const { tx, language, form, redirect } = visit;
  const words = sharingText(language);
  const read = readForm(shareForm(language), form);
  if (!read.ok) return sharePage(visit, thing, read.refusal);
  const { house: slug, parts, looked, note, seal } = read.value;
  const house = await neighbourBySlug(tx, slug);
  if (!house) return sharePage(visit, thing, problemIn(form, 'house', words.receiverMissing));
  if (thing.parts.length > 0 && parts.length === 0)
    return sharePage(visit, thing, problemIn(form, 'parts', words.partsMissing));
  if (thing.files.length > 0 && !looked) return sharePage(visit, thing, problemIn(form, 'looked', words.tickMissing));
  const draft = await draftFor(tx, thing, parts, read.value.contact);
  const shown = { house, draft, chosen: chosenIn(form), note };
  if (seal === '') return preview(visit, thing, { ...shown, problem: null });
  if (seal !== sealOf(draft)) return preview(visit, thing, { ...shown, problem: words.changed });
  const sent = await sendCopy(tx, thing, draft, { house, note });
  if (!sent.ok) return preview(visit, thing, { ...shown, problem: words[sent.refusal] });
  return redirect(sentPlace({ copy: sent.value }), words.sent(house.name));
}

async function draftFor(tx: TenantDb, thing: Shareable, parts: readonly string[], named: boolean): Promise<Draft> {
  const text = [thing.title, ...thing.parts.map((part) => part.text)].join('\n');
  const me = named ? await personById(tx, actingPerson(tx)) : null;
  const contact = me && { name: me.name, email: me.email };
  return draftOf(thing, parts, await namesIn(tx, text), contact);
}

const CHOICES = ['house', 'parts[]', 'looked', 'contact', 'note'];

function chosenIn(form: FormData): [string, string][] {
  return CHOICES.flatMap((name) => form.getAll(name).map((value): [string, string] => [name, String(value)]));
}

function preview(
  { language, page }: Shown,
  thing: Shareable,
  shown: {
    readonly house: Neighbour;
    readonly draft: Draft;
    readonly chosen: [string, string][];
    readonly note: string;
    readonly problem: string | null;
  },
): Promise<Response> {
  const view = PreviewPage({ language, thing, seal: sealOf(shown.draft), ...shown });
  const head = { title: sharingText(language).previewTitle, trail: trailOf(language) };
  return page(shown.problem ? { ...head, status: 422 } : head, view);
}

function trailOf(language: Visit['language']) {
  return [{ href: copiesPlace({}), label: sharingText(language).title }];
}

async function received({ tx, params }: OfCopy): Promise<ReceivedCopy> {
  const id = readId<'received_copy'>(params.copy) ?? missing();
  return (await receivedById(tx, id)) ?? missing();
}

async function showReceived(visit: OfCopy, copy: ReceivedCopy, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const recallWaits = copy.recall !== null && (await isTurnOf(tx, { kind: 'received_copy', id: copy.id }));
  const view = ReceivedPage({ language, copy, recallWaits, problems });
  return page({ title: copy.title, trail: trailOf(language), status: problems ? 422 : 200 }, view);
}

async function postAnswer(visit: OfCopy): Promise<Response> {
  const { tx, language, form, redirect } = visit;
  const words = sharingText(language);
  const copy = await received(visit);
  const read = readForm(answerForm(language), form);
  if (!read.ok) return showReceived(visit, copy, read.refusal);
  const answered = await answerCopy(tx, copy, read.value.svar, read.value.words);
  return redirect(receivedPlace({ copy: copy.id }), answered.ok ? words[read.value.svar] : words.already);
}

async function postSeen(visit: OfCopy): Promise<Response> {
  const copy = await received(visit);
  await recallSeen(visit.tx, copy);
  return visit.redirect(receivedPlace({ copy: copy.id }), sharingText(visit.language).seen);
}

async function getFile(
  visit: Shown & { readonly params: { readonly copy: string; readonly place: string } },
): Promise<Response> {
  const copy = await received(visit);
  const found = (await receivedFiles(visit.tx, copy.id)).find(({ place }) => String(place) === visit.params.place);
  return visit.file((found && (await readFile(visit.tx, found.file))) ?? missing());
}

async function sent({ tx, params }: OfCopy): Promise<SentCopy> {
  const id = readId<'sent_copy'>(params.copy) ?? missing();
  return (await sentById(tx, id)) ?? missing();
}

function showSent({ language, page }: Shown, copy: SentCopy, problems?: FormProblems): Promise<Response> {
  const view = SentPage({ language, copy, problems });
  return page({ title: copy.title, trail: trailOf(language), status: problems ? 422 : 200 }, view);
}

async function postRecall(visit: OfCopy): Promise<Response> {
  const { tx, language, form, redirect } = visit;
  const copy = await sent(visit);
  const read = readForm(recallForm(language), form);
  if (!read.ok) return showSent(visit, copy, read.refusal);
  await recallCopy(tx, copy, read.value.words);
  return redirect(sentPlace({ copy: copy.id }), sharingText(language).recalled);
}
