import { isStaff } from '../../../../kernel/actor.ts';
import { type Language, readLanguage } from '../../../../kernel/language.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { FileLinks, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf, anyone, signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { EDITORS, isEditor, mayManage, mayPin } from '../access.ts';
import { declineCard, editCard, pinCard, proposeCard, publishCard, retireCard } from '../commands/cards.ts';
import { putInDeck } from '../commands/deck.ts';
import { cardForm, wordsForm } from '../forms.ts';
import { CARD_STATES, type Card, DESK_A_PAGE, readIn } from '../rules/card.ts';
import { deskPage } from '../store/cards.ts';
import { editingText } from '../text/editing.ts';
import {
  cardPlace,
  cataloguePlace,
  deckPlace,
  declinePlace,
  deskPlace,
  editCardPlace,
  pinPlace,
  proposePlace,
  publishPlace,
  retirePlace,
} from '../urls.ts';
import { DeskPage } from '../views/desk.tsx';
import { EditCardPage, ProposePage } from '../views/editing.tsx';
import { cardPageOf, type OneCard, seen, trailTo } from './card.tsx';
import { cardsFile } from './list.tsx';

const editors = anyOf(...EDITORS);

/** Proposing, editing, publishing, looking through. */
export function editingRoutes(web: Web): void {
  web.get(proposePlace, anyone, (visit) => proposePage(visit));
  web.post(proposePlace, anyone, propose, { rate: { times: 10, minutes: 60 } });
  web.get(deskPlace, editors, desk);
  web.post(deckPlace, staff, async (visit) =>
    visit.redirect(
      deskPlace({}, { vis: 'published' }),
      editingText(visit.language).deckDone(await putInDeck(visit.tx)),
    ),
  );
  web.get(editCardPlace, editors, async (visit) => editPage(visit, await seen(visit)));
  web.post(editCardPlace, editors, saveEdit);
  web.post(publishPlace, editors, publish);
  web.post(declinePlace, editors, decline);
  web.post(retirePlace, editors, retire);
  web.post(pinPlace, signedIn, pin);
}

function proposePage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { actor, language } = visit;
  return visit.page(
    { title: editingText(language).proposeTitle, trail: trailTo(visit), status: problems ? 422 : 200 },
    ProposePage({ language, byStaff: isStaff(actor), visitor: actor.kind === 'visitor', problems }),
  );
}

async function propose(visit: Visit): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const read = readForm(cardForm(language), form);
  if (!read.ok) return proposePage(visit, read.refusal);
  const { facts, words, contact, channel } = read.value;
  const onBehalf =
    actor.kind === 'person' && isStaff(actor) && channel !== 'self' ? { channel, registeredBy: actor.personId } : null;
  const id = await proposeCard(tx, {
    facts,
    words,
    language,
    contact: actor.kind === 'visitor' || onBehalf ? contact : { name: '', email: null },
    onBehalf,
  });
  const labels = editingText(language);
  return visit.redirect(isEditor(actor) ? cardPlace({ id }) : cataloguePlace({}), labels.proposeThanks);
}

async function desk(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const state = CARD_STATES.find((one) => one === query.get('vis')) ?? 'proposed';
  const page = pageNumber(query);
  const labels = editingText(language);
  const format = wantedFile(query);
  if (format) {
    const read = async (number: number) => (await deskPage(tx, language, state, number)).slice(0, DESK_A_PAGE);
    return listFile(
      visit,
      format,
      cardsFile(tx, language, { title: labels.tabs[state] ?? labels.deskTitle, page: read, size: DESK_A_PAGE }),
    );
  }
  const cards = await deskPage(tx, language, state, page);
  return visit.page(
    { title: labels.deskTitle, trail: trailTo(visit), wide: true },
    <>
      {DeskPage({
        language,
        today: tx.today,
        state,
        cards: cards.slice(0, DESK_A_PAGE),
        page,
        more: cards.length > DESK_A_PAGE,
        mayManage: mayManage(visit.actor),
      })}
      <FileLinks language={language} query={query} />
    </>,
  );
}

/** Which language the words are edited in: `?sprog=en`; the house's own where it is not said. */
function editingIn({ tx, query }: OneCard): Language {
  return readLanguage(query.get('sprog')) ?? tx.tenant.language;
}

async function editPage(visit: OneCard, card: Card, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  const { title } = readIn(card, language);
  const editing = editingIn(visit);
  return visit.page(
    {
      title: editingText(language).editTitle(title),
      trail: trailTo(visit, { id: card.id, title }),
      status: problems ? 422 : 200,
    },
    EditCardPage({ language, card, words: card.words[editing], editing, problems }),
  );
}

async function saveEdit(visit: OneCard): Promise<Response> {
  const { tx, language, form } = visit;
  const card = await seen(visit);
  const read = readForm(cardForm(language), form);
  if (!read.ok) return editPage(visit, card, read.refusal);
  const { version, facts, words } = read.value;
  const saved = await editCard(tx, card.id, version, { facts, words, language: editingIn(visit) });
  const labels = editingText(language);
  if (!saved.ok) return editPage(visit, saved.refusal, problemIn(form, '', labels.meanwhile));
  return visit.redirect(cardPlace({ id: card.id }), labels.saved);
}

async function publish(visit: OneCard): Promise<Response> {
  const card = await seen(visit);
  await publishCard(visit.tx, card.id);
  return visit.redirect(cardPlace({ id: card.id }), editingText(visit.language).published);
}

async function decline(visit: OneCard): Promise<Response> {
  const { tx, language, form } = visit;
  const card = await seen(visit);
  const read = readForm(wordsForm(language, true), form);
  if (!read.ok) return cardPageOf(visit, read.refusal);
  if (!(await declineCard(tx, card.id, read.value.words))) missing();
  return visit.redirect(deskPlace({}), editingText(language).declined);
}

async function retire(visit: OneCard): Promise<Response> {
  const { tx, language, form } = visit;
  const card = await seen(visit);
  const read = readForm(wordsForm(language, false), form);
  if (!read.ok) return cardPageOf(visit, read.refusal);
  if (!(await retireCard(tx, card.id, read.value.words))) missing();
  return visit.redirect(deskPlace({}, { vis: 'retired' }), editingText(language).retired);
}

async function pin(visit: OneCard): Promise<Response> {
  const { tx, actor, language, form } = visit;
  if (!mayPin(actor)) missing();
  const card = await seen(visit);
  const pinned = await pinCard(tx, card.id, form.get('pin') === 'ja');
  const labels = editingText(language);
  return visit.redirect(cardPlace({ id: card.id }), pinned.ok ? labels.saved : labels.pinFull);
}
