import { readId } from '../../../../kernel/id.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import { departmentNames, ownOrganisation } from '../../../housing/public.ts';
import { initiativePlace } from '../../../initiatives/public.ts';
import { fundsOf, fundsPlace } from '../../fund/public.ts';
import { atomFeed, type Feed, rssFeed } from '../letters/feeds.ts';
import { CATEGORIES, GROUNDS, NO_FILTER, type Supported, type SupportedFilter } from '../rules/supported.ts';
import { supportedById, supportedPage, supportedSums, supportedYears } from '../store/supported.ts';
import { supportedText } from '../text/supported.ts';
import { projectPlace, resultsAtomPlace, resultsCsvPlace, resultsPlace, resultsRssPlace } from '../urls.ts';
import { ProjectPage, placesOf, type Query, SupportedPage } from '../views/supported.tsx';

const FILE_PAGE = 1_000;
const FEED_ENTRIES = 50;

/** What everybody may know of what came of the money: on a page, as a feed, as a table. */
export function supportedRoutes(web: Web): void {
  web.get(resultsPlace, anyone, listPage);
  web.get(resultsCsvPlace, anyone, oldFile);
  web.get(resultsRssPlace, anyone, async (visit) => {
    const bytes = rssFeed(await feedOf(visit));
    return visit.file({ bytes, type: 'application/rss+xml; charset=utf-8', name: 'rss.xml', inline: true });
  });
  web.get(resultsAtomPlace, anyone, async (visit) => {
    const bytes = atomFeed(await feedOf(visit));
    return visit.file({ bytes, type: 'application/atom+xml; charset=utf-8', name: 'atom.xml', inline: true });
  });
  web.get(projectPlace, anyone, projectPage);
}

async function listPage(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const words = supportedText(language);
  const page = pageNumber(query);
  const filter = filterOf(query);
  const format = wantedFile(query);
  if (format) return listFile(visit, format, await resultsFile(visit));
  const [supported, sums, years, funds, departments] = await Promise.all([
    supportedPage(tx, filter, page),
    supportedSums(tx, filter),
    supportedYears(tx),
    fundsOf(tx),
    departmentNames(visit.tx),
  ]);
  return visit.page(
    {
      title: words.title,
      description: words.description,
      wide: true,
      trail: [{ href: fundsPlace({}), label: words.fundRoom }],
    },
    () => (
      <>
        {SupportedPage({
          language,
          organisation: tx.tenant.name,
          supported,
          sums,
          page,
          years,
          funds,
          departments,
          query: queryOf(filter),
          applyHref: fundsPlace({}),
        })}
        <FileLinks language={language} query={query} />
      </>
    ),
  );
}

async function projectPage(visit: Visit<'/pulje/resultater/:id'>): Promise<Response> {
  const { tx, language, params } = visit;
  const words = supportedText(language);
  const one = (await supportedById(tx, readId<'fund_application'>(params.id) ?? missing())) ?? missing();
  return visit.page(
    {
      title: one.title,
      trail: [
        { href: fundsPlace({}), label: words.fundRoom },
        { href: resultsPlace({}), label: words.title },
      ],
    },
    ProjectPage({
      language,
      one,
      departments: await departmentNames(visit.tx),
      organisation: tx.tenant.name,
      initiativeHref: one.initiativeId && initiativePlace({ id: one.initiativeId }),
    }),
  );
}

/** The address that the list had as a file before every list had one: a bookmark still works. */
async function oldFile(visit: Visit): Promise<Response> {
  return listFile(visit, 'csv', await resultsFile(visit));
}

async function resultsFile(visit: Visit): Promise<ListFile<Supported>> {
  const { tx, language, query } = visit;
  const words = supportedText(language);
  const heads = words.csvHeads;
  const names = await departmentNames(visit.tx);
  const filter = filterOf(query);
  return {
    title: words.title,
    columns: [
      [heads.reference, ({ reference }) => reference],
      [heads.title, ({ title }) => title],
      [heads.fund, ({ fundName }) => fundName],
      [heads.on, ({ on }) => ({ day: on })],
      [heads.held, ({ startsOn }) => startsOn && { day: startsOn }],
      [heads.departments, (one) => placesOf(one, names, words.noneNamed)],
      [heads.grounds, ({ grounds }) => grounds.map((ground) => words.grounds[ground]).join(', ')],
      [heads.category, ({ category }) => category && words.categories[category]],
      [heads.committed, ({ committed }) => ({ ore: committed })],
      [heads.paid, ({ paid }) => ({ ore: paid })],
      [heads.released, ({ released }) => ({ ore: released })],
      [heads.came, ({ came }) => (came === 'few' ? words.few : came)],
      [heads.best, ({ best }) => best],
    ],
    page: (number) => supportedPage(tx, filter, number, FILE_PAGE),
    size: FILE_PAGE,
  };
}

async function feedOf(visit: Visit): Promise<Feed> {
  const { tx, language } = visit;
  const names = await departmentNames(visit.tx);
  const { noneNamed } = supportedText(language);
  return {
    language,
    origin: tx.origin,
    organisation: (await ownOrganisation(tx)).name,
    today: tx.today,
    supported: await supportedPage(tx, NO_FILTER, 1, FEED_ENTRIES),
    departmentsOf: (one) => placesOf(one, names, noneNamed),
  };
}

/** What is not a choice is as if nothing was chosen. */
function filterOf(query: URLSearchParams): SupportedFilter {
  const year = /^2\d{3}$/.test(query.get('aar') ?? '') ? Number(query.get('aar')) : null;
  return {
    fundId: readId(query.get('pulje') ?? ''),
    year,
    ground: GROUNDS.find((one) => one === query.get('grund')) ?? null,
    departmentId: readId(query.get('afdeling') ?? ''),
    category: CATEGORIES.find((one) => one === query.get('emne')) ?? null,
  };
}

function queryOf(filter: SupportedFilter): Query {
  return {
    aar: filter.year === null ? null : String(filter.year),
    pulje: filter.fundId,
    grund: filter.ground,
    afdeling: filter.departmentId,
    emne: filter.category,
  };
}
