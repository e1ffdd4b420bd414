import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import type { Visit, Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import { isEditor } from '../access.ts';
import { findCards } from '../commands/finding.ts';
import {
  CARDS_A_PAGE,
  CATEGORIES,
  type CardFilter,
  EFFORTS,
  type ListedCard,
  NO_FILTER,
  PRICES,
  SEASONS,
  seasonOn,
} from '../rules/card.ts';
import { cardPage } from '../store/cards.ts';
import { costText, monthsText, timeText } from '../text/amounts.ts';
import { catalogueText } from '../text/catalogue.ts';
import { atHomePlace, cardPlace, cataloguePlace } from '../urls.ts';
import { AtHomePage, type Choice, ListPage } from '../views/list.tsx';

/** The catalogue, and what one does at home. */
export function listRoutes(web: Web): void {
  web.get(cataloguePlace, anyone, list);
  web.get(atHomePlace, anyone, atHome);
}

async function list(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const choice = choiceOf(query);
  const page = pageNumber(query);
  const filter = { ...filterOf(choice), ids: await findCards(tx, choice.q) };
  const format = wantedFile(query);
  if (format) {
    const read = async (number: number) => (await cardPage(tx, language, filter, number)).cards;
    return listFile(
      visit,
      format,
      cardsFile(tx, language, { title: catalogueText(language).title, page: read, size: CARDS_A_PAGE }),
    );
  }
  const { cards, total } = await cardPage(tx, language, filter, page);
  const words = catalogueText(language);
  return visit.page({ title: words.title, description: words.description, wide: true }, () => (
    <>
      {ListPage({
        language,
        cards,
        total,
        page,
        choice,
        season: seasonOn(tx.today),
        may: { edit: isEditor(visit.actor) },
      })}
      <FileLinks language={language} query={query} />
    </>
  ));
}

function choiceOf(query: URLSearchParams): Choice {
  const of = (name: string) => query.get(name)?.trim().slice(0, 200) ?? '';
  return {
    q: of('q'),
    emne: of('emne'),
    pris: of('pris'),
    tid: of('tid'),
    sted: of('sted'),
    aarstid: of('aarstid'),
    arbejde: of('arbejde'),
    moede: of('moede'),
  };
}

/** What is not a choice is as if nothing was chosen. What one does at home has a page of its own, but a search finds it too. */
function filterOf(choice: Choice): CardFilter {
  return {
    category: CATEGORIES.find((one) => one === choice.emne) ?? null,
    price: PRICES.find((one) => one === choice.pris) ?? null,
    evening: choice.tid === 'aften',
    setting: choice.sted === 'inde' ? 'indoors' : choice.sted === 'ude' ? 'outdoors' : null,
    season: SEASONS.find((one) => one === choice.aarstid) ?? null,
    effort: EFFORTS.find((one) => one === choice.arbejde) ?? null,
    meeting: choice.moede === 'ja' ? true : choice.moede === 'nej' ? false : null,
    doneBy: choice.q ? null : 'together',
  };
}

async function atHome(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const { cards } = await cardPage(tx, language, { ...NO_FILTER, doneBy: 'resident', ids: null }, 1, 50);
  const words = catalogueText(language);
  return visit.page(
    {
      title: words.atHome,
      description: words.atHomeLead,
      wide: true,
      trail: [{ href: cataloguePlace({}), label: words.title }],
    },
    () => AtHomePage({ language, cards }),
  );
}

/** Cards as rows, with what one chooses by; `page` reads a page of them. */
export function cardsFile(
  tx: TenantDb,
  language: Language,
  { title, page, size }: Pick<ListFile<ListedCard>, 'title' | 'page' | 'size'>,
): ListFile<ListedCard> {
  const words = catalogueText(language);
  return {
    title,
    columns: [
      [words.doneWhat, ({ title }) => title],
      [words.what, ({ what }) => what],
      [words.categoryLabel, ({ category }) => words.category[category] ?? ''],
      [words.cost, ({ cost }) => costText(language, cost)],
      [words.time, ({ minutes }) => timeText(language, minutes)],
      [words.when, ({ months }) => monthsText(language, months)],
      [words.where, ({ setting }) => words.setting[setting] ?? ''],
      [words.effortLabel, ({ effort }) => words.effort[effort] ?? ''],
      [words.meetingLabel, ({ needsMeeting }) => words.meeting[needsMeeting ? 'ja' : 'nej'] ?? ''],
      [words.take, ({ taken }) => taken],
      [words.link, ({ id }) => tx.origin + cardPlace({ id })],
    ],
    page,
    size,
  };
}
