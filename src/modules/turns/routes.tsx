import { personIdOf } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { readId } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { brandOf } from '../../platform/documents/brand.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../platform/documents/print-html.tsx';
import type { LetterSpec, LettersSpec } from '../../platform/documents/spec.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../platform/web/list-file.tsx';
import { missing, type Visit, type Web } from '../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../platform/web/who.ts';
import { displayNames, ownOrganisation } from '../housing/public.ts';
import { lettersPrinted, type Pile, pileOfLetters, takeCareOf } from './commands/delivery.ts';
import { type Enclosures, papersWith } from './commands/enclosing.ts';
import { resumeTopic, stopTopic } from './commands/stopping.ts';
import { type Tongue, tellTurns } from './commands/telling.ts';
import { letterOf } from './letters.ts';
import { type Stopper, TOPICS, type ToldTurn, TURNS_A_PAGE, TURNS_COUNTED_AHEAD, WISHES } from './rules.ts';
import { countTurnsOf, type Holder, openTurnsOf, turnPage } from './store/holder.ts';
import { type Said, undelivered } from './store/outgoing.ts';
import { readStopToken, stoppedTopics } from './store/stops.ts';
import { saveWish, wishesOf } from './store/wishes.ts';
import { turnsText } from './text.ts';
import {
  lettersFile,
  lettersPlace,
  lettersPrintedPlace,
  messagesPlace,
  stopPlace,
  turnsPlace,
  undeliveredPlace,
} from './urls.ts';
import { LettersPage } from './views/letters.tsx';
import { MessagesPage, StopPage, StopUnknownPage } from './views/messages.tsx';
import { TurnsPage } from './views/turns.tsx';

const UNDELIVERED_SHOWN = 50;

export function turnsRoutes(web: Web, tongue: Tongue, enclosures: Enclosures = {}): void {
  web.get(turnsPlace, signedIn, (visit) => showTurns(visit, tongue));
  web.get(messagesPlace, signedIn, showMessages);
  web.post(messagesPlace, signedIn, saveMessages);
  web.get(stopPlace, anyone, (visit) => showStop(visit, 'asking'));
  web.post(stopPlace, anyone, stopOrResume, { rate: { times: 60, minutes: 10 } });
  web.get(lettersPlace, staff, showLetters);
  web.get(lettersFile, staff, (visit) => printLetters(visit, enclosures));
  web.post(lettersPrintedPlace, staff, markPrinted);
  web.post(undeliveredPlace, staff, careFor);
}

async function showTurns(visit: Visit, tongue: Tongue): Promise<Response> {
  const { tx, language, query, actor, page } = visit;
  if (actor.kind !== 'person') return missing();
  const format = wantedFile(query);
  if (format) return listFile(visit, format, turnsFile(visit, actor, tongue));
  const asked = Math.max(1, Number.parseInt(query.get('side') ?? '1', 10) || 1);
  const { number, open, count, more } = await nearestPage(tx, actor, asked);
  const turns = await tellTurns(tx, tongue, open, language);
  return page({ title: turnsText(language).title }, () => (
    <>
      <TurnsPage language={language} turns={turns} count={count} more={more} page={number} today={tx.today} />
      {count > 0 && <FileLinks language={language} query={query} />}
    </>
  ));
}

/** What waits, as a file for whoever plans in a spreadsheet. */
function turnsFile({ tx, language }: Visit, holder: Holder, tongue: Tongue): ListFile<ToldTurn> {
  const words = turnsText(language);
  const heads = words.fileColumns;
  return {
    title: words.title,
    columns: [
      [heads.what, ({ sentence }) => sentence],
      [heads.about, ({ about }) => about],
      [heads.due, ({ due }) => due && { day: due }],
      [heads.since, ({ since }) => ({ day: since })],
      [heads.address, (one) => tx.origin + one.path],
    ],
    page: async (number) => {
      const turns = await openTurnsOf(tx, holder, pageAt(number));
      return tellTurns(tx, tongue, turns, language);
    },
    size: TURNS_A_PAGE,
  };
}

const pageAt = (number: number) => ({ limit: TURNS_A_PAGE, offset: (number - 1) * TURNS_A_PAGE });

/** The page that was asked for, or the last where it lies behind that. `more`: and more than were counted. */
async function nearestPage(tx: TenantDb, holder: Holder, number: number) {
  const at = async (page: number) => {
    const most = page * TURNS_A_PAGE + TURNS_COUNTED_AHEAD;
    const { turns, total } = await turnPage(tx, holder, pageAt(page), most + 1);
    return { number: page, open: turns, count: Math.min(total, most), more: total > most };
  };
  const asked = await at(number);
  if (asked.open.length > 0 || number === 1) return asked;
  return at(Math.max(1, Math.ceil((await countTurnsOf(tx, holder)) / TURNS_A_PAGE)));
}

async function showMessages({ tx, language, actor, page }: Visit): Promise<Response> {
  const stopper = personStopper(actor);
  const [stopped, wishes] = await Promise.all([stoppedTopics(tx, stopper), wishesOf(tx, stopper.personId)]);
  const view = <MessagesPage language={language} stopped={stopped} wishes={new Set(wishes.keys())} />;
  return page({ title: turnsText(language).messagesTitle }, view);
}

