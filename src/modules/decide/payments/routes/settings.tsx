import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { mayPay } from '../access.ts';
import { changeSettings } from '../commands/settings.ts';
import { settingsForm } from '../forms.ts';
import { settingsOf } from '../store/settings.ts';
import { settingsText } from '../text/settings.ts';
import { settingsPlace } from '../urls.ts';
import { SettingsPage } from '../views/settings.tsx';
import { payers, seen, trail } from './list.tsx';

/** The rules for payments: read by those who have to do with them, changed by the secretariat. */
export function settingsRoutes(web: Web): void {
  web.get(settingsPlace, payers, (visit) => settingsPage(visit));
  web.post(settingsPlace, payers, postSettings);
}

function organisationOf(visit: Visit) {
  const [organisationId] = seen(visit);
  return organisationId ?? missing();
}

async function settingsPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language, actor } = visit;
  const organisationId = organisationOf(visit);
  return visit.page(
    { title: settingsText(language).title, trail: trail(visit), status: problems ? 422 : 200 },
    SettingsPage({
      language,
      settings: await settingsOf(tx, organisationId),
      may: mayPay(actor, organisationId).set,
      problems,
    }),
  );
}

async function postSettings(visit: Visit): Promise<Response> {
  const { tx, language, actor, form } = visit;
  const organisationId = organisationOf(visit);
  if (!mayPay(actor, organisationId).set) return missing();
  const words = settingsText(language);
  const read = readForm(settingsForm(language), form);
  if (!read.ok) return settingsPage(visit, read.refusal);
  const { version, ...settings } = read.value;
  const done = await changeSettings(tx, version, { ...settings, organisationId });
  if (!done.ok) return settingsPage(visit, problemIn(form, '', words.changedMeanwhile));
  return visit.redirect(settingsPlace({}), words.saved);
}
