import { type Id, readId } from '../../../../kernel/id.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departmentNames, ownOrganisation, stairwells } from '../../../housing/public.ts';
import { brandOf } from '../../../turns/public.ts';
import { mayWalkIn, seesCounts } from '../access.ts';
import { countRound, planRound } from '../commands/rounds.ts';
import { readCounts, roundForm } from '../forms.ts';
import { roundPaper } from '../letters/round.ts';
import { ROWS_A_PAGE } from '../rules/task.ts';
import { type ListedRound, roundById, roundPage, stairwellsOf } from '../store/rounds.ts';
import { roundsText } from '../text/rounds.ts';
import { tasksText } from '../text/tasks.ts';
import { countStairwellPlace, newRoundPlace, roundPaperPlace, roundPlace, roundsPlace, tasksPlace } from '../urls.ts';
import { NewRoundPage, RoundPage, RoundsPage } from '../views/rounds.tsx';
import { paperFile } from './paper.ts';

/** From door to door: planned by stairwell, printed or on the telephone, and counted. */
export function roundRoutes(web: Web): void {
  web.get(roundsPlace, signedIn, list);
  web.get(newRoundPlace, signedIn, (visit) => newPage(visit));
  web.post(newRoundPlace, signedIn, postRound, { rate: { times: 30, minutes: 60 } });
  web.get(roundPlace, signedIn, (visit) => show(visit));
  web.get(roundPaperPlace, signedIn, paper);
  web.post(countStairwellPlace, signedIn, postCounts);
}

async function list(visit: Visit): Promise<Response> {
  const { tx, actor, language, query } = visit;
  if (!seesCounts(actor)) missing();
  const words = roundsText(language);
  const departments = await departmentNames(tx);
  const format = wantedFile(query);
  if (format) {
    const file: ListFile<ListedRound> = {
      title: words.title,
      columns: [
        [words.round, ({ title }) => title],
        [words.department, ({ departmentId }) => departments.get(departmentId) ?? ''],
        [words.day, ({ on }) => ({ day: on })],
        [words.opened, ({ opened }) => opened],
        [words.talked, ({ talked }) => talked],
        [words.yes, ({ saidYes }) => saidYes],
      ],
      page: async (number) => (await roundPage(tx, number)).slice(0, ROWS_A_PAGE),
      size: ROWS_A_PAGE,
    };
    return listFile(visit, format, file);
  }
  const page = pageNumber(query);
  const rows = await roundPage(tx, page);
  const rounds = rows.slice(0, ROWS_A_PAGE);
  const trail = [{ href: tasksPlace({}), label: tasksText(language).title }];
  const view = (
    <>
      {RoundsPage({ language, rounds, departments, page, more: rows.length > ROWS_A_PAGE })}
      {rounds.length > 0 && <FileLinks language={language} query={query} />}
    </>
  );
  return visit.page({ title: words.title, trail, wide: true }, view);
}

/** The departments where the reader may plan a round. */
async function ownDepartments({ tx, actor }: Pick<Visit, 'tx' | 'actor'>): Promise<ReadonlyMap<string, string>> {
  const all = await departmentNames(tx);
  return new Map([...all].filter(([id]) => mayWalkIn(actor, id as Id<'department'>)));
}

async function newPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, query } = visit;
  if (!seesCounts(actor)) missing();
  const departments = await ownDepartments(visit);
  const only = departments.size === 1 ? [...departments.keys()][0] : undefined;
  const chosen = readId<'department'>(query.get('afdeling') ?? only ?? '');
  const department = chosen && departments.has(chosen) ? chosen : null;
  const ways = department ? await stairwells(tx, department) : [];
  return visit.page(
    {
      title: roundsText(language).newTitle,
      trail: [{ href: roundsPlace({}), label: roundsText(language).title }],
      status: problems ? 422 : 200,
    },
    NewRoundPage({
      language,
      today: tx.today,
      departments,
      department,
      stairwells: ways.map(({ id, street, houseNumber, tenancies }) => ({
        id,
        address: `${street} ${houseNumber}`,
        homes: tenancies,
      })),
      problems,
    }),
  );
}

async function postRound(visit: Visit): Promise<Response> {
  const { tx, actor, language, query, form } = visit;
  const departmentId = readId<'department'>(query.get('afdeling') ?? '') ?? missing();
  if (!mayWalkIn(actor, departmentId) || !(await ownDepartments(visit)).has(departmentId)) missing();
  const read = readForm(roundForm(language), form);
  if (!read.ok) return newPage(visit, read.refusal);
  const { stairwells: chosen, ...round } = read.value;
  const known = new Set((await stairwells(tx, departmentId)).map(({ id }) => id));
  const buildings = [...new Set(chosen)].filter((id) => known.has(id));
  if (buildings.length === 0) missing();
  const id = await planRound(tx, { ...round, departmentId }, buildings);
  return visit.redirect(roundPlace({ round: id }), roundsText(language).made);
}

type OneRound = Omit<Visit, 'params'> & { readonly params: { readonly round: string } };

async function reached({ tx, actor, params }: OneRound) {
  const round = (await roundById(tx, readId<'door_round'>(params.round) ?? missing())) ?? missing();
  if (!mayWalkIn(actor, round.departmentId)) missing();
  return { round, ways: await stairwellsOf(tx, round.id) };
}

async function show(visit: OneRound, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const { round, ways } = await reached(visit);
  const department = (await departmentNames(tx)).get(round.departmentId) ?? '';
  return visit.page(
    {
      title: round.title,
      trail: [{ href: roundsPlace({}), label: roundsText(language).title }],
      status: problems ? 422 : 200,
    },
    RoundPage({ language, round, department, stairwells: ways, problems }),
  );
}

async function paper(visit: OneRound): Promise<Response> {
  const { tx } = visit;
  const { round, ways } = await reached(visit);
  const department = (await departmentNames(tx)).get(round.departmentId) ?? '';
  const brand = await brandOf(tx, await ownOrganisation(tx));
  return paperFile(visit, roundPaper(round, ways, department, tx.tenant.language), brand);
}

async function postCounts(visit: OneRound): Promise<Response> {
  const { tx, language, form } = visit;
  const { round, ways } = await reached(visit);
  const read = readCounts(
    form,
    ways.map(({ building }) => building),
    language,
  );
  if (!read.ok) return show(visit, read.refusal);
  await countRound(tx, round.id, read.value);
  return visit.redirect(roundPlace({ round: round.id }), roundsText(language).counted);
}
