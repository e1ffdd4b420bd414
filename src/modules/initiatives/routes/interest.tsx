import { readId } from '../../../kernel/id.ts';
import { readForm } from '../../../platform/web/form.ts';
import { missing, type Web } from '../../../platform/web/web.ts';
import { signedIn } from '../../../platform/web/who.ts';
import { called, takeOff } from '../commands/interest.ts';
import { interestForm } from '../forms.ts';
import { interestText } from '../text/interest.ts';
import { insidePlace, interestPlace } from '../urls.ts';
import { type OneInitiative, reached } from './initiatives.tsx';

type OneInterest = Omit<OneInitiative, 'params'> & {
  readonly params: { readonly id: string; readonly interest: string };
};

/** What is done about those who want to join in. */
export function interestRoutes(web: Web): void {
  web.post(interestPlace, signedIn, post);
}

async function post(visit: OneInterest): Promise<Response> {
  const { tx, language, params } = visit;
  const { initiative, may } = await reached(visit);
  const id = readId<'initiative_interest'>(params.interest) ?? missing();
  if (!may.edit) missing();
  const words = interestText(language);
  const read = readForm(interestForm, visit.form);
  if (!read.ok) return missing();
  const removes = read.value.do === 'remove';
  const done = removes ? await takeOff(tx, initiative.id, id) : await called(tx, initiative.id, id);
  const said = done ? (removes ? words.removed : words.isCalled) : words.gone;
  return visit.redirect(insidePlace({ id: initiative.id }), said);
}
