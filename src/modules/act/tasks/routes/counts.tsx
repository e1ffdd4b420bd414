import { isStaff } from '../../../../kernel/actor.ts';
import { addDays } from '../../../../kernel/day.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { seesCounts } from '../access.ts';
import { setCap } from '../commands/willing.ts';
import { capForm } from '../forms.ts';
import { helpOf } from '../rules/counts.ts';
import { asksIn, doneIn } from '../store/counted.ts';
import { capOf } from '../store/helpers.ts';
import { countsText } from '../text/counts.ts';
import { tasksText } from '../text/tasks.ts';
import { capPlace, countsPlace, tasksPlace } from '../urls.ts';
import { CountsPage } from '../views/counts.tsx';

const DAYS = 365;

/** The figures of the help, and the limit of questions. */
export function countsRoutes(web: Web): void {
  web.get(countsPlace, signedIn, (visit) => counts(visit));
  web.post(capPlace, staff, postCap);
}

async function counts(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  if (!seesCounts(actor)) missing();
  const span = { from: addDays(tx.today, 1 - DAYS), until: tx.today };
  const [done, asks, cap] = await Promise.all([doneIn(tx, span), asksIn(tx, span), capOf(tx)]);
  const help = helpOf(done, asks);
  const trail = [{ href: tasksPlace({}), label: tasksText(language).title }];
  return visit.page(
    { title: countsText(language).title, trail, status: problems ? 422 : 200 },
    CountsPage({ language, help, cap, maySetCap: isStaff(actor), problems }),
  );
}

async function postCap(visit: Visit): Promise<Response> {
  const read = readForm(capForm(visit.language), visit.form);
  if (!read.ok) return counts(visit, read.refusal);
  await setCap(visit.tx, read.value);
  return visit.redirect(countsPlace({}), countsText(visit.language).capSaved);
}
