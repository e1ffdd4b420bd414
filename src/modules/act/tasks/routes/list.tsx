import { personIdOf } from '../../../../kernel/actor.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { mayHelp, seesCounts } from '../access.ts';
import { optIn, optOut } from '../commands/willing.ts';
import { willingForm } from '../forms.ts';
import { type ListedTask, ROWS_A_PAGE } from '../rules/task.ts';
import { helperOfPerson, optInOf } from '../store/helpers.ts';
import { openTasks, tasksHeldBy } from '../store/tasks.ts';
import { askingText } from '../text/asking.ts';
import { tasksText } from '../text/tasks.ts';
import { whenOf } from '../text/when.ts';
import { tasksPlace, unwillingPlace, willingPlace } from '../urls.ts';
import { ListPage } from '../views/list.tsx';
import { WillingPage } from '../views/willing.tsx';

/** All that can be taken, and "spørg mig gerne". */
export function listRoutes(web: Web): void {
  web.get(tasksPlace, signedIn, list);
  web.get(willingPlace, signedIn, (visit) => willingPage(visit));
  web.post(willingPlace, signedIn, postWilling);
  web.post(unwillingPlace, signedIn, postUnwilling);
}

async function list(visit: Visit): Promise<Response> {
  const { tx, actor, language, query } = visit;
  if (!mayHelp(actor)) missing();
  const words = tasksText(language);
  const pageOf = (number: number, more = 0) =>
    openTasks(tx, { limit: ROWS_A_PAGE + more, offset: (number - 1) * ROWS_A_PAGE });
  const format = wantedFile(query);
  if (format) {
    const file: ListFile<ListedTask> = {
      title: words.title,
      columns: [
        [words.task, ({ says }) => says],
        [words.minutesHeading, ({ minutes }) => minutes],
        [words.kind, ({ kind }) => words.kinds[kind]],
        [words.when, (one) => whenOf(one, language)],
        [words.job, ({ job }) => job],
      ],
      page: (number) => pageOf(number),
      size: ROWS_A_PAGE,
    };
    return listFile(visit, format, file);
  }
  const page = pageNumber(query);
  const personId = personIdOf(actor) ?? missing();
  const [mine, rows] = await Promise.all([tasksHeldBy(tx, personId), pageOf(page, 1)]);
  const view = (
    <>
      {ListPage({
        language,
        mine,
        open: rows.slice(0, ROWS_A_PAGE),
        page,
        more: rows.length > ROWS_A_PAGE,
        seesCounts: seesCounts(actor),
      })}
      {rows.length > 0 && <FileLinks language={language} query={query} />}
    </>
  );
  return visit.page({ title: words.title, wide: true }, view);
}

async function willingPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  const personId = personIdOf(actor);
  if (!mayHelp(actor) || !personId) missing();
  const helper = await helperOfPerson(tx, personId);
  const now = helper && (await optInOf(tx, helper.id));
  return visit.page(
    { title: askingText(language).willingTitle, status: problems ? 422 : 200 },
    WillingPage({ language, now, problems }),
  );
}

async function postWilling(visit: Visit): Promise<Response> {
  const { tx, actor, language, form } = visit;
  if (!mayHelp(actor)) missing();
  const read = readForm(willingForm(language), form);
  if (!read.ok) return willingPage(visit, read.refusal);
  await optIn(tx, { ...read.value, departmentId: homeOf(actor) });
  return visit.redirect(willingPlace({}), askingText(language).willingSaved);
}

/** Where they live, when it is one department: nobody is asked to help across the town. */
function homeOf(actor: Visit['actor']) {
  if (actor.kind !== 'person') return null;
  const homes = new Set(actor.grants.filter(({ role }) => role === 'resident').map(({ departmentId }) => departmentId));
  const [home = null] = homes;
  return homes.size === 1 ? home : null;
}

async function postUnwilling(visit: Visit): Promise<Response> {
  if (!mayHelp(visit.actor)) missing();
  await optOut(visit.tx);
  return visit.redirect(willingPlace({}), askingText(visit.language).willingStopped);
}
