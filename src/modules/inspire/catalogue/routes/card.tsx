import { holds, personIdOf } from '../../../../kernel/actor.ts';
import { yearOf } from '../../../../kernel/day.ts';
import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import type { CatalogueSpec } from '../../../../platform/documents/catalogue.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { missing, TYPESETTING, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { applyPlace, fundsOf } from '../../../decide/fund/public.ts';
import { departmentNames, displayNames, ownOrganisation } from '../../../housing/public.ts';
import { isEditor, mayManage, mayPin, mayRemarkIn, maySee, mayTake, REMARKERS } from '../access.ts';
import { doAtHome } from '../commands/cards.ts';
import { findCards } from '../commands/finding.ts';
import { cardPaper } from '../letters/papers.ts';
import { type Card, type ListedCard, NO_FILTER, readIn } from '../rules/card.ts';
import { remarksIn } from '../rules/voices.ts';
import { cardById, cardPage, proposerOf } from '../store/cards.ts';
import { photosOn } from '../store/photos.ts';
import { remarksOn } from '../store/remarks.ts';
import { countsOf, timesDone } from '../store/takings.ts';
import { catalogueText } from '../text/catalogue.ts';
import { askPlace, cardPlace, cataloguePlace, doPlace, posterPlace, sheetPlace } from '../urls.ts';
import { CardPage } from '../views/card.tsx';
import { EditorBox } from '../views/desk.tsx';
import { Photos, Remarks } from '../views/voices.tsx';

/** A visit to one card. */
export type OneCard = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

export function cardRoutes(web: Web): void {
  web.get(cardPlace, anyone, (visit) => cardPageOf(visit));
  web.get(sheetPlace, anyone, (visit) => onPaper(visit, 'a4'), TYPESETTING);
  web.get(posterPlace, anyone, (visit) => onPaper(visit, 'a2'), TYPESETTING);
  web.post(doPlace, anyone, doIt, { rate: { times: 30, minutes: 60 } });
}

/** The card in the path, for those who may see it; missing to everybody else. */
export async function seen({ tx, actor, params }: Pick<OneCard, 'tx' | 'actor' | 'params'>): Promise<Card> {
  const id = readId<'catalogue_card'>(params.id) ?? missing();
  const card = (await cardById(tx, id)) ?? missing();
  return maySee(actor, card) ? card : missing();
}

/** The same, when everybody may see it. */
export async function published(visit: Pick<OneCard, 'tx' | 'actor' | 'params'>): Promise<Card> {
  const card = await seen(visit);
  return card.state === 'published' ? card : missing();
}

/** The card's own page; with `problems`, where a form on it came back. */
export async function cardPageOf(visit: OneCard, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  const card = await seen(visit);
  const read = readIn(card, language);
  const alone = card.doneBy === 'resident';
  const [counts, done, names, all, from, photos, remarks, like] = await Promise.all([
    countsOf(tx, card.id, yearOf(tx.today), personIdOf(actor)),
    alone ? [] : timesDone(tx, card.id),
    departmentNames(tx),
    fundsOf(tx),
    mayManage(actor) ? proposer(visit, card) : '',
    photosOn(tx, card.id),
    remarksOn(tx, card.id),
    isEditor(actor) && card.state === 'proposed' ? cardsLike(visit, read.title) : [],
  ]);
  const applies = card.cost > 0 && !alone && card.state === 'published' && all.length > 0;
  return visit.page(
    {
      title: read.title,
      heading: false,
      description: read.what.slice(0, 200),
      trail: trailTo(visit),
      status: problems ? 422 : 200,
    },
    () =>
      CardPage({
        language,
        today: tx.today,
        card,
        read,
        counts,
        done,
        departments: names,
        applyHref: applies ? applyPlace({}, { kort: card.id }) : null,
        problems,
        askHref:
          card.state === 'published' && mayTake(actor) && done.some((one) => one.askable)
            ? askPlace({ id: card.id })
            : null,
        photos: Photos({ language, cardId: card.id, photos, mayEdit: isEditor(actor), problems }),
        remarks: Remarks({
          language,
          cardId: card.id,
          remarks,
          departments: names,
          mayRemark: holds(actor, ...REMARKERS),
          mayRemarkIn: (departmentId) => mayRemarkIn(actor, departmentId),
          problems,
        }),
        editor: EditorBox({
          language,
          card,
          pinned: counts.pinned,
          mayPin: mayPin(actor),
          mayEdit: isEditor(actor),
          from,
          problems,
          like,
          asksOperations: isEditor(actor) && card.doneBy !== 'resident',
        }),
      }),
  );
}

const MOST_LIKE = 3;

/** Published cards that are called nearly the same: a proposal may be one of them once more. */
async function cardsLike({ tx, language }: OneCard, title: string): Promise<readonly ListedCard[]> {
  const ids = await findCards(tx, title);
  return (await cardPage(tx, language, { ...NO_FILTER, ids: ids ?? [] }, 1, MOST_LIKE)).cards;
}

/** Who proposed it, as its editors read it. */
async function proposer({ tx, language }: OneCard, card: Card): Promise<string> {
  const { personId, name, email } = await proposerOf(tx, card.id);
  if (!personId) return [name, email].filter(Boolean).join(', ');
  const names = await displayNames(tx, [{ kind: 'person', id: personId }], language);
  return names.get(`person:${personId}`) ?? '';
}

export function trailTo({ language }: Pick<Visit, 'language'>, card?: { readonly id: string; readonly title: string }) {
  return [
    { href: cataloguePlace({}), label: catalogueText(language).title },
    ...(card ? [{ href: cardPlace({ id: card.id }), label: card.title }] : []),
  ];
}

async function onPaper(visit: OneCard, size: 'a4' | 'a2'): Promise<Response> {
  const { tx, language } = visit;
  const card = await published(visit);
  const remarks = remarksIn(await remarksOn(tx, card.id), []).map(({ words }) => words);
  const paper = cardPaper(card, size, { language, origin: tx.origin, remarks });
  return pdfOf(visit, paper, readIn(card, language).title);
}

/** As PDF, to look at and to print; where nothing can typeset, the page itself prints well. */
export async function pdfOf(
  { tx, file }: Pick<Visit, 'tx' | 'file'>,
  spec: CatalogueSpec,
  name: string,
): Promise<Response> {
  const pdf = await renderPdf(spec, await brandOf(tx, await ownOrganisation(tx)));
  if (!pdf.ok) missing();
  return file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf`, inline: true });
}

async function doIt(visit: OneCard): Promise<Response> {
  const { tx, language } = visit;
  const card = await published(visit);
  if (card.doneBy !== 'resident') missing();
  await doAtHome(tx, card.id);
  return visit.redirect(cardPlace({ id: card.id }), catalogueText(language).didNow);
}
