import { personIdOf } from '../../../kernel/actor.ts';
import { problemIn } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { personById } from '../../housing/public.ts';
import { askMailTest, enterMailCode, noteSeen } from '../commands/checks.ts';
import { latestMailTest } from '../store/mail-tests.ts';
import { setupForms } from '../text/forms.ts';
import { mailCodePlace, mailTestPlace, stepHref } from '../urls.ts';
import { ChecksPage } from '../views/checks.tsx';
import { goOn, stepView } from './parts.ts';

const secretariat = anyOf('secretariat');

export function checksRoutes(web: Web): void {
  web.post(mailTestPlace, secretariat, sendTest, { rate: { times: 10, minutes: 15 } });
  web.post(mailCodePlace, secretariat, takeCode);
}

export async function checksPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx } = visit;
  const view = await stepView(visit, 'checks', problems);
  const personId = personIdOf(tx.actor);
  const email = personId ? ((await personById(tx, personId))?.email ?? null) : null;
  const asked = (await latestMailTest(tx)) !== null;
  return visit.page(view.head, ChecksPage({ ...view.props, standing: view.progress.standing, email, asked }));
}

/** "We have looked at it": of the ways in, or of the backup. */
export async function postChecks(visit: Visit): Promise<Response> {
  const { tx, form, language } = visit;
  const seen = form.get('seen');
  if (seen !== 'ways' && seen !== 'backup') missing();
  await noteSeen(tx, seen);
  return goOn(visit, 'checks', setupForms(language).checks.seen);
}

async function sendTest(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const words = setupForms(language).checks;
  const asked = await askMailTest(tx);
  return visit.redirect(stepHref('checks'), asked.ok ? words.sent : words.noAddress);
}

async function takeCode(visit: Visit): Promise<Response> {
  const { tx, form, language } = visit;
  const words = setupForms(language).checks;
  const arrived = await enterMailCode(tx, String(form.get('code') ?? '').replace(/\s/g, ''));
  if (!arrived.ok) return checksPage(visit, problemIn(form, 'code', words[arrived.refusal]));
  return goOn(visit, 'checks', words.arrived);
}
