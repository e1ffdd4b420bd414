import type { Child, Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { STEPS, type StepName, type StepState } from '../rules/steps.ts';
import { canUndo, type Loss } from '../rules/undo.ts';
import { setupForms } from '../text/forms.ts';
import { stepsText } from '../text/steps.ts';
import { skipPlace, slugOf, stepHref, takeUpPlace, undoPlace } from '../urls.ts';
import { Remains } from './overview.tsx';

export interface StepPage {
  readonly language: Language;
  readonly state: StepState;
  readonly problems?: FormProblems | undefined;
}

/** Around every step: what it is, what it lacks, and below it the ways to pass over, take up and undo. */
export function StepFrame(props: StepPage & { readonly children: Child }): Html {
  const { language, state } = props;
  const words = stepsText(language);
  const step = slugOf(state.step);
  const following = STEPS[STEPS.indexOf(state.step) + 1];
  return (
    <div class="stack">
      <ErrorSummary language={language} problems={props.problems} />
      <p>{words.steps[state.step].what}</p>
      <p class="quiet">
        {setupForms(language).example}: {words.steps[state.step].example}
      </p>
      <Remains language={language} state={state} />
      {props.children}
      <div class="actions">
        {state.done && following && (
          <LinkButton href={stepHref(following)} look="secondary">
            {words.next(words.steps[following].title)}
          </LinkButton>
        )}
        {!state.done && !state.skipped && (
          <Form action={skipPlace({ step })} class="form-inline">
            <Button look="secondary">{words.skip}</Button>
          </Form>
        )}
        {state.skipped && (
          <Form action={takeUpPlace({ step })} class="form-inline">
            <Button look="secondary">{words.takeUp}</Button>
          </Form>
        )}
        {state.undoable && <a href={undoPlace({ step })}>{words.undo}</a>}
      </div>
    </div>
  );
}

/** What would be lost, and then yes or no. */
export function UndoPage(props: {
  readonly language: Language;
  readonly step: StepName;
  readonly loss: Loss | null;
  readonly refusal?: string | undefined;
}): Html {
  const { language, step, loss } = props;
  const words = stepsText(language);
  const can = loss !== null && canUndo(loss);
  return (
    <div class="stack">
      {props.refusal && <Notice kind="warning">{props.refusal}</Notice>}
      {loss ? linesOf(loss, language).map((line) => <p>{line}</p>) : <p>{words.nothingToUndo}</p>}
      <div class="actions">
        {can && (
          <Form action={undoPlace({ step: slugOf(step) })} class="form-inline">
            <Button look="danger">{words.undoIt}</Button>
          </Form>
        )}
        <LinkButton href={stepHref(step)} look="secondary">
          {can ? words.keepIt : words.backToStep}
        </LinkButton>
      </div>
    </div>
  );
}

/** What is lost, a sentence a line: the same on the page and in the terminal. */
export function linesOf(loss: Loss, language: Language): readonly string[] {
  const { losses } = stepsText(language);
  if (loss.step === 'house') return [losses.house(loss.name)];
  if (loss.step === 'homes') {
    const { homes, stairwells, departments, inUse } = loss.traces;
    if (inUse > 0) return [losses.homesInUse(inUse)];
    const lines = [losses.homes(homes, stairwells, departments)];
    return loss.changed > 0 ? [...lines, losses.homesChanged(loss.changed)] : lines;
  }
  if (loss.step === 'people') return [losses.people(loss.people, loss.roles)];
  if (loss.step === 'fund') return loss.invited ? [losses.fundInvited] : [losses.fund(loss.name)];
  if (loss.step === 'invitation')
    return loss.printed ? [losses.invitation, losses.invitationPrinted] : [losses.invitation];
  return [losses[loss.step]];
}
