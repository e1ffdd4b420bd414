import type { PageHead, Visit } from '../../../platform/web/web.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { type Progress, setupProgress } from '../commands/progress.ts';
import { nextStep, type StepName, type StepState } from '../rules/steps.ts';
import { setupForms } from '../text/forms.ts';
import { stepsText } from '../text/steps.ts';
import { setupPlace, stepHref } from '../urls.ts';

interface StepView {
  readonly head: PageHead;
  readonly props: {
    readonly language: Visit['language'];
    readonly state: StepState;
    readonly problems: FormProblems | undefined;
  };
  readonly progress: Progress;
}

/** What the page of every step knows: its title, the way here, and how the step stands. */
export async function stepView(visit: Visit, step: StepName, problems?: FormProblems): Promise<StepView> {
  const { tx, language } = visit;
  const words = stepsText(language);
  const progress = await setupProgress(tx);
  const state = progress.steps.find((one) => one.step === step);
  if (!state) throw new Error(`Cannot show step "${step}": it is not in the list`);
  const head: PageHead = {
    title: words.steps[step].title,
    trail: [{ href: setupPlace({}), label: words.title }],
    ...(problems && problems.messages.length > 0 ? { status: 422 } : {}),
  };
  return { head, props: { language, state, problems }, progress };
}

/** It is saved: on to the next thing that lacks, or back to the list when nothing does. */
export async function goOn(visit: Visit, step: StepName, said?: string): Promise<Response> {
  const { tx, language } = visit;
  const { steps } = await setupProgress(tx);
  const next = nextStep(steps);
  const flash = said ?? setupForms(language).saved(stepsText(language).steps[step].title);
  return visit.redirect(next ? stepHref(next.step) : setupPlace({}), flash);
}