async function saveMessages({ tx, language, actor, form, redirect }: Visit): Promise<Response> {
  const stopper = personStopper(actor);
  const wanted = form.getAll('emne[]');
  for (const topic of TOPICS) {
    if (wanted.includes(topic)) await resumeTopic(tx, stopper, topic);
    else await stopTopic(tx, stopper, topic);
  }
  for (const wish of WISHES) await saveWish(tx, stopper.personId, wish, wanted.includes(wish));
  return redirect(messagesPlace({}), turnsText(language).saved);
}

function personStopper(actor: Visit['actor']): Extract<Stopper, { kind: 'person' }> {
  return { kind: 'person', personId: personIdOf(actor) ?? missing() };
}

async function showStop(visit: Visit<'/beskeder/:token'>, state: 'asking' | 'stopped' | 'resumed'): Promise<Response> {
  const { tx, language, params, page } = visit;
  const read = await readStopToken(tx, params.token);
  const text = turnsText(language);
  if (!read) {
    return page({ title: text.stopTitle, status: 404, unlisted: true }, <StopUnknownPage language={language} />);
  }
  const view = <StopPage language={language} token={params.token} topic={read.topic} state={state} />;
  return page({ title: text.stopTitle, unlisted: true }, view);
}

async function stopOrResume(visit: Visit<'/beskeder/:token'>): Promise<Response> {
  const { tx, params, form } = visit;
  const read = await readStopToken(tx, params.token);
  // One click in a mail program posts `List-Unsubscribe=One-Click` and nothing else (RFC 8058).
  const resume = form.get('valg') === 'send';
  if (read) await (resume ? resumeTopic : stopTopic)(tx, read.stopper, read.topic);
  return showStop(visit, resume ? 'resumed' : 'stopped');
}

async function showLetters({ tx, language, page }: Visit): Promise<Response> {
  const pile = await pileOfLetters(tx);
  const failed = await undelivered(tx, UNDELIVERED_SHOWN);
  const people = [...pile.envelopes, ...failed].flatMap(({ personId }) =>
    personId ? [{ kind: 'person' as const, id: personId }] : [],
  );
  const names = await displayNames(tx, people, language);
  const text = turnsText(language);
  const nameOf = (id: Id<'person'>) => names.get(`person:${id}`) ?? '';
  return page(
    { title: text.lettersTitle, wide: true },
    <LettersPage
      language={language}
      letters={pile.envelopes.map(({ personId, letters, sameDoor }) => ({
        name: nameOf(personId),
        address: pile.contacts.get(personId)?.address?.join(', ') ?? null,
        sameDoor,
        subjects: letters.map((letter) => letter.said.subject),
        written: dayOf(letters[0].createdAt),
      }))}
      messages={pile.messages}
      later={pile.later}
      until={pile.until}
      undelivered={failed.map((message) => ({
        id: message.id,
        name: message.personId ? nameOf(message.personId) : text.aVisitor,
        subject: message.said.subject,
        why: message.failure,
        visitor: message.personId ? null : message.address,
      }))}
    />,
  );
}

async function printLetters({ tx, query, file, language }: Visit, enclosures: Enclosures): Promise<Response> {
  const { envelopes, contacts } = await pileOfLetters(tx, readId<'outgoing'>(query.get('til') ?? '') ?? missing());
  const organisation = await ownOrganisation(tx);
  const from = { name: tx.tenant.name, phone: organisation.phone, day: tx.today };
  const letters: LetterSpec[] = [];
  for (const envelope of envelopes) letters.push(...(await papersIn(tx, envelope, contacts, from, enclosures)));
  const spec: LettersSpec = { kind: 'letters', language, title: turnsText(language).lettersTitle, letters };
  if (spec.letters.length === 0) return missing();
  const brand = await brandOf(tx, organisation);
  const pdf = await renderPdf(spec, brand);
  const name = `breve-${tx.today}`;
  if (pdf.ok) return file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf`, inline: true });
  return file({
    bytes: renderPrintHtml(spec, brand),
    type: 'text/html; charset=utf-8',
    name: `${name}.html`,
    inline: true,
  });
}

/** What lies in one envelope: a letter with all that is only said, then the papers that come with the rest. */
async function papersIn(
  tx: TenantDb,
  { personId, letters }: Pile['envelopes'][number],
  contacts: Pile['contacts'],
  from: Parameters<typeof letterOf>[2],
  enclosures: Enclosures,
): Promise<LetterSpec[]> {
  const contact = contacts.get(personId);
  if (!contact) return [];
  const papers: LetterSpec[] = [];
  const spoken: Said[] = [];
  for (const { said } of letters) {
    const enclosed = await papersWith(tx, enclosures, said);
    if (enclosed) papers.push(...enclosed.letters);
    else spoken.push(said);
  }
  const [first, ...more] = spoken;
  const { name, address, largePrint: large } = contact;
  const to = { name, address: address ?? [], language: letters[0].language, large };
  return [...(first ? [letterOf([first, ...more], to, from)] : []), ...papers];
}

async function markPrinted({ tx, form, redirect, language }: Visit): Promise<Response> {
  const until = readId<'outgoing'>(String(form.get('til') ?? '')) ?? missing();
  return redirect(lettersPlace({}), turnsText(language).lettersMarked(await lettersPrinted(tx, until)));
}

async function careFor({ tx, params, form, redirect, language }: Visit<'/udskriv/breve/:id'>): Promise<Response> {
  const how = form.get('valg') === 'brev' ? 'letter' : 'told';
  const id = readId<'outgoing'>(params.id) ?? missing();
  if (!(await takeCareOf(tx, id, how))) return missing();
  const text = turnsText(language);
  return redirect(lettersPlace({}), how === 'letter' ? text.asLetterFlash : text.toldFlash);
}
